"""Members and streams, found anew (docs/bounds-streams.md, Members, Streams)."""

from collections.abc import Iterator
from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.operation.place import ROOMS, Kind, Release
from korridor.planning.verify.routes import Column, RouteSearch
from korridor.planning.verify.seconds import party_places, travel_s
from korridor.planning.verify.streams.map import FOR_EVER, Map

Leg = tuple[str, int, str, str, str]
"""Type, layout, districts of origin and destination, reference in words."""


@dataclass
class Stream:
    """A leg in one bucket; each figure is the least over its members, ``many`` the most."""

    many: int
    take_s: int
    give_s: int
    b_s: int
    bay_s: int
    after_s: int
    first_s: int
    from_s: int
    to_s: int

    def meet(self, other: "Stream") -> None:
        """Take another member in."""
        self.many = max(self.many, other.many)
        for name in ("take_s", "give_s", "b_s", "bay_s", "after_s", "first_s", "from_s", "to_s"):
            setattr(self, name, min(getattr(self, name), getattr(other, name)))


@dataclass(frozen=True)
class _Way:
    """A column part without anybody in it: drives to the end of each road, and what is waited there."""

    before: tuple[tuple[int, str, bool], ...]  # seconds of road, place at its end, whether it is the last
    reference: int
    road: str
    stretch: tuple[int, int] | None


