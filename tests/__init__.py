"""The tests are a package: one that another library installs under this name would hide them."""
