"""X1: names of an operation's file as codes, short and one for each."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 16


def codes_of(names: Iterable[str], longest: int = LONGEST) -> dict[str, str]:
    """Return a code for each name: capital letters and digits of it, and a number where two would be alike.

    Parameters
    ----------
    names : iterable of str
        In an order that stays the same, so that the codes do.
    longest : int
        So many letters at most.

    Examples
    --------
    >>> codes_of(["Khan al-Asal", "Khan al Asal", "حلب"])
    {'Khan al-Asal': 'KHAN-AL-ASAL', 'Khan al Asal': 'KHAN-AL-ASAL.2', 'حلب': 'X'}
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in dict.fromkeys(names):
        plain = unicodedata.normalize("NFKD", name).encode("ascii", errors="ignore").decode().upper()
        code = re.sub(r"[^A-Z0-9]+", "-", plain).strip("-")[:longest].rstrip("-") or "X"
        number, first = 1, code
        while code in taken:
            number += 1
            code = f"{first[: longest - len(f'.{number}')]}.{number}"
        found[name] = code
        taken.add(code)
    return found
