"""Exercises: operations that are made up, of any size, by stated laws (docs/exercises.md)."""
