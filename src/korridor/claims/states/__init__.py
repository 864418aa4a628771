"""Where what is counted stands: planned, ongoing, done, remaining or background (S1)."""
