"""X3: one figure of a release: a number, or words in its place."""

from enum import StrEnum

from korridor.ledger.leg import Span
from korridor.operation.frozen import Frozen


class Shown(StrEnum):
    """What stands in a figure's place."""

    NUMBER = "number"
    FEW = "some, under 10"
    PERHAPS_FEW = "none, or some, under 10"
    SOME = "some, number not shown"
    PERHAPS = "none or some, number not shown"
    HIDDEN = "not shown"


class Figure(Frozen):
    """A figure of a release.

    Attributes
    ----------
    shown : Shown
    low, high : int or None
        Of a number; ``None`` is without limit. Of words in its place both are ``None``.
    """

    shown: Shown
    low: int | None = None
    high: int | None = None

    @classmethod
    def number(cls, heads: Span) -> "Figure":
        """The number as the books have it."""
        return cls(shown=Shown.NUMBER, low=heads.low, high=heads.high)

    def __str__(self) -> str:
        return str(Span(low=self.low, high=self.high)) if self.shown is Shown.NUMBER else self.shown.value


NOT_SHOWN = Figure(shown=Shown.HIDDEN)


def never_nothing(heads: Span, *, exact: bool) -> Figure:
    """Return the figure of who is unexplained, or too many: words where it may not be a number, but never nothing.

    Examples
    --------
    >>> str(never_nothing(Span(low=4, high=4), exact=False))
    'some, under 10'
    """
    if heads.nobody or exact:
        return Figure.number(heads)
    few = heads.high is not None and heads.high < 10
    if heads.low:
        return Figure(shown=Shown.FEW if few else Shown.SOME)
    return Figure(shown=Shown.PERHAPS_FEW if few else Shown.PERHAPS)
