"""A clockwork stopped and forked at any moment goes on as if it had never been stopped (P5)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.clockwork.run import Clock, run, state_at
from korridor.clockwork.state import copy_of
from korridor.events.order import Order, TripOrder
from korridor.operation.operation import Operation
from tests.clockwork.fixed import OPERATIONS, fixed
from tests.strategies import operations, orders


@given(data=st.data(), operation=operations())
def test_forks_do_not_touch_each_other(data: st.DataObject, operation: Operation) -> None:
    """What one of two forks does leaves the other, and the clock that they come from, as they were."""
    chosen = data.draw(orders(operation))
    clock = Clock(operation, chosen)
    stop = data.draw(st.integers(0, len(chosen)))
    before = [clock.go(order, clock.rank) for order in chosen[:stop]]
    one, other = clock.fork(), clock.fork()
    after = [one.go(order, one.rank) for order in chosen[stop:]]
    assert clock.rank == other.rank == stop
    assert [other.go(order, other.rank) for order in chosen[stop:]] == after
    assert tuple(before + after) == run(operation, chosen)


@given(data=st.data(), operation=operations())
def test_a_run_leaves_its_state_as_it_was(data: st.DataObject, operation: Operation) -> None:
    """A state that a run goes on from can be used again."""
    chosen = data.draw(orders(operation))
    state, later = state_at(operation, chosen, data.draw(st.integers(0, 5000)))
    copies = copy_of(state)
    run(operation, later, state)
    assert all(np.array_equal(array, copy) for array, copy in zip(state, copies, strict=True))


def test_the_moment_of_a_departure_is_before_it() -> None:
    """At the very moment of its departure a movement has not departed; a second later it has."""
    operation, chosen = fixed("corridor")
    departs_s = run(operation, chosen)[0].departs_s
    assert state_at(operation, chosen, departs_s)[1] == chosen
    assert state_at(operation, chosen, departs_s + 1)[1] == chosen[1:]


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_array_is_of_whole_numbers(name: str) -> None:
    """No array of the clockwork holds floating-point numbers (C9)."""
    operation, chosen = fixed(name)
    clock = Clock(operation, chosen)
    for array in (*clock.index.tables, *clock.state, *clock._sheet):
        assert array.dtype == np.int64


def test_an_order_of_any_column_goes_on_the_same_sheet() -> None:
    """A clock may be asked about an order before and after others without changing what comes out."""
    operation, chosen = fixed("corridor")
    clock = Clock(operation, chosen)
    asked = clock.departure(chosen[0], 0)
    trip = TripOrder(vehicle_type="bus", comes_from="depot", destination="assembly")
    clock.departure(Order(origin="depot", loaded=False, trips=(trip,)), 0)
    assert clock.go(chosen[0], 0).departs_s == asked
