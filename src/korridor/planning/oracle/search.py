"""Depth first through all orders, timed by the clockwork."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from korridor.clockwork.run import Clock, Stuck
from korridor.clockwork.state import T, copy_of
from korridor.events.movement import Movement
from korridor.events.order import Order
from korridor.operation.operation import Operation
from korridor.operation.place import Kind
from korridor.planning.oracle.best_case import NEVER, laps
from korridor.planning.oracle.choices import Choices, Stands
from korridor.planning.plan import Objective

MOST_VEHICLES = 6
MOST_TRIED = 200_000
"""Orders tried before an operation is called too large."""


class TooLargeError(Exception):
    """An operation of which not every plan can be tried.

    Attributes
    ----------
    tried : int
        Orders tried until it was given up; 0 where none was.
    """

    def __init__(self, tried: int, why: str) -> None:
        super().__init__(why)
        self.tried = tried


@dataclass(frozen=True)
class Best:
    """The best plan.

    Attributes
    ----------
    value : int or None
        Weight out by the horizon, the clearance in seconds, or the waiting in person-seconds by weight; ``None`` where no plan
        gets everybody out and the objective wants that.
    orders : tuple of Order
    tried : int
        Orders given to the clockwork.
    """

    value: int | None
    orders: tuple[Order, ...]
    tried: int


def best(operation: Operation, objective: Objective, most_tried: int = MOST_TRIED) -> Best:
    """Find the best plan among all of earliest times.

    Every sequence of these movements is tried, in rank order, each leaving as early as the clockwork lets
    it (``not_before_s`` 0): loaded ones from wherever people stand to wherever they are received, empty ones
    with a column part to wherever people may board; of every size, type, order within the column, layout and
    mix of destinations that share a column part; vehicles come from wherever they stand. An empty vehicle
    comes to no place where it has been since it last carried somebody, and there are no more loaded trips
    than parties, times one more than transfers. Nobody sits aboard too long (O5). The answer is exact among
    those plans.

    Left out are plans that wait on purpose (so that a time aboard is short, say), drive empty without need,
    or send empty vehicles alone to where they do not board. Branches are cut where they cannot better the
    best plan, were all vehicles to go on by the shortest roads, full and without waiting, none departing
    before the last movement; and where the same state of the clockwork has been gone on from before, with as
    much done.

    Parameters
    ----------
    operation : Operation
        Of at most six vehicles.
    objective : Objective
        Only its first level counts.
    most_tried : int
        Orders to try before giving up.

    Raises
    ------
    TooLargeError
        When there are more vehicles, or more orders to try.
    """
    vehicles = sum(kind.number for kind in operation.fleet.values())
    if vehicles > MOST_VEHICLES:
        raise TooLargeError(0, f"{vehicles} vehicles; every plan can be tried for up to {MOST_VEHICLES}")
    search = _Search(operation, objective, most_tried)
    search.go_on(search.beginning(), ())
    return Best(search.value, search.orders, search.tried)


Vehicle = tuple[str, int]
Where = tuple[str, int, frozenset[str]]
"""Where a vehicle stands, since when, and where it has been since it last carried somebody."""


@dataclass(frozen=True)
class _Moment:
    """What the clockwork's state does not say."""

    vehicles: dict[Vehicle, Where]
    departs_s: int
    out: int
    weight: int
    waited: int
    last_s: int
    loaded: int


