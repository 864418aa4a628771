"""How long a vehicle needs at least between two places, whatever it does on the way (docs/bounds.md, Times)."""

from itertools import permutations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from korridor.operation.place import ROOMS
from korridor.operation.ways import ColumnPart, Ways
from korridor.planning.bound.walk import Walk

NEVER = 1 << 60
"""Longer than any time; two of them can be added."""

Seconds = NDArray[np.int64]


Parts = dict[ColumnPart, bool]
"""Column parts that a vehicle may go along between two trips, each with whether loaded legs have it too."""


class Hops(NamedTuple):
    """Least seconds from place to place, ``[from, to]`` by the order of the file; ``NEVER`` where there is no way.

    ``alone`` by hops alone, ``free`` along parts without a headway too, ``any`` along all parts.
    """

    alone: Seconds
    free: Seconds
    any: Seconds


def parts_of(ways: Ways) -> Parts:
    """List the column parts of all legs between two places."""
    places = ways.operation.places
    found: Parts = {}
    for origin, destination in permutations(ways.operation.stands, 2):
        for loaded in (False, True):
            if loaded and places[destination].kind not in ROOMS:
                continue
            part = ways.column(origin, destination, loaded)
            if part is not None and part.steps:
                found[part] = found.get(part, False) or loaded
    return found


def hops_of(ways: Ways, parts: Parts, speed_m_per_h: int | None) -> Hops:
    """Least times of a vehicle with this speed."""
    names = list(ways.operation.places)
    number = {name: i for i, name in enumerate(names)}
    alone = np.full((len(names), len(names)), NEVER, dtype=np.int64)
    for origin in names:
        for destination in names:
            least_s = ways.alone_s(origin, destination, speed_m_per_h)
            if least_s is not None:
                alone[number[origin], number[destination]] = least_s
    np.fill_diagonal(alone, 0)
    free, anyhow = alone.copy(), alone.copy()
    for part in parts:
        walk = Walk(ways, part, speed_m_per_h)
        at = number[part.origin], number[part.release]
        anyhow[at] = min(anyhow[at], walk.total_s)
        if walk.headway_road is None:
            free[at] = min(free[at], walk.total_s)
    return Hops(_closed(alone), _closed(free), _closed(anyhow))


def _closed(least_s: Seconds) -> Seconds:
    """Shortest over any number of hops (Floyd and Warshall)."""
    least_s = least_s.copy()
    for via in range(len(least_s)):
        np.minimum(least_s, least_s[:, via, None] + least_s[None, via, :], out=least_s)
    return np.minimum(least_s, NEVER)
