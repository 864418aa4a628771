"""R7: an operation that happened, rehearsed with the windows as they happened, and held against what was reported of it."""
