"""Logarithm and exponential from + − × ÷ alone, so that their bits are the same on every machine (C9).

IEEE 754 fixes the result of these four, of the square root and of taking a number apart, to the last bit; of ``exp`` and
``log`` it does not, and one change of glibc moved them. Numpy does one operation a call, so nothing is contracted.
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_LN2_HIGH = float.fromhex("0x1.62e42fee00000p-1")  # 32 bits: times a whole exponent it is exact
_LN2_LOW = float.fromhex("0x1.a39ef35793c76p-33")
_ROOT_HALF = float.fromhex("0x1.6a09e667f3bcdp-1")


def ln(x: Array) -> Array:
    """Natural logarithm of positive numbers, to some 2 units in the last place."""
    mantissa, exponent = np.frexp(x)  # exact
    low = mantissa < _ROOT_HALF
    mantissa = np.where(low, mantissa * 2, mantissa)
    exponent = np.where(low, exponent - 1, exponent).astype(np.float64)
    s = (mantissa - 1) / (mantissa + 1)
    square = s * s
    series = np.zeros_like(s)
    for odd in range(23, 1, -2):  # 2 artanh s = 2 (s + s³/3 + s⁵/5 + …), |s| < 0.172
        series = (series + 1 / odd) * square
    return exponent * _LN2_HIGH + (2 * s + (2 * s * series + exponent * _LN2_LOW))


def exp(x: Array) -> Array:
    """Exponential of numbers from −700 to 700, to some 2 units in the last place; below it is 0."""
    x = np.maximum(x, -700.0)
    twos = np.rint(x / (_LN2_HIGH + _LN2_LOW))
    rest = (x - twos * _LN2_HIGH) - twos * _LN2_LOW
    series = np.ones_like(rest)
    for n in range(14, 0, -1):  # 1 + r + r²/2 + …, |r| < 0.347
        series = 1 + series * rest / n
    return np.where(x > -700.0, np.ldexp(series, twos.astype(np.int64)), 0.0)
