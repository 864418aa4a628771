"""Benchmarks of ``korridor roads``."""
