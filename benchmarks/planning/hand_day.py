"""Carry out a rule of thumb: a day on which columns are sent by it, in the clockwork's times."""

from collections import Counter, deque
from dataclasses import dataclass
from math import ceil

from benchmarks.planning.hand_rule import Back, HandRule, Turn
from benchmarks.planning.hand_sheet import HandSheet
from korridor.clockwork.run import Clock, Stuck
from korridor.events.movement import Movement
from korridor.events.order import Order, TripOrder


def hand_clock(sheet: HandSheet) -> Clock:
    """Return a clock at the beginning, from which any number of days can start."""
    return Clock(sheet.operation, (), more_trips=sum(loads.total() for loads in sheet.loads.values()))


def hand_day(sheet: HandSheet, clock: Clock, rule: HandRule) -> tuple[Movement, ...]:
    """Dispatch by a rule until nothing can go any more.

    Parameters
    ----------
    sheet : HandSheet
    clock : Clock
        At the beginning; it stays there.
    rule : HandRule

    Notes
    -----
    A column is decided on when enough vehicles stand together: which go, and to which place. From then on it leaves as
    soon as it can, in its turn behind those that wait where it waits. Between the columns at several places nobody
    chooses: the clockwork is asked which of them leaves first, because rank is the order of departure (C1).
    An order that cannot go is dropped, and its vehicles stand where they are.
    """
    return _Day(sheet, clock, rule).run()


@dataclass
class _Column:
    """Vehicles that go together, decided on but not gone.

    ``departs_s`` is what the clockwork said before the movement of rank ``asked``; others only make it later.
    """

    vehicles: Counter[str]
    stands: str
    place: str
    loaded: bool
    not_before_s: int = 0
    departs_s: int = 0
    asked: int = -1


class _Day:
    """What stands where, what waits to go, and what has gone."""

    def __init__(self, sheet: HandSheet, clock: Clock, rule: HandRule) -> None:
        self._sheet, self._rule, self._clock = sheet, rule, clock.fork()
        self._bus, *self._others = sheet.types
        self._loads = {place: loads.copy() for place, loads in sheet.loads.items()}
        self._free: dict[str, Counter[str]] = {}
        self._waiting: dict[tuple[str, bool], deque[_Column]] = {}
        self._decided = 0
        self._timetable_s: list[int] = []
        self._gone: list[Movement] = []

    def run(self) -> tuple[Movement, ...]:
        """Form columns at the depots, then send whatever leaves first, again and again."""
        for name in self._sheet.types:
            for depot, number in self._sheet.operation.fleet[name].depots.items():
                self._free.setdefault(depot, Counter())[name] += number
        for depot in self._free:
            self._form(depot, self._rule.buses, no_more=True)
        while any(self._waiting.values()):
            heads = [queue[0] for queue in self._waiting.values() if queue]
            first = min(heads, key=lambda column: column.departs_s)
            if first.asked == len(self._gone):
                self._send(first)
            else:
                self._ask(first)
        return tuple(self._gone)

    def _form(self, stands: str, size: int, no_more: bool = False) -> None:
        """Form columns of ``size`` buses, and the others that go along, of the vehicles that stand free somewhere.

        Where no more will come to them, those left over make a last column, or go with the one before.
        """
        free, convoy = self._free[stands], self._sheet.operation.convoy
        while True:
            along = self._along(free)
            most = convoy.most - along.total()
            buses = min(size, most)
            if no_more and free[self._bus] - buses < convoy.least:
                buses = min(free[self._bus], most)
            place = self._choose()
            if not 0 < buses <= free[self._bus] or place is None:
                return
            # Others at the head: the wounded are not to wait while buses are screened.
            vehicles = (along + Counter({self._bus: buses})) & self._loads[place]
            free.subtract(vehicles)
            self._loads[place].subtract(vehicles)
            self._decided += 1
            self._queue(_Column(vehicles, stands, place, loaded=False))

    def _along(self, free: Counter[str]) -> Counter[str]:
        """As many vehicles of other types as the rule sends along, of those that are there."""
        there = [name for name in self._others for _ in range(free[name])]
        return Counter(there[: self._rule.others])

    def _choose(self) -> str | None:
        """Choose by the rule where the next column goes, of the places with people enough for one."""
        least = self._sheet.operation.convoy.least
        places = [place for place in self._sheet.places if self._loads[place][self._bus] >= least]
        if not places:
            return None
        if self._rule.turn is Turn.MOST_LEFT:
            return max(places, key=lambda place: self._loads[place][self._bus])
        return places[self._decided % len(places) if self._rule.turn is Turn.IN_TURN else 0]

    def _queue(self, column: _Column) -> None:
        """Let a column wait where it stands; without a column part to drive in empty its vehicles come alone to load."""
        part = self._sheet.ways.column(column.stands, column.place, loaded=False)
        if not column.loaded and part is not None and not part.steps:
            column.loaded = True
        self._waiting.setdefault((column.stands, column.loaded), deque()).append(column)

    def _ask(self, column: _Column) -> None:
        """Ask the clockwork when a column departs; drop it if it cannot."""
        try:
            column.departs_s = self._departs_s(column)
            column.asked = len(self._gone)
        except Stuck:
            self._waiting[column.stands, column.loaded].popleft()

    def _departs_s(self, column: _Column) -> int:
        """When a column departs; where there is a timetable, not before its next departure that is still to be had."""
        column.not_before_s = 0
        departs_s = self._clock.departure(self._order(column), len(self._gone))
        if not column.loaded or self._rule.every_min is None or not self._timetable_s:
            return departs_s
        first_s, last_s, every_s = self._timetable_s[0], self._timetable_s[-1], 60 * self._rule.every_min
        slot_s = first_s + ceil((departs_s - first_s) / every_s) * every_s
        column.not_before_s = max(slot_s, last_s + every_s)
        return self._clock.departure(self._order(column), len(self._gone))

    def _order(self, column: _Column) -> Order:
        """Write the order: loaded to the nearest safe place, empty to where people wait."""
        origin, destination = column.place, self._sheet.destinations[column.place]
        if not column.loaded:
            part = self._sheet.ways.column(column.stands, column.place, loaded=False)
            origin, destination = part.origin if part is not None else column.stands, column.place
        trips = tuple(
            TripOrder(vehicle_type=name, comes_from=column.stands, destination=destination)
            for name in column.vehicles.elements()
        )
        return Order(origin=origin, loaded=column.loaded, trips=trips, not_before_s=column.not_before_s)

    def _send(self, column: _Column) -> None:
        """Let a column go: one that comes in empty loads next, one that goes out is unloaded and goes back."""
        self._waiting[column.stands, column.loaded].popleft()
        movement = self._clock.go(self._order(column), len(self._gone))
        self._gone.append(movement)
        if not column.loaded:
            self._queue(_Column(column.vehicles, column.place, column.place, loaded=True))
            return
        self._timetable_s.append(column.not_before_s or movement.departs_s)
        there = self._sheet.destinations[column.place]
        self._free.setdefault(there, Counter()).update(column.vehicles)
        if self._rule.back is Back.WHOLE:
            self._form(there, column.vehicles[self._bus], no_more=True)
        else:
            self._form(there, self._rule.buses)
