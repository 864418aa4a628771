"""Whether a difference is one, or noise."""

from enum import StrEnum

from korridor.rehearsal.statistics.mean import FEWEST, Mean


class Verdict(StrEnum):
    """What can be said of a difference."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "the same"
    NOISE = "noise"
    TOO_FEW = "too few runs"


def verdict_of(difference: Mean, runs: int, same: bool, more_is_better: bool) -> Verdict:
    """Judge a mean difference by its interval.

    A difference is one where the interval leaves out nought, and is to be trusted; the same where no run differs;
    otherwise noise: with these runs it cannot be told from none.

    Parameters
    ----------
    difference : Mean
    runs : int
    same : bool
        Whether the difference was the same in every run.
    more_is_better : bool
    """
    if runs < FEWEST:
        return Verdict.TOO_FEW
    if same and difference.value == 0:
        return Verdict.SAME
    if difference.low is None or difference.high is None or difference.low <= 0 <= difference.high:
        return Verdict.NOISE
    if difference.rough:
        return Verdict.TOO_FEW
    return Verdict.BETTER if (difference.value > 0) == more_is_better else Verdict.WORSE
