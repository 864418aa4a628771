"""A numeral: what is written where a number stands, before anything is made of it."""

from dataclasses import dataclass

from korridor.claims.bounds import Number


@dataclass
class Numeral:
    """A number as written: words ``begin`` up to ``end``.

    Attributes
    ----------
    low, high : int, Fraction or None
        What is written; both the same for a plain number, None for an open side of a collective.
    collective : bool
        ``dozens``, ``several hundred``: bounds of its own, and a person's word for persons where no noun follows.
    needs_noun : bool
        It is a figure only before a noun (``several buses``).
    bare_year : bool
        Four digits without a mark.
    in_words : bool
        Written in letters.
    fraction : bool
        A fraction or percent.
    range_ : bool
        The ends of a range.
    scale : int
        The last hundred, thousand or million that it is written with: 1.5 million has 1,000,000, 1500 has 1.
    unit_at : int or None
        The unit, where it stands inside: a mile and a half.
    """

    begin: int
    end: int
    low: Number | None
    high: Number | None
    collective: bool = False
    needs_noun: bool = False
    bare_year: bool = False
    in_words: bool = False
    fraction: bool = False
    range_: bool = False
    scale: int = 1
    unit_at: int | None = None

    @property
    def exact(self) -> Number | None:
        """The one number that is written, if it is one."""
        return self.low if self.low is not None and self.low == self.high else None
