"""What randomness costs."""
