"""An operation as integer arrays, the form in which the compiled loop reads it.

Each array has one row a thing; the columns are named by the enumerations beside it. Everything is ``int64``.
"""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from korridor.events.order import Order
from korridor.operation.fleet import VehicleType
from korridor.operation.hours import Hours
from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.place import ROOMS, Kind, Place, Release, Side
from korridor.operation.scheme import NEEDS, Need
from korridor.operation.ways import ColumnPart, ways_of

Ints = npt.NDArray[Any]  # int64; what they hold counts as plain integers, as it does in compiled code

NEVER = 1 << 50
"""A moment that does not come; small enough that sums with it stay in 64 bits."""

NONE = -1


class P(IntEnum):
    """Columns of ``places``."""

    BAY = 0  # index of its first bay
    BAYS = 1  # NONE is unlimited
    OPENS = 2  # daily hours, seconds after midnight; both 0 is always open
    CLOSES = 3
    CAPACITY = 4  # NONE is unlimited
    SAFE = 5
    TRANSFER = 6  # index among the transfers, or NONE
    CHECKPOINT = 7
    LANE_OUT = 8  # index of the first outward lane
    LANES_OUT = 9
    LANE_IN = 10
    LANES_IN = 11
    PER_VEHICLE = 12
    BY_VEHICLE = 13  # release: vehicle
    HALT = 14
    ROOM = 15  # the capacity, also where nobody is turned away for it


class V(IntEnum):
    """Columns of ``types``."""

    FIRST = 0  # index of its first vehicle
    NUMBER = 1
    SPEED = 2
    TURN = 3
    FROM = 4
    UNTIL = 5
    DUTY_OPENS = 6
    DUTY_CLOSES = 7
    LAYOUT = 8  # index of its first layout
    LAYOUTS = 9


class G(IntEnum):
    """Columns of ``groups``; needs are a party's."""

    PLACE = 0
    PARTIES = 1
    PERSONS = 2
    WEIGHT = 3
    CLASS = 4
    LIMIT = 5
    SEATS = 6
    STRETCHERS = 7
    WHEELCHAIRS = 8


class R(IntEnum):
    """Columns of ``roads``."""

    LENGTH = 0  # NONE is unknown
    SPEED = 1
    FORTH = 2  # stated times, or NONE
    BACK = 3
    HEADWAY = 4
    TRUCE = 5
    ALTERNATE = 6
    RISK = 7


class C(IntEnum):
    """Columns of ``columns``, the column parts of legs."""

    ORIGIN = 0
    RELEASE = 1
    STEP = 2  # index of its first step
    STEPS = 3
    BACK_S = 4  # an escort's own way back


class K(IntEnum):
    """Columns of ``gates``."""

    BEYOND = 0
    UNTIL = 1
    OPENS = 2  # NONE: when enough are out, as the queue tells; NEVER: not by its schedule
    QUEUE = 3


class X(IntEnum):
    """Entries of ``rule``."""

    LEAST = 0
    MOST = 1
    SPACING = 2
    ESCORTS = 3
    MARSHALLING = 4
    HORIZON = 5
    START_CLOCK = 6
    ONWARD = 7  # whether people at transfers are kept account of


class Tables(NamedTuple):
    """One operation's arrays; see the enumerations for the columns."""

    places: Ints
    types: Ints
    layouts: Ints
    groups: Ints
    urgency: Ints  # group indices, the most urgent first
    goes: Ints  # [group, place]: may be taken there
    serves: Ints  # [type, place]
    apart: Ints  # [class, class]
    board: Ints  # [type, group]: seconds a party
    alight: Ints
    screen: Ints  # [place, group]: seconds a party
    alone: Ints  # [type, from, to]: seconds, NONE where there is no way
    alone_risk: Ints  # [type, from, to]: risk-weighted seconds
    columns: Ints
    steps: Ints  # [step]: road, direction (0 forth, 1 back)
    ends: Ints  # [step]: the place it leads to
    roads: Ints
    windows: Ints  # [window]: opens, closes less margin
    rule: Ints
    must_have: Ints
    gates: Ints
    gate_a: Ints  # [gate, place]
    gate_b: Ints


