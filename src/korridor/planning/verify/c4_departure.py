"""C4: departure, headway, order on the road, and alternate roads."""

from collections.abc import Iterator
from itertools import pairwise

from korridor.events.movement import Movement, Passage
from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named


def c4_departs_when_it_may(plan: Plan) -> Iterator[Broken]:
    """C4: not before the planned moment, not before it is ready; from then on the head is on the road."""
    for movement in plan.movements:
        for name, moment_s in (("planned", movement.not_before_s), ("ready", movement.ready_s)):
            if movement.departs_s < moment_s:
                what = f"departs at {movement.departs_s} s, {name} at {moment_s} s"
                yield Broken("C4", named(movement), what)
        for first in movement.passages[:1]:
            if first.head_in_s != movement.departs_s:
                what = f"departs at {movement.departs_s} s, the head is on the road at {first.head_in_s} s"
                yield Broken("C4", named(movement), what)


def c4_without_column_all_leave_together(plan: Plan) -> Iterator[Broken]:
    """C4: without a column part departure is the moment all leave (at a checkpoint, the moment they may)."""
    for movement in plan.movements:
        for trip in movement.trips:
            if movement.passages or trip.screenings:
                continue
            if trip.released_s != movement.departs_s:
                what = f"leaves at {trip.released_s} s, the movement departs at {movement.departs_s} s"
                yield Broken("C4", named(movement, trip), what)


Column = tuple[Movement, Passage]


def _columns(plan: Plan, road: int) -> list[Column]:
    """Return the columns on a road in rank order, both ways."""
    return [
        (m, p) for m in sorted(plan.movements, key=lambda m: m.rank) for p in m.passages if p.road == road
    ]


def c4_headway_and_order(plan: Plan) -> Iterator[Broken]:
    """C4: one way on a road heads enter in rank order, headway apart, after the tail before; and so exits."""
    for index, road in enumerate(plan.operation.roads):
        for forth in (True, False):
            columns = [
                (movement, passage) for movement, passage in _columns(plan, index) if passage.forth is forth
            ]
            for (movement, ahead), (later, behind) in pairwise(columns):
                if movement.rank == later.rank:
                    continue
                entries = ("enters", behind.head_in_s, ahead.head_in_s, ahead.tail_in_s)
                exits = ("leaves", behind.head_out_s, ahead.head_out_s, ahead.tail_out_s)
                for does, head_s, head_before_s, tail_before_s in (entries, exits):
                    least_s = max(head_before_s + (road.headway_s or 0), tail_before_s)
                    if head_s < least_s:
                        may = f"after movement {movement.rank} it may at {least_s} s"
                        what = f"{does} road {index} at {head_s} s; {may}"
                        yield Broken("C4", named(later), what)


def c4_alternate_roads_are_clear(plan: Plan) -> Iterator[Broken]:
    """C4: an alternate road is entered only once every opposing column of lower rank has left it whole."""
    for index, road in enumerate(plan.operation.roads):
        if not road.alternate:
            continue
        columns = _columns(plan, index)
        for number, (movement, passage) in enumerate(columns):
            for before, opposing in columns[:number]:
                if opposing.forth is not passage.forth and passage.head_in_s < opposing.tail_out_s:
                    what = (
                        f"enters road {index} at {passage.head_in_s} s; "
                        f"movement {before.rank} is on it the other way until {opposing.tail_out_s} s"
                    )
                    yield Broken("C4", named(movement), what)
