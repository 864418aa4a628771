"""A loaded movement's route, place by place, with its times in whole seconds."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import reduce
from itertools import pairwise

from korridor.events.movement import Movement, Trip
from korridor.operation.operation import Operation
from korridor.operation.place import Kind, Release
from korridor.operation.ways import Ways
from korridor.papers.kilometres import further_m


class Doing(StrEnum):
    """What a column does at a place of its route."""

    LOADS = "loads"
    PASSES = "passes"
    SCREENED = "screened"
    SCREENED_LAST = "screened and released"
    RELEASED = "released"
    UNLOADS = "unloads"


@dataclass(frozen=True)
class Point:
    """One place of a route.

    Attributes
    ----------
    far_m : int or None
        Metres by road from the loading place; ``None`` from the first road on whose length is not known.
    arrives_s, leaves_s : int or None
        When the first vehicle comes, and when it goes on.
    last_s : int
        When the last vehicle has gone on; where vehicles unload, when the last one is unloaded.
    halts_s, waits_s : int
        How long the column halts there by the convoy rule, and how long its head then waits to go on.
    via : tuple of str
        Where vehicles go singly: the places passed since the release point.
    vehicles, persons : dict of str to int
        Where vehicles unload: how many by type, and people by class.
    all_vehicles : bool
        Whether that is the whole column.
    """

    place: str
    doing: Doing
    far_m: int | None
    arrives_s: int | None
    leaves_s: int | None
    last_s: int
    halts_s: int = 0
    waits_s: int = 0
    via: tuple[str, ...] = ()
    vehicles: dict[str, int] = field(default_factory=dict)
    persons: dict[str, int] = field(default_factory=dict)
    all_vehicles: bool = False


def route_strip(operation: Operation, ways: Ways, movement: Movement) -> tuple[Point, ...]:
    """Return the places of a loaded movement in the order of the road: the column's first, then where it unloads.

    Parameters
    ----------
    operation : Operation
    ways : Ways
        The operation's.
    movement : Movement
        With people aboard.
    """
    along = list(_column(operation, movement))
    if all(trip.destination == movement.release for trip in movement.trips) and len(along) > 1:
        far_m = along.pop().far_m  # the release point is where everybody unloads: one line says it
    else:
        far_m = along[-1].far_m
    return (*along, *_unloading(operation, ways, movement, far_m))


def _column(operation: Operation, movement: Movement) -> Iterator[Point]:
    """Yield the places from the loading place to the release point."""
    passages = movement.passages
    last_out_s = passages[0].tail_in_s if passages else movement.departs_s
    yield Point(movement.origin, Doing.LOADS, 0, None, movement.departs_s, last_out_s)
    far_m: int | None = 0
    for here, there in pairwise((*passages, None)):
        assert here is not None
        road = operation.roads[here.road]
        far_m = further_m(far_m, road)
        place = road.between[1 if here.forth else 0]
        screened = operation.places[place].kind is Kind.CHECKPOINT
        if there is not None:
            doing = Doing.SCREENED if screened else Doing.PASSES
            halts_s = sum(halt.lasts_s for halt in operation.convoy.halts if halt.place == place)
            could_s = (_through_s(operation, movement, place) if screened else here.head_out_s) + halts_s
            waits_s = max(0, there.head_in_s - could_s)
            moments = (here.head_out_s, there.head_in_s, there.tail_in_s)
            yield Point(place, doing, far_m, *moments, halts_s, waits_s)
        else:
            released_s = [trip.released_s for trip in movement.trips]
            doing = Doing.SCREENED_LAST if screened else Doing.RELEASED
            yield Point(place, doing, far_m, here.head_out_s, min(released_s), max(released_s))


def _through_s(operation: Operation, movement: Movement, checkpoint: str) -> int:
    """Return when the head may go on from a checkpoint: when all are through, or the first (C6)."""
    ends_s = [
        look.ends_s for trip in movement.trips for look in trip.screenings if look.checkpoint == checkpoint
    ]
    return max(ends_s) if operation.places[checkpoint].release is Release.COLUMN else min(ends_s)


def _unloading(operation: Operation, ways: Ways, movement: Movement, far_m: int | None) -> Iterator[Point]:
    """Yield the destinations, that of the first vehicle in first."""
    ends: dict[str, list[Trip]] = {}
    for trip in sorted(movement.trips, key=lambda trip: trip.arrives_s):
        ends.setdefault(trip.destination, []).append(trip)
    for place, trips in ends.items():
        steps = ways.alone(movement.release, place) or ()
        yield Point(
            place=place,
            doing=Doing.UNLOADS,
            far_m=reduce(further_m, (operation.roads[road] for road, _ in steps), far_m),
            arrives_s=min(trip.arrives_s for trip in trips),
            leaves_s=None,
            last_s=max(trip.free_s for trip in trips),
            via=tuple(ways.end(step) for step in steps[:-1]),
            vehicles=_in_order(operation.fleet, Counter(trip.vehicle_type for trip in trips)),
            persons=persons_by_class(operation, trips),
            all_vehicles=len(ends) == 1,
        )


def persons_by_class(operation: Operation, trips: Iterable[Trip]) -> dict[str, int]:
    """Return the persons aboard by class, in the order of the scheme; no zeros."""
    found: Counter[str] = Counter()
    for trip in trips:
        for load in trip.loads:
            found[operation.people[load.group].person_class] += load.persons
    return _in_order(operation.classes, found)


def _in_order(names: Iterable[str], found: Counter[str]) -> dict[str, int]:
    return {name: found[name] for name in names if found[name]}
