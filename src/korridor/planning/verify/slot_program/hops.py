"""How soon an empty vehicle gets from place to place, in any number of hops."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import permutations

from korridor.operation.operation import Operation
from korridor.operation.place import ROOMS
from korridor.planning.verify.chains import Table, alone_s, chained
from korridor.planning.verify.o6_fleet import places_to_stand
from korridor.planning.verify.routes import Column, RouteSearch
from korridor.planning.verify.slot_program.walk import Service, Walk, walk


@dataclass(frozen=True)
class Parts:
    """The column parts of an operation's legs, and which of them loaded legs have."""

    every: tuple[Column, ...]
    loaded: frozenset[Column]


def parts(operation: Operation, search: RouteSearch) -> Parts:
    """Find the parts between places where vehicles can stand: of empty legs, of loaded legs to where people are received."""
    loaded, every = set(), {}
    for origin, destination in permutations(places_to_stand(operation), 2):
        if empty := search.column(origin, destination, loaded=False):
            every[empty] = True
        receives = operation.places[destination].kind in ROOMS
        if receives and (full := search.column(origin, destination, loaded=True)):
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
    direct = alone_s(operation, search, kind)
    return Hops(
        alone=chained(direct),
        free=chained(_with(direct, tuple(each for each in walks if not each.has_headway))),
        every=chained(_with(direct, walks)),
        walks=walks,
    )


def empty_service(operation: Operation) -> Callable[[str], Service]:
    """Return what an empty vehicle needs at a checkpoint."""

    def service(checkpoint: str) -> Service:
        seconds = operation.places[checkpoint].per_vehicle_s
        return Service(seconds, seconds)

    return service


def _with(direct: Table, walks: tuple[Walk, ...]) -> Table:
    """Add column parts to what can be done alone."""
    least = dict(direct)
    for each in walks:
        ends = (each.column.origin, each.column.release)
        least[ends] = min(least.get(ends, each.served_s[-1]), each.served_s[-1])
    return least
