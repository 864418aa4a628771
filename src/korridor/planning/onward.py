"""C7: carrying people on from where they change vehicle, woven into a plan's orders by departure."""

from collections.abc import Iterator

from korridor.clockwork.run import Clock, Stuck
from korridor.clockwork.state import State
from korridor.clockwork.tables import NONE, C, Index, V
from korridor.events.movement import Movement
from korridor.events.order import Order, TripOrder
from korridor.operation.operation import Operation
from korridor.operation.place import Kind


def with_onward(
    operation: Operation, orders: tuple[Order, ...], state: State | None = None
) -> tuple[Movement, ...]:
    """Time orders, and carry everybody on from the transfers as soon as vehicles are there.

    For each column that unloads at a transfer the waiting are shared out over the vehicles that can come soonest.
    An onward movement takes its rank where its departure falls, so that it delays nobody. From a state (P5) those who
    wait at transfers then are carried on too.

    Raises
    ------
    Stuck
        When one of the orders cannot go.
    """
    transfers = [name for name, place in operation.places.items() if place.kind is Kind.TRANSFER]
    room = sum(len(order.trips) for order in orders)
    vehicles = sum(each.number for each in operation.fleet.values())
    clock = Clock(operation, orders, state, more_trips=max(2 * room, vehicles) if transfers else 0)
    movements: list[Movement] = []
    waiting = _Waiting(operation, clock, transfers)
    asked_until = {trip.vehicle_type: at for at, order in enumerate(orders) for trip in order.trips}
    for at, order in enumerate(orders):
        if transfers:
            departs_s = clock.departure(order, len(movements))
            busy = {kind for kind, last in asked_until.items() if last >= at}
            movements.extend(waiting.leave_before(departs_s, len(movements), busy))
        movements.append(clock.go(order, len(movements)))
        waiting.note(movements[-1])
    movements.extend(waiting.leave_before(None, len(movements), set()))
    return tuple(movements)


def too_long_aboard(operation: Operation, movements: tuple[Movement, ...]) -> bool:
    """Whether somebody sits aboard longer than a limit allows (O5)."""
    return any(
        trip.free_s - (trip.boards_s or 0)
        > operation.aboard_limit_s(operation.people[load.group].person_class)
        for movement in movements
        for trip in movement.trips
        for load in trip.loads
    )


class _Waiting:
    """Who waits at transfers, and the movements that will carry them on."""

    def __init__(self, operation: Operation, clock: Clock, transfers: list[str]) -> None:
        self._operation, self._clock = operation, clock
        self._transfers = {name: clock.index.place[name] for name in transfers}
        present = clock.state.present
        self._due = {name for name, place in self._transfers.items() if present[place]}

    def note(self, movement: Movement) -> None:
        """Take note of a movement that brings people to transfers."""
        self._due |= {trip.destination for trip in movement.trips if trip.loads} & set(self._transfers)

    def leave_before(self, moment_s: int | None, rank: int, busy: set[str]) -> Iterator[Movement]:
        """Send on whatever can leave before a moment, the earliest first; everything if there is none.

        Types that are busy, because the plan still asks for them, are left alone.
        """
        while self._due:
            found = [each for name in sorted(self._due) if (each := self._next(name, rank, busy)) is not None]
            if not found:
                if moment_s is None:
                    self._due.clear()
                return
            departs_s, order = min(found, key=lambda each: each[0])
            if moment_s is not None and departs_s >= moment_s:
                return
            yield self._clock.go(order, rank)
            rank += 1

    def _next(self, transfer: str, rank: int, busy: set[str]) -> tuple[int, Order] | None:
        """Return the movement that can leave a transfer first, or ``None`` if nobody waits or nobody comes."""
        best: tuple[int, Order] | None = None
        for kind, name in enumerate(self._clock.index.type_names):
            if name in busy:
                continue
            for destination in self._ends(kind, transfer):
                order = self._order(kind, transfer, destination, rank)
                departs_s = self._departure(order, rank) if order is not None else None
                if order is not None and departs_s is not None and (best is None or departs_s < best[0]):
                    best = departs_s, order
        return best

    def _departure(self, order: Order, rank: int) -> int | None:
        """When an order would depart; ``None`` if it cannot, or not within the time aboard (O5)."""
        try:
            movement = self._clock.fork().go(order, rank)
        except Stuck:
            return None
        people, limit_s = self._operation.people, self._operation.aboard_limit_s
        for trip in movement.trips:
            for load in trip.loads:
                if trip.free_s - (trip.boards_s or 0) > limit_s(people[load.group].person_class):
                    return None
        return movement.departs_s

    def _ends(self, kind: int, transfer: str) -> Iterator[str]:
        """Where a type may take people from a transfer without a column."""
        index: Index = self._clock.index
        here = self._transfers[transfer]
        if not index.tables.serves[kind, here]:
            return
        for there, name in enumerate(index.place_names):
            column = index.column(transfer, name, True)
            if there != here and index.tables.serves[kind, there] and column != NONE:
                in_column = index.tables.columns[column, C.STEPS] > 0
                has_way = index.tables.alone[kind, here, there] != NONE
                if (
                    has_way
                    and not in_column
                    and index.tables.goes[:, there].any()
                    and name not in self._transfers
                ):
                    yield name

    def _order(self, kind: int, transfer: str, destination: str, rank: int) -> Order | None:
        """As many vehicles as find somebody to board, those that can come soonest first."""
        index, state = self._clock.index, self._clock.state
        here = self._transfers[transfer]
        first, number = (int(n) for n in index.tables.types[kind, [V.FIRST, V.NUMBER]])
        comes = []
        for vehicle in range(first, first + number):
            free_s, place = (int(n) for n in state.vehicles[vehicle, :2])
            alone_s = int(index.tables.alone[kind, place, here])
            if alone_s != NONE:
                comes.append((free_s + alone_s, vehicle, place))
        trips: list[TripOrder] = []
        for layout in range(int(index.tables.types[kind, V.LAYOUTS])):
            more = [
                TripOrder(
                    vehicle_type=index.type_names[kind],
                    comes_from=index.place_names[place],
                    destination=destination,
                    layout=layout,
                )
                for _, _, place in sorted(comes)[len(trips) :]
            ]
            trips += more
            if trips:
                boarded = self._clock.boarded(Order(origin=transfer, loaded=True, trips=tuple(trips)), rank)
                del trips[boarded:]
        return Order(origin=transfer, loaded=True, trips=tuple(trips)) if trips else None
