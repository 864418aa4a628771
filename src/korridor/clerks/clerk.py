"""A9: a clerk at a post: sees what passes, and writes some of it down, rightly or not, now or later."""

from __future__ import annotations

from datetime import datetime, timedelta

from korridor.chance.keyed import Kind, block, key, seed_word, threshold
from korridor.chance.table import quantile, tables
from korridor.clerks.faults import ClerkFaults
from korridor.events.code_lists import Method
from korridor.events.event import Event
from korridor.events.head_count import HeadCount
from korridor.operation.count import Count
from korridor.operation.distribution import MILLION

_MISCOUNT, _DELAY = 0, 1


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
        self._faults, self._start, self._seed = faults, start, seed_word(seed)
        self._tables = tables(faults.spreads)

    def write(self, event: Event, run: int) -> tuple[Event, ...]:
        """Return what is written of an event: nothing, one event, or several that say the same or differ.

        Counts are of heads: no clerk of a drill tells classes apart.
        """
        written = self._one_writes(event, run, 1)
        if self._happens(self._faults.second_ppm, self._words(event, run, 2)[11]):
            written += self._one_writes(event, run, 2)
        return written

    def _one_writes(self, event: Event, run: int, clerk: int) -> tuple[Event, ...]:
        """Return what the first or second clerk of a post writes; each has a device."""
        faults = self._faults
        words = self._words(event, run, clerk)
        if self._happens(faults.forgets_ppm, words[0]):
            return ()
        first = event.model_copy(
            update={
                "device": f"{event.post[:14]}-{clerk}",
                "number": 2 * event.number - 1,
                "recorded_at": event.occurred_at + timedelta(seconds=self._delay_s(event, *words[1:3])),
                "what": self._counted(event, words[3:8]),
            }
        )
        if not self._happens(faults.twice_ppm, words[8]):
            return (first,)
        again_s = self._delay_s(event, *words[9:11])
        later = max(first.recorded_at, event.occurred_at + timedelta(seconds=again_s))
        return first, first.model_copy(update={"number": 2 * event.number, "recorded_at": later})

    def _words(self, event: Event, run: int, clerk: int) -> list[int]:
        """Twelve words that belong to this clerk and event of this run."""
        of_what = getattr(event.what, "on", None) or getattr(event.what, "of", "")
        own = key(Kind.CLERK, event.post, clerk, event.kind, of_what)
        return [int(word) for rank in range(3) for word in block(self._seed, run, own, rank)]

    @staticmethod
    def _happens(chance_ppm: int, word: int) -> bool:
        return word < threshold(chance_ppm)

    def _delay_s(self, event: Event, waits: int, how_long: int) -> int:
        if self._happens(self._faults.end_of_shift_ppm, waits):
            since_s = int((event.occurred_at - self._start).total_seconds())
            return self._faults.shift_s - since_s % self._faults.shift_s
        return int(quantile(self._tables, _DELAY, how_long))

    def _counted(self, event: Event, words: list[int]) -> object:
        count = getattr(event.what, "count", None)
        if count is None:
            return event.what
        return event.what.model_copy(update={"count": self._count(count.low, words)})

    def _count(self, heads: int, words: list[int]) -> HeadCount:
        faults = self._faults
        if self._happens(faults.uncounted_ppm, words[0]):
            return HeadCount.unknown()
        if self._happens(faults.miscounts_ppm, words[1]):
            share_ppm = int(quantile(self._tables, _MISCOUNT, words[2]))
            heads = (heads * share_ppm + MILLION // 2) // MILLION
        if self._happens(faults.swaps_ppm, words[3]):
            heads = swapped(heads)
        if self._happens(faults.about_ppm, words[4]):
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
