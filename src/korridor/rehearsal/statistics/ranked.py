"""The answer of *ask*: what each change at the table would bring, ranked, as one value (R5)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from korridor.operation.frozen import Frozen
from korridor.operation.rich import Rich
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.statistics.contest import Contest
from korridor.rehearsal.statistics.mean import mean_of
from korridor.rehearsal.statistics.student import LEVEL
from korridor.rehearsal.statistics.verdict import Verdict, verdict_of


class Alternative(Frozen):
    """One change that could be asked for.

    Attributes
    ----------
    name : str
    bound, planned : int or None
        The re-solved bound and the re-planned value; ``None`` where not worked out.
    rehearsed : float
        The mean over the runs.
    gain : float
        Rehearsed, against the operation as it is, in the measure's unit; above zero is better, whatever the measure.
    gain_ci : tuple
        Its interval; those of all rows hold together in 95 of 100 rehearsals.
    verdict : Verdict
        Of that gain.
    told_from_next : bool or None
        Whether the runs show it ahead of the next row (all such statements together are right in 95 of 100);
        ``None`` in the last.
    """

    name: str
    bound: int | None
    planned: int | None
    rehearsed: float
    gain: float
    gain_ci: tuple[float | None, float | None]
    verdict: Verdict
    told_from_next: bool | None = None


class Ranked(Rich, Frozen):
    """What to ask for, the most gained first.

    Attributes
    ----------
    measure : Measure
    runs : int
        Of each alternative, under the same draws.
    base : str
        What the operation is as it is.
    base_bound, base_planned : int or None
    base_rehearsed : float
    alternatives : tuple of Alternative
    """

    measure: Measure
    runs: int
    base: str
    base_bound: int | None
    base_planned: int | None
    base_rehearsed: float
    alternatives: tuple[Alternative, ...]

    def __repr__(self) -> str:
        """One line; ``alternatives`` has the figures."""
        return (
            f"<Ranked: {len(self.alternatives)} changes by {self.measure.said}, {self.runs:,} runs of each>"
        )

    __str__ = __repr__

    @classmethod
    def of(
        cls,
        contest: Contest,
        base: str,
        bounds: Mapping[str, int] | None = None,
        planned: Mapping[str, int] | None = None,
    ) -> Ranked:
        """Rank the alternatives by what they gain over ``base``.

        Several intervals at 95 % miss together far more often than one. So each is widened to level
        1 − 0.05/m for m of them: by Bonferroni's inequality all hold together in 95 of 100, however much the
        alternatives depend on each other, and they do, for they meet the same draws (O. J. Dunn, "Multiple
        comparisons among means", 1961, doi 10.1080/01621459.1961.10482090).

        Parameters
        ----------
        contest : Contest
        base : str
            One of its names; ``KeyError`` otherwise.
        bounds, planned : mapping of str to int, optional
            By name, ``base`` too.
        """
        bounds, planned = bounds or {}, planned or {}
        others = [name for name in contest.names if name != base]
        sign = 1 if contest.measure.more_is_better else -1
        order = sorted(others, key=lambda name: (-sign * contest.each[name].sum, contest.names.index(name)))
        rows = {
            name: _alternative(contest, base, name, bounds.get(name), planned.get(name), len(others))
            for name in order
        }
        for ahead, behind in pairwise(order):
            told = _is_ahead(contest, ahead, behind, len(others) * (len(others) - 1) // 2)
            rows[ahead] = rows[ahead].model_copy(update={"told_from_next": told})
        return cls(
            measure=contest.measure,
            runs=contest.runs,
            base=base,
            base_bound=bounds.get(base),
            base_planned=planned.get(base),
            base_rehearsed=contest.each[base].mean,
            alternatives=tuple(rows.values()),
        )


def together(several: int) -> float:
    """The level of each of several intervals that hold together in 95 of 100."""
    return 1 - (1 - LEVEL) / several


def _alternative(
    contest: Contest, base: str, name: str, bound: int | None, planned: int | None, several: int
) -> Alternative:
    moments = contest.gain(name, over=base)
    mean = mean_of(moments, together(several))
    better = contest.measure.more_is_better
    low, high = (
        (mean.low, mean.high) if better or mean.low is None or mean.high is None else (-mean.high, -mean.low)
    )
    return Alternative(
        name=name,
        bound=bound,
        planned=planned,
        rehearsed=contest.each[name].mean,
        gain=mean.value if better else -mean.value,
        gain_ci=(low, high),
        verdict=verdict_of(mean, moments.runs, moments.same, better),
    )


def _is_ahead(contest: Contest, ahead: str, behind: str, several: int) -> bool:
    moments = contest.gain(ahead, over=behind)
    mean = mean_of(moments, together(several))
    return verdict_of(mean, moments.runs, moments.same, contest.measure.more_is_better) is Verdict.BETTER
