"""The corridor: the road that runs along a line somebody drew."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from korridor.roads.network import Flags, Floats, Network, Whole, distance_m
from korridor.roads.parting import Parted, part_at
from korridor.roads.quickest import Graph
from korridor.roads.snapping import METRES_A_DEGREE, Roadside, Snap
from korridor.roads.travellers import Open

NEAR_M = 100.0
"""A line drawn on a map by hand lies this close to the road that it means."""

_HUGS_M = 10.0
"""A road that lies this far from the line counts twice its length: of two beside each other, the nearer is meant."""

_LOOK_EVERY_M = 25.0

INSIDE_END, SAFE_END = "inside end of the corridor", "safe end of the corridor"


class NotFollowed(Exception):  # noqa: N818 - the drawing is at fault, and the caller knows in which file
    """No road runs along the line; the message says where and why."""


@dataclass(frozen=True)
class Corridor:
    """The corridor's road.

    Attributes
    ----------
    parted : Parted
        The network, parted at the corridor's ends.
    edges : array of bool
        By edge of it: whether the corridor runs there.
    met : dict of str to tuple of Snap
        Where its ends meet the road.
    """

    parted: Parted
    edges: Flags
    met: dict[str, tuple[Snap, ...]]

    @property
    def at_ends(self) -> Flags:
        """By edge: whether it lies at an end.

        A drawn line ends a little before or behind the crossing that is meant, so what leads from there may be
        reached over the corridor's last metres without crossing to the other side.
        """
        network, at_ends = self.parted.network, np.zeros_like(self.edges)
        for snaps in self.met.values():
            off_m = distance_m(network.lon, network.lat, np.asarray(snaps[0].lon), np.asarray(snaps[0].lat))
            close = off_m <= NEAR_M
            at_ends |= close[network.first] & close[network.last]
        return self.edges & at_ends


class _Plane:
    """Degrees as metres on a plane around a line."""

    def __init__(self, line: BaseGeometry) -> None:
        west, south, _, north = line.bounds
        self._west, self._south = west, south
        self._across = METRES_A_DEGREE * np.cos(np.radians((south + north) / 2))
        self.line = shapely.transform(
            line, lambda degrees: np.stack(self.xy(degrees[:, 0], degrees[:, 1]), -1)
        )

    def xy(self, lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
        return (lon - self._west) * self._across, (lat - self._south) * METRES_A_DEGREE

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        """Latitude and longitude."""
        return y / METRES_A_DEGREE + self._south, x / self._across + self._west


def follow(network: Network, opened: Open, among: Flags, line: BaseGeometry) -> Corridor:
    """Find the road along a line, forth and back.

    Parameters
    ----------
    network : Network
    opened : Open
    among : array of bool
        By edge: whether the corridor may run there.
    line : LineString
        Degrees; from the inside end to the safe one.

    Raises
    ------
    NotFollowed
        Where no road runs along the line, or not in one piece.
    """
    met = _ends(Roadside(network, among, opened.one_way), line)
    parted = part_at(network, met)
    plane = _Plane(line)
    usable = parted.carried(among) & (parted.network.speeds_m_per_h.max(axis=(1, 2)) > 0)
    near, off_m = _near(parted.network, usable, plane)
    closed = ~np.isfinite(np.concatenate((opened.seconds, opened.seconds[:, parted.parent]), axis=1))
    closed[:, parted.joints] = False
    hugging = np.where(closed, np.inf, parted.network.length_m * (1 + off_m / _HUGS_M))
    graph = Graph(parted.network, hugging, near | parted.joints)
    start, end = parted.vertex[INSIDE_END], parted.vertex[SAFE_END]
    paths = [graph.path(start, end), graph.path(end, start)]
    if paths[0] is None:
        raise NotFollowed(_where_it_leaves(parted.network, near, plane))
    edges = np.zeros_like(near)
    edges[[arc // 2 for path in paths for arc in path or ()]] = True
    return Corridor(parted, edges & ~parted.joints, met)


def _ends(roadside: Roadside, line: BaseGeometry) -> dict[str, tuple[Snap, ...]]:
    met = {}
    plane, coords = _Plane(line), line.coords
    for name, (lon, lat), (x, y), (next_x, next_y) in (
        (INSIDE_END, coords[0], plane.line.coords[0], plane.line.coords[1]),
        (SAFE_END, coords[-1], plane.line.coords[-1], plane.line.coords[-2]),
    ):
        met[name] = roadside.both_ways(lat, lon, NEAR_M, (next_x - x, next_y - y))
        if not met[name]:
            nearest = roadside.nearest(lat, lon, NEAR_M)
            away = f"{nearest.off_m:,.0f} m away" if nearest else "nowhere"
            what = f"the {name}, {lat:.5f}, {lon:.5f}: the nearest road that all vehicles may use is {away}"
            raise NotFollowed(f"{what}; draw the line along the road, from end to end")
    return met


def _near(network: Network, usable: Flags, plane: _Plane) -> tuple[Flags, Floats]:
    """By edge: whether all of it lies near the line, and how far from the line its points are on average."""
    off_m = np.zeros(len(usable))
    x, y = plane.xy(network.lon, network.lat)
    west, south, east, north = plane.line.buffer(NEAR_M).bounds
    inside = (x >= west) & (x <= east) & (y >= south) & (y <= north)
    edges = np.flatnonzero(
        usable & inside[network.first] & inside[network.last] & (network.last > network.first)
    )
    near = np.zeros_like(usable)
    if not len(edges):
        return near, off_m
    points, of_edge = _points(network, edges)
    lines = shapely.linestrings(x[points], y[points], indices=of_edge)
    belt = plane.line.buffer(NEAR_M)
    shapely.prepare(belt)
    near[edges] = shapely.covers(belt, lines)
    from_line = shapely.distance(plane.line, shapely.points(x[points], y[points]))
    off_m[edges] = np.bincount(of_edge, from_line) / np.bincount(of_edge)
    return near, off_m


def _points(network: Network, edges: Whole) -> tuple[Whole, Whole]:
    """The points of some edges one after the other, and whose each is."""
    sizes = network.last[edges] - network.first[edges] + 1
    of_edge = np.repeat(np.arange(len(edges)), sizes)
    begins = np.cumsum(sizes) - sizes
    return np.arange(sizes.sum()) + np.repeat(network.first[edges] - begins, sizes), of_edge


def _where_it_leaves(network: Network, near: Flags, plane: _Plane) -> str:
    """The first point of the line with no road near it."""
    points, of_edge = _points(network, np.flatnonzero(near))
    x, y = plane.xy(network.lon[points], network.lat[points])
    roads = shapely.union_all(shapely.linestrings(x, y, indices=of_edge)) if len(points) else shapely.Point()
    for along_m in np.arange(0, plane.line.length, _LOOK_EVERY_M):
        here = plane.line.interpolate(along_m)
        if roads.is_empty or roads.distance(here) > NEAR_M:
            lat, lon = plane.degrees(here.x, here.y)
            return (
                f"no road that is open to all vehicles runs within {NEAR_M:.0f} m of the line at {lat:.5f}, {lon:.5f}, "
                f"{along_m / 1000:.1f} km from its start; draw the line along the road"
            )
    return (
        "the roads along the line do not join up: one is closed, or one-way against it, or the line cuts across; "
        "draw it along one road"
    )
