"""The strip map's facts: each way, place by place, out and back."""

from itertools import pairwise

from hypothesis import given

from korridor.events.order import Order, TripOrder
from korridor.papers.strip import strips
from korridor.pictures.number import number
from tests.pictures.any_runs import runs
from tests.pictures.convoys import days, round_robin, town
from tests.plain.clockwork import run


@given(runs())
def test_everybody_carried_is_on_a_strip(run_of):
    """Each person of each loaded movement is on one strip, and each such movement is named on a strip."""
    operation, movements = run_of
    found = strips(operation, movements)
    assert sum(strip.persons for strip in found) == sum(movement.persons for movement in movements)
    named = {name for strip in found for name in strip.movements}
    assert named == {number(movement) for movement in movements if movement.loaded}


@given(runs())
def test_a_strip_adds_up(run_of):
    """Distances and driving times grow from place to place, by what each road has; ends are the strip's own, back as well."""
    operation, movements = run_of
    for strip in strips(operation, movements):
        for stops, ends in (
            (strip.out, (strip.origin, strip.destination)),
            (strip.back, (strip.destination, strip.origin)),
        ):
            if not stops:
                continue
            assert (stops[0].place, stops[-1].place) == ends
            assert (stops[0].from_start_m, stops[0].from_start_s, stops[0].before, stops[-1].after) == (
                0,
                0,
                None,
                None,
            )
            for here, there in pairwise(stops):
                assert here.after is there.before
                assert here.column_after == there.column_before
                assert there.from_start_s - here.from_start_s == there.from_last_s
                assert there.from_last_m == there.before.length_m
                if here.from_start_m is None or there.from_last_m is None:
                    assert there.from_start_m is None
                else:
                    assert there.from_start_m == here.from_start_m + there.from_last_m


@given(runs())
def test_the_column_drives_what_the_plan_says(run_of):
    """Out, the roads in column are those of the movements' passages, no more and no fewer."""
    operation, movements = run_of
    by_number = {number(movement): movement for movement in movements}
    for strip in strips(operation, movements):
        for name in strip.movements:
            roads = [operation.roads[passage.road] for passage in by_number[name].passages]
            assert [stop.before for stop in strip.out if stop.column_before] == roads


def test_movements_of_one_way_share_a_strip():
    """The town's many movements are three strips, the one with most people first, each in column all the way."""
    found = strips(town(), days())
    assert {strip.origin for strip in found} == {"Amiriya", "Salah Eddin", "Sukkari square"}
    assert [strip.persons for strip in found] == sorted((strip.persons for strip in found), reverse=True)
    assert sum(len(strip.movements) for strip in found) == sum(movement.loaded for movement in days())
    amiriya = next(strip for strip in found if strip.origin == "Amiriya")
    assert [(stop.place, stop.from_start_m) for stop in amiriya.out] == [
        ("Amiriya", 0), ("Ramouseh", 3000), ("Last government post", 9800), ("Rashideen", 24000),
    ]  # fmt: skip
    assert [stop.place for stop in amiriya.back] == [stop.place for stop in amiriya.out[::-1]]


def test_a_way_beyond_the_transfer_is_a_strip_of_its_own():
    """Who is carried on from the transfer goes by another strip, which comes after those of columns."""
    onward = TripOrder(vehicle_type="bus", comes_from="Rashideen", destination="Idlib")
    movements = run(town(), (*round_robin(1), Order(origin="Rashideen", loaded=True, trips=(onward,) * 2)))
    found = strips(town(), movements)
    assert [(strip.origin, strip.destination) for strip in found] == [
        ("Amiriya", "Rashideen"),
        ("Rashideen", "Idlib"),
    ]
    assert not any(stop.column_before for stop in found[1].out)


def test_the_slowest_vehicle_sets_the_pace():
    """A type with a speed of its own makes the driving time longer; without one, the roads' speeds hold."""
    slow = {"bus": town().fleet["bus"].model_copy(update={"speed_m_per_h": 10_000})}
    operation = town().model_copy(update={"fleet": {**town().fleet, **slow}})
    (free, *_), (held, *_) = strips(town(), days(2)), strips(operation, days(2))
    assert (free.slowest_m_per_h, held.slowest_m_per_h) == (None, 10_000)
    assert held.out[-1].from_start_s > free.out[-1].from_start_s
    assert held.out[-1].from_start_s == sum(-(-stop.from_last_m * 3600 // 10_000) for stop in held.out[1:])


def test_a_one_way_road_has_no_way_back():
    """Where the roads do not lead back, the strip says so by having no way back."""
    roads = [road.model_dump() | {"one_way": road.between == ("Rashideen", "Idlib")} for road in town().roads]
    operation = town(roads=roads)
    onward = TripOrder(vehicle_type="bus", comes_from="Rashideen", destination="Idlib")
    movements = run(operation, (*round_robin(1), Order(origin="Rashideen", loaded=True, trips=(onward,))))
    assert strips(operation, movements)[1].back == ()
