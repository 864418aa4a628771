"""A state saved, restored and forked at any moment goes on as if it had never been stopped (P5)."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.clockwork.run import Clock, run, state_at
from korridor.clockwork.saved import beginning_of, read_state, write_state
from korridor.clockwork.state import copy_of
from korridor.events.order import Order, TripOrder
from korridor.operation.fault import Faults
from korridor.operation.operation import Operation
from tests.clockwork.fixed import OPERATIONS, fixed
from tests.strategies import operations, orders


@given(data=st.data(), operation=operations())
def test_saved_and_restored_it_goes_on_the_same(
    data: st.DataObject, operation: Operation, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Stopped at any moment, saved, restored and run on, a plan has the times it has when never stopped."""
    chosen = data.draw(orders(operation))
    whole = run(operation, chosen)
    path = tmp_path_factory.mktemp("moment") / "state.json"
    moments = {movement.departs_s for movement in whole}
    for moment_s in sorted({0, *moments, *(moment + 1 for moment in moments)}):
        state, later = state_at(operation, chosen, moment_s)
        gone = sum(movement.departs_s < moment_s for movement in whole)
        assert later == chosen[gone:]
        write_state(path, operation, state)
        assert run(operation, later, read_state(path, operation)) == whole[gone:]


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


def test_what_it_writes_it_leaves_nothing_beside(tmp_path: Path) -> None:
    """Writing a state a second time replaces the file, and no other file is left."""
    operation, chosen = fixed("corridor")
    for moment_s in (0, 100_000):
        write_state(tmp_path / "state.json", operation, state_at(operation, chosen, moment_s)[0])
    assert [file.name for file in tmp_path.iterdir()] == ["state.json"]
    assert read_state(tmp_path / "state.json", operation).tally[8] == len(chosen)


NOT_OF_IT = "digest: a state of 'corridor' as it was; 'transfer' is another, or was changed"
WRONG: list[tuple[dict[str, Any], str]] = [
    (
        {"format": "korridor-plan"},
        "format: 'korridor-plan' is not a state's format; only 'korridor-state' is",
    ),
    ({"version": 2}, "version: 2 is not a version we read; only 1 is"),
    ({"bays": None}, "bays: Input should be a valid tuple"),
    ({"bays": [0]}, "bays: 1 of them; this operation has 3"),
    ({"left": [-1]}, "left[0]: Input should be greater than or equal to 0"),
    ({"left": [1000]}, "left[0]: 1000 parties are left; only 60 stood there"),
    ({"left": [1.0]}, "left[0]: Input should be a valid integer"),
    ({"left": [True]}, "left[0]: Input should be a valid integer"),
    ({"vehicles": [[0, 99]] * 3}, "vehicles[0][1]: 99 is not a place's number; from 0 to 4"),
    ({"vehicles": [[0, 1, 2]] * 3}, "vehicles[0]: Tuple should have at most 2 items after validation, not 3"),
    ({"queues": [[[0, 1]]]}, "queues: 1 of them; this operation has 0"),
    ({"extra": 1}, "extra: Extra inputs are not permitted"),
]


@pytest.mark.parametrize(("change", "words"), WRONG)
def test_a_wrong_file_is_refused(tmp_path: Path, change: dict[str, Any], words: str) -> None:
    """A file that is not a state of this operation is refused, in words that name what is wrong."""
    operation, _ = fixed("corridor")
    path = tmp_path / "state.json"
    write_state(path, operation, beginning_of(operation))
    path.write_text(json.dumps({**json.loads(path.read_text()), **change}))
    with pytest.raises(Faults) as faults:
        read_state(path, operation)
    assert f"{path}:1: {words}" in str(faults.value).splitlines()


def test_a_missing_array_is_refused(tmp_path: Path) -> None:
    """A state without its lanes is refused."""
    operation, _ = fixed("corridor")
    path = tmp_path / "state.json"
    write_state(path, operation, beginning_of(operation))
    tree = json.loads(path.read_text())
    del tree["lanes"]
    path.write_text(json.dumps(tree))
    with pytest.raises(Faults) as faults:
        read_state(path, operation)
    assert str(faults.value) == f"{path}:1: lanes: Field required"


def test_a_state_of_another_operation_is_refused(tmp_path: Path) -> None:
    """A state belongs to the operation that it was saved of, to the last value of its file."""
    path = tmp_path / "state.json"
    operation, _ = fixed("corridor")
    write_state(path, operation, beginning_of(operation))
    with pytest.raises(Faults) as faults:
        read_state(path, fixed("transfer")[0])
    assert str(faults.value) == f"{path}:1: {NOT_OF_IT}"
    with pytest.raises(Faults):
        read_state(path, operation.model_copy(update={"apart": (("lying", "well"),)}))


@pytest.mark.parametrize("text", ["", "{", "[]", '"', "\x00", "[" * 100_000])
def test_what_is_no_state_is_refused(tmp_path: Path, text: str) -> None:
    """A file that is no JSON, or no object, is refused without a traceback of the parser's."""
    path = tmp_path / "state.json"
    path.write_text(text)
    with pytest.raises(Faults):
        read_state(path, fixed("corridor")[0])
    with pytest.raises(Faults) as faults:
        read_state(tmp_path / "none.json", fixed("corridor")[0])
    assert str(faults.value) == f"{tmp_path / 'none.json'}:1: cannot be read: No such file or directory"


def test_queues_grow_for_what_is_to_come(tmp_path: Path) -> None:
    """A state saved before any movement has room, once restored, for all that unload later."""
    operation, chosen = fixed("transfer")
    path = tmp_path / "state.json"
    write_state(path, operation, beginning_of(operation))
    assert run(operation, chosen, read_state(path, operation)) == run(operation, chosen)


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
