"""A9: a clerk at a post: sees what passes, and writes some of it down, rightly or not, now or later."""

from __future__ import annotations

from datetime import datetime, timedelta

from korridor.chance.keyed import Kind
from korridor.chance.table import tables
from korridor.clerks.faults import ClerkFaults
from korridor.clerks.words import Words
from korridor.events.code_lists import Method
from korridor.events.event import Event
from korridor.events.facts import What
from korridor.events.head_count import HeadCount
from korridor.operation.count import Count
from korridor.operation.distribution import MILLION

_MISCOUNT, _DELAY = 0, 1
"""Rows of the tables, as :attr:`ClerkFaults.spreads` has them."""

_FORGETS, _WAITS, _, _UNCOUNTED, _MISCOUNTS, _HOW_FAR, _SWAPS, _ABOUT, _TWICE, _WAITS_AGAIN, _, _SECOND = (
    range(12)
)
"""Which word is for what; behind each *waits* stands the word for how long. A place is never given another use."""

_RANKS = 3


class Clerks:
    """All clerks of one operation; what they write of an event depends on seed, run and that event alone (R1).

    Parameters
    ----------
    faults : ClerkFaults
    start : datetime
        When the first shift begins.
    seed : int
        From 0 to 2⁶⁴ − 1.

    Examples
    --------
    >>> from korridor.clerks.faults import NONE
    >>> from korridor.events.event_lines import read_lines
    >>> [left] = read_lines("2016-12-15T14:20+02:00 departed device=D1 post=GATE organisation=SARC on=M1/B7 at=AMIRIYA count=48")
    >>> [written] = Clerks(NONE, left.occurred_at, 0).write(left, run=0)
    >>> written.what.count.low
    48
    """

    def __init__(self, faults: ClerkFaults, start: datetime, seed: int) -> None:
        self._faults, self._start, self._seed = faults, start, seed
        self._tables = tables(faults.spreads)

    def write(self, event: Event, run: int) -> tuple[Event, ...]:
        """Return what is written of an event: nothing, one event, or several that say the same or differ.

        Counts are of heads: no clerk of a drill tells classes apart.
        """
        written = self._one_writes(event, run, 1)
        if self._words(event, run, 2).happens(_SECOND, self._faults.second_ppm):
            written += self._one_writes(event, run, 2)
        return written

    def _one_writes(self, event: Event, run: int, clerk: int) -> tuple[Event, ...]:
        """Return what the first or second clerk of a post writes; each has a device."""
        faults, words = self._faults, self._words(event, run, clerk)
        if words.happens(_FORGETS, faults.forgets_ppm):
            return ()
        first = event.model_copy(
            update={
                "device": f"{event.post[:14]}-{clerk}",
                "number": 2 * event.number - 1,
                "recorded_at": event.occurred_at + timedelta(seconds=self._delay_s(event, words, _WAITS)),
                "what": self._counted(event.what, words),
            }
        )
        if not words.happens(_TWICE, faults.twice_ppm):
            return (first,)
        again = event.occurred_at + timedelta(seconds=self._delay_s(event, words, _WAITS_AGAIN))
        later = max(first.recorded_at, again)
        return first, first.model_copy(update={"number": 2 * event.number, "recorded_at": later})

    def _words(self, event: Event, run: int, clerk: int) -> Words:
        """What is drawn for this clerk and event of this run."""
        on = str(getattr(event.what, "on", None) or getattr(event.what, "of", ""))
        return Words(self._seed, run, Kind.CLERK, event.post, clerk, event.kind, on, ranks=_RANKS)

    def _delay_s(self, event: Event, words: Words, at: int) -> int:
        if words.happens(at, self._faults.end_of_shift_ppm):
            since_s = int((event.occurred_at - self._start).total_seconds())
            return self._faults.shift_s - since_s % self._faults.shift_s
        return words.quantity(at + 1, self._tables, _DELAY)

    def _counted(self, what: What, words: Words) -> What:
        count = getattr(what, "count", None)
        if not isinstance(count, HeadCount):
            return what
        return what.model_copy(update={"count": self._count(count.low, words)})

    def _count(self, heads: int, words: Words) -> HeadCount:
        faults = self._faults
        if words.happens(_UNCOUNTED, faults.uncounted_ppm):
            return HeadCount.unknown()
        if words.happens(_MISCOUNTS, faults.miscounts_ppm):
            share_ppm = words.quantity(_HOW_FAR, self._tables, _MISCOUNT)
            heads = (heads * share_ppm + MILLION // 2) // MILLION
        if words.happens(_SWAPS, faults.swaps_ppm):
            heads = swapped(heads)
        if words.happens(_ABOUT, faults.about_ppm):
            about = Count.model_validate(f"about {heads}")
            return HeadCount(low=about.low or 0, high=about.high, method=Method.ESTIMATE)
        return HeadCount.exactly(heads)


def swapped(heads: int) -> int:
    """Return a number with its last two digits in each other's place; of one digit there is nothing to swap.

    Examples
    --------
    >>> swapped(48), swapped(150), swapped(7)
    (84, 105, 7)
    """
    rest, last_two = divmod(heads, 100)
    if heads < 10:
        return heads
    tens, ones = divmod(last_two, 10)
    return 100 * rest + 10 * ones + tens
