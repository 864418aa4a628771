"""How soon a single vehicle gets from place to place, in one way or in any number of them."""

from korridor.operation.operation import Operation
from korridor.planning.verify.routes import RouteSearch
from korridor.planning.verify.seconds import travel_s

Table = dict[tuple[str, str], int]
"""Least seconds from place to place; what is not named cannot be done."""


def alone_s(operation: Operation, search: RouteSearch, kind: str) -> Table:
    """Time the one way of a type's vehicles from every place to every other (O3); staying takes no time."""
    fastest = operation.fleet[kind].speed_m_per_h
    table = {(name, name): 0 for name in operation.places}
    for here in operation.places:
        for there in operation.places:
            if here != there and (steps := search.alone(here, there)) is not None:
                table[here, there] = sum(travel_s(operation.roads[i], forth, fastest) for i, forth in steps)
    return table


def chained(direct: Table) -> Table:
    """Shortest chains, by Floyd and Warshall (doi:10.1145/367766.368168)."""
    least = dict(direct)
    names = tuple(dict.fromkeys(name for ends in direct for name in ends))
    for by in names:
        for here in names:
            if (here, by) not in least:
                continue
            for there in names:
                if (by, there) in least:
                    seconds = least[here, by] + least[by, there]
                    least[here, there] = min(least.get((here, there), seconds), seconds)
    return least
