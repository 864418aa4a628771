"""How long a dispatch may be."""

MOST_CHARACTERS = 1_000_000
"""The longest dispatch that is read; also what spaCy takes by default."""
