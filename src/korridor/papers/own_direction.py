"""Names in a sentence that may be written from right to left."""

from unicodedata import bidirectional

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"


def own_direction(name: str) -> str:
    """Return a name that keeps its own direction, and leaves that of the sentence around it alone (UAX 9)."""
    if not any(bidirectional(letter) in ("R", "AL", "AN") for letter in name):
        return name
    return f"{FIRST_STRONG_ISOLATE}{name}{POP_ISOLATE}"
