"""Reading dispatches: how many a second."""
