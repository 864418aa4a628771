"""C4: departure, headway, order on the road, and alternate roads."""

from collections.abc import Iterator

from korridor.events.movement import Movement, Passage
from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named
from korridor.planning.verify.from_state import columns_then


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


def columns_before(plan: Plan, movement: Movement, passage: Passage, opposing: bool) -> list[Passage]:
    """Return the passages of columns of lower rank on the same road, the same way or the opposing one."""
    return [
        other
        for before in plan.movements
        if before.rank < movement.rank
        for other in before.passages
        if other.road == passage.road and (other.forth is not passage.forth) is opposing
    ]


def entry_s(plan: Plan, movement: Movement, passage: Passage) -> int:
    """C4: the soonest that columns of lower rank let a head enter a road, behind them or opposing them."""
    road = plan.operation.roads[passage.road]
    ahead = columns_before(plan, movement, passage, opposing=False)
    opposing = columns_before(plan, movement, passage, opposing=True) if road.alternate else []
    then = columns_then(plan, passage.road, passage.forth)
    facing = columns_then(plan, passage.road, not passage.forth) if road.alternate else []
    return max(
        [0]
        + [before.head_in_s + (road.headway_s or 0) for before in (*then, *ahead)]
        + [before.tail_in_s for before in (*then, *ahead)]
        + [before.tail_out_s for before in (*facing, *opposing)]
    )


def exit_s(plan: Plan, movement: Movement, passage: Passage) -> int:
    """C4: the soonest that columns of lower rank let a head leave a road."""
    headway_s = plan.operation.roads[passage.road].headway_s or 0
    ahead = columns_before(plan, movement, passage, opposing=False)
    then = columns_then(plan, passage.road, passage.forth)
    return max([0] + [max(before.head_out_s + headway_s, before.tail_out_s) for before in (*then, *ahead)])


def c4_columns_enter_in_turn(plan: Plan) -> Iterator[Broken]:
    """C4: one way in rank order, headway apart, after the tail ahead; an alternate road is clear first."""
    for movement in plan.movements:
        for passage in movement.passages:
            least_s = entry_s(plan, movement, passage)
            if passage.head_in_s < least_s:
                what = (
                    f"enters road {passage.road} at {passage.head_in_s} s; those before it allow {least_s} s"
                )
                yield Broken("C4", named(movement), what)


def c4_columns_leave_in_turn(plan: Plan) -> Iterator[Broken]:
    """C4: one way on a road columns leave it in rank order, headway apart, after the tail ahead."""
    for movement in plan.movements:
        for passage in movement.passages:
            least_s = exit_s(plan, movement, passage)
            if passage.head_out_s < least_s:
                what = (
                    f"leaves road {passage.road} at {passage.head_out_s} s; those before it allow {least_s} s"
                )
                yield Broken("C4", named(movement), what)
