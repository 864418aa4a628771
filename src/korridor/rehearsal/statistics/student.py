"""Student's t: how many standard errors an interval for a mean reaches, either way."""

from functools import cache
from math import atan, fsum, inf, pi, sqrt
from statistics import NormalDist

LEVEL = 0.95
"""Every interval holds the true value in 95 of 100 rehearsals, unless it says otherwise."""

_MANY = 200
_HALVINGS = 60


def normal_reach(level: float = LEVEL) -> float:
    """How many standard deviations from the mean a normal number falls within, with chance ``level``."""
    return float(NormalDist().inv_cdf((1 + level) / 2))


@cache
def reach(freedom: int, level: float = LEVEL) -> float:
    """The *t* within which Student's t falls with chance ``level``; infinite with no degree of freedom.

    Abramowitz and Stegun, *Handbook of Mathematical Functions*, 1964: 26.7.3 and 26.7.4, exact for whole degrees of
    freedom; 26.7.5 where there are many (wrong by less than 10⁻⁶ there).

    Examples
    --------
    >>> round(reach(1), 3), round(reach(29), 3), round(reach(1023), 3)
    (12.706, 2.045, 1.962)
    """
    if freedom < 1:
        return inf
    z = normal_reach(level)
    if freedom > _MANY:
        return z + fsum(term / freedom**power for power, term in enumerate(_series(z), start=1))
    low, high = 0.0, z
    while _within(high, freedom) < level:
        high *= 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, freedom) < level else (low, middle)
    return high


def _series(z: float) -> tuple[float, float, float]:
    return (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )


def _within(t: float, freedom: int) -> float:
    """The chance of falling between −t and t."""
    angle = atan(t / sqrt(freedom))
    cosine, sine = sqrt(freedom / (freedom + t * t)), t / sqrt(freedom + t * t)
    odd = freedom % 2
    term = cosine if odd else 1.0
    total = term if freedom > 1 else 0.0
    for factor in range(2 if odd else 1, freedom - 2, 2):
        term *= cosine * cosine * factor / (factor + 1)
        total += term
    return 2 / pi * (angle + sine * total) if odd else sine * total
