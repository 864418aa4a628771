"""Whatever the weather, what happens keeps the rules that hold on the road (C2 to C7), checked by other code."""

from collections import defaultdict
from itertools import pairwise

import hypothesis.strategies as st
from hypothesis import given

from korridor.operation.operation import Operation
from korridor.rehearsal.happened import Ending, Happened
from korridor.rehearsal.stage import stage_of
from tests.rehearsal.runs_of import plans


@st.composite
def runs(draw: st.DrawFn) -> tuple[Operation, tuple[Happened, ...]]:
    """One run of a plan, in whatever weather, by either dispatcher."""
    operation, movements = draw(plans())
    stage = stage_of(
        operation, movements, draw(st.integers(0, 2**64 - 1)), ahead=draw(st.sampled_from([1, 3]))
    )
    return operation, stage.once(draw(st.integers(0, 1000)))


@given(runs())
def test_no_vehicle_is_in_two_places(ran: tuple[Operation, tuple[Happened, ...]]) -> None:
    """A vehicle leaves for its next trip when it is free of the one before, and from where that ended."""
    trips = defaultdict(list)
    for each in ran[1]:
        if each.ending is Ending.ARRIVED:
            for trip in each.movement.trips:
                trips[trip.vehicle_type, trip.vehicle].append(trip)
    turned = any(each.ending is not Ending.ARRIVED for each in ran[1])
    for of_one in trips.values():
        for earlier, later in pairwise(of_one):
            assert earlier.free_s <= later.leaves_s or later.leaves_s <= earlier.leaves_s
            assert turned or later.comes_from == earlier.destination


@given(runs())
def test_times_go_forward(ran: tuple[Operation, tuple[Happened, ...]]) -> None:
    """Everybody boards after their vehicle has come, leaves after boarding, and gets off after arriving."""
    for each in ran[1]:
        if each.ending is not Ending.ARRIVED:
            continue
        movement = each.movement
        for trip in movement.trips:
            assert trip.leaves_s <= trip.comes_s <= movement.departs_s
            assert movement.departs_s <= trip.released_s <= trip.arrives_s <= trip.free_s
            if trip.boarded_s is not None:
                assert (
                    trip.comes_s <= trip.bay_begins_s <= trip.boards_s <= trip.boarded_s <= movement.departs_s
                )
        for passage in movement.passages:
            assert passage.head_in_s <= passage.tail_in_s
            assert passage.head_in_s <= passage.head_out_s <= passage.tail_out_s


@given(runs())
def test_headway_and_order_hold(ran: tuple[Operation, tuple[Happened, ...]]) -> None:
    """On each road columns keep their headway at entry and at exit, and nobody overtakes (C4)."""
    operation, happened = ran
    passages = defaultdict(list)
    for each in happened:
        if each.ending is Ending.ARRIVED:
            for passage in each.movement.passages:
                passages[passage.road, passage.forth].append(passage)
    for (road, _), entered in passages.items():
        headway = operation.roads[road].headway_s or 0
        for earlier, later in pairwise(entered):
            assert later.head_in_s >= max(earlier.head_in_s + headway, earlier.tail_in_s)
            assert later.head_out_s >= max(earlier.head_out_s + headway, earlier.tail_out_s)


@given(runs())
def test_no_more_at_once_than_lanes_and_bays(ran: tuple[Operation, tuple[Happened, ...]]) -> None:
    """No checkpoint serves more vehicles at once than it has lanes, no place loads more than it has bays."""
    operation, happened = ran
    spans = defaultdict(list)
    for each in happened:
        for trip in each.movement.trips if each.ending is Ending.ARRIVED else ():
            for screening in trip.screenings:
                spans[screening.checkpoint, each.movement.loaded, screening.lane].append(
                    (screening.begins_s, screening.ends_s)
                )
            if trip.bay is not None:
                spans[each.movement.origin, "bay", trip.bay].append((trip.bay_begins_s, trip.boarded_s))
            if trip.unload_bay is not None:
                spans[trip.destination, "bay", trip.unload_bay].append((trip.unloads_s, trip.free_s))
    for (place, what, number), of_one in spans.items():
        lanes = operation.places[place].lanes
        assert number < (
            operation.places[place].bays if what == "bay" else lanes.outward if what else lanes.inward
        )
        for earlier, later in pairwise(sorted(span for span in of_one if span[0] < span[1])):
            assert earlier[1] <= later[0]


@given(runs())
def test_nobody_is_made_or_lost(ran: tuple[Operation, tuple[Happened, ...]]) -> None:
    """Of each group no more people get off anywhere than came, and who goes on from a transfer got off there."""
    _, happened = ran
    at: dict[tuple[str, str], int] = defaultdict(int)
    for each in happened:
        if each.ending is not Ending.ARRIVED:
            continue
        for trip in each.movement.trips:
            for load in trip.loads:
                assert load.persons > 0
                at[load.group, trip.destination] += load.persons
                at[load.group, each.movement.origin] -= load.persons
    for (group, place), persons in at.items():
        if place != ran[0].people[group].place:
            assert persons >= 0
