"""Bounds of a figure: what its wording commits the author to (S2)."""

import re
from dataclasses import dataclass
from fractions import Fraction

Number = int | Fraction
"""A number as written: whole where it is whole, else exact."""

_SIDE = re.compile(r"(?P<number>\d+(?:\.\d+)?)?(?P<own>\s*N)?\Z")


@dataclass(frozen=True)
class Bounds:
    """One row of the table of hedges, such as ``0.9N..N``, ``N..`` or ``20..99``.

    Each side is a pair of a factor of N and a fixed number; None where it is open.

    Examples
    --------
    >>> Bounds.read("0.9N..N").of(1000, 1000)
    (Fraction(900, 1), 1000)
    >>> Bounds.read("20..99").of(None, None)
    (20, 99)
    """

    low: tuple[Number, Number] | None
    high: tuple[Number, Number] | None

    @classmethod
    def read(cls, text: str) -> "Bounds":
        """Read ``low..high``; a side is empty, a number, N, or a number and N.

        Raises
        ------
        ValueError
            If the text is no such row.
        """
        low, dots, high = text.partition("..")
        if not dots:
            raise ValueError(f"{text!r} is no row of bounds; write low..high, for example 0.9N..N")
        return cls(_side(low.strip(), text), _side(high.strip(), text))

    def of(self, low: Number | None, high: Number | None) -> tuple[Number | None, Number | None]:
        """The bounds where N is written as ``low`` to ``high`` (twice the same for a plain number)."""
        return _apply(self.low, low), _apply(self.high, high)


def _side(text: str, whole: str) -> tuple[Number, Number] | None:
    if not text:
        return None
    match = _SIDE.match(text)
    if not match:
        raise ValueError(f"{whole!r} is no row of bounds; write low..high, for example 0.9N..N")
    number = _plain(Fraction(match["number"] or 1))
    return (number, 0) if match["own"] else (0, number)


def _plain(number: Fraction) -> Number:
    return int(number) if number.denominator == 1 else number


def _apply(side: tuple[Number, Number] | None, n: Number | None) -> Number | None:
    if side is None:
        return None
    factor, fixed = side
    if not factor:
        return fixed
    return n if n is None or factor == 1 else factor * n
