"""The kinds of trips of the slot program (docs/bounds.md, Kinds of trips)."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cached_property, partial
from itertools import product

from korridor.operation.fleet import Layout
from korridor.operation.operation import Operation
from korridor.operation.place import ROOMS, Kind, Side
from korridor.operation.scheme import Need
from korridor.operation.ways import ColumnPart, Step, Ways
from korridor.planning.bound.clocks import after_opening_s, lap_s
from korridor.planning.bound.column_class import ColumnClass, classes_of
from korridor.planning.bound.entry_lines import Entries, entries_of
from korridor.planning.bound.fit import buckets, persons_aboard, places_of, room_left
from korridor.planning.bound.hops import NEVER, Hops, hops_of, parts_of
from korridor.planning.bound.lanes import lanes_of
from korridor.planning.bound.trip import TripKind, clock_of
from korridor.planning.bound.walk import Walk
from korridor.planning.bound.windowed import windowed_of

Recipe = Callable[[ColumnClass | None], TripKind | None]
"""Makes a kind for columns of a class; without one it stands for all columns."""


class Kinds:
    """All kinds of trips of one operation, whatever the horizon.

    Parameters
    ----------
    operation : Operation

    Attributes
    ----------
    classes : dict of Step to tuple of ColumnClass
        By reference with a headway.
    loaded, empty, all : tuple of TripKind
        ``all`` has the loaded ones first.
    """

    def __init__(self, operation: Operation) -> None:
        self.operation = operation
        self.ways = Ways(operation)
        self.parts = parts_of(self.ways)
        self.number = {name: i for i, name in enumerate(operation.places)}
        self._hops: dict[int | None, Hops] = {}
        loaded = [(make, plain) for make in self._loaded() if (plain := make(None)) is not None]
        empty = [
            (make, plain)
            for make in self._empty([plain for _, plain in loaded])
            if (plain := make(None)) is not None
        ]
        self.classes = self._classes([plain for _, plain in (*loaded, *empty)])
        self.loaded = tuple(self._in_classes(loaded))
        self.empty = tuple(self._in_classes(empty))
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

    @cached_property
    def lap_s(self) -> int:
        """The lap after which slots begin anew, whatever their length; 0 if there is none.

        None is where no road keeps a headway: vehicles go singly then, each at its own lap.
        """
        return lap_s(self.loaded, self.empty) if self.classes else 0

    @cached_property
    def wave_s(self) -> dict[tuple[Step, str], int]:
        """How long a bay loads the largest vehicles, by reference with a headway and place where they load."""
        largest: dict[tuple[Step, str], tuple[int, int]] = {}
        for kind in self.loaded:
            if kind.reference is not None:
                at = kind.reference, kind.origin
                largest[at] = max(largest.get(at, (0, 0)), (kind.few, kind.bay_s))
        return {at: bay_s for at, (_, bay_s) in largest.items()}

    @cached_property
    def entries(self) -> dict[tuple[Step, str], Entries]:
        """The trips that are counted as they enter a road with a headway, by that and type."""
        return entries_of(self)

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

    def _classes(self, plain: list[TripKind]) -> dict[Step, tuple[ColumnClass, ...]]:
        """List the classes of columns by reference, from the kinds as they are without a class."""
        services_s: dict[Step, set[int]] = {}
        for kind in plain:
            if kind.reference is not None:
                services_s.setdefault(kind.reference, set()).add(kind.service_s)
        return {road: classes_of(self.operation.convoy, each) for road, each in services_s.items()}

    def _in_classes(self, recipes: list[tuple[Recipe, TripKind]]) -> Iterator[TripKind]:
        """Yield each kind once for every class of columns that it can be in."""
        for recipe, plain in recipes:
            if plain.reference is None:
                yield plain
                continue
            for each in self.classes[plain.reference]:
                if may_be_in(plain, each) and (kind := recipe(each)) is not None:
                    yield kind

    def _loaded(self) -> Iterator[Recipe]:
        """Yield how to make what a loaded trip can be, one bucket each."""
        stands = tuple(dict.fromkeys(group.place for group in self.operation.people.values()))
        for name, vehicles in self.operation.fleet.items():
            for origin, destination in product(stands, self.receiving):
                serves = vehicles.serves is None or {origin, destination} <= set(vehicles.serves)
                part = (
                    self.ways.column(origin, destination, True) if serves and origin != destination else None
                )
                if part is None:
                    continue
                beyond_s = self.ways.alone_s(part.release, destination, vehicles.speed_m_per_h)
                if beyond_s is None:
                    continue
                for layout, fitted in enumerate(vehicles.layouts):
                    groups = self._groups(fitted, origin, destination)
                    people = [self.operation.people[group] for group in groups]
                    persons = persons_aboard(self.operation, fitted, people) if people else 0
                    for few, many in (
                        buckets(persons, room_left(self.operation, fitted, people)) if people else ()
                    ):
                        trip = TripKind(
                            name,
                            layout,
                            origin,
                            destination,
                            0,
                            beyond_s,
                            "",
                            few=few,
                            many=many,
                            groups=groups,
                        )
                        yield partial(self._loaded_kind, trip, part)

    def _groups(self, fitted: Layout, origin: str, destination: str) -> tuple[str, ...]:
        return tuple(
            name
            for name, group in self.operation.people.items()
            if group.place == origin
            and (group.to is None or destination in group.to)
            and all(taken <= fitted.places(need) for need, taken in places_of(self.operation, group).items())
        )

    def _loaded_kind(
        self, trip: TripKind, part: ColumnPart, column_class: ColumnClass | None
    ) -> TripKind | None:
        """Return a loaded kind; ``None`` if it takes longer than anybody may be aboard."""
        operation, vehicles = self.operation, self.operation.fleet[trip.vehicle_type]
        people = [operation.people[group] for group in trip.groups]

        def handling_s(seconds: dict[Need, int]) -> int:
            """Least seconds for ``few`` persons."""
            return least(
                sum(seconds.get(n, 0) * k for n, k in places_of(operation, g).items()) for g in people
            )

        def least(party_s: Iterator[int]) -> int:
            rates = [Fraction(s, g.party_persons) for s, g in zip(party_s, people, strict=True)]
            return int(trip.few * min(rates))

        alight_s = handling_s(vehicles.alighting_s)
        bay_s = vehicles.turn_round_s + handling_s(vehicles.boarding_s)
        kind = replace(
            trip,
            a_s=bay_s,
            b_s=trip.b_s + alight_s,
            clock=f"leave/{trip.vehicle_type}/{trip.origin}/{trip.destination}",
            bay_s=bay_s,
            alight_s=alight_s,
            limit_s=max(operation.aboard_limit_s(group.person_class) for group in people),
        )
        if part.steps:
            screening_s = {
                place: least(
                    operation.places[place].screening_s(g.person_class) * g.party_persons for g in people
                )
                for place in self._checkpoints
            }
            kind = self._along(kind, part, screening_s, column_class)
        return kind if kind.a_s - vehicles.turn_round_s + kind.b_s <= kind.limit_s else None

    def _along(
        self,
        alone: TripKind,
        part: ColumnPart,
        screening_s: dict[str, int],
        column_class: ColumnClass | None,
    ) -> TripKind:
        """Return the kind of a trip along a column part, from what it needs before and after."""
        convoy = self.operation.convoy
        speed = self.operation.fleet[alone.vehicle_type].speed_m_per_h
        walk = Walk(self.ways, part, speed, screening_s, column_class.held_s if column_class else 0)
        marshal_s = convoy.marshalling_s if alone.loaded and convoy.least >= 2 else 0
        if column_class is not None:
            marshal_s = column_class.marshal_s
        first_s, last_s = alone.a_s + marshal_s, alone.b_s
        counted = alone.loaded or not self.parts[part]
        back = tuple((index, not forth) for index, forth in part.steps)
        return replace(
            alone,
            a_s=first_s + walk.before_s,
            b_s=walk.after_s + last_s,
            h_s=walk.before_s,
            clock=clock_of(walk) or alone.clock,
            part=part,
            reference=walk.headway_road,
            windowed=windowed_of(walk),
            lanes=tuple(lanes_of(walk, alone.loaded, first_s, last_s)) if counted else (),
            escort_s=walk.to_last_end_s + self.ways.travel_s(back),
            column_class=column_class,
            queue=walk.queue.name if walk.queue else None,
            service_s=walk.queue.own_s if walk.queue else 0,
        )

    @cached_property
    def _checkpoints(self) -> tuple[str, ...]:
        return tuple(name for name, place in self.operation.places.items() if place.kind is Kind.CHECKPOINT)

    def _empty(self, loaded: list[TripKind]) -> Iterator[Recipe]:
        """Yield how to make what brings vehicles to loaded trips."""
        for name, vehicles in self.operation.fleet.items():
            mine = [kind for kind in loaded if kind.vehicle_type == name]
            starts = dict.fromkeys([*vehicles.depots, *(kind.destination for kind in mine)])
            for origin, destination in product(starts, dict.fromkeys(kind.origin for kind in mine)):
                if origin != destination:
                    yield from self._between(name, origin, destination)

    def _between(self, name: str, origin: str, destination: str) -> Iterator[Recipe]:
        hops, here, there = self.hops(name), self.number[origin], self.number[destination]
        alone_s, least_s = int(hops.alone[here, there]), int(hops.any[here, there])
        alone = TripKind(name, -1, origin, destination, 0, alone_s, f"leave/{name}/{origin}/{destination}")
        if alone_s < NEVER:
            yield lambda _: alone
        if alone_s <= least_s:
            return
        for part in self.parts:
            has_headway = any(self.operation.roads[index].headway_s for index, _ in part.steps)
            to, on = (hops.free, hops.any) if has_headway else (hops.alone, hops.free)
            to_s, on_s = int(to[here, self.number[part.origin]]), int(on[self.number[part.release], there])
            if to_s < NEVER and on_s < NEVER:
                yield partial(self._along, replace(alone, a_s=to_s, b_s=on_s), part, {})


def may_be_in(plain: TripKind, column_class: ColumnClass) -> bool:
    """Whether a trip can be in columns of a class: none is held for less than it takes to be served itself."""
    if plain.loaded and not column_class.loaded:
        return False
    if plain.queue is None:
        return column_class.held_s == 0
    return column_class.until_s is None or plain.service_s < column_class.until_s
