"""What columns waited for: one cause at a time, and all of them on operations of any kind."""

from collections import Counter

from hypothesis import given

from korridor.events.order import Order, TripOrder
from korridor.operation.operation import Operation
from korridor.papers.wait import Resource, Wait
from korridor.papers.waits import waits
from tests.pictures.any_runs import runs
from tests.pictures.convoys import days, round_robin, town
from tests.plain.clockwork import run

MIN = 60


def lane(places=None, road=None, bus=None, **changed):
    """A village, a checkpoint and a shelter, ten minutes apart; two buses stand ready in the village.

    Boarding takes ten minutes a bus, and so does unloading.
    """
    fields = {
        "name": "a lane",
        "start": "2024-03-01T08:00+00:00",
        "places": {
            "village": {"kind": "assembly"},
            "post": {"kind": "checkpoint", "lanes": 9, "per_vehicle": 300},
            "shelter": {"kind": "reception"},
        },
        "roads": [
            {"between": ("village", "post"), "time": 600} | (road or {}),
            {"between": ("post", "shelter"), "time": 600},
        ],
        "people": {"all": {"at": "village", "class": "well", "count": 40}},
        "fleet": {
            "bus": {"depots": {"village": 2}, "layouts": [{"seats": 10}], "boarding": 60, "alighting": 60}
            | (bus or {})
        },
        "convoy": {"most": 2},
    }
    for name, more in (places or {}).items():
        fields["places"][name] = fields["places"].get(name, {}) | more
    return Operation.model_validate(fields | changed)


def goes(buses=1, not_before_s=0, comes_from="village"):
    trip = TripOrder(vehicle_type="bus", comes_from=comes_from, destination="shelter")
    return Order(origin="village", loaded=True, trips=(trip,) * buses, not_before_s=not_before_s)


def comes_back():
    trip = TripOrder(vehicle_type="bus", comes_from="shelter", destination="village")
    return Order(origin="shelter", loaded=False, trips=(trip,))


def of(operation, *orders):
    return list(waits(operation, run(operation, orders)))


def test_a_bus_that_nothing_holds_waits_for_nothing():
    """Loading, driving, being looked at and unloading are no waits."""
    assert of(lane(), goes()) == []


def test_vehicles_that_have_yet_to_come():
    """From the start until the bus comes, ten people wait for it."""
    roads = [("village", "post", 600), ("post", "shelter", 600), ("depot", "village", 900)]
    operation = lane(
        places={"depot": {"kind": "depot"}},
        bus={"depots": {"depot": 1}},
        roads=[{"between": (here, there), "time": time_s} for here, there, time_s in roads],
    )
    assert of(operation, goes(comes_from="depot")) == [Wait("M001", Resource.VEHICLES, 0, 15 * MIN, 10)]


def test_one_bay_for_two_buses():
    """With one bay the column is ready ten minutes later than one bus by itself would be."""
    assert of(lane(places={"village": {"bays": 1}}), goes(buses=2)) == [
        Wait("M001", Resource.BAYS, 10 * MIN, 20 * MIN, 20)
    ]


def test_one_lane_for_two_buses():
    """With one lane the second bus is looked at after the first: five minutes for everybody aboard."""
    assert of(lane(places={"post": {"lanes": 1}}), goes(buses=2)) == [
        Wait("M001", Resource.SCREENING, 25 * MIN, 30 * MIN, 20)
    ]


def test_one_bay_to_unload_two_buses():
    """With one bay at the shelter those in the second bus wait, and those in the first do not."""
    found = of(lane(places={"shelter": {"bays": 1}}), goes(buses=2))
    assert found == [Wait("M001", Resource.UNLOADING, 35 * MIN, 45 * MIN, 10)]


def test_a_headway():
    """The second column is ready with the first, and leaves half an hour after it."""
    found = of(lane(road={"headway": 1800}), goes(), goes())
    assert found == [Wait("M002", Resource.HEADWAY, 10 * MIN, 40 * MIN, 10)]


def test_an_escort():
    """The only escort is back after its own way back: until then the second column waits for it."""
    first, second = run(lane(convoy={"most": 2, "escorts": 1}), (goes(), goes()))
    found = waits(lane(convoy={"most": 2, "escorts": 1}), (first, second))
    assert [wait for wait in found if wait.resource is Resource.ESCORT] == [
        Wait("M002", Resource.ESCORT, 10 * MIN, first.escort_free_s, 10)
    ]


def test_a_truce_that_has_yet_to_open():
    """A column that is ready before the truce opens waits for that, and for nothing else meanwhile."""
    truce = {"announced": [{"opens_s": 3600, "closes_s": 9000}]}
    found = of(lane(road={"truce": True}, places={"village": {"bays": 1}}, truce=truce), goes(buses=2))
    assert {wait.resource for wait in found} == {Resource.WINDOW}
    assert [(wait.begins_s, wait.ends_s) for wait in found] == [(10 * MIN, 20 * MIN), (20 * MIN, 60 * MIN)]


def test_a_truce_too_short_for_the_rest():
    """A column that cannot be through before the end waits for the next window from when it is ready."""
    truce = {"announced": [{"opens_s": 0, "closes_s": 900}, {"opens_s": 7200, "closes_s": 9000}]}
    found = of(lane(road={"truce": True}, truce=truce), goes())
    assert {wait.resource for wait in found} == {Resource.WINDOW}
    assert (found[0].begins_s, found[-1].ends_s) == (10 * MIN, 120 * MIN)


