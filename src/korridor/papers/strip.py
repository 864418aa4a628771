"""The strip map's facts: each way that people are driven, place by place, out and back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.operation.road import Road
from korridor.operation.ways import Step, Ways, ways_of
from korridor.papers.kilometres import further_m
from korridor.pictures.driven import Drive, drives, passed
from korridor.pictures.number import number


@dataclass(frozen=True)
class Stop:
    """One place on the strip, with the road that leads to it and the road that leads on.

    Attributes
    ----------
    place : str
    before, after : Road or None
        ``None`` at the two ends.
    column_before, column_after : bool
        Whether these roads are driven in column.
    from_last_m, from_start_m : int or None
        ``None`` where a road on the way has no length.
    from_last_s, from_start_s : int
        Driving time of a column that nothing holds up.
    """

    place: str
    before: Road | None
    after: Road | None
    column_before: bool
    column_after: bool
    from_last_m: int | None
    from_start_m: int | None
    from_last_s: int
    from_start_s: int


@dataclass(frozen=True)
class Strip:
    """One way that loaded vehicles are driven, and the empty way back.

    Attributes
    ----------
    origin, destination : str
    movements : tuple of str
        Who drives it, by number, in rank order.
    persons : int
        Carried along it in all.
    slowest_m_per_h : int or None
        The speed of the slowest vehicle type on it; ``None`` where none has a speed of its own.
    out : tuple of Stop
    back : tuple of Stop
        Empty where the roads give no way back.
    """

    origin: str
    destination: str
    movements: tuple[str, ...]
    persons: int
    slowest_m_per_h: int | None
    out: tuple[Stop, ...]
    back: tuple[Stop, ...]


@dataclass(frozen=True)
class _Way:
    """Steps from a place; those from ``first`` up to ``last`` are driven in column."""

    origin: str
    steps: tuple[Step, ...]
    first: int
    last: int


def strips(operation: Operation, movements: Sequence[Movement]) -> tuple[Strip, ...]:
    """Return a strip for each way that people are driven: those with a column part first, then by how many people.

    Movements that drive the same roads to the same place are one strip.
    """
    ways = ways_of(operation)
    used: dict[_Way, list[Drive]] = {}
    for way, drive in _loaded_ways(operation, movements):
        used.setdefault(way, []).append(drive)
    found = [_strip(operation, ways, way, driven) for way, driven in used.items()]
    return tuple(sorted(found, key=lambda strip: (not strip.out[0].column_after, -strip.persons)))


def _loaded_ways(operation: Operation, movements: Sequence[Movement]) -> Iterator[tuple[_Way, Drive]]:
    """Yield each way from origin to destination on which people are carried, and the last drive of it."""
    column: Drive | None = None
    for drive in drives(operation, [movement for movement in movements if movement.loaded]):
        if drive.in_column:
            column = drive
            ends = [trip for trip in drive.movement.trips if trip.destination == drive.movement.release]
            if sum(trip.persons for trip in ends):
                yield _Way(drive.places[0], drive.steps, 0, len(drive.steps)), drive
        elif drive.persons and drive.steps:
            before = column.steps if column and column.movement is drive.movement else ()
            yield _Way(drive.movement.origin, (*before, *drive.steps), 0, len(before)), drive


def _strip(operation: Operation, ways: Ways, way: _Way, driven: list[Drive]) -> Strip:
    destination = passed(operation, way.origin, way.steps)[-1]
    back = _way_back(ways, way.origin, destination)
    trips = [
        trip
        for drive in driven
        for trip in drive.movement.trips
        if trip.loads and trip.destination == destination
    ]
    speeds = [operation.fleet[trip.vehicle_type].speed_m_per_h for trip in trips]
    slowest = min((speed for speed in speeds if speed is not None), default=None)
    return Strip(
        origin=way.origin,
        destination=destination,
        movements=tuple(number(drive.movement) for drive in driven),
        persons=sum(trip.persons for trip in trips),
        slowest_m_per_h=slowest,
        out=_stops(operation, way, slowest),
        back=_stops(operation, back, slowest) if back else (),
    )


def _way_back(ways: Ways, origin: str, destination: str) -> _Way | None:
    """Return the empty way from the destination to the origin: singly, in column, singly (O3)."""
    column = ways.column(destination, origin, loaded=False)
    if column is None:
        return None
    lead = ways.alone(destination, column.origin) if destination != column.origin else ()
    tail = ways.alone(column.release, origin) if column.release != origin else ()
    if lead is None or tail is None:
        return None
    return _Way(destination, (*lead, *column.steps, *tail), len(lead), len(lead) + len(column.steps))


def _stops(operation: Operation, way: _Way, slowest_m_per_h: int | None) -> tuple[Stop, ...]:
    places = passed(operation, way.origin, way.steps)
    roads = [operation.roads[index] for index, _ in way.steps]
    stops: list[Stop] = []
    total_m: int | None = 0
    total_s = 0
    for index, place in enumerate(places):
        before = roads[index - 1] if index else None
        drive_s = before.travel_s(way.steps[index - 1][1], slowest_m_per_h) if before else 0
        total_m = further_m(total_m, before) if before else 0
        total_s += drive_s
        stops.append(
            Stop(
                place=place,
                before=before,
                after=roads[index] if index < len(roads) else None,
                column_before=way.first < index <= way.last,
                column_after=way.first <= index < way.last,
                from_last_m=before.length_m if before else None,
                from_start_m=total_m,
                from_last_s=drive_s,
                from_start_s=total_s,
            )
        )
    return tuple(stops)
