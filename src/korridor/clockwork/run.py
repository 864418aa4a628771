"""The clockwork's door: orders in, movements with their times out."""

from copy import copy

import numpy as np

from korridor.clockwork.boarding import (
    BACK_IN,
    NO_HOURS,
    NO_VEHICLE,
    NO_WAY,
    NOBODY,
    NOT_SERVED,
    fill,
)
from korridor.clockwork.crossing import NO_WINDOW
from korridor.clockwork.departure import NO_DUTY, NO_ESCORT, NO_GATE, SIZE
from korridor.clockwork.sheet import A, H, O, Sheet, W, blank
from korridor.clockwork.state import State, T, beginning, copy_of, resized
from korridor.clockwork.step import post, time
from korridor.clockwork.tables import NONE, C, G, Index, P, V, index_of
from korridor.clockwork.unloading import NO_ROOM
from korridor.events.movement import Load, Movement, Passage, Screening, Trip
from korridor.events.order import Order
from korridor.operation.operation import Operation

WHY = {
    NO_VEHICLE: ("O6", "no vehicle of that type stands there"),
    NO_WAY: ("O3", "a vehicle has no way that it may go alone"),
    NOT_SERVED: ("O6", "a vehicle does not serve that place"),
    NOBODY: ("O5", "a vehicle finds nobody to board"),
    NO_HOURS: ("O2", "the place's hours are too short for a vehicle"),
    NO_ESCORT: ("O7", "there is no escort"),
    SIZE: ("O7", "the column is too small, too large, or lacks what must be in it"),
    NO_GATE: ("O9", "the gate does not open"),
    NO_WINDOW: ("C4", "no window is left in which it can pass"),
    NO_DUTY: ("O6", "a vehicle would not be free within its span or duty hours"),
    NO_ROOM: ("C7", "the destination has no room"),
    BACK_IN: ("C7", "people who are out would be taken back in"),
}


class Stuck(Exception):  # noqa: N818 - the order is stuck, the program is not
    """An order that cannot go.

    Attributes
    ----------
    rank : int
    rule : str
        The rule of ``docs/semantics.md`` that holds it.
    why : str
    """

    def __init__(self, rank: int, rule: str, why: str) -> None:
        super().__init__(f"movement {rank}: {why} ({rule})")
        self.rank, self.rule, self.why = rank, rule, why


class Clock:
    """The clockwork of one operation, at one moment; goes on from there order by order.

    Parameters
    ----------
    operation : Operation
    orders : tuple of Order
        Orders that it may be given.
    state : State, optional
        Where to go on from; the beginning if not given. The clock works on a copy.
    more_trips : int, optional
        Trips that it may be given beyond those of ``orders``.
    onward : bool, optional
        Whether it keeps account of people at transfers; the state must have been made for the same.

    Attributes
    ----------
    index : Index
        Names and numbers of the operation's things.
    state : State
        The moment; its arrays change as the clock goes on.
    """

    def __init__(
        self,
        operation: Operation,
        orders: tuple[Order, ...],
        state: State | None = None,
        more_trips: int = 0,
        onward: bool = True,
    ) -> None:
        self.index = index_of(operation, orders) if onward else Index(operation, onward, orders)
        unloads = more_trips + sum(len(order.trips) for order in orders if order.loaded)
        if state is None:
            self.state = beginning(self.index.tables, depots_of(self.index), unloads)
        else:
            self.state = resized(state, unloads)
        most = max((len(order.trips) for order in orders), default=1)
        most = max(most, min(more_trips, len(self.state.vehicles)))
        self._sheet = blank(self.index.tables, self.state, most)

    @property
    def rank(self) -> int:
        """The rank of the movement that departs next."""
        return int(self.state.tally[T.DEPARTED])

    def fork(self) -> "Clock":
        """Another clock at the same moment; neither changes the other."""
        other = copy(self)
        other.state = copy_of(self.state)
        other._sheet = Sheet(*(array.copy() for array in self._sheet))
        return other

    def go(self, order: Order, rank: int) -> Movement:
        """Time one order and post it; raises :class:`Stuck`."""
        self.departure(order, rank)
        post(self.index.tables, self.state, self._sheet)
        return read_movement(self.index, self._sheet, order, rank)

    def departure(self, order: Order, rank: int) -> int:
        """Return when an order would depart, were it the next; raises :class:`Stuck`."""
        write_order(self.index, self._sheet, order, rank)
        code = time(self.index.tables, self.state, self._sheet)
        if code:
            raise Stuck(rank, *WHY[code])
        return int(self._sheet.head[H.DEPARTS])

    def boarded(self, order: Order, rank: int) -> int:
        """Return how many vehicles of a loaded order, from the first on, would find somebody to board, were it the next.

        And room for them where all go: at a place of which nobody leaves, who comes after it is full would wait for ever.
        """
        write_order(self.index, self._sheet, order, rank)
        fill(self.index.tables, self.state, self._sheet, self.state.left)
        persons = self._sheet.trips[: len(order.trips), W.PERSONS]
        some = persons > 0
        for there in {self.index.place[trip.destination] for trip in order.trips}:
            capacity = self.index.tables.places[there, P.CAPACITY]
            if capacity != NONE:
                mine = self._sheet.asked[: len(persons), A.TO] == there
                some &= np.cumsum(persons * mine) <= capacity - self.state.present[there]
        return len(some) if some.all() else int(np.argmin(some))