def test_a_gate():
    """Beyond ten persons departures wait for the other side's, as the agreement has it."""
    gate = {"name": "g", "out_of": ["village"], "beyond": 10, "until": 5,
            "of_schedule": [{"by": 5000, "persons": 5}]}  # fmt: skip
    found = of(lane(gates=[gate]), goes(), goes())
    assert found == [Wait("M002", Resource.GATE, 10 * MIN, 5000, 10)]


def test_a_gate_on_the_other_side_s_departures():
    """Where the other side stands in the same file, the gate opens when enough of its people are out."""
    gate = {"name": "g", "out_of": ["village"], "beyond": 5, "until": 10, "of_places": ["town"]}
    operation = lane(
        places={"town": {"kind": "assembly"}},
        bus={"depots": {"village": 1, "town": 1}},
        roads=[
            {"between": (here, there), "time": 600}
            for here, there in (("village", "post"), ("post", "shelter"), ("town", "shelter"))
        ],
        people={"ours": {"at": "village", "class": "well", "count": 40},
                "theirs": {"at": "town", "class": "well", "count": 10}},
        gates=[gate],
    )  # fmt: skip
    trip = TripOrder(vehicle_type="bus", comes_from="town", destination="shelter")
    other = Order(origin="town", loaded=True, trips=(trip,))
    assert of(operation, other, goes()) == [Wait("M002", Resource.GATE, 10 * MIN, 30 * MIN, 10)]


def test_bays_that_a_held_column_keeps():
    """A column that finds the only bay taken by one that waits at a gate waits for the gate as well."""
    gate = {"name": "g", "out_of": ["village"], "beyond": 10, "until": 5,
            "of_schedule": [{"by": 5000, "persons": 5}]}  # fmt: skip
    operation = lane(gates=[gate], places={"village": {"bays": 1}}, bus={"depots": {"village": 3}})
    found = [wait for wait in of(operation, goes(), goes(), goes()) if wait.movement == "M003"]
    assert {wait.resource for wait in found if wait.ends_s <= 5000} >= {Resource.BAYS, Resource.GATE}
    assert (
        sum(wait.ends_s - wait.begins_s for wait in found if wait.resource is Resource.GATE)
        == 5000 - 20 * MIN
    )


def test_a_planned_time():
    """A departure that the plan sets later than anything asks for is the plan's own."""
    assert of(lane(), goes(not_before_s=3000)) == [Wait("M001", Resource.PLANNED, 10 * MIN, 3000, 10)]


def test_a_turn():
    """A column that is ready before an empty one of lower rank has left waits for its turn."""
    operation = lane(bus={"depots": {"village": 1, "shelter": 1}})
    later = comes_back().model_copy(update={"not_before_s": 3000})
    assert of(operation, later, goes()) == [Wait("M002", Resource.TURN, 10 * MIN, 3000, 10)]


def test_a_turn_behind_a_column_that_is_held():
    """A column whose turn comes after one that is held waits for what holds that one."""
    found = of(lane(), goes(not_before_s=3000), goes())
    assert found == [
        Wait("M001", Resource.PLANNED, 10 * MIN, 3000, 10),
        Wait("M002", Resource.PLANNED, 10 * MIN, 3000, 10),
    ]


def test_opposing_traffic():
    """On an alternate road a column waits until the one that comes towards it has left."""
    operation = lane(road={"alternate": True}, bus={"depots": {"village": 1, "shelter": 1}})
    back, out = run(operation, (comes_back(), goes()))
    assert out.departs_s == back.passages[-1].tail_out_s
    (wait,) = waits(operation, (back, out))
    assert (wait.resource, wait.ends_s) == (Resource.OPPOSING, out.departs_s)


def test_who_is_out_already_waits_for_nothing_here():
    """A journey on from a safe place is not what the corridor's waits are about."""
    onward = TripOrder(vehicle_type="bus", comes_from="Rashideen", destination="Idlib")
    orders = (Order(origin="Rashideen", loaded=True, trips=(onward,)),)
    movements = run(town(), (*round_robin(1), *orders))
    assert {wait.movement for wait in waits(town(), movements)} == {"M002"}


def test_closed_hours_are_the_truce_s():
    """On days with a truce nobody waits for a vehicle, bay or lane at the origin while it is closed."""
    for wait in waits(town(), days()):
        if wait.resource in (Resource.VEHICLES, Resource.BAYS, Resource.TURN, Resource.HEADWAY):
            assert any(window.opens_s <= wait.begins_s < window.closes_s for window in town().windows)


@given(runs())
def test_a_wait_lies_inside_its_movement_s_time(drawn):
    """On any operation waits are of loaded movements, have some length, and end before all are unloaded."""
    operation, movements = drawn
    ends_s = {
        f"M{movement.rank + 1:03d}": max(trip.free_s for trip in movement.trips) for movement in movements
    }
    persons = {f"M{movement.rank + 1:03d}": movement.persons for movement in movements}
    for wait in waits(operation, movements):
        assert 0 <= wait.begins_s < wait.ends_s <= ends_s[wait.movement]
        assert 0 < wait.persons <= persons[wait.movement]


@given(runs())
def test_a_departure_s_wait_is_given_once(drawn):
    """On any operation what a column waited between being ready and leaving is given out whole, and once."""
    operation, movements = drawn
    for movement in movements:
        ready_s, departs_s = movement.ready_s, movement.departs_s
        found = [w for w in waits(operation, movements) if w.movement == f"M{movement.rank + 1:03d}"]
        given_s = Counter()
        for wait in found:
            if ready_s <= wait.begins_s and wait.ends_s <= departs_s:
                given_s[wait.resource] += wait.ends_s - wait.begins_s
        if found:
            assert sum(given_s.values()) == departs_s - ready_s
