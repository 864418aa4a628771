"""What is proved of changed operations, with and without solving."""

from threading import Event

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from korridor.operation.changes import MoreVehicles, changes_for
from korridor.operation.operation import Operation
from korridor.planning.why.bounds import Bounding, slot_of
from korridor.planning.why.measure import measure_of
from korridor.planning.why.prices import Thing, parts_of
from tests.planning.test_planner import corridor
from tests.planning.why.coarse import SLOT_S, planned
from tests.strategies import operations


def bounding(operation: Operation, slot_s: int = SLOT_S) -> Bounding:
    """Bounds of the changes of a plan with little work."""
    made = planned(operation, slot_s=slot_s)
    return Bounding(made, measure_of(made), slot_of(made), Event())


@settings(max_examples=8)
@given(operation=operations(horizon=True), data=st.data())
def test_todays_prices_prove_no_less_than_what_is_solved_anew(
    operation: Operation, data: st.DataObject
) -> None:
    """Whatever is added, the bound re-solved is no weaker than the first-order one, and no tighter than today's."""
    assume(planned(operation).movements)
    bounds = bounding(operation)
    change = data.draw(st.sampled_from(changes_for(operation)))
    made = change.made_in(operation)
    priced = bounds.at_prices(made)
    solved = bounds.resolved(made, priced, change.only_adds)
    assert priced is not None and solved is not None and bounds.bound is not None
    assert solved <= priced
    assert bounds.at_prices(operation) == bounds.bound


def test_a_bus_is_priced_at_what_it_can_carry() -> None:
    """Three buses of fifty, five hours: one more is worth its laps to the bound, first-order and solved."""
    bounds = bounding(corridor(buses=1), slot_s=50)
    made = MoreVehicles(vehicle_type="bus", depot="R").made_in(bounds.today.operation)
    priced = bounds.at_prices(made)
    assert bounds.bound is not None and priced is not None
    assert priced == bounds.resolved(made, priced, True) == 2 * bounds.bound


@settings(max_examples=8)
@given(operation=operations(horizon=True))
def test_the_parts_of_a_bound_add_up_to_it(operation: Operation) -> None:
    """What hangs on each thing, at each time, comes to the whole bound, but for the part of a person rounded away."""
    assume(planned(operation).movements)
    bounds = bounding(operation)
    parts = parts_of(bounds.today.certificate, operation)
    whole = sum(part.weight for part in parts)
    assert bounds.bound is not None
    assert bounds.bound - 1e-3 <= whole < bounds.bound + 1 + 1e-3
    assert all(part.weight >= 0 and 0 <= part.begins_s <= part.ends_s for part in parts)


def test_where_vehicles_are_few_the_bound_hangs_on_them() -> None:
    """One bus for four hundred people: all of the bound is its laps."""
    bounds = bounding(corridor(buses=1), slot_s=50)
    parts = parts_of(bounds.today.certificate, bounds.today.operation)
    on_bus = sum(part.weight for part in parts if part.thing is Thing.VEHICLES and part.which == "bus")
    assert bounds.bound is not None and on_bus >= 0.95 * bounds.bound
