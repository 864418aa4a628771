"""Benchmarks: us against something else, side by side, in one run. They are not tests."""
