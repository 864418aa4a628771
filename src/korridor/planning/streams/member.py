"""Loaded legs one by one, with their least times (docs/bounds-streams.md, Members)."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.place import ROOMS
from korridor.operation.scheme import NEEDS, Need
from korridor.operation.ways import ColumnPart, Step, ways_of
from korridor.planning.bound.walk import Walk
from korridor.planning.streams.nearest import NEVER, Nearest

FULL = Fraction(9, 10)
"""From this part of its places on a vehicle counts as full."""


@dataclass(frozen=True)
class Member:
    """A type with a layout from one place to another, with some number aboard or more.

    Attributes
    ----------
    reference : Step or None
        The first road with a headway.
    truced : bool
        Whether the reference lies on a truce stretch; then ``from_s`` and ``to_s`` are the f and g of the documentation.
    full : bool
        Whether it is at least nine tenths full.
    many : int
    groups : tuple of str
    a_s, b_s, bay_s, first_s : int
        ``first_s`` is when x can be at the soonest.
    """

    vehicle_type: str
    layout: int
    origin: str
    destination: str
    reference: Step | None
    truced: bool
    full: bool
    many: int
    groups: tuple[str, ...]
    a_s: int
    b_s: int
    bay_s: int
    begin_s: int
    first_s: int
    from_s: int
    to_s: int


def party_needs(operation: Operation, group: Group) -> dict[Need, int]:
    """O4, O5: the places that one party takes."""
    needs = dict.fromkeys(NEEDS, 0)
    needs[operation.need(group)] += group.party
    needs[Need.SEAT] += group.companions
    return needs


class Members:
    """All members of an operation."""

    def __init__(self, operation: Operation) -> None:
        self.operation = operation
        self.nearest = Nearest(operation)
        self._ways = ways_of(operation)
        self._walks: dict[tuple[ColumnPart, int | None, tuple[tuple[str, int], ...]], Walk] = {}
        self._alone: dict[tuple[str, int | None], dict[str, int]] = {}
        self._first: dict[tuple[str, int | None, int], dict[str, int]] = {}
        self._standing: dict[str, list[str]] = {}
        for name, group in operation.people.items():
            self._standing.setdefault(group.place, []).append(name)
        self._needs = {name: party_needs(operation, group) for name, group in operation.people.items()}

    @cached_property
    def all(self) -> tuple[Member, ...]:
        """Each of them."""
        return tuple(self._found())

    def _found(self) -> Iterator[Member]:
        operation = self.operation
        rooms = [name for name, place in operation.places.items() if place.kind in ROOMS]
        for kind, vehicles in operation.fleet.items():
            serves = None if vehicles.serves is None else set(vehicles.serves)
            for origin, standing in self._standing.items():
                if serves is not None and origin not in serves:
                    continue
                begin_s = self._begin_s(kind, origin)
                if begin_s >= NEVER:
                    continue
                for layout in range(len(vehicles.layouts)):
                    fitting = tuple(name for name in standing if self._fits(name, kind, layout))
                    for room in rooms:
                        if room == origin or (serves is not None and room not in serves):
                            continue
                        groups = tuple(name for name in fitting if self._goes(name, room))
                        if groups:
                            yield from self._of(kind, layout, origin, room, groups, begin_s)

    def _goes(self, name: str, room: str) -> bool:
        to = self.operation.people[name].to
        return to is None or room in to

    def _fits(self, name: str, kind: str, layout: int) -> bool:
        places = self.operation.fleet[kind].layouts[layout]
        return all(number <= places.places(need) for need, number in self._needs[name].items())

    def _begin_s(self, kind: str, origin: str) -> int:
        """When a vehicle of a type can be there at the soonest."""
        vehicles = self.operation.fleet[kind]
        found = NEVER
        for depot in vehicles.depots:
            key = depot, vehicles.speed_m_per_h, vehicles.available_from_s
            if key not in self._first:
                self._first[key] = self.nearest.first_in_s(*key)
            found = min(found, self._first[key].get(origin, NEVER))
        return found

    def _of(
        self, kind: str, layout: int, origin: str, room: str, groups: tuple[str, ...], begin_s: int
    ) -> Iterator[Member]:
        part = self._ways.column(origin, room, True)
        if part is None:
            return
        vehicles, places = self.operation.fleet[kind], self.operation.fleet[kind].layouts[layout].persons
        alone_s = self._alone_s(part.release, vehicles.speed_m_per_h).get(room)
        if alone_s is None:
            return
        full = -(-places * FULL.numerator // FULL.denominator)
        buckets = ((full, places, True), (1, full - 1, False)) if full > 1 else ((1, places, True),)
        for few, many, is_full in buckets:
            board_s, alight_s = (
                self._least_s(few, groups, seconds) for seconds in (vehicles.boarding_s, vehicles.alighting_s)
            )
            bay_s = vehicles.turn_round_s + board_s
            if not part.steps:
                a_s, b_s = bay_s, alone_s + alight_s
                yield Member(
                    kind, layout, origin, room, None, False, is_full, many, groups, a_s, b_s, bay_s, begin_s,
                    begin_s + a_s, 0, 0,
                )  # fmt: skip
                continue
            walk = self._walk(part, kind, few, groups)
            marshalling_s = self.operation.convoy.marshalling_s if self.operation.convoy.least > 1 else 0
            a_s = bay_s + marshalling_s + walk.before_s
            b_s = walk.after_s + alone_s + alight_s
            stretch = next((each for each in walk.stretches() if each[0] <= walk.reference <= each[1]), None)
            from_s = to_s = 0
            if stretch is not None:
                from_s = walk.before_s - walk.enters_s[stretch[0]]
                to_s = walk.leaves_s[stretch[1]] - walk.before_s
            yield Member(
                kind, layout, origin, room, walk.headway_road, stretch is not None, is_full, many, groups, a_s,
                b_s, bay_s, begin_s, begin_s + a_s, from_s, to_s,
            )  # fmt: skip

    def _alone_s(self, origin: str, speed_m_per_h: int | None) -> dict[str, int]:
        key = origin, speed_m_per_h
        if key not in self._alone:
            roads = self.operation.roads
            self._alone[key] = self._ways.totals(
                origin, True, lambda step: roads[step[0]].travel_s(step[1], speed_m_per_h)
            )
        return self._alone[key]

    def _walk(self, part: ColumnPart, kind: str, few: int, groups: tuple[str, ...]) -> Walk:
        people, places = self.operation.people, self.operation.places
        passed = {self._ways.end(step) for step in part.steps}
        classes = {people[name].person_class for name in groups}
        screening = {
            name: few * min(places[name].screening_s(each) for each in classes)
            for name in sorted(passed)
            if places[name].lanes is not None
        }
        speed = self.operation.fleet[kind].speed_m_per_h
        key = part, speed, tuple(screening.items())
        if key not in self._walks:
            self._walks[key] = Walk(self._ways, part, speed, screening)
        return self._walks[key]

    def _least_s(self, few: int, groups: tuple[str, ...], seconds: dict[Need, int]) -> int:
        people = self.operation.people
        least = min(
            Fraction(
                sum(seconds.get(need, 0) * number for need, number in self._needs[name].items()),
                people[name].party_persons,
            )
            for name in groups
        )
        return few * least.numerator // least.denominator
