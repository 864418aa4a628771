"""How soon everybody can be out at best."""

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from korridor.clockwork.run import run
from korridor.operation.bep import read_bep
from korridor.planning.bound.clearance import clearance_bound
from tests.planning.bound.test_walk import corridor
from tests.strategies import operations, orders, weight_out


# A bound by halving takes 1.5 s of CPU: a thousand examples of the long profile would be half an hour.
@settings(
    max_examples=min(200, settings.default.max_examples), suppress_health_check=[HealthCheck.filter_too_much]
)
@given(data=st.data(), operation=operations(most=5))
def test_no_orders_are_done_sooner(data, operation):
    """Whoever gets everybody out has the last one out no sooner than the bound."""
    movements = run(operation, data.draw(orders(operation, most=40)))
    people = {name: group.model_copy(update={"weight": 1}) for name, group in operation.people.items()}
    assume(weight_out(operation.model_copy(update={"people": people}), movements) == operation.persons)
    last_s = max(trip.free_s for movement in movements for trip in movement.trips if trip.loads)
    assert clearance_bound(operation, seconds=1)[0] <= last_s


def test_ten_loads_of_three_buses():
    """Four laps: x of the first at 1000 s, three whole laps of 3020 s, 1170 s to the camp; 11,230 s at best."""
    operation = corridor(truce={"announced": [{"opens": 1000, "closes": 99_000}]})
    bound_s, certificate = clearance_bound(operation, seconds=1)
    assert 0.98 * 11_230 <= bound_s <= 11_230
    assert (certificate.horizon_s, certificate.unweighted) == (bound_s - 1, True)
    assert certificate.bound_weight < 100


def test_not_everybody_by_the_horizon():
    """Where the truce is too short, the bound lies beyond it, and the certificate says how many stay."""
    bound_s, certificate = clearance_bound(corridor(), seconds=1)
    assert bound_s == 9001
    assert certificate.bound_weight == 90


def test_a_known_plan_ends_the_search():
    """No bound beyond the clearance of a known plan is looked for."""
    operation = corridor(truce={"announced": [{"opens": 1000, "closes": 99_000}]})
    assert clearance_bound(operation, at_most_s=6000, seconds=1)[0] == 6000


def test_nobody_is_out_at_once():
    """With nobody to take, or in no time, the bound is 0 and the certificate proves nothing."""
    nobody = corridor(people={})
    assert clearance_bound(nobody)[0] == 0


def test_who_cannot_be_taken_is_never_out():
    """Without a horizon and without places for the need, no moment is late enough."""
    places, roads = corridor().places, [{"between": ("square", "camp"), "time": 600}]
    people = {"all": {"at": "square", "class": "lying", "count": 4}}
    bound_s, certificate = clearance_bound(corridor(truce=None, places=places, roads=roads, people=people))
    assert bound_s == 10**9 + 1
    assert certificate.bound_weight == 0


def test_a_bus_evacuation_problem():
    """Two buses, four loads, 9 units to the people and 7 to the shelter: two laps, 9 + 7 + 7 + 7 units."""
    operation = read_bep("2 30\n1 2\n1 120 120\n1 120 120\n1 9\n1 7\n", name="tiny")
    assert clearance_bound(operation)[0] == 30
