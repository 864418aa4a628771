"""A2: numbers of heads that are known between two ends; sums of them, and what is missing or too much."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf
from typing import NamedTuple

from korridor.events.head_count import Between


class Interval(NamedTuple):
    """From low to high; whole numbers, or infinite where nobody knows a limit.

    Every operation gives an interval that holds whatever its parts may truly be.
    """

    low: float
    high: float

    def plus(self, other: Interval) -> Interval:
        """The sum."""
        return Interval(self.low + other.low, self.high + other.high)

    def minus(self, other: Interval) -> Interval:
        """The difference."""
        return Interval(self.low - other.high, self.high - other.low)

    def or_else(self, other: Interval) -> Interval:
        """One or the other: from the lower low to the higher high."""
        return Interval(min(self.low, other.low), max(self.high, other.high))

    def at_least(self, least: float) -> Interval:
        """No lower than ``least``: of a difference from 0 up, what is missing."""
        return Interval(max(self.low, least), max(self.high, least))

    @property
    def negative(self) -> Interval:
        """What is too much where this is missing."""
        return Interval(-self.high, -self.low)

    @property
    def exact(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high

    def __str__(self) -> str:
        low, high = whole(self.low), whole(self.high)
        if self.exact and low is not None:
            return f"{low:,}"
        if low is None:
            return "unknown" if high is None else f"at most {high:,}"
        return f"at least {low:,}" if high is None else f"{low:,} to {high:,}"


NOBODY = Interval(0, 0)


def total(parts: Iterable[Interval]) -> Interval:
    """Return the sum of intervals."""
    low: float = 0
    high: float = 0
    for part in parts:
        low, high = low + part.low, high + part.high
    return Interval(low, high)


def one_of(several: Iterable[Interval]) -> Interval:
    """Return the range of several counts of one thing; of none, nobody."""
    found = tuple(several)
    if not found:
        return NOBODY
    return Interval(min(each.low for each in found), max(each.high for each in found))


def interval_of(count: Between) -> Interval:
    """Return a count as an interval."""
    return Interval(count.low, inf if count.high is None else count.high)


def whole(end: float) -> int | None:
    """Return an end as a whole number; ``None`` where there is no limit."""
    return None if end in (inf, -inf) else int(end)
