"""Integer quantile tables (C9): a word of 32 bits becomes a whole quantity, with the same bits on every machine.

A table holds the quantile at 1,730 words and joins them by straight lines. The words stand the closer the nearer they are
to an end: each halving of the chance, from ½ down to the last word, has 32 of them. So a quantile is off by no more than
some 0.0001 of a standard deviation, far out as in the middle.

Tables are rows of one array, so that compiled code gets all of them at once:

>>> import numpy as np
>>> from korridor.chance.table import quantile, tables
>>> from korridor.operation.distribution import Lognormal
>>> rows = tables([Lognormal(1200, 300_000)], parts=1000)  # 20 min ± 30 %, in milliseconds
>>> [int(quantile(rows, 0, np.uint64(word))) for word in (1 << 28, 1 << 31, 15 << 28)]
[732623, 1149392, 1803248]
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from korridor.chance.quantiles import Ends, quantiles_of
from korridor.compiled import inlined
from korridor.operation.distribution import Distribution, Impossible

Tables = NDArray[np.int64]
"""One row a distribution: its lower half, then its upper half, both from the end to the middle."""

_PER_HALVING = 32
_STEPS = 5  # bits of _PER_HALVING
_HALVINGS = 31 - _STEPS
HALF = _PER_HALVING * (1 + _HALVINGS) + 1
WIDTH = 2 * HALF

MOST = 1 << 53
"""A quantity in its parts is below this: up to here every whole number is a float too."""

_MOST_STEP = 1 << 62
"""The rise from a knot to the next, times the words between them, is below this, so that a line stays in 64 bits."""

_MANTISSA, _BIAS = 52, 1023
_FIRST = np.int64(((_BIAS + _STEPS) << _STEPS) - _PER_HALVING)
_BITS = np.int64(_MANTISSA - _STEPS)
_TO_SHIFT = np.int64(_BIAS + _STEPS)


def _knots() -> NDArray[np.float64]:
    """The chance of being beyond each knot: half a word further than the word itself."""
    words = [*range(_PER_HALVING)]
    words += [(_PER_HALVING + m) << e for e in range(_HALVINGS) for m in range(_PER_HALVING)]
    beyond = (np.array(words, dtype=np.float64) + 0.5) / 2.0**32
    return np.append(beyond, 0.5)


TAILS = _knots()
_WORDS_BETWEEN = np.rint(np.diff(TAILS) * 2.0**32)


def tables(distributions: Iterable[Distribution], parts: int = 1) -> Tables:
    """The tables of several distributions, one row each.

    Parameters
    ----------
    distributions : iterable of Distribution
    parts : int
        Into how many parts a base unit is split: 1000 makes milliseconds of seconds.

    Raises
    ------
    Impossible
        If a quantity would be too large in these parts. No time that a file may hold is, in milliseconds.
    """
    rows = [as_row(quantiles_of(each, TAILS), parts, str(each)) for each in distributions]
    return np.array(rows, dtype=np.int64).reshape(-1, WIDTH)


def as_row(ends: Ends, parts: int, name: str) -> Tables:
    """One row of quantiles from either end at :data:`TAILS`."""
    lower, upper = (np.rint(end * parts) for end in ends)
    # Both halves meet in one median; and no last bit of an integral may make a larger word mean less.
    lower = np.maximum.accumulate(lower)
    upper = np.maximum(np.minimum.accumulate(upper), lower[-1])
    upper[-1] = lower[-1]
    steepest = max((np.abs(np.diff(half)) * _WORDS_BETWEEN).max() for half in (lower, upper))
    if not (0 <= lower[0] <= upper[0] < MOST and steepest < _MOST_STEP):
        raise Impossible(f"{name} is too large in parts of 1/{parts}; draw it in larger ones")
    return np.concatenate([lower, upper]).astype(np.int64)


@inlined
def quantile(rows: Tables, row: int, word: np.uint64) -> np.int64:
    """The quantity that a word stands for in a row of :func:`tables`; never less for a larger word."""
    upper = np.int64(word >> np.uint64(31))
    half = np.int64(word) ^ (np.int64(0xFFFFFFFF) * upper)  # words from the nearer end
    base = upper * np.int64(HALF)
    if half < _PER_HALVING:
        return rows[row, base + half]
    # The exponent of a float counts halvings, and the top of its mantissa the knots in one.
    bits = np.float64(half).view(np.int64)
    at = base + (bits >> _BITS) - _FIRST
    shift = (bits >> np.int64(_MANTISSA)) - _TO_SHIFT
    width = np.int64(1) << shift
    low = rows[row, at]
    step = (rows[row, at + 1] - low) * (half & (width - 1))
    return low + ((step + (width >> np.int64(1))) >> shift)
