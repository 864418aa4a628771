"""A chance, estimated by the share of runs in which something happened, and its interval."""

from math import sqrt

from korridor.rehearsal.statistics.student import LEVEL, normal_reach


def wilson(hits: int, runs: int, level: float = LEVEL) -> tuple[float, float]:
    """The interval for a chance; without a run, from 0 to 1.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927,
    doi 10.1080/01621459.1927.10502953: the chances from which the share seen is no further than the normal
    distribution allows. It says something sensible where nothing happened, or always, and its coverage is near
    what it says from few runs on (Brown, Cai and DasGupta 2001, doi 10.1214/ss/1009213286).

    Examples
    --------
    >>> wilson(0, 100), wilson(50, 100)
    ((0.0, 0.03699...), (0.40383..., 0.59616...))
    """
    if runs == 0:
        return 0.0, 1.0
    z = normal_reach(level)
    share, more = hits / runs, z * z / runs
    middle = (share + more / 2) / (1 + more)
    half = z * sqrt(share * (1 - share) / runs + more / (4 * runs)) / (1 + more)
    low = 0.0 if hits == 0 else middle - half
    return low, 1.0 if hits == runs else middle + half
