"""Leave out empty columns that bring vehicles to where nobody boards them afterwards."""

from korridor.clockwork.run import Stuck, run
from korridor.clockwork.state import State
from korridor.events.movement import Movement
from korridor.events.order import Order
from korridor.operation.operation import Operation


def serving(operation: Operation, orders: tuple[Order, ...], state: State | None = None) -> tuple[Order, ...]:
    """Return the orders without the empty ones that serve no later loaded one.

    Which vehicle an order takes is decided when it departs (O6), so what is left is timed again; if a loaded
    movement could no longer go, or came later, all orders stand.

    Raises
    ------
    Stuck
        When one of the orders cannot go.
    """
    before = run(operation, orders, state)
    serve = _serve(before)
    kept = tuple(order for order, serves in zip(orders, serve, strict=True) if serves)
    if len(kept) == len(orders):
        return orders
    try:
        after = run(operation, kept, state)
    except Stuck:
        return orders
    return kept if all(map(_no_later, _loaded(after), _loaded(before))) else orders


def _serve(movements: tuple[Movement, ...]) -> list[bool]:
    """Whether each movement is loaded, or one of its vehicles is next taken by a movement that serves."""
    awaited: set[tuple[str, int]] = set()
    serve = []
    for movement in reversed(movements):
        vehicles = {(trip.vehicle_type, trip.vehicle) for trip in movement.trips}
        serves = movement.loaded or not awaited.isdisjoint(vehicles)
        awaited = awaited | vehicles if serves else awaited
        serve.append(serves)
    return serve[::-1]


def _loaded(movements: tuple[Movement, ...]) -> list[Movement]:
    return [movement for movement in movements if movement.loaded]


def _no_later(after: Movement, before: Movement) -> bool:
    pairs = zip(after.trips, before.trips, strict=True)
    return all(now.free_s <= then.free_s and now.loads == then.loads for now, then in pairs)
