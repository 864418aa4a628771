"""Quantiles of a distribution that has a density and no formula for them: integrated once, then turned round."""

from collections.abc import Callable

import numpy as np

from korridor.chance.elementary import Array, exp, ln

CELLS = 4096
_DROP = 44.0
"""A density e⁻⁴⁴ below its height, 10⁻¹⁹, is past what 32 bits can draw."""

LogDensity = Callable[[Array], Array]


def quantiles(log_density: LogDensity, peak: float, tails: Array) -> tuple[Array, Array]:
    """Where the mass below, and the mass above, is each of ``tails``.

    Parameters
    ----------
    log_density : callable
        Of a smooth density on the whole line with one peak, up to a constant.
    peak : float
        Where it is highest.
    tails : array of float
        From 2⁻³³ to ½.

    Returns
    -------
    lower, upper : array of float
        Relative errors of the mass are below 10⁻⁷ on a line of :data:`CELLS` cells (Simpson's rule, then cubic Hermite in the
        logarithm of the mass, which tails make straight).
    """
    top = float(log_density(np.array([peak]))[0])

    def height(at: Array) -> Array:
        return log_density(at) - top

    left, right = _end(height, peak, -1.0), _end(height, peak, 1.0)
    line = left + (right - left) * (np.arange(2 * CELLS + 1) / (2 * CELLS))
    density = exp(height(line))
    cell = (right - left) / CELLS
    masses = (density[:-1:2] + 4 * density[1::2] + density[2::2]) * (cell / 6)
    total = float(np.cumsum(masses)[-1])  # one after the other: the order of a sum is part of its bits
    edges, at_edges = line[::2], density[::2] / total
    lower = _turned(edges, np.cumsum(masses / total), at_edges, tails)
    upper = _turned(-edges[::-1], np.cumsum(masses[::-1] / total), at_edges[::-1], tails)
    return lower, -upper


def _end(height: LogDensity, peak: float, side: float) -> float:
    """Where the density has dropped for good."""
    far = 1e-3
    while float(height(np.array([peak + side * far]))[0]) > -_DROP:
        far *= 2
    near = 0.0
    for _ in range(40):
        middle = (near + far) / 2
        if float(height(np.array([peak + side * middle]))[0]) > -_DROP:
            near = middle
        else:
            far = middle
    return peak + side * far


def _turned(edges: Array, mass: Array, density: Array, tails: Array) -> Array:
    """The places at which a growing mass, known at the edges with its density, is each of ``tails``."""
    ends, slopes = ln(mass), mass / density[1:]  # place over ln mass, and how steep
    places = edges[1:]
    wanted = ln(tails)
    cell = np.clip(np.searchsorted(ends, wanted), 1, len(ends) - 1)
    low, high = cell - 1, cell
    width = ends[high] - ends[low]
    t = (wanted - ends[low]) / width
    left = (1 + 2 * t) * (1 - t) * (1 - t) * places[low] + t * (1 - t) * (1 - t) * width * slopes[low]
    right = t * t * (3 - 2 * t) * places[high] - t * t * (1 - t) * width * slopes[high]
    return left + right
