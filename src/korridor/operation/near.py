"""Which of the allowed names somebody may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches

_OFFERED = 12
"""More names than this help nobody in one line."""

_COMPARED = 1000
"""Among more names than this a like one is not looked for: each look takes as long as there are names."""


def near(name: str, allowed: Iterable[str]) -> str:
    """``did you mean 'Ramouseh'? `` where one of the allowed names is like ``name``; else nothing.

    Examples
    --------
    >>> near("Ramosueh", ["Amiriya", "Ramouseh"])
    "did you mean 'Ramouseh'? "
    >>> near("Idlib", ["Amiriya", "Ramouseh"])
    ''
    """
    folded = {other.casefold(): other for other in allowed}
    if len(folded) > _COMPARED or len(name) > _COMPARED:
        return ""
    found = get_close_matches(name.casefold(), folded, n=1, cutoff=0.7)
    return f"did you mean {folded[found[0]]!r}? " if found else ""


def one_of(allowed: Iterable[str]) -> str:
    """``one of a, b, c``, the first dozen of them."""
    names = list(allowed)
    more = f" and {len(names) - _OFFERED} more" if len(names) > _OFFERED else ""
    return f"one of {', '.join(names[:_OFFERED])}{more}" if names else "there are none"