def run(operation: Operation, orders: tuple[Order, ...], state: State | None = None) -> tuple[Movement, ...]:
    """Give orders their times, in rank order.

    Parameters
    ----------
    operation : Operation
    orders : tuple of Order
    state : State, optional
        Where to go on from, which stays as it is; the ranks count on from the movements departed.

    Returns
    -------
    tuple of Movement
        As early as the rules allow.

    Raises
    ------
    Stuck
        With the first order that cannot go.
    """
    clock = Clock(operation, orders, state)
    return tuple(clock.go(order, clock.rank) for order in orders)


def state_at(
    operation: Operation, orders: tuple[Order, ...], moment_s: int, state: State | None = None
) -> tuple[State, tuple[Order, ...]]:
    """Stop a plan at a moment (P5).

    Parameters
    ----------
    operation : Operation
    orders : tuple of Order
        In rank order, which is the order of departure (C1).
    moment_s : int
    state : State, optional
        Where to begin; the operation's beginning if not given.

    Returns
    -------
    State
        What the movements that depart before the moment leave behind, those still on the road included.
    tuple of Order
        The orders that have not departed by then.

    Raises
    ------
    Stuck
        With the first order that cannot go, if the moment is not reached before it.
    """
    clock = Clock(operation, orders, state)
    for number, order in enumerate(orders):
        if clock.departure(order, clock.rank) >= moment_s:
            return clock.state, orders[number:]
        clock.go(order, clock.rank)
    return clock.state, ()


def depots_of(index: Index) -> list[list[int]]:
    """Return, by type, the place number of each vehicle, in the order of its depots."""
    return [
        [index.place[depot] for depot, number in kind.depots.items() for _ in range(number)]
        for kind in index.operation.fleet.values()
    ]


def write_order(index: Index, sheet: Sheet, order: Order, rank: int) -> None:
    """Write one order on the sheet; raises :class:`Stuck` when its legs have no common column part."""
    parts = {index.column(order.origin, trip.destination, order.loaded) for trip in order.trips}
    if NONE in parts:
        raise Stuck(rank, "O3", "there is no route")
    if len(parts) > 1:
        raise Stuck(rank, "C1", "its vehicles do not have one route")
    column = parts.pop()
    starts = index.column_part(column).origin
    if starts != order.origin:
        raise Stuck(rank, "O3", f"an empty column forms up at {starts}, not {order.origin}")
    sheet.order[O.COLUMN] = column
    sheet.order[O.LOADED] = int(order.loaded)
    sheet.order[O.TRIPS] = len(order.trips)
    sheet.order[O.NOT_BEFORE] = order.not_before_s
    for trip in order.trips:
        if trip.destination not in index.stands:
            raise Stuck(rank, "O6", f"no vehicle can stand at {trip.destination}")
    for j, trip in enumerate(order.trips):
        kind = index.type[trip.vehicle_type]
        if not 0 <= trip.layout < index.tables.types[kind, V.LAYOUTS]:
            raise Stuck(rank, "O6", f"{trip.vehicle_type} has no layout {trip.layout}")
        sheet.asked[j, A.TYPE] = kind
        sheet.asked[j, A.LAYOUT] = trip.layout
        sheet.asked[j, A.FROM] = index.place[trip.comes_from]
        sheet.asked[j, A.TO] = index.place[trip.destination]


