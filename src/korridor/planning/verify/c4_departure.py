"""C4: departure, headway, order on the road, and alternate roads."""

from collections.abc import Iterator

from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named
from korridor.planning.verify.columns_ahead import ColumnsAhead


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


def c4_columns_enter_in_turn(plan: Plan) -> Iterator[Broken]:
    """C4: one way in rank order, headway apart, after the tail ahead; an alternate road is clear first."""
    ahead = ColumnsAhead(plan)
    for movement in plan.movements:
        for passage in movement.passages:
            least_s = ahead.entry_s(movement, passage)
            if passage.head_in_s < least_s:
                what = (
                    f"enters road {passage.road} at {passage.head_in_s} s; those before it allow {least_s} s"
                )
                yield Broken("C4", named(movement), what)


def c4_columns_leave_in_turn(plan: Plan) -> Iterator[Broken]:
    """C4: one way on a road columns leave it in rank order, headway apart, after the tail ahead."""
    ahead = ColumnsAhead(plan)
    for movement in plan.movements:
        for passage in movement.passages:
            least_s = ahead.exit_s(movement, passage)
            if passage.head_out_s < least_s:
                what = (
                    f"leaves road {passage.road} at {passage.head_out_s} s; those before it allow {least_s} s"
                )
                yield Broken("C4", named(movement), what)