class Legs:
    """All streams of an operation, for a partition into districts."""

    def __init__(self, operation: Operation, districts: dict[str, int]) -> None:
        self.operation, self.map = operation, Map(operation)
        self._districts, self._search = districts, RouteSearch(operation)
        self._ways: dict[tuple[Column, int | None], _Way] = {}
        self._needs = {name: party_places(group) for name, group in operation.people.items()}
        self.streams: dict[tuple[Leg, bool], Stream] = {}
        self.groups: dict[Leg, set[str]] = {}
        self.origins: dict[str, set[str]] = {}
        self.ends: dict[str, set[str]] = {}
        self.begin_s: dict[str, int] = {}
        self.truced: dict[Leg, bool] = {}
        self.reference: dict[Leg, tuple[int, bool] | None] = {}
        self._take_in()

    def label(self, place: str) -> str:
        """Name a place's district."""
        return f"#{self._districts[place]}" if place in self._districts else place

    def _take_in(self) -> None:
        pairs = [pair for pair in self._pairs() if self._begin_s(pair[0], pair[2]) < FOR_EVER]
        pairs = [pair for pair in pairs if self._leaves(pair[0], pair[2], pair[3]) is not None]
        origins: dict[str, set[str]] = {}
        ends: dict[str, set[str]] = {}
        for kind, _, origin, end, _ in pairs:
            origins.setdefault(kind, set()).add(origin)
            ends.setdefault(kind, set()).add(end)
        near: dict[tuple[str, str], int] = {}
        far: dict[tuple[str, str], int] = {}
        for kind in origins:
            fastest = self.operation.fleet[kind].speed_m_per_h
            away = {end: self.map.soonest(end, fastest) for end in ends[kind]}
            for origin in origins[kind]:
                near[kind, origin] = min(each.get(origin, FOR_EVER) for each in away.values())
            for end, each in away.items():
                far[kind, end] = min(each.get(o, FOR_EVER) - near[kind, o] for o in origins[kind])
        for kind, layout, origin, end, groups in pairs:
            self._member(kind, layout, origin, end, groups, near[kind, origin], far[kind, end])

    def _pairs(self) -> Iterator[tuple[str, int, str, str, tuple[str, ...]]]:
        """Whoever stands somewhere, with each type and layout that a party of them fits, and each room they may go to."""
        people = self.operation.people
        standing: dict[str, list[str]] = {}
        for name, group in people.items():
            standing.setdefault(group.place, []).append(name)
        rooms = [name for name, place in self.operation.places.items() if place.kind in ROOMS]
        for kind, vehicles in self.operation.fleet.items():
            for layout, places in enumerate(vehicles.layouts):
                for origin, names in standing.items():
                    fit = [
                        name
                        for name in names
                        if all(places.places(need) >= number for need, number in self._needs[name].items())
                    ]
                    for end in rooms:
                        serves = vehicles.serves is None or {origin, end} <= set(vehicles.serves)
                        may = [n for n in fit if people[n].to is None or end in (people[n].to or ())]
                        if serves and may and end != origin:
                            yield kind, layout, origin, end, tuple(may)

    def _begin_s(self, kind: str, origin: str) -> int:
        vehicles = self.operation.fleet[kind]
        return min(
            self.map.soonest(depot, vehicles.speed_m_per_h, vehicles.available_from_s).get(origin, FOR_EVER)
            for depot in vehicles.depots
        )

    def _leaves(self, kind: str, origin: str, end: str) -> tuple[Column | None, int] | None:
        """The column part, and the seconds alone from its release; ``None`` where there is no way."""
        if self._search.leg(origin, end) is None:
            return None
        column = self._search.column(origin, end, True)
        alone = self._search.alone(column.release if column else origin, end)
        if alone is None:
            return None
        fastest, roads = self.operation.fleet[kind].speed_m_per_h, self.operation.roads
        return column, sum(travel_s(roads[index], forth, fastest) for index, forth in alone)

    def _member(
        self, kind: str, layout: int, origin: str, end: str, groups: tuple[str, ...], near_s: int, far_s: int
    ) -> None:
        operation, vehicles = self.operation, self.operation.fleet[kind]
        found = self._leaves(kind, origin, end)
        assert found is not None
        column, alone_s = found
        if origin in self.map.part:
            near_s += operation.convoy.marshalling_s
        layouts = vehicles.layouts[layout]
        places = layouts.seats + layouts.stretchers + layouts.wheelchairs
        full = (9 * places + 9) // 10
        way = self._way(column, vehicles.speed_m_per_h) if column else None
        leg = (kind, layout, self.label(origin), self.label(end), way.road if way else "alone/free")
        begin_s = self._begin_s(kind, origin)
        for few, many, is_full in (
            ((full, places, True), (1, full - 1, False)) if full > 1 else ((1, places, True),)
        ):
            board_s, alight_s = self._handling(few, groups, kind)
            bay_s, a_s, b_s, from_s, to_s = vehicles.turn_round_s + board_s, 0, 0, 0, 0
            if way is not None:
                enters, leaves, end_s = self._times(way, few, groups)
                a_s = enters[way.reference] + (
                    operation.convoy.marshalling_s if operation.convoy.least > 1 else 0
                )
                b_s = end_s - enters[way.reference]
                if way.stretch is not None:
                    from_s = enters[way.reference] - enters[way.stretch[0]]
                    to_s = leaves[way.stretch[1]] - enters[way.reference]
            b_s += alone_s + alight_s
            mine = Stream(
                many, bay_s + a_s + near_s, b_s + far_s, b_s, bay_s, a_s, begin_s + bay_s + a_s, from_s, to_s
            )
            if (leg, is_full) in self.streams:
                self.streams[leg, is_full].meet(mine)
            else:
                self.streams[leg, is_full] = mine
        self.truced[leg] = way is not None and way.stretch is not None
        has_headway = way is not None and not way.road.startswith("alone")
        assert column is None or way is not None
        self.reference[leg] = column.steps[way.reference] if column and way and has_headway else None
        self.groups.setdefault(leg, set()).update(groups)
        self.origins.setdefault(leg[2], set()).add(origin)
        self.ends.setdefault(leg[3], set()).add(end)
        self.begin_s[leg[2]] = min(begin_s, self.begin_s.get(leg[2], begin_s))

    def _handling(self, few: int, groups: tuple[str, ...], kind: str) -> tuple[int, int]:
        """Least seconds to board and to alight, rounded down."""
        vehicles = self.operation.fleet[kind]
        found = []
        for rate_s in (vehicles.boarding_s, vehicles.alighting_s):
            found.append(
                min(
                    few
                    * sum(rate_s.get(need, 0) * number for need, number in self._needs[name].items())
                    // (self.operation.people[name].party + self.operation.people[name].companions)
                    for name in groups
                )
            )
        return found[0], found[1]

    def _way(self, column: Column, fastest: int | None) -> _Way:
        if (column, fastest) not in self._ways:
            roads = self.operation.roads
            steps = column.steps
            rows = []
            for at, (index, forth) in enumerate(steps):
                end = roads[index].between[1 if forth else 0]
                rows.append((travel_s(roads[index], forth, fastest), end, at == len(steps) - 1))
            kept = [at for at, (index, _) in enumerate(steps) if roads[index].headway_s]
            reference = kept[0] if kept else 0
            truce = [roads[index].truce for index, _ in steps]
            stretch = None
            if truce[reference]:
                first = last = reference
                while first > 0 and truce[first - 1]:
                    first -= 1
                while last + 1 < len(steps) and truce[last + 1]:
                    last += 1
                stretch = first, last
            index, forth = steps[reference]
            road = f"{index}{'f' if forth else 'b'}" if kept else "alone"
            self._ways[column, fastest] = _Way(
                tuple(rows), reference, f"{road}/{'truce' if stretch else 'free'}", stretch
            )
        return self._ways[column, fastest]

    def _times(self, way: _Way, few: int, groups: tuple[str, ...]) -> tuple[list[int], list[int], int]:
        """When the head enters and leaves each road at the soonest, and when the vehicle goes on from the release."""
        operation = self.operation
        enters, leaves = [], []
        at_s = 0
        classes = {operation.people[name].person_class for name in groups}
        for drive_s, end, is_last in way.before:
            enters.append(at_s)
            at_s += drive_s
            leaves.append(at_s)
            place = operation.places[end]
            if place.kind is Kind.CHECKPOINT:
                person_s = min(
                    place.per_person_s.get(c, place.per_person_s.get("default", 0)) for c in classes
                )
                own = is_last or place.release is Release.COLUMN
                at_s += place.per_vehicle_s + (few * person_s if own else 0)
            if not is_last:
                at_s += sum(halt.lasts_s for halt in operation.convoy.halts if halt.place == end)
        return enters, leaves, at_s
