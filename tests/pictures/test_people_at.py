"""Who is where in the end."""

from collections import Counter

from hypothesis import given

from korridor.events.order import Order, TripOrder
from korridor.operation.place import Side
from korridor.pictures.people_at import people_at
from korridor.pictures.people_out import out_by_group
from tests.pictures.any_runs import runs
from tests.pictures.convoys import days, round_robin, town
from tests.plain.clockwork import run


@given(runs())
def test_everybody_is_somewhere_and_nobody_twice(run_of):
    """The people at all places together are those of the file; none is below zero, and none arrives short of a safe place."""
    operation, movements = run_of
    people = people_at(operation, movements)
    assert sum(at.left + at.arrived + at.late for at in people.values()) == operation.persons
    for name, at in people.items():
        assert min(at.left, at.arrived, at.late) >= 0
        assert operation.places[name].side is Side.SAFE or at.arrived == at.late == 0


@given(runs())
def test_who_has_arrived_is_out(run_of):
    """Those who have arrived are as many as the report counts out, and too late comes who is not."""
    operation, movements = run_of
    people = people_at(operation, movements)
    assert sum(at.arrived for at in people.values()) == sum(out_by_group(operation, movements).values())


@given(runs())
def test_each_place_balances(run_of):
    """At each place: who stood there, and who got off there, less who boarded there."""
    operation, movements = run_of
    expected = Counter({name: 0 for name in operation.places})
    for group in operation.people.values():
        expected[group.place] += group.persons
    for movement in movements:
        expected[movement.origin] -= movement.persons
        for trip in movement.trips:
            expected[trip.destination] += trip.persons
    people = people_at(operation, movements)
    assert {name: at.left + at.arrived + at.late for name, at in people.items()} == dict(expected)


def test_who_is_out_in_time_stays_out_when_carried_on_late():
    """People unloaded at the transfer in time, and carried on after the horizon, have arrived and are not too late."""
    onward = TripOrder(vehicle_type="bus", comes_from="Rashideen", destination="Idlib")
    orders = (*round_robin(2), Order(origin="Rashideen", loaded=True, trips=(onward,) * 3))
    movements = run(town(), orders)
    last_out_s = max(trip.free_s for movement in movements[:-1] for trip in movement.trips if trip.loads)
    people = people_at(town().until(last_out_s), movements)
    assert movements[-1].trips[0].free_s > last_out_s
    assert (people["Idlib"].arrived, people["Idlib"].late) == (150, 0)


def test_too_late_is_not_arrived():
    """Who comes to a safe place after the horizon only is told apart from who arrived, and from who is left behind."""
    movements = days(2)
    first_s = min(trip.free_s for movement in movements if movement.loaded for trip in movement.trips)
    at = people_at(town().until(first_s), movements)["Rashideen"]
    assert at.arrived > 0
    assert at.late > 0
    assert at.arrived + at.late == sum(movement.persons for movement in movements)
