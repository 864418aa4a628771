"""A mean and its interval, and whether the runs are enough to trust it."""

from dataclasses import dataclass
from math import sqrt

from korridor.rehearsal.statistics.moments import Moments
from korridor.rehearsal.statistics.student import LEVEL, reach
from korridor.rehearsal.statistics.wilson import wilson

FEWEST = 30
"""With fewer runs an interval for a mean is trusted only if the measure is normal, which is not known."""

COCHRAN = 25
"""Runs for each unit of squared skewness.

With more than 25 G₁² of them an interval that says 95 % misses in no more than 6 %: W. G. Cochran, *Sampling
Techniques*, 3rd edition, Wiley 1977, section 2.15.
"""

_MOST_LOPSIDED = 1 / sqrt(COCHRAN)
"""Skewness over the root of the runs, where Cochran's rule is just kept."""


@dataclass(frozen=True)
class Mean:
    """A mean with its interval.

    Attributes
    ----------
    value : float
    low, high : float or None
        ``None`` with one run: nothing is known of the spread.
    rough : bool
        Whether the interval may miss more often than it says: few runs, or few for so lopsided a measure.
    """

    value: float
    low: float | None
    high: float | None
    rough: bool

    @property
    def half_width(self) -> float | None:
        """Half of the interval's width."""
        if self.low is None or self.high is None:
            return None
        return (self.high - self.low) / 2


def mean_of(moments: Moments, level: float = LEVEL, most: float | None = None) -> Mean:
    """The mean of at least one run, and Student's interval, moved towards the longer tail.

    A plain interval of a lopsided measure misses more often on the longer tail's side than on the other. Moved by
    G₁ s (1 + 2t²) / 6n it misses as often on both, to second order: P. Hall, "Inverting an Edgeworth expansion", 1983,
    doi 10.1214/aos/1176346162. Where the runs are too few for that, it is moved by what would be the most with enough.

    Where a measure is the same in every run, its spread says nothing. What is known is that runs unlike them have
    a chance of at most Wilson's upper limit of 0 in so many; they are taken to lie between nought and ``most``.

    Examples
    --------
    >>> mean_of(Moments(runs=4, sum=20, squares=120, cubes=800)).half_width
    4.108...
    >>> mean_of(Moments(runs=96, sum=960, squares=9600, cubes=96000), most=10).low
    9.615...
    """
    value = moments.mean
    if moments.runs < 2:
        return Mean(value, None, None, rough=True)
    rough = moments.runs < max(FEWEST, COCHRAN * moments.skewness**2)
    if moments.same:
        others = wilson(0, moments.runs, level)[1]
        above = 0.0 if most is None else max(0.0, most - value)
        low, high = sorted((value, value * (1 - others)))
        return Mean(value, low, high + above * others, rough)
    t, error = reach(moments.runs - 1, level), sqrt(moments.variance / moments.runs)
    lopsided = max(-_MOST_LOPSIDED, min(_MOST_LOPSIDED, moments.skewness / sqrt(moments.runs)))
    middle = value + error * lopsided * (1 + 2 * t * t) / 6
    return Mean(value, middle - t * error, middle + t * error, rough)
