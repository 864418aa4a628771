"""What happened: double-entry books of people. Nothing here knows of plans."""