def read_movement(index: Index, sheet: Sheet, order: Order, rank: int) -> Movement:
    """Read a movement from the sheet on which it has been worked out."""
    part = index.column_part(int(sheet.order[O.COLUMN]))
    steps = sheet.roads[: len(part.steps)].tolist()
    passages = tuple(
        Passage(road=road, forth=forth, head_in_s=s[0], tail_in_s=s[1], head_out_s=s[2], tail_out_s=s[3])
        for (road, forth), s in zip(part.steps, steps, strict=True)
    )
    escort = int(sheet.head[H.ESCORT])
    return Movement(
        rank=rank,
        origin=part.origin,
        release=part.release,
        not_before_s=order.not_before_s,
        ready_s=int(sheet.head[H.READY]),
        departs_s=int(sheet.head[H.DEPARTS]),
        passages=passages,
        trips=tuple(_read_trip(index, sheet, order, j) for j in range(len(order.trips))),
        escort=None if escort == NONE else escort,
        escort_free_s=None if escort == NONE else int(sheet.head[H.ESCORT_FREE]),
    )


def _read_trip(index: Index, sheet: Sheet, order: Order, j: int) -> Trip:
    asked, row, tables = order.trips[j], sheet.trips[j].tolist(), index.tables
    kind = index.type[asked.vehicle_type]
    origin = tables.columns[sheet.order[O.COLUMN], C.ORIGIN]
    loading: dict[str, int | None] = {}
    if order.loaded:
        place, to = tables.places[origin], tables.places[index.place[asked.destination]]
        begins, lasts = row[W.BAY_BEGINS], row[W.BAY_S]
        loading = {
            "bay": None if row[W.BAY] == NONE else row[W.BAY] - int(place[P.BAY]),
            "bay_begins_s": begins,
            "boards_s": begins + int(tables.types[kind, V.TURN]),
            "boarded_s": begins + lasts,
            "unload_bay": None if row[W.UNLOAD_BAY] == NONE else row[W.UNLOAD_BAY] - int(to[P.BAY]),
            "unloads_s": row[W.UNLOADS],
        }
    return Trip(
        vehicle_type=asked.vehicle_type,
        vehicle=row[W.VEHICLE] - int(tables.types[kind, V.FIRST]),
        layout=asked.layout,
        comes_from=asked.comes_from,
        leaves_s=row[W.LEAVES],
        comes_s=row[W.COMES],
        loads=_read_loads(index, sheet, j),
        screenings=_read_screenings(index, sheet, j),
        released_s=row[W.RELEASED],
        destination=asked.destination,
        arrives_s=row[W.ARRIVES],
        free_s=row[W.FREE],
        **loading,
    )


def _read_loads(index: Index, sheet: Sheet, j: int) -> tuple[Load, ...]:
    parties = sheet.loads[j].tolist()
    return tuple(
        Load(group=index.group_names[g], persons=parties[g] * int(index.tables.groups[g, G.PERSONS]))
        for g in index.tables.urgency.tolist()
        if parties[g]
    )


def _read_screenings(index: Index, sheet: Sheet, j: int) -> tuple[Screening, ...]:
    part = index.column_part(int(sheet.order[O.COLUMN]))
    found = []
    for i, step in enumerate(part.steps):
        node = index.ways.end(step)
        if index.operation.places[node].lanes is not None:
            arrives, begins, ends, lane = sheet.screens[i, j].tolist()
            found.append(
                Screening(checkpoint=node, arrives_s=arrives, begins_s=begins, ends_s=ends, lane=lane)
            )
    return tuple(found)
