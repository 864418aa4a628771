"""Movements of operations of any kind, for properties."""

from hypothesis import strategies as st

from korridor.clockwork.run import run
from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from tests import strategies


@st.composite
def runs(draw: st.DrawFn) -> tuple[Operation, tuple[Movement, ...]]:
    """Draw a tiny operation, and movements of it."""
    operation = draw(strategies.operations())
    return operation, run(operation, draw(strategies.orders(operation)))
