"""A2, A3: an amount of heads as the books move it: a total, and heads by class in the schemes in which they were counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from korridor.events.code_lists import CLASSES, UNKNOWN, Scheme
from korridor.events.head_count import HeadCount
from korridor.ledger.interval import NOBODY, Interval, interval_of, one_of
from korridor.ledger.interval import total as sum_of

Breakdown = Mapping[str, Interval]
"""Heads by every class of a scheme; of class *unknown* is whoever was not told apart."""


@dataclass(frozen=True)
class Heads:
    """A total, and its breakdowns.

    One count has one breakdown at most. Where two counts of one thing agree on the total, and one is by care and one by
    status, the books have both.
    """

    total: Interval
    breakdowns: Mapping[Scheme, Breakdown] = field(default_factory=dict)

    @classmethod
    def of(cls, count: HeadCount) -> Heads:
        """What a count says."""
        if count.scheme is None:
            return cls(interval_of(count))
        classes = {name: interval_of(count.of_class(name)) for name in CLASSES[count.scheme]}
        return cls(interval_of(count), {count.scheme: classes})

    @property
    def perhaps(self) -> Heads:
        """As many, or nobody."""
        return Heads(
            _or_nobody(self.total),
            {
                scheme: {name: _or_nobody(heads) for name, heads in classes.items()}
                for scheme, classes in self.breakdowns.items()
            },
        )

    def of_class(self, scheme: Scheme, name: str) -> Interval:
        """Heads of a class, as far as they were counted in that scheme."""
        if scheme in self.breakdowns:
            return self.breakdowns[scheme][name]
        return self.total if name == UNKNOWN else NOBODY


def added(parts: Iterable[Heads]) -> Heads:
    """Parts add up, in every scheme in which any of them was counted."""
    found = tuple(parts)
    return Heads(
        sum_of(part.total for part in found),
        {
            scheme: {name: sum_of(part.of_class(scheme, name) for part in found) for name in CLASSES[scheme]}
            for scheme in _schemes(found)
        },
    )


def ranged(several: Iterable[Heads]) -> Heads:
    """Several counts of one thing: their range.

    A breakdown stands where all have it, or where those that have none agree on the total.
    """
    found = tuple(several)
    breakdowns = {}
    for scheme in _schemes(found):
        broken_down = [each for each in found if scheme in each.breakdowns]
        if len(broken_down) == len(found) or len({each.total for each in found}) == 1:
            breakdowns[scheme] = {
                name: one_of(each.of_class(scheme, name) for each in broken_down) for name in CLASSES[scheme]
            }
    return Heads(one_of(each.total for each in found), breakdowns)


def _schemes(several: Iterable[Heads]) -> list[Scheme]:
    used = {scheme for each in several for scheme in each.breakdowns}
    return [scheme for scheme in Scheme if scheme in used]


def _or_nobody(heads: Interval) -> Interval:
    return Interval(min(0, heads.low), max(0, heads.high))
