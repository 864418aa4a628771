"""The tests, as a package: Ciw installs one of this name, which another process would take instead."""
