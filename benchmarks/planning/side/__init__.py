"""Korridor and its peers on the same operations, in one run, on the same machine, within the same time."""
