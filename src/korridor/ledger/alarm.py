"""A4: from when on an unexplained is acted upon: so many persons for certain, for so long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Annotated, NamedTuple

from pydantic import Field

from korridor.ledger.watch import Entry
from korridor.operation.frozen import Frozen
from korridor.operation.units import DurationS, duration_text


class Alarm(Frozen):
    """What of the worklist somebody acts on: an unexplained leg that is certainly so many persons, and so old.

    Both are the worklist's own: persons are the low end of the entry, its age is counted from its *since*.

    Attributes
    ----------
    persons : int
        One or more; an amber entry, of perhaps nobody, is never acted on. Whoever waits for ten misses a lost ambulance
        (docs/drill.md).
    age_s : int

    Examples
    --------
    >>> Alarm(persons=10, age_s=1800).words
    '10 persons or more, for 30 min'
    """

    persons: Annotated[int, Field(ge=1, le=10**6)] = 1
    age_s: DurationS = Field(alias="age", default=1800)

    @property
    def words(self) -> str:
        """As a page says it."""
        persons = "1 person" if self.persons == 1 else f"{self.persons:,} persons"
        return f"{persons} or more, " + (f"for {duration_text(self.age_s)}" if self.age_s else "at once")

    def spans(self, entries: Sequence[Entry], until: datetime) -> tuple[Span, ...]:
        """Return from when to when the entry of a leg is one to act on, up to a moment.

        Parameters
        ----------
        entries : sequence of Entry
            In order of time; each holds until the next.
        until : datetime
        """
        age = timedelta(seconds=self.age_s)
        found: list[Span] = []
        for entry, end in _lasting(entries, until):
            if entry.since is None or (entry.heads.low or 0) < self.persons:
                continue
            begins, ends_at = max(entry.at, entry.since + age), min(end, until)
            if begins >= ends_at:
                continue
            if found and found[-1].ends == begins:
                begins = found.pop().begins
            found.append(Span(begins, ends_at))
        return tuple(found)


class Span(NamedTuple):
    """From a moment to another, the second left out."""

    begins: datetime
    ends: datetime


def open_spans(entries: Sequence[Entry], until: datetime) -> tuple[Span, ...]:
    """Return from when to when anybody at all may be unexplained."""
    return tuple(
        Span(entry.at, min(end, until))
        for entry, end in _lasting(entries, until)
        if entry.since is not None and entry.at < until
    )


def _lasting(entries: Sequence[Entry], until: datetime) -> Iterator[tuple[Entry, datetime]]:
    """Yield each entry with when the next one takes its place."""
    ends = [*(entry.at for entry in entries[1:]), until]
    yield from zip(entries, ends[: len(entries)], strict=True)


def first_in_both(some: Iterable[Span], others: Iterable[Span]) -> datetime | None:
    """Return the first moment that is in a span of each; ``None`` where there is none."""
    several = tuple(others)
    both = (
        max(one.begins, other.begins)
        for one in some
        for other in several
        if max(one.begins, other.begins) < min(one.ends, other.ends)
    )
    return min(both, default=None)
