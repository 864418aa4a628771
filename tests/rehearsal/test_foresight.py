"""No dispatcher knows the future (R3)."""

import hypothesis.strategies as st
from hypothesis import assume, given

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.rehearsal.given import Break
from korridor.rehearsal.happened import Happened
from korridor.rehearsal.task import Task
from tests.rehearsal.runs_of import plans


def departed(happened: tuple[Happened, ...], before_s: int) -> list[tuple[object, ...]]:
    """What was decided before a moment of the movements that departed before it."""
    return [
        (
            each.movement.origin,
            each.movement.departs_s,
            [(t.vehicle, t.bay_begins_s, t.loads) for t in each.movement.trips],
        )
        for each in happened
        if each.movement.departs_s < before_s
    ]


@given(plan=plans(), seed=st.integers(0, 2**64 - 1), data=st.data())
def test_what_goes_before_a_break_does_not_know_of_it(
    plan: tuple[Operation, tuple[Movement, ...]], seed: int, data: st.DataObject
) -> None:
    """With and without a break of the truce, the same columns depart before it, at the same times, with the same people."""
    operation, movements = plan
    assume(operation.windows and movements)
    last_s = max(movement.departs_s for movement in movements)
    breaks_s = data.draw(st.integers(0, last_s + 1))
    quiet = Task(operation, movements, seed).stage().once(0)
    broken = Task(operation, movements, seed, breaks=(Break(breaks_s),)).stage().once(0)
    assert departed(quiet, breaks_s) == departed(broken, breaks_s)
