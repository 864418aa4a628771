"""Sums of alike uncertain quantities: the time that *n* persons take, from one word instead of *n*.

The sum of *n* independent gamma quantities of one scale is a gamma quantity of *n* times the shape: exact for exponential and
gamma times. For other ones it is the gamma of the sum's own mean and variance, which the central limit draws ever closer to.
"""

from functools import cache

import numpy as np

from korridor.chance.quantiles import gamma_quantiles
from korridor.chance.table import TAILS, WIDTH, Tables, as_row
from korridor.operation.distribution import Distribution


@cache
def sum_tables(each: Distribution, most: int, parts: int = 1) -> Tables:
    """Tables of the sums of 0 to ``most`` independent quantities, row by row, for :func:`korridor.chance.table.quantile`.

    Parameters
    ----------
    each : Distribution
        What one of them is.
    most : int
    parts : int
        Into how many parts a base unit is split.

    Returns
    -------
    array of int64, (most + 1) rows
        Not to be written to: the same call returns the same array.

    Raises
    ------
    Impossible
        If the largest sum is too large for a table.
    """
    rows = [np.zeros(WIDTH, dtype=np.int64)]
    mean, variance = each.average, each.variance
    for n in range(1, most + 1):
        if variance == 0:
            same = np.full_like(TAILS, float(n * mean))
            ends = same, same
        else:
            shape, scale = float(n * mean * mean / variance), float(variance / mean)
            ends = gamma_quantiles(np.array([shape]), np.array([scale]), TAILS)
        rows.append(as_row(ends, parts, f"the sum of {n} of {each}"))
    found = np.array(rows)
    found.flags.writeable = False
    return found
