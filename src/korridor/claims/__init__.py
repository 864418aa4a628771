"""What others say: every figure of a dispatch with its author, wording, bounds and state (S1 to S5)."""
