"""A distribution as a person says it: ``mostly 11 to 31 min, 20 min on average``."""

from collections.abc import Callable

import numpy as np

from korridor.chance.quantiles import quantiles_of
from korridor.operation.distribution import Distribution, Fixed
from korridor.operation.spread import chance_text
from korridor.operation.units import duration_text

MOSTLY = 0.05
"""*Mostly* leaves out one in twenty on either side."""

_PER_CENT = 10_000


def mostly(distribution: Distribution) -> tuple[int, int]:
    """Between which whole base units it is nine times in ten: more rarely below, and as rarely above.

    Examples
    --------
    >>> from korridor.operation.distribution import Uniform
    >>> mostly(Uniform(1000, 2000))
    (1050, 1950)
    """
    below, above = quantiles_of(distribution, np.array([MOSTLY]))
    return round(float(below[0])), round(float(above[0]))


def time_in_words(distribution: Distribution) -> str:
    """A distribution of seconds, in words.

    Examples
    --------
    >>> from korridor.operation.spread import uncertain_time
    >>> time_in_words(uncertain_time("20 min ± 30 %")), time_in_words(uncertain_time("90 s"))
    ('mostly 12 min to 31 min, 20 min on average', 'always 1 min 30 s')
    """
    return _in_words(distribution, lambda seconds: duration_text(_round_time_s(seconds)))


def share_in_words(distribution: Distribution) -> str:
    """A distribution of parts per million, in words.

    Examples
    --------
    >>> from korridor.operation.spread import uncertain_share
    >>> share_in_words(uncertain_share("100 % ± 15 %"))
    'mostly 77 % to 126 %, 100 % on average'
    """
    return _in_words(distribution, lambda parts: chance_text(_round_share_ppm(parts)))


def _in_words(distribution: Distribution, spelt: Callable[[int], str]) -> str:
    if isinstance(distribution, Fixed):
        return f"always {spelt(distribution.value)}"
    low, high = mostly(distribution)
    return f"mostly {spelt(low)} to {spelt(high)}, {spelt(round(distribution.average))} on average"


def _round_time_s(seconds: int) -> int:
    """To what anybody could tell apart: minutes from ten of them on, five of them from two hours on."""
    step_s = 300 if seconds >= 7200 else 60 if seconds >= 600 else 10 if seconds >= 120 else 1
    return (seconds + step_s // 2) // step_s * step_s


def _round_share_ppm(parts: int) -> int:
    """To whole per cent from ten on, to tenths below."""
    step = _PER_CENT if parts >= 10 * _PER_CENT else _PER_CENT // 10
    return (parts + step // 2) // step * step
