"""Roads parted where places meet them, so that each place is a vertex of the network."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from korridor.roads.network import Flags, Floats, Network, Whole, steps_m
from korridor.roads.snapping import Snap


@dataclass(frozen=True)
class Parted:
    """A network after places have met its roads.

    Attributes
    ----------
    network : Network
        Its parted edges are closed to all; their pieces stand behind the others.
    vertex : dict of str to int
        Each place's vertex.
    parent : array
        By new edge: the edge that it is a piece of.
    joints : array of bool
        By edge: whether it has no length, and joins a place with a crossing, or with its own point on another
        carriageway.
    links : array of bool
        By edge: whether it is a joint whose tail and head count as one vertex, the head.
    """

    network: Network
    vertex: dict[str, int]
    parent: Whole
    joints: Flags
    links: Flags

    def carried(self, flags: Flags) -> Flags:
        """Flags of the old edges, for the old and the new ones."""
        return np.concatenate((flags, flags[self.parent]))


AT_CROSSING_M = 1.0
"""A place so close to a crossing is at it: it is left by every road there, even where one is one-way."""


@dataclass
class _Pieces:
    """The new edges, while they are made."""

    lon: list[Floats] = field(default_factory=list)
    lat: list[Floats] = field(default_factory=list)
    tail: list[int] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    parent: list[int] = field(default_factory=list)
    length_m: list[float] = field(default_factory=list)
    link: list[bool] = field(default_factory=list)
    both_ways: list[bool] = field(default_factory=list)
    parted: set[int] = field(default_factory=set)

    def join(self, snap: Snap, tail: int, head: int, link: bool) -> None:
        """Join two vertices that are one place, both ways."""
        self.lon.append(np.array([snap.lon]))
        self.lat.append(np.array([snap.lat]))
        self.tail.append(tail)
        self.head.append(head)
        self.parent.append(snap.edge)
        self.length_m.append(0.0)
        self.link.append(link)
        self.both_ways.append(True)

    def cut(self, network: Network, edge: int, stops: list[tuple[Snap, int]]) -> None:
        """Cut one edge at the stops on it, which stand in order."""
        points = slice(network.first[edge], network.last[edge] + 1)
        lon, lat = network.lon[points], network.lat[points]
        along = np.concatenate(([0.0], np.cumsum(steps_m(lon, lat))))
        begin = (0.0, float(lon[0]), float(lat[0]), int(network.tail[edge]))
        end = (float(network.length_m[edge]), float(lon[-1]), float(lat[-1]), int(network.head[edge]))
        inner = [(snap.along_m, snap.lon, snap.lat, vertex) for snap, vertex in stops]
        for here, there in pairwise([begin, *inner, end]):
            between = (along > here[0]) & (along < there[0])
            self.lon.append(np.concatenate(([here[1]], lon[between], [there[1]])))
            self.lat.append(np.concatenate(([here[2]], lat[between], [there[2]])))
            self.tail.append(here[3])
            self.head.append(there[3])
            self.parent.append(edge)
            self.length_m.append(there[0] - here[0])
            self.link.append(False)
            self.both_ways.append(False)
        self.parted.add(edge)


def part_at(network: Network, places: Mapping[str, tuple[Snap, ...]]) -> Parted:
    """Part the roads at each place's point, or points: of two carriageways both, joined where the place is."""
    vertex: dict[str, int] = {}
    claimed: set[int] = set()
    on_edge: dict[int, list[tuple[Snap, int]]] = {}
    pieces, own = _Pieces(), network.vertices
    for name, snaps in places.items():
        vertex[name] = own
        for snap in snaps:
            if own != vertex[name]:
                pieces.join(snap, own, vertex[name], link=True)
            crossing = _crossing(network, snap)
            if crossing is None:
                on_edge.setdefault(snap.edge, []).append((snap, own))
            else:
                pieces.join(snap, crossing, own, link=crossing not in claimed)
                claimed.add(crossing)
            own += 1
    for edge, stops in on_edge.items():
        pieces.cut(network, edge, sorted(stops, key=lambda stop: stop[0].along_m))
    old = np.zeros(len(network.tail), dtype=bool)
    joints, links = (
        np.concatenate((old, np.array(new, dtype=bool))) for new in (pieces.both_ways, pieces.link)
    )
    return Parted(
        _joined(network, pieces, own), vertex, np.array(pieces.parent, dtype=np.int64), joints, links
    )


def _crossing(network: Network, snap: Snap) -> int | None:
    """The vertex at the edge's end, where the place is at it."""
    if snap.along_m <= AT_CROSSING_M:
        return int(network.tail[snap.edge])
    if snap.along_m >= network.length_m[snap.edge] - AT_CROSSING_M:
        return int(network.head[snap.edge])
    return None


def _joined(network: Network, pieces: _Pieces, vertices: int) -> Network:
    """The network with the new edges, and without those that were cut."""
    parent = np.array(pieces.parent, dtype=np.int64)
    sizes = np.array([len(points) for points in pieces.lon], dtype=np.int64)
    first = len(network.lon) + np.cumsum(sizes) - sizes
    speeds, own_speeds = network.speeds_m_per_h.copy(), network.speeds_m_per_h[parent]
    speeds[sorted(pieces.parted)] = 0
    both_ways = np.array(pieces.both_ways, dtype=bool)
    own_speeds[both_ways] = own_speeds[both_ways].max(axis=1, keepdims=True)
    return Network(
        lon=np.concatenate((network.lon, *pieces.lon)),
        lat=np.concatenate((network.lat, *pieces.lat)),
        tail=np.concatenate((network.tail, np.array(pieces.tail, dtype=np.int64))),
        head=np.concatenate((network.head, np.array(pieces.head, dtype=np.int64))),
        first=np.concatenate((network.first, first)),
        last=np.concatenate((network.last, first + sizes - 1)),
        way=np.concatenate((network.way, network.way[parent])),
        length_m=np.concatenate((network.length_m, np.array(pieces.length_m))),
        speeds_m_per_h=np.concatenate((speeds, own_speeds)),
        closed=np.concatenate((network.closed, network.closed[parent])),
        vertices=vertices,
    )
