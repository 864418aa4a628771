"""X3: what of the books may leave the house, and how counts under ten are kept from being worked out."""
