"""Lists of laps to begin with: waves of equal columns, place after place.

Each pattern is one plain rule that a dispatcher could follow: how large the columns are, in what proportion the
types mix, and which place is served next.
"""

from collections.abc import Iterator
from itertools import product

import numpy as np

from korridor.clockwork.tables import C, G, Index, Ints, V, X
from korridor.planning.laps.dispatch import SERVICE
from korridor.planning.laps.services import Services

SIZES = 14
"""Sizes tried between the least and the most vehicles of a column."""

TURNS = ("in turn", "by people", "fullest first")
MIXES = ("by fleet", "by need", "largest type")


def patterns(index: Index, services: Services, laps: int) -> Iterator[Ints]:
    """Yield lists of ``laps`` laps, each [lap, (service, then number, destination, layout by type)]."""
    loads = _loads(index, services)
    for turns, mix, size in product(TURNS, MIXES, _sizes(index, services)):
        order = _order(turns, loads.sum(axis=1), laps)
        table = np.zeros((laps, 1 + 3 * len(index.type_names)), dtype=np.int64)
        for lap, service in enumerate(order):
            table[lap, SERVICE] = service
            table[lap, 1::3] = _mix(index, services, loads[service], int(service), mix, size)
        yield table


def _sizes(index: Index, services: Services) -> list[int]:
    rule, fleet = index.tables.rule, int(index.tables.types[:, V.NUMBER].sum())
    in_column = bool(index.tables.columns[services.column, C.STEPS].any())
    least, most = (int(rule[X.LEAST]), int(rule[X.MOST])) if in_column else (1, fleet)
    most = max(1, min(most, fleet))
    least = min(least, most)
    return sorted({least + (most - least) * i // (SIZES - 1) for i in range(SIZES)})


def _loads(index: Index, services: Services) -> Ints:
    """Vehicle loads by service and type that the people there make, each group with the type that takes most of it at once."""
    tables = index.tables
    loads = np.zeros((len(services.column), len(tables.types)), dtype=np.int64)
    for service in range(len(services.column)):
        for group in range(len(tables.groups)):
            if tables.groups[group, G.PLACE] != services.origin[service]:
                continue
            fits = [_fits(index, services, service, kind, group) for kind in range(len(tables.types))]
            if max(fits, default=0) > 0:
                kind = int(np.argmax(fits))
                loads[service, kind] += -(-int(tables.groups[group, G.PARTIES]) // fits[kind])
    return loads


def _fits(index: Index, services: Services, service: int, kind: int, group: int) -> int:
    """Parties of a group that a type can take at once on a service."""
    tables = index.tables
    ends = services.destinations[service, kind, : services.choices[service, kind]]
    if len(ends) == 0 or not tables.goes[group, ends].any():
        return 0
    needs = tables.groups[group, G.SEATS :]
    first = tables.types[kind, V.LAYOUT]
    layouts = tables.layouts[first : first + tables.types[kind, V.LAYOUTS]]
    return max(int(min(layout[needs > 0] // needs[needs > 0])) for layout in layouts) if needs.any() else 0


def _order(turns: str, loads: Ints, laps: int) -> Ints:
    """Which service each lap has."""
    number = len(loads)
    if turns == "in turn":
        return np.arange(laps, dtype=np.int64) % number
    left = loads.astype(np.float64)
    step = left.sum() / max(1, laps)
    order = np.zeros(laps, dtype=np.int64)
    for lap in range(
        laps
    ):  # by people: the place whose share is most behind; fullest first: the place with most left
        order[lap] = int(np.argmax(left if turns == "fullest first" else left / np.maximum(1, loads)))
        left[order[lap]] -= step if turns == "by people" else max(step, loads.max() / 4)
    return order


def _mix(index: Index, services: Services, loads: Ints, service: int, mix: str, size: int) -> Ints:
    """How many vehicles of each type a lap has."""
    fleet = index.tables.types[:, V.NUMBER]
    usable = np.where(services.choices[service] > 0, fleet, 0)
    if mix == "by fleet":
        weight = usable
    elif mix == "by need":
        weight = np.where(usable > 0, loads, 0)
    else:
        weight = np.where(loads == loads.max(), usable, 0)
    if weight.sum() == 0:
        weight = usable
    if weight.sum() == 0:
        return np.zeros(len(fleet), dtype=np.int64)
    numbers = np.maximum(index.tables.must_have, size * weight // weight.sum())
    numbers = np.minimum(numbers, usable)
    largest = int(np.argmax(weight))
    numbers[largest] += min(max(0, size - int(numbers.sum())), int(usable[largest] - numbers[largest]))
    return numbers
