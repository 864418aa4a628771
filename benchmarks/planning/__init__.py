"""How good plans are, and how soon they are found."""
