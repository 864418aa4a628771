"""P5: the rest of a plan, order by order, as far as it can still go as promised."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from korridor.clockwork.run import Clock, Stuck
from korridor.clockwork.state import State, copy_of
from korridor.events.movement import Movement
from korridor.events.order import Order
from korridor.operation.operation import Operation
from korridor.planning.replan.promises import TOLERANCE_S


@dataclass(frozen=True)
class Kept:
    """An order that can go as promised, and how everything stands once it has gone."""

    order: Order
    movement: Movement
    after: State


@dataclass(frozen=True)
class Passed:
    """An order that cannot go as promised.

    Attributes
    ----------
    movement : Movement
        As it was planned.
    rule, why : str
        What the clockwork says to it; empty where it could go, but later.
    soonest_s : int or None
        When it could depart, where it could.
    """

    movement: Movement
    rule: str
    why: str
    soonest_s: int | None


def tried_orders(
    operation: Operation, start: State, orders: Sequence[Order], movements: Sequence[Movement]
) -> Iterator[Kept | Passed]:
    """Yield of each order whether it can still depart when its movement was to, with fewer vehicles where some are gone.

    Parameters
    ----------
    operation : Operation
        What remains.
    start : State
        The moment.
    orders, movements : sequence of Order and of Movement
        The rest of the earlier plan.

    Notes
    -----
    An order that could leave only later is passed over: nothing may depart before it (C1), so all that were promised
    after it would be late too.
    """
    clock = Clock(operation, tuple(orders), start)
    for order, movement in zip(orders, movements, strict=True):
        soonest_s = movement.departs_s - TOLERANCE_S if order.loaded else 0
        held = order.model_copy(update={"not_before_s": max(order.not_before_s, soonest_s)})
        passed = _passed(clock, held, movement)
        if passed is None:
            yield _gone(clock, held)
            continue
        for smaller in _smaller(held):
            if _passed(clock, smaller, movement) is None:
                yield _gone(clock, smaller)
                break
        else:
            yield passed


def _gone(clock: Clock, order: Order) -> Kept:
    movement = clock.go(order, clock.rank)
    return Kept(order, movement, copy_of(clock.state))


def _smaller(order: Order) -> Iterator[Order]:
    """Yield the order with one vehicle fewer each time, from the last on."""
    for number in range(len(order.trips) - 1, 0, -1):
        yield order.model_copy(update={"trips": order.trips[:number]})


def _passed(clock: Clock, order: Order, movement: Movement) -> Passed | None:
    """Why an order cannot go as its movement was to; ``None`` where it can."""
    try:
        departs_s = clock.departure(order, clock.rank)
        if departs_s > movement.departs_s + TOLERANCE_S:
            return Passed(movement, "", "", departs_s)
        gone = clock.fork().go(order, clock.rank) if order.loaded else None
    except Stuck as stuck:
        return Passed(movement, stuck.rule, stuck.why, None)
    if gone is not None and not within_the_limit(clock.index.operation, gone):
        return Passed(movement, "O5", "people would sit aboard longer than allowed", departs_s)
    return None


def within_the_limit(operation: Operation, movement: Movement) -> bool:
    """O5: whether nobody sits aboard a movement longer than allowed."""
    return all(
        trip.free_s - (trip.boards_s or 0)
        <= operation.aboard_limit_s(operation.people[load.group].person_class)
        for trip in movement.trips
        for load in trip.loads
    )
