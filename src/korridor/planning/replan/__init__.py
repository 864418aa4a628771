"""P5: planning on from a moment: what stands then, what remains to be planned, which promises are kept, what changes."""
