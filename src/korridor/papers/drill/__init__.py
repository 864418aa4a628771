"""A drill, written out."""