class _Search:
    def __init__(self, operation: Operation, objective: Objective, most_tried: int) -> None:
        self.operation, self.objective, self.most_tried = operation, objective, most_tried
        self.choices, self.laps = Choices(operation), laps(operation)
        transfers = sum(place.kind is Kind.TRANSFER for place in operation.places.values())
        parties = sum(group.parties for group in operation.people.values())
        self.most_loaded = parties * (1 + transfers)
        vehicles = sum(kind.number for kind in operation.fleet.values())
        self.clock = Clock(
            operation, self.choices.legs, more_trips=max(vehicles, self.most_loaded + vehicles)
        )
        self.horizon_s = NEVER if operation.horizon_s is None else operation.horizon_s
        groups = operation.people.values()
        self.weight = sum(group.persons * group.weight for group in groups)
        self.heaviest = max((group.weight for group in groups), default=0)
        self.tried = 0
        self.orders: tuple[Order, ...] = ()
        nobody = 0 if operation.persons == 0 else None
        self.most = objective in (Objective.MOST_OUT, Objective.EXPOSURE)
        self.value: int | None = 0 if self.most else nobody
        if objective is Objective.PRIORITY and operation.horizon_s is not None:
            self.value = self.weight * operation.horizon_s
        self.seen: set[tuple[object, ...]] = set()

    def beginning(self) -> _Moment:
        vehicles: dict[Vehicle, Where] = {}
        for kind, fleet in self.operation.fleet.items():
            stands = [depot for depot, number in fleet.depots.items() for _ in range(number)]
            for number, place in enumerate(stands):
                vehicles[kind, number] = place, fleet.available_from_s, frozenset([place])
        return _Moment(vehicles, departs_s=0, out=0, weight=0, waited=0, last_s=0, loaded=0)

    def go_on(self, moment: _Moment, orders: tuple[Order, ...]) -> None:
        """Try everything that could come next."""
        if not self._can_better(moment) or self._been_here(moment):
            return
        before = copy_of(self.clock.state)
        stands: Stands = Counter((kind, where[0]) for (kind, _), where in moment.vehicles.items())
        for order in self.choices.next(stands):
            if order.loaded and moment.loaded + len(order.trips) > self.most_loaded:
                continue
            self.tried += 1
            if self.tried > self.most_tried:
                raise TooLargeError(self.tried, f"more than {self.most_tried} orders to try")
            try:
                movement = self.clock.go(order, len(orders))
            except Stuck:
                continue
            in_time = not self.clock.state.tally[
                T.OVER_LIMIT
            ]  # the clockwork times whoever sits aboard too long, too
            after = self._after(moment, movement) if in_time else None
            if after is not None:
                self._note(after, (*orders, order))
                self.go_on(after, (*orders, order))
            self.clock.state.whole[:] = before.whole

    def _after(self, moment: _Moment, movement: Movement) -> _Moment | None:
        """Return what a movement makes of it; ``None`` if an empty vehicle has come round."""
        vehicles = dict(moment.vehicles)
        for trip in movement.trips:
            name, to = (trip.vehicle_type, trip.vehicle), trip.destination
            been = frozenset() if trip.loads else vehicles[name][2]
            if to in been:
                return None
            vehicles[name] = to, trip.free_s, been | {to}
        tally = self.clock.state.tally
        return _Moment(
            vehicles=vehicles,
            departs_s=movement.departs_s,
            out=int(tally[T.OUT_PERSONS]),
            weight=int(tally[T.OUT_WEIGHT]),
            waited=int(tally[T.WAITING]),
            last_s=int(tally[T.LAST_OUT]),
            loaded=moment.loaded + (len(movement.trips) if movement.loaded else 0),
        )

    def _note(self, moment: _Moment, orders: tuple[Order, ...]) -> None:
        """Keep what is better than all before."""
        value = self._value(moment)
        if value is not None and (
            self.value is None or (value > self.value if self.most else value < self.value)
        ):
            self.value, self.orders = value, orders

    def _value(self, moment: _Moment) -> int | None:
        """Return the first level, ``None`` where somebody is left whom the objective wants out."""
        if self.most:
            return moment.weight
        if self.objective is Objective.PRIORITY and self.horizon_s != NEVER:
            return moment.waited + (self.weight - moment.weight) * self.horizon_s
        if moment.out < self.operation.persons:
            return None
        return moment.waited if self.objective is Objective.PRIORITY else moment.last_s

    def _can_better(self, moment: _Moment) -> bool:
        """Whether all vehicles together, at their best, could still better the best plan."""
        left = self.operation.persons - moment.out
        if left == 0:
            return False
        by_s = self.horizon_s
        if self.objective is Objective.CLEARANCE and self.value is not None:
            by_s = min(by_s, self.value - 1)
            if moment.last_s > by_s:
                return False
        persons = sum(
            self.laps[kind].persons * self.laps[kind].trips(place, free_s, moment.departs_s, by_s, left)
            for (kind, _), (place, free_s, _) in moment.vehicles.items()
        )
        if self.objective is Objective.CLEARANCE:
            return persons >= left
        if self.objective is Objective.PRIORITY:
            return self._can_wait_less(moment, persons)
        more = min(self.weight - moment.weight, persons * self.heaviest)
        return self.value is None or moment.weight + more > self.value

    def _can_wait_less(self, moment: _Moment, persons: int) -> bool:
        """Whether the waiting could still be less, were all who can be taken out as soon as the next movement departs."""
        soon = min(self.weight - moment.weight, persons * self.heaviest)
        late = self.weight - moment.weight - soon
        if late and self.horizon_s == NEVER:
            return False
        waiting = moment.waited + soon * min(moment.departs_s, self.horizon_s) + late * self.horizon_s
        return self.value is None or waiting < self.value

    def _been_here(self, moment: _Moment) -> bool:
        """Whether the same state has been gone on from; vehicles of one type are not told apart."""
        state = self.clock.state
        vehicles = sorted(
            (kind, place, free_s, tuple(sorted(been)))
            for (kind, _), (place, free_s, been) in moment.vehicles.items()
        )
        queues = tuple(
            (state.queue_s[i, :n].tobytes(), state.queue_n[i, :n].tobytes())
            for i, n in enumerate(state.queued.tolist())
        )
        rest = (
            state.bays,
            state.lanes,
            state.escorts,
            state.roads,
            state.left,
            state.present,
            state.departed,
        )
        key = (
            tuple(vehicles),
            queues,
            b"".join(np.ascontiguousarray(array).tobytes() for array in rest),
            moment.departs_s,
            moment.weight,
            moment.out,
            moment.last_s if self.objective is Objective.CLEARANCE else 0,
            moment.waited if self.objective is Objective.PRIORITY else 0,
            moment.loaded,
        )
        if key in self.seen:
            return True
        self.seen.add(key)
        return False
