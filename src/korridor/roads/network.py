"""The network: crossings, and the road edges between them, with lengths and speeds.

Arrays throughout: a country has a million points of road. *Points* are the nodes of the extract's ways, way
after way; an *edge* is a run of points between two crossings; a *vertex* is a crossing, a way's end, a place.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from korridor.roads.extract import NOWHERE, UNITS_A_DEGREE, Extract
from korridor.roads.vehicle_kind import KINDS

EARTH_M = 6_371_008.8
"""Mean radius: Moritz, Geodetic Reference System 1980, Journal of Geodesy 74 (2000)."""

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Network:
    """Roads joined at crossings.

    Attributes
    ----------
    lon, lat : arrays
        By point, degrees.
    tail, head : arrays
        By edge: its two vertices, in the direction of its way (*forth*).
    first, last : arrays
        By edge: its points, both ends included.
    way : array
        By edge: its way's place in the extract.
    length_m : array
        By edge.
    speeds_m_per_h : array
        By edge, direction (forth, back) and kind of vehicle; 0 where it may not go.
    closed : array of bool
        By edge: whether a closure lies across it.
    vertices : int
        How many there are.
    """

    lon: Floats
    lat: Floats
    tail: Whole
    head: Whole
    first: Whole
    last: Whole
    way: Whole
    length_m: Floats
    speeds_m_per_h: NDArray[np.int32]
    closed: Flags
    vertices: int

    def only(self, edges: Sequence[int]) -> "Network":
        """Some of the edges, in that order."""
        own = np.array(edges, dtype=np.int64)
        by_edge = ("tail", "head", "first", "last", "way", "length_m", "speeds_m_per_h", "closed")
        return replace(self, **{name: getattr(self, name)[own] for name in by_edge})

    def line(self, edge: int) -> list[tuple[float, float]]:
        """Longitudes and latitudes along an edge, forth."""
        points = slice(self.first[edge], self.last[edge] + 1)
        return list(zip(self.lon[points].tolist(), self.lat[points].tolist(), strict=True))


def distance_m(lon: Floats, lat: Floats, other_lon: Floats, other_lat: Floats) -> Floats:
    """Metres along great circles (haversine)."""
    east, north = np.radians(other_lon - lon), np.radians(other_lat - lat)
    both = np.cos(np.radians(lat)) * np.cos(np.radians(other_lat))
    half = np.sin(north / 2) ** 2 + both * np.sin(east / 2) ** 2
    return np.asarray(2 * EARTH_M * np.arcsin(np.sqrt(half)))


def steps_m(lon: Floats, lat: Floats) -> Floats:
    """Metres from each point to the next."""
    return distance_m(lon[:-1], lat[:-1], lon[1:], lat[1:])


def apart_m(at: tuple[float, float], point: tuple[float, float]) -> float:
    """Metres from a place (latitude, longitude) to a drawn point (longitude, latitude)."""
    lat, lon, other_lon, other_lat = map(np.asarray, (*at, *point))
    return float(distance_m(lon, lat, other_lon, other_lat))


def build(extract: Extract, closed: Flags | None = None) -> Network:
    """Join the extract's ways into a network.

    Parameters
    ----------
    extract : Extract
    closed : array of bool or None
        By point but the last: whether a closure lies across the step from it to the next.
    """
    lon, lat = extract.lon / UNITS_A_DEGREE, extract.lat / UNITS_A_DEGREE
    way_of = np.repeat(np.arange(len(extract.ways)), np.diff(extract.starts))
    here = extract.lon != NOWHERE
    joined = (
        (way_of[:-1] == way_of[1:]) & here[:-1] & here[1:]
    )  # a step of one way, with both ends on the map
    closed = np.zeros_like(joined) if closed is None else closed
    numbers, node = np.unique(extract.nodes, return_inverse=True)
    blocked = np.isin(numbers, np.fromiter(extract.barriers, dtype=np.int64, count=len(extract.barriers)))[
        node
    ]
    crossing = (np.bincount(node, minlength=len(numbers)) > 1)[node] | blocked
    crossing[1:-1] |= closed[1:] != closed[:-1]
    before = np.concatenate(([False], joined))  # whether a step leads to the point
    after = np.concatenate((joined, [False]))
    first = np.flatnonzero(after & (crossing | ~before))  # where edges begin, and where they end
    last = np.flatnonzero(before & (crossing | ~after))
    along_m = np.concatenate(([0.0], np.cumsum(np.where(joined, steps_m(lon, lat), 0.0))))
    used, vertex = np.unique(np.concatenate((node[first], node[last])), return_inverse=True)
    way = way_of[first]
    network = Network(
        lon=lon,
        lat=lat,
        tail=vertex[: len(first)].astype(np.int64),
        head=vertex[len(first) :].astype(np.int64),
        first=first,
        last=last,
        way=way,
        length_m=along_m[last] - along_m[first],
        speeds_m_per_h=extract.speeds_m_per_h[way],
        closed=closed[first],
        vertices=len(used),
    )
    return _with_barriers(network, extract, blocked)


def _with_barriers(network: Network, extract: Extract, blocked: Flags) -> Network:
    """Part the roads at barriers: each end there gets a vertex of its own, and a gate for whom the barrier opens."""
    at_tail, at_head = np.flatnonzero(blocked[network.first]), np.flatnonzero(blocked[network.last])
    gates = len(at_tail) + len(at_head)
    if not gates:
        return network
    own = np.arange(network.vertices, network.vertices + gates)
    centre = np.concatenate((network.tail[at_tail], network.head[at_head]))
    points = np.concatenate((network.first[at_tail], network.last[at_head]))
    tail, head = network.tail.copy(), network.head.copy()
    tail[at_tail], head[at_head] = own[: len(at_tail)], own[len(at_tail) :]
    opens = np.array([extract.barriers[int(number)] for number in extract.nodes[points]])
    way = np.concatenate((network.way[at_tail], network.way[at_head]))
    may_pass = (opens[:, None] >> np.arange(len(KINDS)) & 1).astype(np.int32)
    speeds = extract.speeds_m_per_h[way].max(axis=1, keepdims=True) * may_pass[:, None, :]
    return Network(
        lon=network.lon,
        lat=network.lat,
        tail=np.concatenate((tail, own)),
        head=np.concatenate((head, centre)),
        first=np.concatenate((network.first, points)),
        last=np.concatenate((network.last, points)),
        way=np.concatenate((network.way, way)),
        length_m=np.concatenate((network.length_m, np.zeros(gates))),
        speeds_m_per_h=np.concatenate((network.speeds_m_per_h, np.repeat(speeds, 2, axis=1))),
        closed=np.concatenate((network.closed, np.zeros(gates, dtype=bool))),
        vertices=network.vertices + gates,
    )
