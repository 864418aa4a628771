"""Which figures can all be true at once, and if not, the smallest set that cannot (S4)."""
