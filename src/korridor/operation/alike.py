"""Names of places that people will take for one another, on a radio or on paper."""

import unicodedata
from collections.abc import Iterator

from korridor.operation.fault import path_text
from korridor.operation.finding import Finding, warning
from korridor.operation.operation import Operation

# Cyrillic and Greek letters and digits that look like a Latin letter: a few of Unicode's confusables, UTS 39.
_LATIN = {"а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ѕ": "s", "к": "k"}
_LATIN |= {"α": "a", "ο": "o", "ρ": "p", "ι": "i", "κ": "k", "ν": "v", "τ": "t", "0": "o", "1": "l", "|": "l"}
_LOOKS_LIKE = str.maketrans(_LATIN)


def names_alike(operation: Operation) -> Iterator[Finding]:
    """Yield each place named like an earlier one but for case, accents, spaces or look-alikes."""
    seen: dict[str, str] = {}
    for name in operation.places:
        look = looks(name)
        if look in seen:
            what = f"{seen[look]!r} and {name!r} are two places with names that look or sound the same"
            yield warning(path_text(("places", name)), what)
        seen.setdefault(look, name)


def looks(name: str) -> str:
    """Return what is left of a name for somebody who reads in haste.

    Examples
    --------
    >>> looks("Khan al-Asal") == looks("Khān Al Asal")
    True
    """
    letters = unicodedata.normalize("NFKD", name).casefold().translate(_LOOKS_LIKE)
    return "".join(letter for letter in letters if letter.isalnum()) or name
