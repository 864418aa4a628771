"""The tests: a package of their own, for one of the libraries installs another by this name."""
