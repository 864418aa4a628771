"""What many runs say, and how sure it is: whole-number sums, intervals, and when enough has been run (R4, R5)."""
