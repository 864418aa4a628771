"""P5: what has become of each loaded column of the earlier plan, and which columns are new."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from korridor.events.movement import Movement
from korridor.planning.replan.promises import TOLERANCE_S


class Fate(StrEnum):
    """What has become of a column."""

    AS_PLANNED = "as planned"
    EARLIER = "earlier"
    LATER = "later"
    ELSEWHERE = "elsewhere"
    NOT_ANY_MORE = "not any more"
    NEW = "new"


@dataclass(frozen=True)
class Column:
    """One loaded column, then and now; ``None`` where there is none."""

    fate: Fate
    then: Movement | None
    now: Movement | None

    @property
    def one(self) -> Movement:
        """The column as it is now, or else as it was."""
        found = self.now or self.then
        assert found is not None
        return found

    @property
    def more_persons(self) -> int:
        """How many more people are aboard."""
        return (self.now.persons if self.now else 0) - (self.then.persons if self.then else 0)


def columns_of(then: Sequence[Movement], now: Sequence[Movement]) -> tuple[Column, ...]:
    """Pair loaded columns of two plans: those that leave when they were to, then those moved, then those sent elsewhere.

    A column is the same when it leaves the same place for the same places; where it leaves at the same time for others,
    it goes elsewhere.
    """
    left, new = ([each for each in plan if each.loaded] for plan in (then, now))
    found: list[Column] = []
    for alike, span_s in ((_same_way, TOLERANCE_S), (_same_way, None), (_same_origin, TOLERANCE_S)):
        for before in tuple(left):
            after = _nearest(before, new, alike, span_s)
            if after is not None:
                left.remove(before)
                new.remove(after)
                found.append(Column(_fate(before, after), before, after))
    found += [Column(Fate.NOT_ANY_MORE, before, None) for before in left]
    found += [Column(Fate.NEW, None, after) for after in new]
    return tuple(sorted(found, key=lambda each: (each.one.departs_s, each.one.rank)))


def ends_of(movement: Movement) -> tuple[str, ...]:
    """Return where a column's people are taken."""
    return tuple(sorted({trip.destination for trip in movement.trips if trip.loads}))


def _same_way(one: Movement, other: Movement) -> bool:
    return one.origin == other.origin and ends_of(one) == ends_of(other)


def _same_origin(one: Movement, other: Movement) -> bool:
    return one.origin == other.origin


def _nearest(
    one: Movement,
    others: Sequence[Movement],
    alike: Callable[[Movement, Movement], bool],
    span_s: int | None,
) -> Movement | None:
    """Return the column alike that leaves nearest in time, within a span if there is one."""

    def apart_s(other: Movement) -> int:
        return abs(other.departs_s - one.departs_s)

    near = [each for each in others if alike(one, each) and (span_s is None or apart_s(each) <= span_s)]
    return min(near, key=apart_s, default=None)


def _fate(before: Movement, after: Movement) -> Fate:
    if ends_of(before) != ends_of(after):
        return Fate.ELSEWHERE
    if abs(after.departs_s - before.departs_s) <= TOLERANCE_S:
        return Fate.AS_PLANNED
    return Fate.EARLIER if after.departs_s < before.departs_s else Fate.LATER
