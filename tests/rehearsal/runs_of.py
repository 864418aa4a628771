"""Plans of generated operations, carried out under their default uncertainty."""

import hypothesis.strategies as st

from korridor.clockwork.run import run
from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from tests.strategies import attempts, operations


@st.composite
def plans(draw: st.DrawFn) -> tuple[Operation, tuple[Movement, ...]]:
    """An operation and the movements of some orders that can go in it."""
    operation = draw(operations())
    orders = tuple(order for order, went in draw(attempts(operation)) if went)
    return operation, run(operation, orders)
