"""P3: the slot program of ``docs/bounds.md`` in whole numbers; it shares no code with the one solved."""
