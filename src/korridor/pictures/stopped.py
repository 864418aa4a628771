"""The line of a column that did not come to its end: it breaks off, or goes back the way it came."""

from dataclasses import dataclass
from itertools import pairwise

Path = tuple[tuple[int, int], ...]
"""Moments in seconds and distances along the corridor, in order of time."""


@dataclass(frozen=True)
class Stop:
    """A movement that did not come to its end: from when, whether it went back the way it came, and that in words."""

    moment_s: int
    back: bool
    says: str


def stopped(path: Path, stop: Stop | None) -> Path:
    """Return the line up to where it stopped, and back again where the column turned round.

    Examples
    --------
    >>> stopped(((0, 0), (10, 100)), Stop(5, back=True, says="turned back"))
    ((0, 0), (5, 50), (10, 0))
    >>> stopped(((0, 0), (10, 100)), Stop(5, back=False, says="stranded"))
    ((0, 0), (5, 50))
    """
    if stop is None or not path:
        return path
    driven = [point for point in path if point[0] < stop.moment_s] or [path[0]]
    at = (max(stop.moment_s, driven[-1][0]), _far(path, stop.moment_s))
    # It needs as long back as it took to come: so every point is mirrored at the moment.
    home = [(2 * at[0] - moment_s, far) for moment_s, far in reversed(driven)] if stop.back else []
    return (*driven, at, *home)


def _far(path: Path, moment_s: int) -> int:
    """Return how far along the corridor a line is at a moment."""
    for (before_s, here), (after_s, there) in pairwise(path):
        if before_s <= moment_s < after_s:
            return here + (there - here) * (moment_s - before_s) // (after_s - before_s)
    return path[0][1] if moment_s < path[0][0] else path[-1][1]
