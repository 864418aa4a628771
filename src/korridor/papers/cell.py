"""One cell of a table that a spreadsheet may open."""

Cell = str | int | float | None


def safe(cell: Cell) -> Cell:
    """Keep a text that looks like a formula from being run as one by a spreadsheet: an apostrophe before it."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
