"""The moment's arrays: queues against a plain list, copies against what they are copied from."""

import bisect

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.clockwork.run import Clock, state_at
from korridor.clockwork.saved import arrays_of
from korridor.clockwork.state import State, T, copy_of, push, resized, take, when_there
from korridor.clockwork.tables import NEVER, Index
from korridor.events.movement import Movement
from korridor.events.order import Order
from korridor.operation.operation import Operation
from tests.clockwork.fixed import fixed
from tests.strategies import operations, orders, weight_out

ENTRIES = st.lists(st.tuples(st.integers(0, 9), st.integers(1, 5)), max_size=12)


def queue_of(entries: list[tuple[int, int]]) -> tuple[State, list[tuple[int, int]]]:
    """Return a state whose first queue holds entries, and a list that holds the same, one person an item."""
    state = arrays_of(Index(fixed("transfer")[0]), None, unloads=len(entries))
    model: list[tuple[int, int]] = []
    for moment_s, amount in entries:
        push(state, 0, moment_s, amount)
        for _ in range(amount):
            bisect.insort(model, (moment_s, 1))
    return state, model


def content(state: State) -> list[tuple[int, int]]:
    """Return what a state's first queue holds, one person an item."""
    n = int(state.queued[0])
    held = zip(state.queue_s[0, :n].tolist(), state.queue_n[0, :n].tolist(), strict=True)
    return [(moment_s, 1) for moment_s, amount in held for _ in range(amount)]


@given(entries=ENTRIES)
def test_a_queue_keeps_the_order_of_moments(entries: list[tuple[int, int]]) -> None:
    """However amounts are pushed, they lie in the order of their moments, one entry a moment, and none is lost."""
    state, model = queue_of(entries)
    assert content(state) == model
    assert int(state.queued[0]) == len({moment_s for moment_s, _ in entries})
    assert not state.queued[1:].any()


@given(entries=ENTRIES, data=st.data())
def test_the_earliest_are_taken_first(entries: list[tuple[int, int]], data: st.DataObject) -> None:
    """Taking leaves what a list would be left with, its first items gone."""
    state, model = queue_of(entries)
    while model:
        amount = data.draw(st.integers(1, len(model)))
        take(state, 0, amount)
        model = model[amount:]
        assert content(state) == model
        assert (state.queue_n[0, : state.queued[0]] > 0).all()


@given(entries=ENTRIES, amount=st.integers(0, 70))
def test_an_amount_is_there_with_its_last(entries: list[tuple[int, int]], amount: int) -> None:
    """An amount is there when the last of it is; nothing is there from the start, too much never."""
    state, model = queue_of(entries)
    expected = 0 if amount == 0 else model[amount - 1][0] if amount <= len(model) else NEVER
    assert when_there(state, 0, amount) == expected


def test_a_full_queue_says_so() -> None:
    """A push beyond a queue's room is an error, and never a write into what lies behind it."""
    state = arrays_of(Index(fixed("transfer")[0]), None, unloads=1)
    push(state, 0, 5, 1)
    push(state, 0, 5, 1)
    with pytest.raises(IndexError, match="more vehicles unload than the state has been sized for"):
        push(state, 0, 6, 1)
    assert content(state) == [(5, 1), (5, 1)]


@given(data=st.data(), operation=operations())
def test_a_copy_equals_and_is_apart(data: st.DataObject, operation: Operation) -> None:
    """A copied state holds the same, and what happens to it does not reach back."""
    chosen = data.draw(orders(operation))
    source, _ = state_at(operation, chosen, data.draw(st.integers(0, 5000)))
    target = resized(source, 0)
    width = target.queue_s.shape[1] if target.queue_s.size else 0
    for name, array in source._asdict().items():
        shown = array[:, :width] if name in ("queue_s", "queue_n") else array
        assert name == "whole" or np.array_equal(getattr(target, name), shown), name
    assert np.array_equal(copy_of(source).whole, source.whole)
    target.whole[:] = -7
    assert all((array == -7).all() for array in target)
    assert not (source.whole == -7).any()


@given(data=st.data(), operation=operations())
def test_the_tally_is_what_the_movements_say(data: st.DataObject, operation: Operation) -> None:
    """Who is out, when the last is, and the longest aboard are what can be read off the movements."""
    chosen: tuple[Order, ...] = data.draw(orders(operation))
    clock = Clock(operation, chosen)
    movements: tuple[Movement, ...] = tuple(clock.go(order, clock.rank) for order in chosen)
    tally = clock.state.tally
    aboard = [
        trip.free_s - trip.boards_s for each in movements for trip in each.trips if trip.boards_s is not None
    ]
    assert tally[T.LONGEST_ABOARD] == max(aboard, default=0)
    assert tally[T.OUT_WEIGHT] == weight_out(operation, movements)
    assert tally[T.DEPARTED] == len(movements)
    assert tally[T.LAST_DEPARTURE] == (movements[-1].departs_s if movements else 0)
