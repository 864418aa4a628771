"""The difference of two plans over the same futures, with its interval."""

from collections.abc import Sequence
from math import sqrt
from statistics import NormalDist

from korridor.planning.plan import Difference
from korridor.planning.robust.badness import TENTH, worst_sum


def mean_less(first: Sequence[int], second: Sequence[int], level: float = 0.95) -> Difference:
    """Return by how much the second is less on average."""
    return _difference([one - other for one, other in zip(first, second, strict=True)], 0, level)


def worst_less(first: Sequence[int], second: Sequence[int], level: float = 0.95) -> Difference:
    """Return by how much the second is less in its worst tenth than the first in its own.

    The mean of the worst tenth is v + 10 · mean of what exceeds v, with v the least of that tenth. What exceeds it is
    taken future by future, so what is bad luck for both cancels out; that v is estimated, too, matters only to higher
    order (Hong, Hu and Liu, "Monte Carlo methods for value-at-risk and conditional value-at-risk: a review", 2014,
    doi 10.1145/2661631).
    """
    floors = [sorted(each, reverse=True)[len(each) // TENTH - 1] for each in (first, second)]
    beyond = [
        TENTH * (max(0, one - floors[0]) - max(0, other - floors[1]))
        for one, other in zip(first, second, strict=True)
    ]
    found = _difference(beyond, floors[0] - floors[1], level)
    exact = (worst_sum(first) - worst_sum(second)) * TENTH / len(first)
    return found.model_copy(update={"value": exact})


def _difference(each: Sequence[int], shift: int, level: float) -> Difference:
    """Return a mean with its interval; of thousands of futures, so Student's is the normal one."""
    runs, total = len(each), sum(each)
    spread = runs * sum(x * x for x in each) - total * total
    error = sqrt(spread / (runs * (runs - 1)) / runs)
    reach = NormalDist().inv_cdf((1 + level) / 2) * error
    value = shift + total / runs
    return Difference(value=value, ci95=(value - reach, value + reach))
