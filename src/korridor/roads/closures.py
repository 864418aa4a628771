"""Which steps of road a closure cuts: those that touch an area or cross a line that somebody drew."""

from collections.abc import Sequence

import numpy as np
import shapely

from korridor.roads.extract import UNITS_A_DEGREE, Extract
from korridor.roads.geojson import Drawn
from korridor.roads.network import Flags


def closed_steps(extract: Extract, closures: Sequence[Drawn]) -> Flags:
    """By point but the last: whether the step from it to the next is cut.

    What runs under or over a line on a bridge is cut with it: a drawing does not say which level it means.
    """
    lon, lat = extract.lon / UNITS_A_DEGREE, extract.lat / UNITS_A_DEGREE
    closed = np.zeros(max(len(lon) - 1, 0), dtype=bool)
    shape = shapely.union_all([closure.shape for closure in closures])
    west, south, east, north = shape.bounds
    beside = np.maximum(lon[:-1], lon[1:]) >= west
    beside &= np.minimum(lon[:-1], lon[1:]) <= east
    beside &= np.maximum(lat[:-1], lat[1:]) >= south
    beside &= np.minimum(lat[:-1], lat[1:]) <= north
    steps = np.flatnonzero(beside)
    here, there = (np.stack((lon[at], lat[at]), -1) for at in (steps, steps + 1))
    shapely.prepare(shape)
    closed[steps[shapely.intersects(shape, shapely.linestrings(np.stack((here, there), 1)))]] = True
    return closed
