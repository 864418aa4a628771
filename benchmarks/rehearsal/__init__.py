"""A rehearsal against simulators of events, against independent draws, and against the clock."""
