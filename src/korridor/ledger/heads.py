"""A2, A3: an amount of heads as the books move it: a total, and heads by class in the scheme in which they were counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from korridor.events.code_lists import CLASSES, UNKNOWN, Scheme
from korridor.events.head_count import HeadCount
from korridor.ledger.interval import Interval, interval_of, one_of
from korridor.ledger.interval import total as sum_of


@dataclass(frozen=True)
class Heads:
    """A total, and at most one breakdown; of class *unknown* is whoever the breakdown leaves out."""

    total: Interval
    scheme: Scheme | None = None
    classes: Mapping[str, Interval] = field(default_factory=dict)

    @classmethod
    def of(cls, count: HeadCount) -> Heads:
        """What a count says."""
        if count.scheme is None:
            return cls(interval_of(count))
        classes = {name: interval_of(count.of_class(name)) for name in CLASSES[count.scheme]}
        return cls(interval_of(count), count.scheme, classes)

    @property
    def perhaps(self) -> Heads:
        """As many, or nobody."""
        classes = {name: Interval(0, each.high) for name, each in self.classes.items()}
        return Heads(Interval(min(0, self.total.low), max(0, self.total.high)), self.scheme, classes)

    def class_heads(self, scheme: Scheme, name: str) -> Interval:
        """Heads of a class, as far as it was counted in that scheme."""
        if self.scheme is scheme:
            return self.classes.get(name, Interval(0, 0))
        return self.total if name == UNKNOWN else Interval(0, 0)


def added(parts: Iterable[Heads]) -> Heads:
    """Parts add up; in a scheme if all that were counted by class were counted in it."""
    found = tuple(parts)
    total = sum_of(part.total for part in found)
    schemes = {part.scheme for part in found if part.scheme is not None}
    if len(schemes) != 1:
        return Heads(total)
    [scheme] = schemes
    classes = {name: sum_of(part.class_heads(scheme, name) for part in found) for name in CLASSES[scheme]}
    return Heads(total, scheme, classes)


def ranged(several: Iterable[Heads]) -> Heads:
    """Several counts of one thing: their range; in a scheme if all were counted in it."""
    found = tuple(several)
    total = one_of(each.total for each in found)
    schemes = {each.scheme for each in found}
    if len(schemes) != 1 or None in schemes:
        return Heads(total)
    [scheme] = schemes
    assert scheme is not None
    names = CLASSES[scheme]
    return Heads(total, scheme, {n: one_of(each.class_heads(scheme, n) for each in found) for n in names})
