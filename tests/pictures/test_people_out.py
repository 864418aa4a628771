"""When how many people are out (C7)."""

from collections import Counter

from hypothesis import given

from korridor.events.order import Order, TripOrder
from korridor.pictures.people_out import last_out_s, out_by_group, unloadings
from korridor.planning.plan import Plan
from korridor.planning.verify.standing import outs
from tests.pictures.any_runs import runs
from tests.pictures.convoys import days, round_robin, town
from tests.plain.clockwork import run


def test_people_are_out_when_unloaded_at_the_transfer():
    """All who are carried to Rashideen are out there, each at the end of the vehicle's unloading."""
    movements = days(2)
    found = list(unloadings(town(), movements))
    assert sum(unloading.persons for unloading in found) == sum(movement.persons for movement in movements)
    assert last_out_s(town(), movements) == max(t.free_s for m in movements if m.loaded for t in m.trips)


def test_who_is_carried_on_is_not_counted_again():
    """A journey on from the transfer takes nobody out who is not out already."""
    onward = TripOrder(vehicle_type="bus", comes_from="Rashideen", destination="Idlib")
    orders = (*round_robin(2), Order(origin="Rashideen", loaded=True, trips=(onward,) * 3))
    movements = run(town(), orders)
    assert movements[-1].persons == 150
    assert out_by_group(town(), movements) == out_by_group(town(), movements[:-1])


def test_who_is_unloaded_after_the_horizon_is_not_out():
    """The horizon ends the count; the movement itself may still arrive."""
    movements = days(2)
    first_s = min(trip.free_s for movement in movements if movement.loaded for trip in movement.trips)
    assert sum(out_by_group(town().until(first_s), movements).values()) > 0
    assert sum(out_by_group(town().until(first_s - 1), movements).values()) == 0
    assert last_out_s(town().until(first_s - 1), movements) is None


@given(runs())
def test_the_count_is_the_checker_s(drawn):
    """On any operation people count as out exactly as the independent checker counts them."""
    operation, movements = drawn
    plan = Plan(operation=operation, objective="most-out", status="feasible", movements=movements)
    checked = Counter({group: 0 for group in operation.people})
    for out in outs(plan):
        checked[out.group] += out.persons
    assert out_by_group(operation, movements) == dict(checked)
