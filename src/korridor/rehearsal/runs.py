"""How many runs, where nobody says."""

RUNS = 1000
"""Where neither a number nor a precision is asked for."""

MOST_RUNS = 100_000
"""At most, where a precision is asked for and no number of runs."""
