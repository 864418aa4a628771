"""Events that a person types in, or that another program exports: each form of file is turned into lines, one an event."""
