"""Where events are kept: an append-only log, and beside it, erasable, the texts that people wrote (A9, A13, X1)."""
