"""The kinds of trips of the slot program (docs/bounds.md, Kinds of trips)."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from korridor.operation.fleet import Layout, VehicleType
from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.place import ROOMS, Kind, Release, Side
from korridor.operation.scheme import NEEDS, Need
from korridor.operation.ways import ColumnPart, Step, Ways
from korridor.planning.bound.hops import NEVER, Hops, hops_of, parts_of
from korridor.planning.bound.walk import Walk


@dataclass(frozen=True)
class Lane:
    """How a kind takes up a checkpoint's lanes (rows ``lanes``).

    Attributes
    ----------
    checkpoint : str
    outward : bool
    service_s : int
    before : bool
        Whether the checkpoint lies before the reference.
    from_opening_s : int or None
        Before: least time from a window's opening to the arrival, if the checkpoint lies in the stretch of the reference.
    from_begin_s : int
        Before: least time from bay begin (leaving) to the arrival.
    to_x_s : int
        Before: least time from the end of service to x.
    lead_s : int
        After: least time from x to the arrival.
    to_closing_s : int or None
        After: least time from the end of service to the end of the stretch, if it must end in the stretch.
    to_end_s : int
        After: least time from the end of service to the end of the trip.
    """

    checkpoint: str
    outward: bool
    service_s: int
    before: bool
    from_opening_s: int | None = None
    from_begin_s: int = 0
    to_x_s: int = 0
    lead_s: int = 0
    to_closing_s: int | None = None
    to_end_s: int = 0


@dataclass(frozen=True)
class Windowed:
    """What truce stretches ask of x: seconds before and after it.

    ``holds`` is (f, g) of the stretch that contains the reference; ``before_s`` the f of one that ends before it,
    ``after_s`` the g of one that begins after it.
    """

    holds: tuple[int, int] | None = None
    before_s: int | None = None
    after_s: int | None = None


@dataclass(frozen=True)
class TripKind:
    """One kind of trip, loaded or empty; times in seconds as in ``docs/bounds.md``.

    Attributes
    ----------
    vehicle_type, layout, origin, destination : str, int, str, str
        ``layout`` is -1 for empty kinds.
    few, many : int
        Persons aboard; 0 for empty kinds.
    groups : tuple of str
        The groups of a loaded kind.
    a_s, b_s : int
        Least time from bay begin (leaving) to x, and from x to the end.
    h_s, bay_s, alight_s, limit_s : int
        Departure to x, bay time, alighting, longest time aboard.
    clock : str
    part : ColumnPart or None
        Where its column goes; ``None`` where it goes alone.
    reference : Step or None
        The road whose heads are counted.
    windowed : Windowed
    lanes : tuple of Lane
    escort_s : int
        Least time from x until the escort is back.
    """

    vehicle_type: str
    layout: int
    origin: str
    destination: str
    a_s: int
    b_s: int
    clock: str
    few: int = 0
    many: int = 0
    groups: tuple[str, ...] = ()
    h_s: int = 0
    bay_s: int = 0
    alight_s: int = 0
    limit_s: int = 0
    part: ColumnPart | None = None
    reference: Step | None = None
    windowed: Windowed = Windowed()
    lanes: tuple[Lane, ...] = ()
    escort_s: int = 0

    @property
    def loaded(self) -> bool:
        """Whether people are aboard."""
        return self.layout >= 0

    @property
    def alone(self) -> bool:
        """Whether it is empty and goes in no column."""
        return not self.loaded and self.part is None


def places_of(operation: Operation, group: Group) -> dict[Need, int]:
    """Places that one party of a group takes, by need."""
    places = dict.fromkeys(NEEDS, 0)
    places[operation.need(group)] += group.party
    places[Need.SEAT] += group.companions
    return places


def buckets(persons: int, room: int) -> tuple[tuple[int, int], ...]:
    """Part the persons aboard, 1 to ``persons``, into *few* to *many*; the fullest first.

    Examples
    --------
    >>> buckets(10, 9)
    ((10, 10), (9, 9), (8, 8), (7, 7), (6, 6), (5, 5), (1, 4))
    >>> buckets(2, 1)
    ((2, 2), (1, 1))
    """
    fews = {1, room + 1, persons} | {-(-persons * tenths // 10) for tenths in range(5, 10)}
    floors = sorted(few for few in fews if few >= 1)
    return tuple(zip(floors, [*(few - 1 for few in floors[1:]), persons], strict=True))[::-1]


def room_left(operation: Operation, fitted: Layout, people: list[Group]) -> int:
    """Persons aboard with whom another party of any of the groups still has places."""
    return min(
        fitted.places(need) - taken
        for group in people
        for need, taken in places_of(operation, group).items()
        if taken
    )


def _persons(operation: Operation, fitted: Layout, people: list[Group]) -> int:
    """Places for the needs of these groups."""
    needs = {need for group in people for need, taken in places_of(operation, group).items() if taken}
    return sum(fitted.places(need) for need in needs)


class Kinds:
    """All kinds of trips of one operation, whatever the horizon.

    Parameters
    ----------
    operation : Operation
    """

    def __init__(self, operation: Operation) -> None:
        self.operation = operation
        self.ways = Ways(operation)
        self.parts = parts_of(self.ways)
        self.number = {name: i for i, name in enumerate(operation.places)}
        self._hops: dict[int | None, Hops] = {}
        self.loaded = tuple(self._loaded())
        self.empty = tuple(self._empty())

    @property
    def all(self) -> tuple[TripKind, ...]:
        """Loaded, then empty ones."""
        return self.loaded + self.empty

    def hops(self, vehicle_type: str) -> Hops:
        """Least times from place to place of a type."""
        speed = self.operation.fleet[vehicle_type].speed_m_per_h
        if speed not in self._hops:
            self._hops[speed] = hops_of(self.ways, self.parts, speed)
        return self._hops[speed]

    @cached_property
    def receiving(self) -> tuple[str, ...]:
        """Places that receive people."""
        return tuple(name for name, place in self.operation.places.items() if place.kind in ROOMS)

    def counts_as_out(self, destination: str) -> bool:
        """Whether who is taken there may count as out."""
        place = self.operation.places[destination]
        return place.side is Side.SAFE or place.kind is Kind.TRANSFER

    def fills_up(self, kind: TripKind) -> int:
        """Persons aboard with whom a trip of a kind's leg goes once at most: then nobody of its groups is left.

        0 if it may go more often.
        """
        operation = self.operation
        people = [operation.people[name] for name in kind.groups]
        classes = {group.person_class for group in people}
        apart = any(set(pair) <= classes for pair in operation.apart)
        if apart or operation.places[kind.origin].kind is Kind.TRANSFER:
            return 0
        return room_left(operation, operation.fleet[kind.vehicle_type].layouts[kind.layout], people)

    def _loaded(self) -> Iterator[TripKind]:
        stands = tuple(dict.fromkeys(group.place for group in self.operation.people.values()))
        for name, vehicles in self.operation.fleet.items():
            for origin in stands:
                for destination in self.receiving:
                    serves = vehicles.serves is None or {origin, destination} <= set(vehicles.serves)
                    part = (
                        self.ways.column(origin, destination, True)
                        if serves and origin != destination
                        else None
                    )
                    if part is None:
                        continue
                    beyond_s = self.ways.alone_s(part.release, destination, vehicles.speed_m_per_h)
                    if beyond_s is None:
                        continue
                    for layout, fitted in enumerate(vehicles.layouts):
                        groups = self._groups(fitted, origin, destination)
                        if not groups:
                            continue
                        people = [self.operation.people[group] for group in groups]
                        persons = _persons(self.operation, fitted, people)
                        for few, many in buckets(persons, room_left(self.operation, fitted, people)):
                            kind = self._loaded_kind(
                                name, layout, origin, destination, part, beyond_s, groups, few, many
                            )
                            if kind.a_s - vehicles.turn_round_s + kind.b_s <= kind.limit_s:
                                yield kind

    def _groups(self, fitted: Layout, origin: str, destination: str) -> tuple[str, ...]:
        return tuple(
            name
            for name, group in self.operation.people.items()
            if group.place == origin
            and (group.to is None or destination in group.to)
            and all(taken <= fitted.places(need) for need, taken in places_of(self.operation, group).items())
        )

    def _loaded_kind(
        self,
        name: str,
        layout: int,
        origin: str,
        destination: str,
        part: ColumnPart,
        beyond_s: int,
        groups: tuple[str, ...],
        few: int,
        many: int,
    ) -> TripKind:
        operation, vehicles = self.operation, self.operation.fleet[name]
        people = [operation.people[group] for group in groups]

        def handling_s(seconds: dict[Need, int]) -> int:
            """Least seconds for ``few`` persons."""
            return least(
                sum(seconds.get(n, 0) * k for n, k in places_of(operation, g).items()) for g in people
            )

        def least(party_s: Iterator[int]) -> int:
            rates = [Fraction(s, g.party_persons) for s, g in zip(party_s, people, strict=True)]
            return int(few * min(rates))

        alight_s = handling_s(vehicles.alighting_s)
        bay_s = vehicles.turn_round_s + handling_s(vehicles.boarding_s)
        limit_s = max(operation.aboard_limit_s(group.person_class) for group in people)
        common = {"vehicle_type": name, "layout": layout, "origin": origin, "destination": destination}
        counts = {"few": few, "many": many, "bay_s": bay_s, "alight_s": alight_s, "limit_s": limit_s}
        leave = f"leave/{name}/{origin}/{destination}"
        if not part.steps:
            b_s = beyond_s + alight_s
            return TripKind(**common, **counts, groups=groups, a_s=bay_s, b_s=b_s, clock=leave)  # type: ignore[arg-type]
        screening_s = {
            place: least(
                operation.places[place].screening_s(g.person_class) * g.party_persons for g in people
            )
            for place in self._checkpoints
        }
        walk = Walk(self.ways, part, vehicles.speed_m_per_h, screening_s)
        marshal_s = operation.convoy.marshalling_s if operation.convoy.least >= 2 else 0
        first_s = bay_s + marshal_s
        b_s = walk.after_s + beyond_s + alight_s
        back = tuple((index, not forth) for index, forth in part.steps)
        return TripKind(
            **common,  # type: ignore[arg-type]
            **counts,  # type: ignore[arg-type]
            groups=groups,
            a_s=first_s + walk.before_s,
            b_s=b_s,
            h_s=walk.before_s,
            clock=clock_of(walk) or leave,
            part=part,
            reference=walk.headway_road,
            windowed=_windowed(walk),
            lanes=tuple(_lanes(walk, True, first_s, beyond_s + alight_s)),
            escort_s=walk.to_last_end_s + self.ways.travel_s(back),
        )

    @cached_property
    def _checkpoints(self) -> tuple[str, ...]:
        return tuple(name for name, place in self.operation.places.items() if place.kind is Kind.CHECKPOINT)

    def _empty(self) -> Iterator[TripKind]:
        for name, vehicles in self.operation.fleet.items():
            mine = [kind for kind in self.loaded if kind.vehicle_type == name]
            starts = dict.fromkeys([*vehicles.depots, *(kind.destination for kind in mine)])
            for origin in starts:
                for destination in dict.fromkeys(kind.origin for kind in mine):
                    if origin != destination:
                        yield from self._empty_kinds(name, vehicles, origin, destination)

    def _empty_kinds(
        self, name: str, vehicles: VehicleType, origin: str, destination: str
    ) -> Iterator[TripKind]:
        hops, here, there = self.hops(name), self.number[origin], self.number[destination]
        leave = f"leave/{name}/{origin}/{destination}"
        alone_s, least_s = int(hops.alone[here, there]), int(hops.any[here, there])
        if alone_s < NEVER:
            yield TripKind(name, -1, origin, destination, a_s=0, b_s=alone_s, clock=leave)
        if alone_s <= least_s:
            return
        for part, loaded in zip(self.parts.parts, self.parts.loaded, strict=True):
            walk = Walk(self.ways, part, vehicles.speed_m_per_h)
            to, on = (hops.free, hops.any) if walk.headway_road else (hops.alone, hops.free)
            to_s, on_s = int(to[here, self.number[part.origin]]), int(on[self.number[part.release], there])
            if to_s >= NEVER or on_s >= NEVER:
                continue
            yield TripKind(
                name,
                -1,
                origin,
                destination,
                a_s=to_s + walk.before_s,
                b_s=walk.after_s + on_s,
                h_s=walk.before_s,
                clock=clock_of(walk) or leave,
                part=part,
                reference=walk.headway_road,
                windowed=_windowed(walk),
                lanes=() if loaded else tuple(_lanes(walk, False, to_s, on_s)),
            )


def clock_of(walk: Walk) -> str | None:
    """Name the clock of a reference with a headway."""
    if walk.headway_road is None:
        return None
    index, forth = walk.headway_road
    return f"road/{index}/{'f' if forth else 'b'}"


def _windowed(walk: Walk) -> Windowed:
    holds, before_s, after_s = None, None, None
    at = walk.reference
    for first, last in walk.stretches():
        if last < at:
            before_s = max(before_s or 0, walk.before_s - walk.enters_s[first])
        elif first > at:
            after_s = max(after_s or 0, walk.leaves_s[last] - walk.before_s)
        else:
            holds = walk.before_s - walk.enters_s[first], walk.leaves_s[last] - walk.before_s
    return Windowed(holds, before_s, after_s)


def _lanes(walk: Walk, outward: bool, first_s: int, last_s: int) -> Iterator[Lane]:
    """Yield what the walk takes of each checkpoint's lanes; ``first_s`` lies before it, ``last_s`` after it."""
    seen: set[str] = set()
    at, roads = walk.reference, len(walk.part.steps)
    stretch = next(((i, j) for i, j in walk.stretches() if i <= at <= j), None)
    for screened in walk.screened:
        if screened.name in seen:
            continue
        seen.add(screened.name)
        by_column = walk.place_of(screened).release is Release.COLUMN
        i = screened.step
        if i < at:
            if by_column:
                inside = stretch is not None and stretch[0] <= i
                yield Lane(
                    screened.name,
                    outward,
                    screened.own_s,
                    before=True,
                    from_opening_s=screened.arrives_s - walk.enters_s[stretch[0]]
                    if stretch and inside
                    else None,
                    from_begin_s=first_s + screened.arrives_s,
                    to_x_s=walk.before_s - screened.served_s,
                )
        elif by_column or i == roads - 1:
            inside = by_column and stretch is not None and i < stretch[1]
            yield Lane(
                screened.name,
                outward,
                screened.own_s,
                before=False,
                lead_s=screened.arrives_s - walk.before_s,
                to_closing_s=walk.leaves_s[stretch[1]] - screened.served_s if stretch and inside else None,
                to_end_s=walk.total_s - screened.served_s + last_s,
            )
