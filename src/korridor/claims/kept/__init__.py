"""Claims that an operation keeps, each with what a person decided about it; nothing acts on them by itself."""
