"""C5: heads and tails on the road."""

from collections.abc import Iterator
from itertools import pairwise

from korridor.events.movement import Movement, Passage
from korridor.operation.place import Kind
from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named
from korridor.planning.verify.seconds import column_m, column_speed_m_per_h, pass_s, spaced_s, travel_s


def road_s(plan: Plan, movement: Movement, passage: Passage) -> tuple[int, int]:
    """Return C5's *t* and *p*: the time the column needs on a road, and its pass time there."""
    road = plan.operation.roads[passage.road]
    speed = column_speed_m_per_h(plan.operation, movement)
    length_m = column_m(plan.operation, movement)
    return travel_s(road, passage.forth, speed), pass_s(road, passage.forth, length_m, speed)


def end_of(plan: Plan, passage: Passage) -> str:
    """Return the place to which a passage leads."""
    here, there = plan.operation.roads[passage.road].between
    return there if passage.forth else here


def c5_heads_and_tails_take_their_time(plan: Plan) -> Iterator[Broken]:
    """C5: head and tail need each road's time at the slowest speed, the tail also its pass time behind."""
    for movement in plan.movements:
        for passage in movement.passages:
            needs_s, behind_s = road_s(plan, movement, passage)
            least_s = {
                "head out": (passage.head_out_s, passage.head_in_s + needs_s),
                "tail in": (passage.tail_in_s, passage.head_in_s + behind_s),
                "tail out": (
                    passage.tail_out_s,
                    max(passage.tail_in_s + needs_s, passage.head_out_s + behind_s),
                ),
            }
            for name, (stated_s, soonest_s) in least_s.items():
                if stated_s < soonest_s:
                    what = f"{name} of road {passage.road} at {stated_s} s; not before {soonest_s} s"
                    yield Broken("C5", named(movement), what)


def c5_one_road_after_the_other(plan: Plan) -> Iterator[Broken]:
    """C5: head and tail enter a road no sooner than they have left the one behind."""
    for movement in plan.movements:
        for behind, ahead in pairwise(movement.passages):
            ends = (
                ("head", ahead.head_in_s, behind.head_out_s),
                ("tail", ahead.tail_in_s, behind.tail_out_s),
            )
            for name, enters_s, leaves_s in ends:
                if enters_s < leaves_s:
                    left = f"is out of road {behind.road} at {leaves_s} s"
                    what = f"{name} {left}, in road {ahead.road} at {enters_s} s"
                    yield Broken("C5", named(movement), what)


def c5_held_columns_stand_on_the_road_behind(plan: Plan) -> Iterator[Broken]:
    """C5: but at a checkpoint, the tail leaves a road no sooner than *p* after the head enters the next."""
    for movement in plan.movements:
        for behind, ahead in pairwise(movement.passages):
            if plan.operation.places[end_of(plan, behind)].kind is Kind.CHECKPOINT:
                continue
            least_s = ahead.head_in_s + road_s(plan, movement, behind)[1]
            if behind.tail_out_s < least_s:
                held = f"held, it stands there until {least_s} s"
                what = f"tail out of road {behind.road} at {behind.tail_out_s} s; {held}"
                yield Broken("C5", named(movement), what)


def c5_released_as_they_come(plan: Plan) -> Iterator[Broken]:
    """C5: a vehicle goes on from the release point no sooner than it comes, evenly spaced in the column."""
    for movement in plan.movements:
        if not movement.passages:
            continue
        last = movement.passages[-1]
        if plan.operation.places[movement.release].kind is Kind.CHECKPOINT:
            continue  # there they go on when they are through (C6)
        for position, trip in enumerate(movement.trips):
            comes_s = spaced_s(last.head_out_s, last.tail_out_s, position, len(movement.trips))
            if trip.released_s < comes_s:
                what = (
                    f"goes on from {movement.release} at {trip.released_s} s, but comes there at {comes_s} s"
                )
                yield Broken("C5", named(movement, trip), what)
