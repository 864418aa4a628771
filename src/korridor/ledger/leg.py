"""A4: one leg as the books have it: who left, who arrived, who is held, and who is unexplained."""

from datetime import datetime
from math import inf
from typing import Any

from pydantic import model_serializer

from korridor.ledger.interval import Interval, whole
from korridor.operation.frozen import Frozen


class Span(Frozen):
    """From low to high heads; ``None`` is without limit."""

    low: int | None
    high: int | None

    @classmethod
    def of(cls, interval: Interval) -> "Span":
        """An interval at the door."""
        return cls(low=whole(interval.low), high=whole(interval.high))

    @property
    def interval(self) -> Interval:
        """The same for sums."""
        return Interval(-inf if self.low is None else self.low, inf if self.high is None else self.high)

    @property
    def nobody(self) -> bool:
        """Whether it is nobody for certain."""
        return self.low == self.high == 0

    def __str__(self) -> str:
        if self.low == self.high:
            return "unknown" if self.low is None else f"{self.low:,}"
        if self.high is None:
            return f"at least {self.low:,}" if self.low else "unknown"
        return f"at most {self.high:,}" if self.low is None else f"{self.low:,} to {self.high:,}"


class Tally(Span):
    """Heads of a leg; one number in JSON where it is one."""

    @model_serializer
    def _write(self) -> int | dict[str, Any]:
        if self.low is not None and self.low == self.high:
            return self.low
        return {"low": self.low, "high": self.high}


class Also(Frozen):
    """What else took people onto a leg, or off it: who joined, was born, died, returned, was transferred, by kind of event."""

    what: str
    into: Tally
    out_of: Tally


class Leg(Frozen):
    """One movement between posts, with those that were merged into it.

    Attributes
    ----------
    leg : str
        The movement.
    departed, arrived, held : Tally
        Who left on it; who got out of it at a place, in reception or in hospital; who was taken into custody, less those who
        were let go back aboard.
    unexplained, surplus : Span
        Who is still aboard in the books though it is over, and who is too many: by trip, never one against the other.
    since : datetime or None
        Since when, of the unexplained.
    last_seen : str or None
        The place where it was seen last with people aboard.
    post : str or None
        Whose task the unexplained is.
    aboard : Span
        Who is on the way, and not due yet.
    also : tuple of Also
    last_seen_at : datetime or None
    merged : tuple of str
        The movements that go on as this one.
    """

    leg: str
    departed: Tally
    arrived: Tally
    held: Tally
    unexplained: Span
    surplus: Span
    since: datetime | None = None
    last_seen: str | None = None
    post: str | None = None
    aboard: Span
    also: tuple[Also, ...] = ()
    last_seen_at: datetime | None = None
    merged: tuple[str, ...] = ()

    @property
    def counts_agree(self) -> bool:
        """Whether nobody is unexplained, and nobody too many. It does not show that the same people arrived (A8)."""
        return self.unexplained.nobody and self.surplus.nobody
