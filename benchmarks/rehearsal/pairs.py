"""What keyed draws are worth: how sure a difference is, on runs that meet the same weather and on runs that do not."""

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from benchmarks.registry import Ratio, benchmark
from benchmarks.rehearsal.comparison import comparison
from korridor.rehearsal.loop import M

RUNS, DAYS = 20_000, 1000
AIM = 4

Clearances = Callable[[int, int], NDArray[np.float64]]
"""Of a seed and a number of lanes, run by run."""


@benchmark(
    "rehearsal.pairs",
    question="How much surer is the difference that a fifth lane makes, on paired runs?",
    compares_with="independent runs; SimPy with one stream of random numbers a run",
)
def pairs() -> Iterator[Ratio]:
    """The variance of the difference in clearance between four lanes and five, unpaired over paired."""
    ours = _variances(_ours)
    yield Ratio(
        "variance of 4 against 5 lanes: independent runs to keyed ones",
        ours[0],
        ours[1],
        "s2",
        aim=f"{AIM} x smaller",
        met=ours[0] >= AIM * ours[1],
    )
    theirs = _variances(_theirs)
    yield Ratio("the same in SimPy: other seeds to the same seed", theirs[0], theirs[1], "s2")


def _ours(seed: int, lanes: int) -> NDArray[np.float64]:
    results, _ = comparison(seed, lanes).stage().run(0, RUNS)
    return results[:, M.CLEARANCE_S].astype(np.float64)


def _theirs(seed: int, lanes: int) -> NDArray[np.float64]:
    from benchmarks.rehearsal.apart import simpy_day

    return np.array([simpy_day.day(DAYS * seed + day, lanes) for day in range(DAYS)])


def _variances(clearances_s: Clearances) -> tuple[float, float]:
    """Of the difference on independent and on paired runs; both differ in lanes by the same."""
    four, five, other = clearances_s(1, 4), clearances_s(1, 5), clearances_s(2, 5)
    return float(np.var(other - four)), float(np.var(five - four))