class Index:
    """Names and numbers of one operation's things, and its tables.

    Parameters
    ----------
    operation : Operation
    onward : bool, optional
        Whether people at transfers are kept account of; a search that carries nobody on may do without.
    orders : sequence of Order, optional
        Orders whose legs are numbered too.
    """

    def __init__(self, operation: Operation, onward: bool = True, orders: Sequence[Order] = ()) -> None:
        self.operation = operation
        self.ways = ways_of(operation)
        self.place_names = tuple(operation.places)
        self.type_names = tuple(operation.fleet)
        self.group_names = tuple(operation.people)
        self.place = {name: i for i, name in enumerate(self.place_names)}
        self.stands = frozenset(operation.stands)
        self.type = {name: i for i, name in enumerate(self.type_names)}
        self.onward = onward
        self._columns: dict[ColumnPart, int] = {}
        self._legs: dict[tuple[str, str, bool], int] = {}
        self._fill_columns()
        for order in orders:
            for trip in order.trips:
                self._number(order.origin, trip.destination, order.loaded)
        self._parts = tuple(self._columns)
        self.tables = self._tables()

    def column(self, origin: str, destination: str, loaded: bool) -> int:
        """Number of a leg's column part, or ``NONE`` where there is no route."""
        return self._legs.get((origin, destination, loaded), NONE)

    def numbers(self, orders: Sequence[Order]) -> bool:
        """Whether all legs of orders have numbers."""
        legs = self._legs
        return all(
            (order.origin, trip.destination, order.loaded) in legs for order in orders for trip in order.trips
        )

    def column_part(self, number: int) -> ColumnPart:
        """Return the column part of a number."""
        return self._parts[number]

    def _fill_columns(self) -> None:
        """Number the column parts of every leg that an order can ask for.

        Loaded legs go from where people stand to where they are received. Empty ones end where people stand;
        their origin is the start of the column part, to which vehicles come alone, so legs from there are
        numbered too.
        """
        operation = self.operation
        rooms = [name for name, place in operation.places.items() if place.kind in ROOMS]
        stands = {group.place for group in operation.people.values()}
        stands |= {name for name in rooms if operation.places[name].kind is Kind.TRANSFER}
        starts = (
            rooms
            + sorted({depot for kind in operation.fleet.values() for depot in kind.depots})
            + sorted(stands)
        )
        for origin in sorted(stands):
            for destination in rooms:
                self._number(origin, destination, True)
        for destination in sorted(stands):
            for origin in starts:
                part = self._number(origin, destination, False)
                if part is not None and part.steps:
                    self._number(part.origin, destination, False)

    def _number(self, origin: str, destination: str, loaded: bool) -> ColumnPart | None:
        part = self.ways.column(origin, destination, loaded) if origin != destination else None
        if part is not None:
            if not part.steps:  # all leave together from the origin
                part = ColumnPart(origin, origin, ())
            self._legs[origin, destination, loaded] = self._columns.setdefault(part, len(self._columns))
        return part

    def _tables(self) -> Tables:
        operation, places = self.operation, self.operation.places
        groups, fleet = operation.people.values(), operation.fleet.values()
        steps = [step for part in self._columns for step in part.steps]
        classes = operation.classes
        apart = {frozenset(pair) for pair in operation.apart}
        return Tables(
            places=_ints(self._place_rows(), len(P)),
            types=_ints(self._type_rows(), len(V)),
            layouts=_ints(
                [[layout.places(n) for n in NEEDS] for kind in fleet for layout in kind.layouts], len(NEEDS)
            ),
            groups=_ints([self._group_row(group) for group in groups], len(G)),
            urgency=np.array(
                sorted(range(len(self.group_names)), key=lambda g: (self._urgency(g), g)), dtype=np.int64
            ),
            goes=_ints([[self._goes(group, name) for name in places] for group in groups], len(places)),
            serves=_ints(
                [[t.serves is None or name in t.serves for name in places] for t in fleet], len(places)
            ),
            apart=_ints([[frozenset((a, b)) in apart for b in classes] for a in classes], len(classes)),
            board=_ints([[self._handling_s(t.boarding_s, g) for g in groups] for t in fleet], len(groups)),
            alight=_ints([[self._handling_s(t.alighting_s, g) for g in groups] for t in fleet], len(groups)),
            screen=_ints(
                [[p.screening_s(g.person_class) * g.party_persons for g in groups] for p in places.values()],
                len(groups),
            ),
            alone=np.array([self._alone(t, False) for t in fleet], dtype=np.int64),
            alone_risk=np.array([self._alone(t, True) for t in fleet], dtype=np.int64),
            columns=_ints(self._column_rows(), len(C)),
            steps=_ints([(road, 0 if forth else 1) for road, forth in steps], 2),
            ends=np.array([self.place[self.ways.end(step)] for step in steps], dtype=np.int64),
            roads=_ints(self._road_rows(), len(R)),
            windows=_ints([(w.opens_s, w.closes_s - operation.margin_s) for w in operation.windows], 2),
            rule=np.array(self._rule(), dtype=np.int64),
            must_have=np.array(
                [operation.convoy.must_have.get(n, 0) for n in self.type_names], dtype=np.int64
            ),
            gates=_ints(self._gate_rows(), len(K)),
            gate_a=_ints([[name in gate.out_of for name in places] for gate in operation.gates], len(places)),
            gate_b=_ints(
                [[name in gate.of_places for name in places] for gate in operation.gates], len(places)
            ),
        )

    @property
    def _transfers(self) -> list[str]:
        places = self.operation.places.items()
        return [name for name, place in places if place.kind is Kind.TRANSFER]

    def _place_rows(self) -> list[list[int]]:
        rows, bay, lane, transfers = [], 0, 0, self._transfers
        for name, place in self.operation.places.items():
            transfer = transfers.index(name) if name in transfers else NONE
            rows.append(self._place_row(name, place, bay, lane, transfer))
            bay += place.bays or 0
            lane += place.lanes.outward + place.lanes.inward if place.lanes else 0
        return rows

    def _gate_rows(self) -> list[list[int]]:
        rows = []
        queue = (
            len(self.group_names) * len(self._transfers) if self.onward else 0
        )  # behind those of transfers
        for gate in self.operation.gates:
            row = [gate.beyond_persons, gate.until_persons]
            if gate.of_schedule:
                rows.append([*row, NEVER if gate.opens_s is None else gate.opens_s, NONE])
            else:
                rows.append([*row, NONE, queue])
                queue += 1
        return rows

    def _place_row(self, name: str, place: Place, bay: int, lane: int, transfer: int) -> list[int]:
        outward, inward = (place.lanes.outward, place.lanes.inward) if place.lanes else (0, 0)
        halt = sum(halt.lasts_s for halt in self.operation.convoy.halts if halt.place == name)
        opens, closes = _span(place.hours)
        capacity = NONE if place.capacity_persons is None else place.capacity_persons
        bays = NONE if place.bays is None else place.bays
        row = {
            P.BAY: bay,
            P.BAYS: bays,
            P.OPENS: opens,
            P.CLOSES: closes,
            P.CAPACITY: capacity,
            P.SAFE: place.side is Side.SAFE,
            P.TRANSFER: transfer,
            P.CHECKPOINT: place.kind is Kind.CHECKPOINT,
            P.LANE_OUT: lane,
            P.LANES_OUT: outward,
            P.LANE_IN: lane + outward,
            P.LANES_IN: inward,
            P.PER_VEHICLE: place.per_vehicle_s,
            P.BY_VEHICLE: place.release is Release.VEHICLE,
            P.HALT: halt,
            P.ROOM: capacity,
        }
        return [int(row[column]) for column in P]

    def _type_rows(self) -> list[list[int]]:
        rows, vehicle, layout = [], 0, 0
        for kind in self.operation.fleet.values():
            speed = NEVER if kind.speed_m_per_h is None else kind.speed_m_per_h
            until = NEVER if kind.available_until_s is None else kind.available_until_s
            span = [kind.turn_round_s, kind.available_from_s, until, *_span(kind.duty)]
            rows.append([vehicle, kind.number, speed, *span, layout, len(kind.layouts)])
            vehicle, layout = vehicle + kind.number, layout + len(kind.layouts)
        return rows

    def _needs(self, group: Group) -> dict[Need, int]:
        needs = dict.fromkeys(NEEDS, 0)
        needs[self.operation.need(group)] += group.party
        needs[Need.SEAT] += group.companions
        return needs

    def _group_row(self, group: Group) -> list[int]:
        person_class = self.operation.classes.index(group.person_class)
        limit = self.operation.aboard_limit_s(group.person_class)
        persons, weight = group.party_persons, group.party_persons * group.weight
        needs = self._needs(group)
        return [self.place[group.place], group.parties, persons, weight, person_class, limit, *needs.values()]

    def _urgency(self, group: int) -> int:
        return self.operation.urgency(self.operation.people[self.group_names[group]])

    def _goes(self, group: Group, name: str) -> bool:
        if self.operation.places[name].kind not in ROOMS:
            return False
        return group.to is None or name in group.to

    def _handling_s(self, seconds: dict[Need, int], group: Group) -> int:
        return sum(seconds.get(need, 0) * number for need, number in self._needs(group).items())

    def _alone(self, kind: VehicleType, risk: bool) -> list[list[int]]:
        """Return times (or risk-weighted times) of single legs, for every pair of places."""
        speed = kind.speed_m_per_h
        weights = [
            [road.travel_s(forth, speed) * (road.risk if risk else 1) for forth in (False, True)]
            for road in self.operation.roads
        ]
        table = []
        for origin in self.place_names:
            totals = self.ways.totals(origin, True, lambda step: weights[step[0]][step[1]])
            table.append([totals.get(destination, NONE) for destination in self.place_names])
        return table

    def _column_rows(self) -> list[list[int]]:
        rows, first = [], 0
        for part in self._columns:
            back_s = self.ways.travel_s(tuple((road, not forth) for road, forth in part.steps))
            rows.append([self.place[part.origin], self.place[part.release], first, len(part.steps), back_s])
            first += len(part.steps)
        return rows

    def _road_rows(self) -> list[list[int]]:
        rows = []
        for road in self.operation.roads:
            length = NONE if road.length_m is None else road.length_m
            speed = NEVER if road.speed_m_per_h is None else road.speed_m_per_h
            stated = [NONE if s is None else s for s in (road.stated_s(True), road.stated_s(False))]
            rows.append(
                [length, speed, *stated, road.headway_s or 0, int(road.truce), int(road.alternate), road.risk]
            )
        return rows

    def _rule(self) -> list[int]:
        operation, convoy = self.operation, self.operation.convoy
        escorts = NONE if convoy.escorts is None else convoy.escorts
        horizon = NEVER if operation.horizon_s is None else operation.horizon_s
        start = operation.start
        clock = 0 if start is None else start.hour * 3600 + start.minute * 60 + start.second
        rule = [convoy.least, convoy.most, convoy.spacing_m, escorts, convoy.marshalling_s, horizon, clock]
        return [*rule, int(self.onward)]


def _span(hours: Hours | None) -> tuple[int, int]:
    return (0, 0) if hours is None else (hours.opens_clock_s, hours.closes_clock_s)


def _ints(rows: Sequence[Sequence[int]], width: int) -> Ints:
    """Return rows as a two-dimensional array, also when there are none."""
    return np.array(rows, dtype=np.int64).reshape(len(rows), width)


_AT_HAND = 4
_at_hand: list[Index] = []


def index_of(operation: Operation, orders: Sequence[Order] = ()) -> Index:
    """Return an index that numbers the legs of orders; that of the last few operations is at hand where it does."""
    for index in tuple(_at_hand):
        if index.operation is operation and index.numbers(orders):
            return index
    found = Index(operation, orders=orders)
    _at_hand.append(found)
    del _at_hand[:-_AT_HAND]
    return found
