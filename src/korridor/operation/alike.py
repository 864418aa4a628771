"""Names of places that people will take for one another, on a radio or on paper."""

import unicodedata
from collections.abc import Iterator
from itertools import islice

from korridor.operation.fault import path_text
from korridor.operation.finding import Finding, warning
from korridor.operation.operation import Operation

# A part of Unicode's confusables (UTS 39, "Unicode Security Mechanisms"), after folding of case: letters of
# the alphabets in which place names are written side by side, and how Arabic is typed on different keyboards.
# Of capitals those are here whose small letters look different: В is taken for B, в is not, so в counts as b.
_LATIN = {
    "cyrillic": ("абвгезіјкмнорсѕтухьһԁԛԝґӏ", "abbre3ijkmhopcstyxbhdqwrl"),
    "greek": ("αβγεζηικμνορςστυχωϲϳ", "abyezhikuvopcstuxwcj"),
    "armenian": ("աօսոցհյզք", "wounghjqp"),
    "latin": ("ıłøđħŧɑɡɩʋꞌ", "iloohtagiv'"),
    "digits": ("01|", "oll"),
}
_ARABIC = {
    "ک": "ك", "ڪ": "ك", "ی": "ي", "ى": "ي", "ې": "ي", "ۍ": "ي", "ہ": "ه", "ھ": "ه", "ە": "ه", "ة": "ه", "ۃ": "ه",
    "ٱ": "ا", "ۋ": "و", "ۆ": "و", "ٹ": "ث", "ڤ": "ف", "گ": "ك", "\u0640": "",
}  # fmt: skip
_LOOKS_LIKE = str.maketrans(
    {theirs: ours for letters in _LATIN.values() for theirs, ours in zip(*letters, strict=True)} | _ARABIC
)

MOST_SAID = 20
"""Pairs of names that are said; more would hide everything else."""

_READ = 200
"""Letters of a name that are compared; nobody reads on."""


def names_alike(operation: Operation) -> Iterator[Finding]:
    """Yield the first places named like an earlier one but for case, accents, spaces or look-alikes."""
    yield from islice(_alike(operation), MOST_SAID)


def _alike(operation: Operation) -> Iterator[Finding]:
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
    bare = unicodedata.normalize("NFKD", name[:_READ]).casefold()
    letters = (
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter
        for letter in unicodedata.normalize("NFKD", bare)
        if letter.isalnum() or letter == "|"
    )
    return "".join(letters).translate(_LOOKS_LIKE) or name
