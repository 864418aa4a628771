"""What happened: the log of events, and the double-entry books of people that it makes."""
