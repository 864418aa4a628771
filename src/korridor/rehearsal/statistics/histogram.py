"""Counts of whole numbers in buckets that widen only when there are too many: order statistics in bounded memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

MOST_BUCKETS = 16_384
"""A single measure has at most so many buckets: up to so many runs every order statistic is exact."""

MOST_A_COLUMN = 1_024
"""A table of many columns has at most so many a column, on average."""

_BITS = 45
_MIDDLE = 1 << (_BITS - 1)
"""Numbers lie within ± 2⁴⁴: half a million years in seconds, or a million people for half a year in person-seconds."""
_BUCKET = (1 << _BITS) - 1

Whole = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Histogram:
    """How often each number came, column by column.

    A bucket of level *k* holds the numbers that agree but for their last *k* bits, and its representative is their
    mean. The level is the least at which there are not too many buckets. A part never has more buckets than
    the whole, so whatever parts are added up, and in whatever order, the whole comes out the same.

    Attributes
    ----------
    columns, level : int
    places : array [bucket]
        Column and bucket in one number, ascending.
    counts : array [bucket]
        How many numbers are in it.
    over : array [bucket]
        The sum of what they are above the bucket's lower edge.
    """

    columns: int
    level: int
    places: Whole
    counts: Whole
    over: Whole

    @classmethod
    def of(cls, values: Whole) -> Histogram:
        """Count an array [run], or [run, column] column by column; ``ValueError`` where a number is beyond ± 2⁴⁴."""
        table = values if values.ndim > 1 else values[:, np.newaxis]
        if table.size and not -_MIDDLE <= int(table.min()) <= int(table.max()) < _MIDDLE:
            raise ValueError("a number beyond 2⁴⁴ in a run; no operation comes to that")
        columns = table.shape[1]
        column = np.arange(columns, dtype=np.int64) << _BITS
        places, counts = np.unique(table + _MIDDLE + column, return_counts=True)
        return cls(columns, 0, places, counts.astype(np.int64), np.zeros(len(places), np.int64))._kept()

    @classmethod
    def total(cls, parts: Iterable[Histogram]) -> Histogram:
        """Add up what was counted apart; ``ValueError`` where the columns differ."""
        several = tuple(parts)
        if len({part.columns for part in several}) > 1:
            raise ValueError("tables of different widths cannot be added up")
        level = max(part.level for part in several)
        alike = [part._at(level) for part in several]
        return (
            cls(
                several[0].columns,
                level,
                np.concatenate([part.places for part in alike]),
                np.concatenate([part.counts for part in alike]),
                np.concatenate([part.over for part in alike]),
            )
            ._joined()
            ._kept()
        )

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Histogram)
            and (self.columns, self.level) == (other.columns, other.level)
            and np.array_equal(self.places, other.places)
            and np.array_equal(self.counts, other.counts)
            and np.array_equal(self.over, other.over)
        )

    __hash__ = None  # type: ignore[assignment]

    @property
    def width(self) -> int:
        """How many numbers share a bucket: 1 is exact."""
        return 1 << self.level

    def ranked(self, ranks: Iterable[int], column: int = 0) -> tuple[int, ...]:
        """The smallest number (rank 1), the second smallest, and so on; to within ``width − 1`` where that is not 1."""
        first, last = np.searchsorted(self.places, [column << _BITS, (column + 1) << _BITS])
        counts = np.cumsum(self.counts[first:last])
        found = first + np.searchsorted(counts, list(ranks))
        return tuple(self._value(int(bucket)) for bucket in found)

    def _value(self, bucket: int) -> int:
        low = ((int(self.places[bucket]) & _BUCKET) - _MIDDLE) << self.level
        count, over = int(self.counts[bucket]), int(self.over[bucket])
        return low + (2 * over + count) // (2 * count)

    def _kept(self) -> Histogram:
        """The same in wider buckets, if there are too many."""
        most = max(MOST_BUCKETS, MOST_A_COLUMN * self.columns)
        found = self
        while len(found.places) > most:
            found = found._at(found.level + 1)._joined()
        return found

    def _at(self, level: int) -> Histogram:
        """The same in buckets of a higher level, those that fall together still apart."""
        if level == self.level:
            return self
        bucket = (self.places & _BUCKET) - _MIDDLE
        wide = bucket >> (level - self.level)
        below = (bucket << self.level) - (wide << level)
        places = (self.places >> _BITS << _BITS) + wide + _MIDDLE
        return Histogram(self.columns, level, places, self.counts, self.over + self.counts * below)

    def _joined(self) -> Histogram:
        """The same with each bucket once."""
        order = np.argsort(self.places, kind="stable")
        places = self.places[order]
        first = np.flatnonzero(np.diff(places, prepend=-1))
        if not len(first):
            return self
        counts = np.add.reduceat(self.counts[order], first)
        over = np.add.reduceat(self.over[order], first)
        return Histogram(self.columns, self.level, places[first], counts, over)
