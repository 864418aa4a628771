"""The compiled clockwork against the plain one, which was written from ``docs/semantics.md`` alone."""

from hypothesis import given
from hypothesis import strategies as st

from korridor.clockwork.run import run
from korridor.events.movement import Movement
from korridor.events.order import Order
from korridor.operation.operation import Operation
from tests.plain import clockwork as plain
from tests.strategies import attempts, operations


@given(data=st.data(), operation=operations())
def test_both_clockworks_say_the_same(data: st.DataObject, operation: Operation) -> None:
    """Both let the same orders go, and give their movements the same times, to the last field."""
    tried = data.draw(attempts(operation))
    world = plain.begin(operation)
    expected: list[Movement] = []
    for order, went in tried:
        movement = _plainly(world, len(expected), order)
        assert went == (movement is not None), order
        expected += [movement] if movement else []
    assert run(operation, tuple(order for order, went in tried if went)) == tuple(expected)


def _plainly(world: plain.World, rank: int, order: Order) -> Movement | None:
    try:
        return plain.move(world, rank, order)
    except plain.Stuck:
        return None
