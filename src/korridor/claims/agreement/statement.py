"""What one claim, or the books, let the number of a thing be."""

from collections.abc import Sequence

from korridor.claims.agreement.books import Booked
from korridor.claims.agreement.rounding import Number, allowed
from korridor.claims.agreement.thing import Thing
from korridor.claims.agreement.voice import voice_of
from korridor.claims.claim import Claim
from korridor.operation.frozen import Frozen

THE_BOOKS = "the books"


class Statement(Frozen):
    """An interval for one thing, and who says so.

    Attributes
    ----------
    thing : Thing
    low, high : float or int or None
        What the figure may stand for, rounding allowed for; ``None`` is open.
    said : Claim or Booked
        What it stands on.
    """

    thing: Thing
    low: Number | None
    high: Number | None
    said: Claim | Booked

    @property
    def is_rounded(self) -> bool:
        """Whether the interval is wider than the words, because the figure looks rounded."""
        return (self.low, self.high) != (self.said.low, self.said.high)

    @property
    def voice(self) -> str:
        """The first speaker, or the books."""
        return voice_of(self.said) if isinstance(self.said, Claim) else THE_BOOKS

    @property
    def author(self) -> str:
        """The whole chain as a person would say it."""
        if isinstance(self.said, Booked):
            return f"{THE_BOOKS} ({self.said.account}, {self.said.as_of})"
        return ", quoted by ".join(self.said.sources) or self.said.file

    def __str__(self) -> str:
        stands_for = f", which may be {interval(self.low, self.high)}" if self.is_rounded else ""
        return f"{self.author}: {interval(self.said.low, self.said.high)}{stands_for}"


def statement_of(claim: Claim, thing: Thing) -> Statement:
    """Return what a claim allows for a thing."""
    low, high = allowed(claim)
    return Statement(thing=thing, low=low, high=high, said=claim)


def booked(entry: Booked, thing: Thing) -> Statement:
    """Return what the books hold for a thing; nothing is rounded there."""
    return Statement(thing=thing, low=entry.low, high=entry.high, said=entry)


def interval(low: Number | None, high: Number | None) -> str:
    """Return an interval in words.

    Examples
    --------
    >>> interval(9500, None), interval(None, 400), interval(951, 951), interval(3500, 4500)
    ('at least 9,500', 'at most 400', '951', '3,500 to 4,500')
    """
    if low is None and high is None:
        return "unknown"
    if low is None:
        return f"at most {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def common(statements: Sequence[Statement]) -> tuple[Number | None, Number | None]:
    """Return the interval that all allow; its low is above its high where there is none."""
    lows = [each.low for each in statements if each.low is not None]
    highs = [each.high for each in statements if each.high is not None]
    return max(lows, default=None), min(highs, default=None)
