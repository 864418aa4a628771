"""The kinds of trips of the slot program (docs/bounds.md, Kinds of trips)."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property

from korridor.operation.fleet import Layout, VehicleType
from korridor.operation.operation import Operation
from korridor.operation.place import ROOMS, Kind, Side
from korridor.operation.scheme import Need
from korridor.operation.ways import ColumnPart, Ways
from korridor.planning.bound.clocks import after_opening_s
from korridor.planning.bound.fit import buckets, persons_aboard, places_of, room_left
from korridor.planning.bound.hops import NEVER, Hops, hops_of, parts_of
from korridor.planning.bound.lanes import lanes_of
from korridor.planning.bound.trip import TripKind, clock_of
from korridor.planning.bound.walk import Walk
from korridor.planning.bound.windowed import windowed_of


class Kinds:
    """All kinds of trips of one operation, whatever the horizon.

    Parameters
    ----------
    operation : Operation

    Attributes
    ----------
    loaded, empty, all : tuple of TripKind
        ``all`` has the loaded ones first.
    """

    def __init__(self, operation: Operation) -> None:
        self.operation = operation
        self.ways = Ways(operation)
        self.parts = parts_of(self.ways)
        self.number = {name: i for i, name in enumerate(operation.places)}
        self._hops: dict[int | None, Hops] = {}
        self.loaded = tuple(self._loaded())
        self.empty = tuple(self._empty())
        self.all = self.loaded + self.empty

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

    @cached_property
    def after_opening_s(self) -> dict[str, int]:
        """When each clock is due after a common beginning; its phase, whatever the slot length."""
        return after_opening_s(self.loaded, self.empty)

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
                        persons = persons_aboard(self.operation, fitted, people)
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
            windowed=windowed_of(walk),
            lanes=tuple(lanes_of(walk, True, first_s, beyond_s + alight_s)),
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
                windowed=windowed_of(walk),
                lanes=() if loaded else tuple(lanes_of(walk, False, to_s, on_s)),
            )
