"""Quantiles with intervals that hold whatever the distribution: between which ranks the true one lies."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import exp, lgamma, log, sqrt

from korridor.rehearsal.statistics.histogram import Histogram
from korridor.rehearsal.statistics.student import LEVEL

_FAR = 12
"""Beyond so many standard deviations a binomial chance is less than what an addition rounds away."""


@dataclass(frozen=True)
class Quantile:
    """A value that so many runs in a hundred do not exceed.

    Attributes
    ----------
    value : int
        As it came in a run.
    low, high : int or None
        Its interval; ``None`` where there are too few runs to have one on that side.
    """

    value: int
    low: int | None
    high: int | None


def quantile(histogram: Histogram, runs: int, percent: int, column: int = 0) -> Quantile:
    """The value below or at which ``percent`` of the runs lie, and the order statistics around it.

    Between order statistics *l* and *u* lies the true quantile with a binomial chance, whatever the distribution;
    with ties the chance is larger still (H. A. David and H. N. Nagaraja, *Order Statistics*, 3rd edition,
    Wiley 2003, section 7.1; doi 10.1002/0471722162).
    """
    lower, upper = ranks(runs, percent)
    middle = -(-runs * percent // 100)
    wanted = [rank for rank in (lower, middle, upper) if rank is not None]
    found = dict(zip(wanted, histogram.ranked(wanted, column), strict=True))
    return Quantile(
        found[middle],
        None if lower is None else found[lower],
        None if upper is None else found[upper],
    )


@lru_cache(maxsize=256)
def ranks(runs: int, percent: int, level: float = LEVEL) -> tuple[int | None, int | None]:
    """Between which ranks, counted from 1, the quantile lies; ``None`` where even the outermost run is not enough.

    Examples
    --------
    >>> ranks(100, 50), ranks(1000, 10), ranks(20, 90), ranks(5, 50)
    ((40, 61), (82, 120), (15, None), (None, None))
    """
    tail = (1 - level) / 2
    first, chances = _binomial(runs, percent / 100)
    below = list(accumulate(chances))
    above = list(accumulate(reversed(chances)))
    lower = first + sum(1 for chance in below if chance <= tail)
    upper = first + len(chances) - sum(1 for chance in above if chance <= tail)
    return (lower if lower >= 1 else None), (upper if upper <= runs else None)


def _binomial(runs: int, share: float) -> tuple[int, list[float]]:
    """The chances of a binomial number near its mean, and the number that they begin at."""
    middle = min(runs, int((runs + 1) * share))
    spread = int(_FAR * sqrt(runs * share * (1 - share))) + _FAR
    first, last = max(0, middle - spread), min(runs, middle + spread)
    ways = lgamma(runs + 1) - lgamma(middle + 1) - lgamma(runs - middle + 1)
    peak = exp(ways + middle * log(share) + (runs - middle) * log(1 - share))
    odds = share / (1 - share)
    down = [peak]
    for number in range(middle, first, -1):
        down.append(down[-1] * number / ((runs - number + 1) * odds))
    up = [peak]
    for number in range(middle, last):
        up.append(up[-1] * (runs - number) * odds / (number + 1))
    return first, [*reversed(down), *up[1:]]
