"""Kinds of trips: what a loaded or empty trip needs at least, before and after it enters its reference."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.place import ROOMS, Release
from korridor.operation.scheme import Need
from korridor.planning.verify.routes import RouteSearch
from korridor.planning.verify.seconds import party_places, travel_s
from korridor.planning.verify.slot_program.classes import Class, classes
from korridor.planning.verify.slot_program.hops import Hops, empty_service, hops, parts
from korridor.planning.verify.slot_program.walk import Service, Walk, walk


@dataclass(frozen=True)
class Trips:
    """Trips of one kind.

    Attributes
    ----------
    leaves, reaches : str
        A and D of a loaded kind, p and A of an empty one.
    to_part_s : int
        From bay begin (from leaving p) to the first road of the column part, else to the departure.
    after_part_s : int
        From the release point (without a column part: from the departure) to the end.
    column_class : Class or None
        The columns that it goes in; ``None`` where its reference keeps no headway.
    """

    vehicle_type: str
    leaves: str
    reaches: str
    walk: Walk | None
    to_part_s: int
    after_part_s: int
    column_class: Class | None

    @property
    def before_s(self) -> int:
        """*a* of the document: from the beginning to x."""
        return self.to_part_s + (self.walk.to_reference_s if self.walk else 0)

    @property
    def beyond_s(self) -> int:
        """*b* of the document: from x to the end."""
        return self.after_part_s + (self.walk.from_reference_s if self.walk else 0)

    @property
    def reference(self) -> tuple[int, bool] | None:
        """The road, and its direction, whose headway x keeps."""
        if self.walk is None or not self.walk.has_headway:
            return None
        return self.walk.column.steps[self.walk.reference]

    @property
    def clock(self) -> str:
        """The name of the clock that x is told by."""
        if self.reference is None:
            return f"leave/{self.vehicle_type}/{self.leaves}/{self.reaches}"
        return f"road/{way(self.reference)}"


@dataclass(frozen=True)
class Loaded(Trips):
    """A loaded kind.

    Attributes
    ----------
    groups : tuple of str
        The groups of the kind.
    few, many : int
        So many aboard stood at A from the start.
    room : int
        Whoever leaves with no more aboard had places left.
    bay_s, alight_s, marshal_s : int
        Least seconds in the bay, marshalling, and of alighting.
    aboard_s : int
        The longest time aboard that any group is allowed.
    """

    layout: int
    groups: tuple[str, ...]
    few: int
    many: int
    room: int
    bay_s: int
    alight_s: int
    marshal_s: int
    aboard_s: int

    @property
    def bundle(self) -> tuple[str, int, str, str]:
        """The kind without its bucket: type, layout, A, D."""
        return self.vehicle_type, self.layout, self.leaves, self.reaches


@dataclass(frozen=True)
class Empty(Trips):
    """An empty kind; ``as_loaded`` where its part is a loaded leg's too."""

    as_loaded: bool


def way(step: tuple[int, bool]) -> str:
    """Write a road and its direction."""
    return f"{step[0]}/{'f' if step[1] else 'b'}"


