"""The answer of a comparison: two plans under the same draws, as one value (R5)."""

from __future__ import annotations

from korridor.operation.frozen import Frozen
from korridor.operation.rich import Rich
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.statistics.mean import mean_of
from korridor.rehearsal.statistics.pairs import Pair, Pairs
from korridor.rehearsal.statistics.verdict import Verdict, verdict_of
from korridor.rehearsal.statistics.wilson import wilson

ALL_OUT = "all_out"
"""The row of the chance that everybody is out; the others are named after their measure."""


class Difference(Frozen):
    """One measure of two plans, run by run.

    Attributes
    ----------
    measure : str
        A measure's name, or ``all_out``.
    runs : int
        In how many runs both had it.
    first, second : float
        The means, in persons, seconds or person-seconds; of ``all_out`` the share of runs.
    difference : float
        Second less first.
    ci95 : tuple
        Of the difference.
    p_better, p_worse : float
        In what share of runs the second did better, and worse; the rest are equal.
    p_better_ci95, p_worse_ci95 : tuple
        Wilson's.
    variance_ratio : float or None
        How many times smaller the variance of the difference is than it would be under draws of their own;
        ``None`` where nothing varies.
    verdict : Verdict
        Of the second against the first.
    """

    measure: str
    runs: int
    first: float
    second: float
    difference: float
    ci95: tuple[float | None, float | None]
    p_better: float
    p_worse: float
    p_better_ci95: tuple[float, float]
    p_worse_ci95: tuple[float, float]
    variance_ratio: float | None
    verdict: Verdict

    @classmethod
    def of(cls, measure: str, pair: Pair, more_is_better: bool) -> Difference:
        """Work out the figures of at least one pair of runs."""
        runs, mean = pair.difference.runs, mean_of(pair.difference)
        better, worse = (pair.more, pair.less) if more_is_better else (pair.less, pair.more)
        apart = pair.first.variance + pair.second.variance
        return cls(
            measure=measure,
            runs=runs,
            first=pair.first.mean,
            second=pair.second.mean,
            difference=mean.value,
            ci95=(mean.low, mean.high),
            p_better=better / runs,
            p_worse=worse / runs,
            p_better_ci95=wilson(better, runs),
            p_worse_ci95=wilson(worse, runs),
            variance_ratio=None if pair.difference.same else apart / pair.difference.variance,
            verdict=verdict_of(mean, runs, pair.difference.same, more_is_better),
        )


class Compared(Rich, Frozen):
    """Two plans or settings, rehearsed under the same draws.

    Attributes
    ----------
    names : tuple of str
        Of the first and the second.
    runs : int
    differences : tuple of Difference
        By measure; those that had no meaning in any run are left out. ``all_out`` comes first.
    differs : tuple of str
        What the two differ in beside their movements, in words.
    precision : str or None
        What was asked of the first measure's difference.
    reached : bool or None
        ``None`` where nothing was asked.
    seed : int
    seconds : float
        How long running took.
    """

    names: tuple[str, str]
    runs: int
    differences: tuple[Difference, ...]
    differs: tuple[str, ...] = ()
    precision: str | None = None
    reached: bool | None = None
    seed: int = 0
    seconds: float = 0.0

    def __repr__(self) -> str:
        """One line; ``differences`` has the figures."""
        return f"<Compared: {self.names[1]} with {self.names[0]}, {self.runs:,} runs of each>"

    __str__ = __repr__

    @classmethod
    def of(cls, pairs: Pairs, names: tuple[str, str]) -> Compared:
        """Work out the answer."""
        rows = [Difference.of(ALL_OUT, pairs.all_out, more_is_better=True)]
        for measure in Measure:
            pair = pairs.measures.get(measure)
            if pair is not None and pair.difference.runs:
                rows.append(Difference.of(measure.value, pair, measure.more_is_better))
        return cls(names=names, runs=pairs.runs, differences=tuple(rows))

    def __getitem__(self, measure: str) -> Difference:
        """Return the difference by a measure's name; ``KeyError`` where there is none."""
        for difference in self.differences:
            if difference.measure == measure:
                return difference
        raise KeyError(measure)
