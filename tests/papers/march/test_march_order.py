"""March orders: one for each loaded column, with the plan's times and people."""

import re

from hypothesis import given

from korridor.operation.march_orders import MarchOrders
from korridor.operation.ways import Ways
from korridor.papers.convoy_number import convoy_number
from korridor.papers.day_clock import DayClock
from korridor.papers.march.march_order import march_orders
from korridor.papers.march.route_strip import Doing, route_strip
from korridor.pictures.clock import Clock
from tests.papers.small_plan import made
from tests.pictures.any_runs import runs
from tests.pictures.convoys import TOWN, days, free_town, round_robin, town
from tests.plain.clockwork import run


def first():
    return march_orders(town(), days())[0]


def test_who_what_where_when():
    """The first sheet of the town says who goes, from where to where, when, and what the column is."""
    order = first()
    assert (order.number, order.day) == ("15-M005", "Thu 15 Dec 2016")
    assert (order.origin, order.ends) == ("Amiriya", "Rashideen")
    assert order.departs == Clock(town().start).exact.time(days()[4].departs_s)
    assert order.vehicles == "4 ambulance (no. 1–4), then 10 bus (no. 1–10)"
    assert (order.persons, order.classes) == (512, "8 lying, 504 well")
    assert order.counts == (("lying", 8), ("sitting", 0), ("well", 504))


def test_the_empty_way_in_is_told():
    """The sheet says which empty column brings the vehicles, who leads it, and when it passes the checkpoint."""
    (line,) = first().way_in
    assert line.startswith("15-M001 (you lead it in): 4 ambulance, 10 bus from Rashideen, ")
    assert ", Ramouseh " in line and line.endswith(".") and "Amiriya by " in line


def test_loading_says_how_long_people_sit():
    """Bays, boarding, forming up, and the longest time aboard beside its limit."""
    words = first().loading
    assert words.startswith("Amiriya, 8 vehicles at once. Boarding from ")
    assert "then form up: 10 min." in words and words.endswith("limit 6 h.")


def test_the_checkpoint_says_what_lets_the_column_go():
    """Lanes, planned seconds, and that the column waits for its last vehicle."""
    assert first().checkpoints == (
        "Ramouseh: everyone aboard is looked at. 4 lanes outward; planned: 3 min a vehicle, 6 s a person. "
        "The column goes on when its last vehicle is through.",
    )


def test_a_wait_behind_the_column_ahead_is_told():
    """Who is through the checkpoint and has to wait for the headway reads how long."""
    quick = town(
        places=TOWN["places"] | {"Ramouseh": {"kind": "checkpoint", "lanes": 4, "per_vehicle_s": 10}}
    )
    rows = [row for order in march_orders(quick, run(quick, round_robin(4))) for row in order.strip]
    waits = [row.what for row in rows if row.place == "Ramouseh"]
    assert "checkpoint" in waits
    assert any(re.fullmatch(r"checkpoint, then wait \d+ min", what) for what in waits)


def test_the_road_says_spacing_truce_headway_and_escort():
    """What is to be kept on the road stands line by line."""
    second = march_orders(town(), days())[1]
    length, truce, headway, escort = second.road
    assert length.endswith("vehicles, 50 m from one to the next: 500 m long.")
    assert truce.startswith(
        "Truce road Ramouseh → Rashideen: open until 16 Dec 11:00; last vehicle off it by 16 Dec"
    )
    assert headway == "Ramouseh → Last government post: at least 20 min behind the head of 15-M005."
    assert escort == "Escort: no. 2 of 6; do not leave without it."


def test_a_column_that_ends_at_its_checkpoint_says_so():
    """Where the release point is the checkpoint, the sheet tells that vehicles go on singly once the last is through."""
    roads = [road | ({"truce": False, "headway_s": None} if "headway_s" in road or road.get("truce") else {})
             for road in TOWN["roads"]]  # fmt: skip
    open_town = town(truce=None, roads=roads)
    there = {
        "origin": "Last government post"
    }  # where an empty column forms up, on the road to the checkpoint
    orders = [each if each.loaded else each.model_copy(update=there) for each in round_robin(2)]
    order = march_orders(open_town, run(open_town, tuple(orders)))[0]
    assert [(row.place, row.what) for row in order.strip[1:2]] == [
        ("Ramouseh", "checkpoint; then the column ends, vehicles go on singly")
    ]
    assert order.strip[2].what == "singly by way of Last government post; unload: 8 lying, 504 well"
    assert order.checkpoints[0].startswith("Ramouseh: everyone aboard is looked at.")


def test_a_column_without_truce_says_nothing_of_it():
    """Where no road needs a truce, the sheet has no word on what to do when one breaks."""
    free = free_town()
    order = march_orders(free, run(free, round_robin(2)))[0]
    assert order.truce is None and not any("ruce" in words for words in order.road)


def test_who_drives_alone_is_no_column():
    """Vehicles that leave together and drive singly have one sheet, which stays with whoever sends them off."""
    plan = made()
    orders = march_orders(plan.operation, plan.movements)
    assert [order.number for order in orders] == ["D1-M001", "D1-M002", "D1-M003", "D1-M004"]
    assert orders[0].road == (
        "No column: each vehicle drives by itself; this sheet stays with whoever sends them off.",
    )
    assert (orders[0].strip[-1].place, orders[0].strip[-1].what) == ("shelter 1", "unload: 10 well")


@given(runs())
def test_every_loaded_movement_has_one_order(drawn):
    """As many sheets as movements with people aboard, in rank order, each with its number and its people."""
    operation, movements = drawn
    loaded = [movement for movement in movements if movement.loaded]
    orders = march_orders(operation, movements)
    assert [order.number for order in orders] == [convoy_number(operation, each) for each in loaded]
    assert [order.persons for order in orders] == [movement.persons for movement in loaded]
    for order in orders:
        assert sum(persons for _, persons in order.counts) == order.persons


@given(runs())
def test_the_times_on_a_sheet_are_the_plan_s(drawn):
    """Every time of the strip is the plan's: exact where a column may not go sooner, else down where it begins, up where done."""
    operation, movements = drawn
    ways, clock = Ways(operation), Clock(operation.start)
    loaded = [movement for movement in movements if movement.loaded]
    for movement, order in zip(loaded, march_orders(operation, movements), strict=True):
        day = DayClock(clock, clock.day(movement.departs_s))
        assert order.departs == order.strip[0].leaves == day.exact.time(movement.departs_s)
        for row, point in zip(order.strip, route_strip(operation, ways, movement), strict=True):
            assert row.place == point.place
            assert row.arrives == ("" if point.arrives_s is None else day.time(point.arrives_s))
            told = day.exact if point.waits_s or point.doing is Doing.LOADS else day
            assert row.leaves == ("" if point.leaves_s is None else told.time(point.leaves_s))
            assert row.last == day.time(point.last_s, up=True)


def test_nothing_is_established_unless_the_file_says_it():
    """Radio, control room, counts and what to do when the truce breaks are blank by default."""
    assert MarchOrders() == town().orders
    assert (town().orders.radio, town().orders.control_room, town().orders.counts_to) == (None, None, None)
    assert town().truce.when_broken is None
