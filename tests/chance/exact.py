"""The same distributions by scipy, to hold ours against."""

import math

from scipy import stats

from korridor.operation.distribution import (
    Distribution,
    Exponential,
    Gamma,
    Lognormal,
    Pert,
    Triangular,
    Uniform,
)


def exact(distribution: Distribution):
    """A frozen distribution of scipy's."""
    match distribution:
        case Uniform(low=low, high=high):
            return stats.uniform(low, high - low)
        case Triangular(low=low, mode=mode, high=high):
            return stats.triang((mode - low) / (high - low), low, high - low)
        case Pert(low=low, mode=mode, high=high):
            width = high - low
            return stats.beta(1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width, low, width)
        case Exponential(mean=mean):
            return stats.expon(scale=mean)
        case Lognormal(mean=mean, spread_ppm=spread_ppm):
            variance = math.log1p((spread_ppm / 1e6) ** 2)
            return stats.lognorm(variance**0.5, scale=mean * math.exp(-variance / 2))
        case Gamma(mean=mean, spread_ppm=spread_ppm):
            square = (spread_ppm / 1e6) ** 2
            return stats.gamma(1 / square, scale=mean * square)
    raise AssertionError(distribution)
