"""Lists of laps to begin with: columns alike, place after place.

Each pattern is one plain rule that a dispatcher could follow: how large the columns are, or in how many of them the fleet goes
round; in what proportion the types mix; and which place is served next.
"""

from collections.abc import Iterator
from itertools import product

import numpy as np

from korridor.clockwork.tables import NONE, C, Index, Ints, R, V, X
from korridor.planning.laps.dispatch.desk import SERVICE
from korridor.planning.laps.one_type import loads_on, one_type_a_lap
from korridor.planning.laps.services import Services

SIZES = 14
"""Sizes tried between the least and the most vehicles of a column."""

ROUNDS = 14
"""Numbers of columns tried in which the fleet goes round."""

NEAREST = 6
"""Of these columns so many at most are kept for the nearest place; the first ones, which get one more lap in."""

STARTING = 6
"""Places at most with which the rest of a round begins; more would be many patterns for little."""

TURNS = ("in turn", "by people", "fullest first")
MIXES = ("by fleet", "by need", "largest type")


def patterns(index: Index, services: Services, laps: int) -> Iterator[tuple[Ints, int]]:
    """Yield lists of ``laps`` laps, each [lap, (service, then number, destination, layout by type)].

    Beside each stands its period: after how many laps it repeats itself; all of them where it does not.
    """
    loads = _loads(index, services)
    for turns, mix, size in product(TURNS, MIXES, _sizes(index, services)):
        order = _order(turns, loads.sum(axis=1), laps)
        table = _blank(index, order)
        for lap, service in enumerate(order.tolist()):
            weight = _weight(index, services, loads[service], service, mix)
            table[lap, 1::3] = _share(index, weight, size)
        yield table, len(services.column) if turns == "in turn" else laps
    yield from _rounds(index, services, loads, laps)
    yield from one_type_a_lap(index, services, laps)


def _blank(index: Index, order: Ints) -> Ints:
    table = np.zeros((len(order), 1 + 3 * len(index.type_names)), dtype=np.int64)
    table[:, SERVICE] = order
    return table


def _rounds(index: Index, services: Services, loads: Ints, laps: int) -> Iterator[tuple[Ints, int]]:
    """Yield lists in which the whole fleet goes round in so many columns, each always at its place in the round.

    They are as even as can be, the larger ones last: the first ones are to be quick.
    """
    fleet, most = index.tables.types[:, V.NUMBER], int(index.tables.rule[X.MOST])
    nearest = np.argsort(_least_s(index, services), kind="stable")
    usable = int(fleet[(services.choices > 0).any(axis=0)].sum())
    fewest = max(1, -(-usable // max(1, most)))  # a fleet of none, too
    begins = range(0, len(nearest), max(1, -(-len(nearest) // STARTING)))
    for columns, mix in product(range(fewest, fewest + ROUNDS), MIXES):
        for first, turned in product(range(min(columns, NEAREST) + 1), begins):
            others = np.roll(nearest, turned)
            turn = [nearest[0] if i < first else others[(i - first) % len(others)] for i in range(columns)]
            table = _blank(index, np.resize(np.array(turn, dtype=np.int64), laps))
            for lap, service in enumerate(table[:, SERVICE].tolist()):
                place = lap % columns
                weight = _weight(index, services, loads[service], service, mix)
                table[lap, 1::3] = np.where(weight > 0, (fleet + place) // columns, 0)
            yield table, columns


def _least_s(index: Index, services: Services) -> Ints:
    """Seconds along each service's column part, by the roads' own speeds."""
    tables = index.tables
    seconds = np.zeros(len(services.column), dtype=np.int64)
    for service, column in enumerate(services.column.tolist()):
        for road, back in tables.steps[tables.columns[column, C.STEP] :][: tables.columns[column, C.STEPS]]:
            stated, length, speed = tables.roads[road, [R.FORTH + back, R.LENGTH, R.SPEED]]
            seconds[service] += stated if stated != NONE else length * 3600 // max(1, speed)
    return seconds


def _sizes(index: Index, services: Services) -> list[int]:
    rule, fleet = index.tables.rule, int(index.tables.types[:, V.NUMBER].sum())
    in_column = bool(index.tables.columns[services.column, C.STEPS].any())
    least, most = (int(rule[X.LEAST]), int(rule[X.MOST])) if in_column else (1, fleet)
    most = max(1, min(most, fleet))
    least = min(least, most)
    return sorted({least + (most - least) * i // (SIZES - 1) for i in range(SIZES)})


def _loads(index: Index, services: Services) -> Ints:
    """Vehicle loads by service and type that the people there make, each group with the type that takes most of it at once."""
    loads = np.zeros((len(services.column), len(index.tables.types)), dtype=np.int64)
    for service in range(len(services.column)):
        for each in loads_on(index, services, service):
            loads[service, each.kind] += each.number
    return loads


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


def _weight(index: Index, services: Services, loads: Ints, service: int, mix: str) -> Ints:
    """By type: in what proportion they go together; 0 for those that do not."""
    usable = np.where(services.choices[service] > 0, index.tables.types[:, V.NUMBER], 0)
    if mix == "by need":
        weight = np.where(usable > 0, loads, 0)
    elif mix == "largest type":
        weight = np.where(loads == loads.max(), usable, 0)
    else:
        weight = usable
    return weight if weight.any() else usable


def _share(index: Index, weight: Ints, size: int) -> Ints:
    """How many vehicles of each type a column of a size has."""
    if not weight.any():
        return np.zeros(len(weight), dtype=np.int64)
    usable = np.where(weight > 0, index.tables.types[:, V.NUMBER], 0)
    numbers = np.maximum(index.tables.must_have, size * weight // weight.sum())
    numbers = np.minimum(numbers, usable)
    largest = int(np.argmax(weight))
    numbers[largest] += min(max(0, size - int(numbers.sum())), int(usable[largest] - numbers[largest]))
    return numbers
