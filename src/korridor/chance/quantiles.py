"""The quantiles of each distribution, from both ends, without a function of the platform's library (C9)."""

from functools import singledispatch

import numpy as np

from korridor.chance.elementary import Array, exp, ln
from korridor.chance.integrated import quantiles
from korridor.operation.distribution import (
    MILLION,
    Distribution,
    Exponential,
    Fixed,
    Gamma,
    Lognormal,
    Observed,
    Pert,
    Triangular,
    Uniform,
)

Ends = tuple[Array, Array]
"""Below which, and above which, a quantity is with each of some chances."""


@singledispatch
def quantiles_of(distribution: Distribution, tails: Array) -> Ends:
    """Return the quantiles of a distribution at each chance of ``tails`` (at most ½), counted from either end."""
    raise TypeError(f"{distribution} is no distribution")


@quantiles_of.register
def _(distribution: Fixed, tails: Array) -> Ends:
    same = np.full_like(tails, distribution.value)
    return same, same


@quantiles_of.register
def _(distribution: Uniform, tails: Array) -> Ends:
    width = (distribution.high - distribution.low) * tails
    return distribution.low + width, distribution.high - width


@quantiles_of.register
def _(distribution: Triangular, tails: Array) -> Ends:
    low, mode, high = distribution.low, distribution.mode, distribution.high
    below = _side(mode - low, high - mode, tails)
    above = _side(high - mode, mode - low, tails)
    return low + below, high - above


def _side(near: int, far: int, tails: Array) -> Array:
    """How far a triangle's quantile is from an end, ``near`` from which its peak stands."""
    whole = near + far
    rising = np.sqrt(tails * (whole * near))
    falling = whole - np.sqrt((1 - tails) * (whole * far))
    return np.where(tails * whole <= near, rising, falling)


@quantiles_of.register
def _(distribution: Exponential, tails: Array) -> Ends:
    return -distribution.mean * ln(1 - tails), -distribution.mean * ln(tails)


@quantiles_of.register
def _(distribution: Lognormal, tails: Array) -> Ends:
    variance = ln(1 + _square(distribution.spread_ppm))
    deviation, centre = np.sqrt(variance), ln(np.array([float(distribution.mean)])) - variance / 2
    below, above = _normal(tails)
    return exp(centre + deviation * below), exp(centre + deviation * above)


@quantiles_of.register
def _(distribution: Gamma, tails: Array) -> Ends:
    square = _square(distribution.spread_ppm)
    return gamma_quantiles(1 / square, distribution.mean * square, tails)


@quantiles_of.register
def _(distribution: Pert, tails: Array) -> Ends:
    low, mode, high = distribution.low, distribution.mode, distribution.high
    width = high - low
    rise, fall = 1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width

    def log_density(t: Array) -> Array:  # of the logit of its place between low and high
        return rise * t - (rise + fall) * (np.maximum(t, 0.0) + ln(1 + exp(-np.abs(t))))

    below, above = quantiles(log_density, float(ln(np.array([rise / fall]))[0]), tails)
    return low + width / (1 + exp(-below)), high - width / (1 + exp(above))


@quantiles_of.register
def _(distribution: Observed, tails: Array) -> Ends:
    values = np.array(distribution.values, dtype=np.float64)
    at = tails * (len(values) - 1)
    return _between(values, at), _between(values[::-1], at)


def gamma_quantiles(shape: Array, scale: Array, tails: Array) -> Ends:
    """Those of a gamma distribution; of its logarithm, in truth, which has a smooth density however small the shape."""
    peak = float(ln(shape)[0])
    below, above = quantiles(lambda t: shape * t - exp(t), peak, tails)
    return scale * exp(below), scale * exp(above)


def _normal(tails: Array) -> Ends:
    return quantiles(lambda t: -t * t / 2, 0.0, tails)


def _square(spread_ppm: int) -> Array:
    spread = np.array([spread_ppm / MILLION])
    return spread * spread


def _between(values: Array, at: Array) -> Array:
    before = np.minimum(at.astype(np.int64), len(values) - 2)
    return values[before] + (values[before + 1] - values[before]) * (at - before)
