"""Where a place meets the road: the nearest point of a road, and the road parted there."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from korridor.roads.network import EARTH_M, Flags, Floats, Network, Whole, steps_m

METRES_A_DEGREE = EARTH_M * np.pi / 180
_FURTHER = 8
_EVERYWHERE_M = 50_000_000.0
_ACROSS_M = 40.0
"""A road at right angles to a drawn line is meant only if it is nearer than others by as much."""


@dataclass(frozen=True)
class Snap:
    """A place's point on the road.

    Attributes
    ----------
    edge : int
    along_m : float
        From the edge's first point.
    lon, lat : float
        Degrees.
    off_m : float
        From the place to the road, as the crow flies.
    """

    edge: int
    along_m: float
    lon: float
    lat: float
    off_m: float


class Roadside:
    """Finds the nearest of some edges.

    Parameters
    ----------
    network : Network
    among : array of bool
        By edge: whether a place may meet it.
    one_way : array of int
        By edge: 1 where it may be driven forth only, -1 back only, else 0.
    """

    def __init__(self, network: Network, among: Flags, one_way: NDArray[np.int8]) -> None:
        edges = np.flatnonzero(among & (network.last > network.first))
        steps = network.last[edges] - network.first[edges]
        self._network, self._one_way = network, one_way
        self._edge = np.repeat(edges, steps)
        begins = np.cumsum(steps) - steps
        self._point = np.arange(len(self._edge)) + np.repeat(network.first[edges] - begins, steps)
        self._west, self._east = _bounds(network.lon, self._point)
        self._south, self._north = _bounds(network.lat, self._point)

    def nearest(self, lat: float, lon: float, within_m: float) -> Snap | None:
        """The nearest point of a road, looking further and further than ``within_m``; ``None`` without roads."""
        while True:
            near = self._near(lat, lon, within_m)
            if near.off_m.size and (near.off_m.min() <= within_m or within_m >= _EVERYWHERE_M):
                return self._snap(near, int(np.argmin(near.off_m)))
            if within_m >= _EVERYWHERE_M:
                return None
            within_m *= _FURTHER

    def both_ways(
        self, lat: float, lon: float, within_m: float, heading: tuple[float, float] | None = None
    ) -> tuple[Snap, ...]:
        """The nearest point within reach; of a road with two carriageways, the nearest of each.

        With a ``heading`` (metres east and north), a road that leads across it counts as further away.
        """
        near = self._near(lat, lon, within_m)
        reach = near.off_m <= within_m
        if not reach.any():
            return ()
        away_m = np.where(
            reach, near.off_m + (0 if heading is None else near.across(heading) * _ACROSS_M), np.inf
        )
        best = int(np.argmin(away_m))
        snap = self._snap(near, best)
        way = self._one_way[self._edge[near.steps]]
        if way[best] == 0:
            return (snap,)
        against = way * (near.east * near.east[best] + near.north * near.north[best]) * way[best]
        others = np.flatnonzero((way != 0) & (against < 0) & reach)
        if not len(others):
            return (snap,)
        return snap, self._snap(near, int(others[np.argmin(away_m[others])]))

    def _near(self, lat: float, lon: float, within_m: float) -> "_Near":
        """On a plane that touches the earth at the place: over some kilometres the error is below a metre."""
        north = within_m / METRES_A_DEGREE
        east = north / max(np.cos(np.radians(min(abs(lat) + north, 90))), 1e-6)
        beside = (self._west <= lon + east) & (self._east >= lon - east)
        steps = np.flatnonzero(beside & (self._south <= lat + north) & (self._north >= lat - north))
        a, network = self._point[steps], self._network
        across = METRES_A_DEGREE * np.cos(np.radians(lat))
        ax, ay = (network.lon[a] - lon) * across, (network.lat[a] - lat) * METRES_A_DEGREE
        dx = (network.lon[a + 1] - network.lon[a]) * across
        dy = (network.lat[a + 1] - network.lat[a]) * METRES_A_DEGREE
        squared = dx * dx + dy * dy
        share = np.clip(
            np.divide(-(ax * dx + ay * dy), squared, out=np.zeros_like(dx), where=squared > 0), 0, 1
        )
        return _Near(steps, share, np.hypot(ax + share * dx, ay + share * dy), dx, dy)

    def _snap(self, near: "_Near", index: int) -> Snap:
        step, share = int(near.steps[index]), float(near.share[index])
        network, edge, point = self._network, int(self._edge[step]), int(self._point[step])
        before = slice(network.first[edge], point + 2)
        along = steps_m(network.lon[before], network.lat[before])
        lon, lat = network.lon[point : point + 2], network.lat[point : point + 2]
        return Snap(
            edge,
            float(along[:-1].sum() + share * along[-1]),
            float(lon[0] + share * (lon[1] - lon[0])),
            float(lat[0] + share * (lat[1] - lat[0])),
            float(near.off_m[index]),
        )


@dataclass(frozen=True)
class _Near:
    """Steps of road near a place: where on them it is nearest, how far that is, and which way they lead."""

    steps: Whole
    share: Floats
    off_m: Floats
    east: Floats
    north: Floats

    def across(self, heading: tuple[float, float]) -> Floats:
        """From 0 for a step along the heading, either way, to 1 for one at right angles to it."""
        length = np.hypot(self.east, self.north) * np.hypot(*heading)
        dot = np.abs(self.east * heading[0] + self.north * heading[1])
        return np.asarray(1 - np.divide(dot, length, out=np.zeros_like(dot), where=length > 0))


def _bounds(degrees: Floats, point: Whole) -> tuple[Floats, Floats]:
    return np.minimum(degrees[point], degrees[point + 1]), np.maximum(degrees[point], degrees[point + 1])