class Kinds:
    """All kinds of an operation, whatever the horizon."""

    def __init__(self, operation: Operation) -> None:
        self.operation = operation
        self.search = RouteSearch(operation)
        self.parts = parts(operation, self.search)
        self.hops: dict[str, Hops] = {
            kind: hops(operation, self.search, self.parts, kind) for kind in operation.fleet
        }
        loaded = tuple(self._loaded())
        empty = tuple(self._empty(loaded))
        self.classes = self._classes((*loaded, *empty))
        self.loaded: tuple[Loaded, ...] = tuple(
            classed for each in loaded for classed in self._loaded_in_classes(each)
        )
        self.empty: tuple[Empty, ...] = tuple(
            classed for each in empty for classed in self._empty_in_classes(each)
        )

    def _classes(self, plain: tuple[Trips, ...]) -> dict[tuple[int, bool], tuple[Class, ...]]:
        """Return the classes of each reference with a headway, from the kinds as they are without one."""
        services_s: dict[tuple[int, bool], list[int]] = {}
        for each in plain:
            if each.reference is not None and each.walk is not None:
                services_s.setdefault(each.reference, []).append(each.walk.queue_service_s)
        return {reference: classes(self.operation, each) for reference, each in services_s.items()}

    def _loaded_in_classes(self, plain: Loaded) -> Iterator[Loaded]:
        fastest = self.operation.fleet[plain.vehicle_type].speed_m_per_h
        turn_round_s = self.operation.fleet[plain.vehicle_type].turn_round_s
        if plain.reference is None or plain.walk is None:
            yield plain
            return
        for each in self.classes[plain.reference]:
            if not _can_be_in(plain.walk, each) or (each.name == "alone" and self.operation.convoy.least > 1):
                continue
            service = self._service(plain.few, plain.groups)
            classed = replace(
                plain,
                column_class=each,
                walk=walk(self.operation, plain.walk.column, fastest, service, each.begins_s),
                to_part_s=plain.bay_s + each.marshal_s,
                marshal_s=each.marshal_s,
            )
            if classed.before_s - turn_round_s + classed.beyond_s <= classed.aboard_s:
                yield classed

    def _empty_in_classes(self, plain: Empty) -> Iterator[Empty]:
        fastest = self.operation.fleet[plain.vehicle_type].speed_m_per_h
        if plain.reference is None or plain.walk is None:
            yield plain
            return
        service = empty_service(self.operation)
        for each in self.classes[plain.reference]:
            if _can_be_in(plain.walk, each):
                yield replace(
                    plain,
                    column_class=each,
                    walk=walk(self.operation, plain.walk.column, fastest, service, each.begins_s),
                    to_part_s=plain.to_part_s + each.marshal_s,
                )

    def alone_s(self, kind: str, here: str, there: str) -> int | None:
        """Seconds of the one way alone of a vehicle."""
        steps = self.search.alone(here, there)
        if steps is None:
            return None
        fastest = self.operation.fleet[kind].speed_m_per_h
        return sum(travel_s(self.operation.roads[i], forth, fastest) for i, forth in steps)

    def _loaded(self) -> Iterator[Loaded]:
        assemblies = dict.fromkeys(group.place for group in self.operation.people.values())
        rooms = [name for name, place in self.operation.places.items() if place.kind in ROOMS]
        for kind, vehicle in self.operation.fleet.items():
            for origin in assemblies:
                for destination in rooms:
                    served = vehicle.serves is None or {origin, destination} <= set(vehicle.serves)
                    if origin == destination or not served:
                        continue
                    for layout in range(len(vehicle.layouts)):
                        yield from self._buckets(kind, layout, origin, destination)

    def _buckets(self, kind: str, layout: int, origin: str, destination: str) -> Iterator[Loaded]:
        if self.search.leg(origin, destination) is None:
            return
        column = self.search.column(origin, destination, loaded=True)
        after_part_s = self.alone_s(kind, column.release if column else origin, destination)
        groups = tuple(self._groups(kind, layout, origin, destination))
        if after_part_s is None or not groups:
            return
        convoy, vehicle = self.operation.convoy, self.operation.fleet[kind]
        marshal_s = convoy.marshalling_s if column and convoy.least >= 2 else 0
        aboard_s = max(self.operation.aboard_limit_s(self._group(name).person_class) for name in groups)
        room, places = self._room(kind, layout, groups), self._places(kind, layout, groups)
        fews = sorted(
            {few for few in (1, room + 1, *(-(-n * places // 10) for n in range(5, 11))) if few >= 1}
        )
        for few, many in zip(fews, [*(few - 1 for few in fews[1:]), places], strict=True):
            bay_s = vehicle.turn_round_s + self._least_s(few, groups, vehicle.boarding_s)
            alight_s = self._least_s(few, groups, vehicle.alighting_s)
            walked = None
            if column:
                walked = walk(self.operation, column, vehicle.speed_m_per_h, self._service(few, groups))
            found = Loaded(
                vehicle_type=kind,
                leaves=origin,
                reaches=destination,
                walk=walked,
                to_part_s=bay_s + marshal_s,
                after_part_s=after_part_s + alight_s,
                column_class=None,
                layout=layout,
                groups=groups,
                few=few,
                many=many,
                room=room,
                bay_s=bay_s,
                alight_s=alight_s,
                marshal_s=marshal_s,
                aboard_s=aboard_s,
            )
            if found.before_s - vehicle.turn_round_s + found.beyond_s <= aboard_s:
                yield found

    def _group(self, name: str) -> Group:
        return self.operation.people[name]

    def _groups(self, kind: str, layout: int, origin: str, destination: str) -> Iterator[str]:
        """Those at A that may go to D and of which one party fits."""
        fitted = self.operation.fleet[kind].layouts[layout]
        for name, group in self.operation.people.items():
            fits = all(places <= fitted.places(need) for need, places in party_places(group).items())
            if fits and group.place == origin and (group.to is None or destination in group.to):
                yield name

    def _room(self, kind: str, layout: int, groups: tuple[str, ...]) -> int:
        fitted = self.operation.fleet[kind].layouts[layout]
        return min(
            fitted.places(need) - places
            for name in groups
            for need, places in party_places(self._group(name)).items()
            if places
        )

    def _places(self, kind: str, layout: int, groups: tuple[str, ...]) -> int:
        fitted = self.operation.fleet[kind].layouts[layout]
        return sum(
            fitted.places(need)
            for need in Need
            if any(party_places(self._group(name))[need] for name in groups)
        )

    def _least_s(self, few: int, groups: tuple[str, ...], rate_s: dict[Need, int]) -> int:
        """Return few × the least of (seconds a party ÷ persons a party), rounded down."""
        least = []
        for name in groups:
            group = self._group(name)
            seconds = sum(rate_s.get(need, 0) * n for need, n in party_places(group).items())
            least.append(few * seconds // (group.party + group.companions))
        return min(least)

    def _service(self, few: int, groups: tuple[str, ...]) -> Callable[[str], Service]:
        def service(checkpoint: str) -> Service:
            place = self.operation.places[checkpoint]
            other_s = place.per_person_s.get("default", 0)
            person_s = min(place.per_person_s.get(self._group(name).person_class, other_s) for name in groups)
            own_s = place.per_vehicle_s + few * person_s
            return Service(own_s, own_s if place.release is Release.COLUMN else place.per_vehicle_s)

        return service

    def _empty(self, loaded: tuple[Loaded, ...]) -> Iterator[Empty]:
        for kind, vehicle in self.operation.fleet.items():
            mine = [each for each in loaded if each.vehicle_type == kind]
            stands = dict.fromkeys([*vehicle.depots, *(each.reaches for each in mine)])
            for here in stands:
                for there in dict.fromkeys(each.leaves for each in mine):
                    if here != there:
                        yield from self._ways(kind, here, there)

    def _ways(self, kind: str, here: str, there: str) -> Iterator[Empty]:
        table = self.hops[kind]
        alone_s, least_s = table.alone.get((here, there)), table.every.get((here, there))
        if alone_s is not None:
            yield Empty(kind, here, there, None, 0, alone_s, None, as_loaded=False)
            if least_s is not None and alone_s <= least_s:
                return
        for each in table.walks:
            to, on = (table.free, table.every) if each.has_headway else (table.alone, table.free)
            to_s, on_s = to.get((here, each.column.origin)), on.get((each.column.release, there))
            if to_s is not None and on_s is not None:
                as_loaded = each.column in self.parts.loaded
                yield Empty(kind, here, there, each, to_s, on_s, None, as_loaded=as_loaded)


def _can_be_in(plain: Walk, column_class: Class) -> bool:
    """Whether columns of a class are held long enough to serve the trip; without a queue none is held."""
    if plain.queue is None:
        return column_class.begins_s == 0
    return column_class.ends_s is None or plain.queue_service_s < column_class.ends_s
