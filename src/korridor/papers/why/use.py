"""How much of each thing a plan uses, over time: read off its times, loaded and empty movements alike."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from korridor.events.movement import Movement
from korridor.operation.operation import Operation


@dataclass(frozen=True)
class Use:
    """A thing of which there is a number, and the spans in which one of it was taken.

    Attributes
    ----------
    thing : str
        What it is, and how many there are.
    number : int
    taken : tuple of (int, int)
        From and to, in seconds.
    """

    thing: str
    number: int
    taken: tuple[tuple[int, int], ...]

    def share(self, begins_s: int, ends_s: int) -> float:
        """Return the part of it that is in use in a stretch of time, on average; from 0 to 1."""
        taken_s = sum(max(0, min(to_s, ends_s) - max(from_s, begins_s)) for from_s, to_s in self.taken)
        return taken_s / (self.number * (ends_s - begins_s))


def uses(operation: Operation, movements: Sequence[Movement]) -> tuple[Use, ...]:
    """Return the use of vehicles, bays, lanes, roads that keep a headway, and escorts; of those used at all.

    A vehicle is in use from when it leaves for a movement until it is unloaded; a road's place for a column from one that
    enters until the next one may.
    """
    found = (
        *_vehicles(operation, movements),
        *_bays(operation, movements),
        *_lanes(operation, movements),
        *_roads(operation, movements),
        *_escorts(operation, movements),
    )
    return tuple(use for use in found if use.taken and use.number)


def _vehicles(operation: Operation, movements: Sequence[Movement]) -> Iterator[Use]:
    for name, vehicles in operation.fleet.items():
        taken = [
            (trip.leaves_s, trip.free_s)
            for movement in movements
            for trip in movement.trips
            if trip.vehicle_type == name
        ]
        yield Use(f"{name} (of {vehicles.number:,})", vehicles.number, tuple(taken))


def _bays(operation: Operation, movements: Sequence[Movement]) -> Iterator[Use]:
    """Bays are taken to load, and to unload where people are taken off."""
    taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for movement in movements:
        for trip in movement.trips:
            if trip.bay_begins_s is not None and trip.boarded_s is not None:
                taken[movement.origin].append((trip.bay_begins_s, trip.boarded_s))
            if trip.unloads_s is not None:
                taken[trip.destination].append((trip.unloads_s, trip.free_s))
    for name, place in operation.places.items():
        if place.bays is not None:
            yield Use(f"bays at {name} (of {place.bays:,})", place.bays, tuple(taken[name]))


def _lanes(operation: Operation, movements: Sequence[Movement]) -> Iterator[Use]:
    for name, place in operation.places.items():
        if place.lanes is None:
            continue
        for loaded, number, way in ((True, place.lanes.outward, "out"), (False, place.lanes.inward, "in")):
            taken = [
                (look.begins_s, look.ends_s)
                for movement in movements
                if movement.loaded is loaded
                for trip in movement.trips
                for look in trip.screenings
                if look.checkpoint == name and look.ends_s > look.begins_s
            ]
            yield Use(f"lanes {way} at {name} (of {number:,})", number, tuple(taken))


def _roads(operation: Operation, movements: Sequence[Movement]) -> Iterator[Use]:
    """One way of a road holds one column's head for each headway."""
    for index, road in enumerate(operation.roads):
        for forth in (True, False):
            heads = sorted(
                passage.head_in_s
                for movement in movements
                for passage in movement.passages
                if (passage.road, passage.forth) == (index, forth)
            )
            if road.headway_s and heads:
                here, there = road.between if forth else road.between[::-1]
                taken = tuple((head, head + road.headway_s) for head in heads)
                yield Use(f"headway {here} – {there}", 1, taken)


def _escorts(operation: Operation, movements: Sequence[Movement]) -> Iterator[Use]:
    number = operation.convoy.escorts
    if number:
        taken = [
            (movement.departs_s, movement.escort_free_s)
            for movement in movements
            if movement.escort_free_s is not None
        ]
        yield Use(f"escorts (of {number:,})", number, tuple(taken))
