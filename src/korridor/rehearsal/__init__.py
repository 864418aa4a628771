"""A plan run many times under what is uncertain."""
