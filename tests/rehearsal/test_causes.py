"""What each uncertain thing costs."""

import pytest

from korridor.events.movement import Movement
from korridor.operation.quantity import Quantity
from korridor.rehearsal.causes import AS_IT_IS, CERTAIN, Cause, causes, possible, without
from korridor.rehearsal.loop import M
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.task import Task
from tests.pictures.convoys import free_town, plan, town
from tests.rehearsal.calm import calmed

MADE = plan(6)


def moments(movements: tuple[Movement, ...]) -> list[tuple[int, int]]:
    return [(movement.departs_s, trip.free_s) for movement in movements for trip in movement.trips]


def test_with_all_causes_away_a_run_is_the_plan() -> None:
    """Nothing uncertain is left out of the list: with every cause away each run is the plan, to the second."""
    operation = MADE.operation
    for cause in Cause:
        operation = without(operation, cause)
    happened = Task(operation, MADE.movements, 3).stage().once(5)
    planned = moments(MADE.movements)  # who is left after it is fetched by columns that go again
    assert moments(tuple(each.movement for each in happened))[: len(planned)] == planned


@pytest.mark.parametrize("cause", list(Cause))
def test_without_a_cause_the_rest_is_as_it_was(cause: Cause) -> None:
    """Taking a cause away changes what it is made of, and no other quantity."""
    before, after = town().uncertainty, without(town(), cause).uncertainty
    changed = {name for name in type(before).model_fields if getattr(before, name) != getattr(after, name)}
    others = {
        name
        for other in Cause
        if other is not cause
        for name in without(town(), other).uncertainty.model_fields_set
    }
    assert changed and changed <= after.model_fields_set
    assert not changed & (others - after.model_fields_set)


def test_every_quantity_has_a_cause() -> None:
    """Each uncertain quantity belongs to one cause, or says how long something lasts that a cause of its own takes away."""
    lasts = {
        Quantity.CLOSED_FOR,
        Quantity.REPAIR,
        Quantity.BEYOND_REPAIR,
        Quantity.TAKEN_OVER,
        Quantity.TRUCE_BREAK_AT,
        Quantity.TRUCE_MENDED,
        Quantity.GATE_MENDED,
        Quantity.OWN_WAY_AFTER,
    }
    listed = [quantity for said in CERTAIN.values() for quantity in said]
    assert sorted([*listed, *lasts]) == sorted(Quantity)


def test_only_what_can_be_is_asked() -> None:
    """An operation without a truce and without gates is not asked about them."""
    assert Cause.TRUCE in possible(town()) and Cause.GATES not in possible(town())
    assert Cause.TRUCE not in possible(free_town())


def test_the_most_costly_comes_first() -> None:
    """Causes are ranked by what they cost, by people out where there is a horizon; one run ranks nothing."""
    task = Task(MADE.operation, MADE.movements, 0)
    found = causes(task, 64)
    assert found is not None and found.measure is Measure.OUT and found.runs == 64 and found.base == AS_IT_IS
    gains = [row.gain for row in found.alternatives]
    assert gains == sorted(gains, reverse=True)
    results, _ = task.stage().run(0, 64)
    assert found.base_rehearsed == pytest.approx(results[:, M.OUT].mean())
    assert causes(task, 1) is None


def test_a_certain_operation_costs_nothing() -> None:
    """Where nothing is uncertain no cause makes any difference."""
    found = causes(Task(calmed(MADE.operation), MADE.movements, 0), 32)
    assert found is not None and all(row.gain == 0 for row in found.alternatives)
