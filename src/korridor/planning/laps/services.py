"""What a lap can be: where it loads, along which column part it goes out, and what its vehicles may do."""

from typing import NamedTuple

import numpy as np

from korridor.clockwork.tables import NEVER, NONE, C, G, Index, Ints, P, V


class Services(NamedTuple):
    """Choices as arrays; a *service* is a place where people stand with a column part that leads out of it."""

    column: Ints  # [service]
    origin: Ints  # [service]
    destinations: Ints  # [service, type, choice], NONE beyond the last
    choices: Ints  # [service, type] how many
    inward: Ints  # [from, to]: column part by which empty vehicles come, NONE if they cannot
    stands: Ints  # [place]: whether people stand there at the start
    onward_s: (
        Ints  # [place]: from unloading there until out, at the least; NEVER where nobody can be carried on
    )
    worse: Ints  # [group]: how many urgency ranks there are that are less urgent


def services_of(index: Index) -> Services:
    """List the services of an operation.

    A type may take part where it serves both ends, has places for some group there, and can go on alone beyond the release.
    """
    tables, operation = index.tables, index.operation
    found: dict[tuple[int, int], dict[int, list[int]]] = {}
    for origin in sorted(set(tables.groups[:, G.PLACE].tolist())):
        for destination in range(len(index.place_names)):
            column = index.column(index.place_names[origin], index.place_names[destination], True)
            if column == NONE:
                continue
            for kind in range(len(index.type_names)):
                if _may_carry(index, kind, origin, destination, column):
                    found.setdefault((column, origin), {}).setdefault(kind, []).append(destination)
    most = max((len(d) for service in found.values() for d in service.values()), default=1)
    destinations = np.full((len(found), len(operation.fleet), most), NONE, dtype=np.int64)
    choices = np.zeros((len(found), len(operation.fleet)), dtype=np.int64)
    for service, kinds in enumerate(found.values()):
        for kind, ends in kinds.items():
            destinations[service, kind, : len(ends)] = ends
            choices[service, kind] = len(ends)
    stands = np.zeros(len(index.place_names), dtype=np.int64)
    stands[tables.groups[:, G.PLACE]] = 1
    return Services(
        column=np.array([column for column, _ in found], dtype=np.int64),
        origin=np.array([origin for _, origin in found], dtype=np.int64),
        destinations=destinations,
        choices=choices,
        inward=_inward(index),
        stands=stands,
        onward_s=_onward_s(index),
        worse=_worse(index),
    )


def _may_carry(index: Index, kind: int, origin: int, destination: int, column: int) -> bool:
    tables = index.tables
    if not (tables.serves[kind, origin] and tables.serves[kind, destination]):
        return False
    if tables.alone[kind, tables.columns[column, C.RELEASE], destination] == NONE:
        return False
    layouts = tables.layouts[tables.types[kind, V.LAYOUT] :][: tables.types[kind, V.LAYOUTS]]
    for group in range(len(tables.groups)):
        needs = tables.groups[group, G.SEATS :]
        goes = tables.groups[group, G.PLACE] == origin and tables.goes[group, destination]
        if goes and (needs <= layouts).all(axis=1).any():
            return True
    return False


def _inward(index: Index) -> Ints:
    names = index.place_names
    table = np.full((len(names), len(names)), NONE, dtype=np.int64)
    for here, origin in enumerate(names):
        for there, destination in enumerate(names):
            column = index.column(origin, destination, False)
            if column != NONE and index.tables.columns[column, C.STEPS]:
                table[here, there] = column
    return table


def _onward_s(index: Index) -> Ints:
    """Who is unloaded at a safe place is out; from an unsafe transfer single vehicles carry people on (C7)."""
    tables = index.tables
    safe = tables.places[:, P.SAFE] > 0
    onward_s = np.where(safe, 0, NEVER)
    for place in np.flatnonzero(~safe & (tables.places[:, P.TRANSFER] != NONE)):
        for kind in np.flatnonzero(tables.serves[:, place]):
            for end in np.flatnonzero(safe & (tables.serves[kind] > 0) & (tables.alone[kind, place] != NONE)):
                column = index.column(index.place_names[place], index.place_names[end], True)
                if column != NONE and not tables.columns[column, C.STEPS]:
                    takes_s = tables.types[kind, V.TURN] + tables.alone[kind, place, end]
                    onward_s[place] = min(onward_s[place], takes_s)
    return onward_s


def _worse(index: Index) -> Ints:
    people = index.operation.people
    ranks = [index.operation.urgency(people[name]) for name in index.group_names]
    return np.array([len({r for r in ranks if r > rank}) for rank in ranks], dtype=np.int64)
