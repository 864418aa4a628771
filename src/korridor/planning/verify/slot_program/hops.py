"""How soon an empty vehicle gets from place to place, in any number of hops."""

from collections.abc import Callable
from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.operation.place import ROOMS, Kind
from korridor.planning.verify.routes import Column, RouteSearch
from korridor.planning.verify.seconds import travel_s
from korridor.planning.verify.slot_program.walk import Service, Walk, walk

Table = dict[tuple[str, str], int]
"""Least seconds from place to place; what is not named cannot be done."""


@dataclass(frozen=True)
class Parts:
    """The column parts of an operation's legs, and which of them loaded legs have."""

    every: tuple[Column, ...]
    loaded: frozenset[Column]


def parts(operation: Operation, search: RouteSearch) -> Parts:
    """Find the parts between places where vehicles can stand: of empty legs, of loaded legs to where people are received."""
    loaded, every = set(), {}
    depots = {depot for vehicle in operation.fleet.values() for depot in vehicle.depots}
    on_the_way = (Kind.CHECKPOINT, Kind.JUNCTION)
    stands = {
        name: place
        for name, place in operation.places.items()
        if name in depots or place.kind not in on_the_way
    }
    for origin in stands:
        for destination, place in stands.items():
            if origin == destination:
                continue
            if empty := search.column(origin, destination, loaded=False):
                every[empty] = True
            if place.kind in ROOMS and (full := search.column(origin, destination, loaded=True)):
                every[full] = True
                loaded.add(full)
    return Parts(tuple(every), frozenset(loaded))


@dataclass(frozen=True)
class Hops:
    """What a type's empty vehicles can do.

    Attributes
    ----------
    alone, free, every : dict
        d₁, d₂ and d₃ of ``docs/bounds.md``: alone; along parts without a headway too; along all parts.
    walks : tuple of Walk
        The parts, as an empty vehicle of the type goes them.
    """

    alone: Table
    free: Table
    every: Table
    walks: tuple[Walk, ...]


def hops(operation: Operation, search: RouteSearch, columns: Parts, kind: str) -> Hops:
    """Time all hops of a type and chain them."""
    fastest = operation.fleet[kind].speed_m_per_h

    walks = tuple(walk(operation, column, fastest, empty_service(operation)) for column in columns.every)
    names = tuple(operation.places)
    direct: Table = {(name, name): 0 for name in names}
    for here in names:
        for there in names:
            if here != there and (steps := search.alone(here, there)) is not None:
                seconds = sum(travel_s(operation.roads[i], forth, fastest) for i, forth in steps)
                direct[here, there] = seconds
    return Hops(
        alone=_chained(names, direct, ()),
        free=_chained(names, direct, tuple(each for each in walks if not each.has_headway)),
        every=_chained(names, direct, walks),
        walks=walks,
    )


def empty_service(operation: Operation) -> Callable[[str], Service]:
    """Return what an empty vehicle needs at a checkpoint."""

    def service(checkpoint: str) -> Service:
        seconds = operation.places[checkpoint].per_vehicle_s
        return Service(seconds, seconds)

    return service


def _chained(names: tuple[str, ...], direct: Table, walks: tuple[Walk, ...]) -> Table:
    """Shortest chains of hops, by Floyd and Warshall (doi:10.1145/367766.368168)."""
    least = dict(direct)
    for each in walks:
        ends = (each.column.origin, each.column.release)
        least[ends] = min(least.get(ends, each.served_s[-1]), each.served_s[-1])
    for by in names:
        for here in names:
            if (here, by) not in least:
                continue
            for there in names:
                if (by, there) in least:
                    seconds = least[here, by] + least[by, there]
                    least[here, there] = min(least.get((here, there), seconds), seconds)
    return least
