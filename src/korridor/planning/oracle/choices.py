"""Every order that could be next."""

from collections import Counter
from collections.abc import Iterator

from korridor.events.order import Order, TripOrder
from korridor.operation.operation import Operation
from korridor.operation.place import ROOMS, Kind
from korridor.operation.ways import ColumnPart, Ways

Stands = Counter[tuple[str, str]]
"""How many vehicles of a type stand (or will) at a place."""


class Choices:
    """The orders of an operation, loaded ones first and large ones first."""

    def __init__(self, operation: Operation) -> None:
        self.operation, self._ways = operation, Ways(operation)
        rooms = [name for name, place in operation.places.items() if place.kind in ROOMS]
        transfers = [name for name in rooms if operation.places[name].kind is Kind.TRANSFER]
        groups = dict.fromkeys(group.place for group in operation.people.values())
        self.boards = tuple(dict.fromkeys([*groups, *transfers]))
        self._loaded = self._by_part([(a, d) for a in self.boards for d in rooms], loaded=True)
        self._empty = self._by_part([(p, a) for p in operation.places for a in self.boards], loaded=False)

    def _by_part(self, legs: list[tuple[str, str]], loaded: bool) -> dict[ColumnPart, list[str]]:
        """Return the destinations of legs by the column part that they share.

        Empty vehicles that have no column part come alone with the movement that they are for (C1).
        """
        found: dict[ColumnPart, list[str]] = {}
        for origin, destination in legs:
            part = self._ways.column(origin, destination, loaded) if origin != destination else None
            if part is not None and (loaded or part.steps):
                ends = found.setdefault(part, [])
                if destination not in ends:
                    ends.append(destination)
        return found

    @property
    def legs(self) -> tuple[Order, ...]:
        """One order a leg, so that a clock knows them all."""
        kind = next(iter(self.operation.fleet))
        return tuple(
            Order(
                origin=part.origin,
                loaded=loaded,
                trips=(TripOrder(vehicle_type=kind, comes_from=part.origin, destination=destination),),
            )
            for loaded, parts in ((True, self._loaded), (False, self._empty))
            for part, destinations in parts.items()
            for destination in destinations
        )

    def next(self, stands: Stands) -> Iterator[Order]:
        """Yield the orders that vehicles standing so can be given."""
        for loaded, parts in ((True, self._loaded), (False, self._empty)):
            for part, destinations in parts.items():
                trips = self._trips(stands, part, destinations, loaded)
                near = sum(stands[each] for each in {(t.vehicle_type, t.comes_from) for t in trips})
                most = min(near, self.operation.convoy.most) if part.steps else near
                least = self.operation.convoy.least if loaded and part.steps else 1
                for size in range(most, least - 1, -1):
                    for column in _columns(trips, stands, size):
                        yield Order(origin=part.origin, loaded=loaded, trips=column)

    def _trips(
        self, stands: Stands, part: ColumnPart, destinations: list[str], loaded: bool
    ) -> list[TripOrder]:
        """Return what a vehicle in the column can be told; for an empty one the layout says nothing."""
        found = []
        for (kind, here), number in stands.items():
            if not number or self._ways.alone(here, part.origin) is None:
                continue
            serves, layouts = self.operation.fleet[kind].serves, len(self.operation.fleet[kind].layouts)
            for destination in destinations:
                served = not loaded or serves is None or (part.origin in serves and destination in serves)
                if served and self._ways.alone(part.release, destination) is not None:
                    for layout in range(layouts if loaded else 1):
                        trip = TripOrder(
                            vehicle_type=kind, comes_from=here, destination=destination, layout=layout
                        )
                        found.append(trip)
        return found


def _columns(trips: list[TripOrder], stands: Stands, size: int) -> Iterator[tuple[TripOrder, ...]]:
    """Yield every column of so many vehicles; those of one type and place are not told apart."""
    if size == 0:
        yield ()
        return
    for trip in trips:
        here = trip.vehicle_type, trip.comes_from
        if stands[here]:
            stands[here] -= 1
            for others in _columns(trips, stands, size - 1):
                yield (trip, *others)
            stands[here] += 1
