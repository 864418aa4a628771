"""Lists of laps with vehicles of one type each: what everybody can be carried with, where columns are small.

Columns of several types, in whatever proportion, leave out the type that would have less than a whole vehicle of them. Here
each type has laps of its own, as many as its people need; the types take turns so that all are equally far at any time.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from korridor.clockwork.tables import NEVER, NONE, C, G, Index, Ints, P, V, X
from korridor.planning.laps.dispatch.desk import SERVICE
from korridor.planning.laps.services import Services


class Loads(NamedTuple):
    """Vehicle loads of one group."""

    group: int
    kind: int
    layout: int
    at_once: int  # parties in a load
    number: int


def loads_on(index: Index, services: Services, service: int) -> Iterator[Loads]:
    """Yield what the people at a service's origin make, each group with the type that takes most of it at once."""
    tables = index.tables
    for group in np.flatnonzero(tables.groups[:, G.PLACE] == services.origin[service]).tolist():
        fits = [
            (at_once, -kind, -layout)
            for kind in range(len(tables.types))
            for layout, at_once in enumerate(_at_once(index, services, service, kind, group))
        ]
        at_once, kind, layout = max(fits, default=(0, 0, 0))
        if at_once:
            yield Loads(group, -kind, -layout, at_once, -(-int(tables.groups[group, G.PARTIES]) // at_once))


def _at_once(index: Index, services: Services, service: int, kind: int, group: int) -> list[int]:
    """Parties of a group that each layout of a type takes at once on a service; none where the type cannot go."""
    tables = index.tables
    ends = services.destinations[service, kind, : services.choices[service, kind]]
    needs = tables.groups[group, G.SEATS :]
    if not tables.goes[group, ends].any() or not needs.any():
        return []
    first, number = tables.types[kind, V.LAYOUT], tables.types[kind, V.LAYOUTS]
    return [int(min(row[needs > 0] // needs[needs > 0])) for row in tables.layouts[first : first + number]]


def laps_of_one_type(index: Index, services: Services) -> int:
    """Return how many laps it takes, each with vehicles of one type, to carry everybody."""
    return int(_stretches(index, services, int(index.tables.rule[X.MOST]))[:, -1].sum())


def one_type_a_lap(index: Index, services: Services, laps: int) -> Iterator[tuple[Ints, int]]:
    """Yield lists of ``laps`` laps that carry everybody, with their periods; none where a column must have more than that.

    First with columns as large as may be; then with single vehicles, as the last of a column may sit too long before a
    checkpoint that looks at those before it.
    """
    tables = index.tables
    if tables.must_have.any():
        return
    most = int(tables.rule[X.MOST])
    for at_most in (most, 1) if most > 1 and tables.rule[X.LEAST] <= 1 else (most,):
        stretches = _stretches(index, services, at_most)
        if len(stretches):
            yield _in_turns(index, stretches, laps)


def _in_turns(index: Index, stretches: Ints, laps: int) -> tuple[Ints, int]:
    """Return the list in which the stretches take turns, each as often as it has laps, and its period."""
    tables = index.tables
    table = np.zeros((laps, 1 + 3 * len(tables.types)), dtype=np.int64)
    weights = stretches[:, -1]
    behind = np.zeros(len(weights), dtype=np.int64)
    for lap in range(laps):
        behind += weights
        turn = int(np.argmax(behind))
        behind[turn] -= weights.sum()
        service, kind, vehicles, end, layout, _ = stretches[turn].tolist()
        table[lap, SERVICE] = service
        table[lap, 1 + 3 * kind : 4 + 3 * kind] = vehicles, end, layout
    return table, int(weights.sum())


def _stretches(index: Index, services: Services, most: int) -> Ints:
    """Return rows of service, type, vehicles a lap, destination choice, layout, laps: each group by one of its services.

    Where a destination has no more room the rest go to the next one.
    """
    tables = index.tables
    room = np.where(
        (tables.places[:, P.CAPACITY] == NONE) | (tables.places[:, P.TRANSFER] != NONE),
        NEVER,
        tables.places[:, P.CAPACITY],
    )
    rows: list[tuple[int, ...]] = []
    gone: set[int] = set()
    for service in range(len(services.column)):
        in_column = bool(tables.columns[services.column[service], C.STEPS])
        for each in loads_on(index, services, service):
            if each.group in gone:
                continue
            gone.add(each.group)
            together = int(tables.types[each.kind, V.NUMBER])
            if in_column:
                together = min(together, most)
            persons = each.at_once * int(tables.groups[each.group, G.PERSONS])
            left = each.number
            ends = services.destinations[service, each.kind, : services.choices[service, each.kind]].tolist()
            for choice, end in enumerate(ends):
                if not tables.goes[each.group, end]:
                    continue
                number = min(left, int(room[end]) // persons)
                room[end] -= number * persons
                left -= number
                if number and together:
                    rows.append((service, each.kind, together, choice, each.layout, -(-number // together)))
    return np.array(rows, dtype=np.int64).reshape(len(rows), 6)
