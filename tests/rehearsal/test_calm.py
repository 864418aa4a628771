"""A rehearsal in which nothing is uncertain is the plan."""

import hypothesis.strategies as st
from hypothesis import given

from korridor.clockwork.run import run
from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.rehearsal.happened import Ending
from korridor.rehearsal.stage import stage_of
from tests.rehearsal.calm import calmed
from tests.strategies import attempts, operations


@given(data=st.data(), operation=operations())
def test_a_calm_rehearsal_is_the_plan(data: st.DataObject, operation: Operation) -> None:
    """Where every quantity is as planned, each movement happens to the second, in the plan's order.

    But for when it is ready: a plan says when it could be, a rehearsal when it is, having boarded as late as it may.
    """
    calm = calmed(operation)
    movements = run(calm, tuple(order for order, went in data.draw(attempts(calm)) if went))
    stage = stage_of(calm, movements, seed=data.draw(st.integers(0, 9)))
    happened = stage.once(data.draw(st.integers(0, 99)))[: len(movements)]
    assert [each.ending for each in happened] == [Ending.ARRIVED] * len(movements)
    assert [_timed(each.movement) for each in happened] == [_timed(movement) for movement in movements]


def _timed(movement: Movement) -> Movement:
    return movement.model_copy(update={"ready_s": 0})
