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
    links : array of bool
        By edge: whether it joins a place's point on another carriageway (its tail) with the place (its head).
    """

    network: Network
    vertex: dict[str, int]
    parent: Whole
    links: Flags

    def carried(self, flags: Flags) -> Flags:
        """Flags of the old edges, for the old and the new ones."""
        return np.concatenate((flags, flags[self.parent]))


@dataclass
class _Pieces:
    """The new edges, while they are made."""

    lon: list[Floats] = field(default_factory=list)
    lat: list[Floats] = field(default_factory=list)
    tail: list[int] = field(default_factory=list)
    head: list[int] = field(default_factory=list)
    parent: list[int] = field(default_factory=list)
    length_m: list[float] = field(default_factory=list)
    links: int = 0


def part_at(network: Network, places: Mapping[str, tuple[Snap, ...]]) -> Parted:
    """Part the roads at each place's point, or points: of two carriageways both, joined where the place is."""
    snaps = [(name, snap) for name, found in places.items() for snap in found]
    own = dict(enumerate(range(network.vertices, network.vertices + len(snaps))))
    vertex: dict[str, int] = {}
    on_edge: dict[int, list[int]] = {}
    for index, (name, snap) in enumerate(snaps):
        vertex.setdefault(name, own[index])
        on_edge.setdefault(snap.edge, []).append(index)
    pieces = _Pieces()
    for edge, found in on_edge.items():
        found.sort(key=lambda index: snaps[index][1].along_m)
        _part(network, edge, [(snaps[index][1], own[index]) for index in found], pieces)
    parted = np.array(list(on_edge), dtype=np.int64)
    for index, (name, snap) in enumerate(snaps):
        if own[index] != vertex[name]:
            _link(snap, own[index], vertex[name], pieces)
    return Parted(_joined(network, parted, pieces, len(snaps)), vertex, *_of(network, pieces))


def _part(network: Network, edge: int, stops: list[tuple[Snap, int]], pieces: _Pieces) -> None:
    """Cut one edge at the stops on it, which stand in order."""
    points = slice(network.first[edge], network.last[edge] + 1)
    lon, lat = network.lon[points], network.lat[points]
    along = np.concatenate(([0.0], np.cumsum(steps_m(lon, lat))))
    length_m = float(network.length_m[edge])
    begin = (0.0, float(lon[0]), float(lat[0]), int(network.tail[edge]))
    end = (length_m, float(lon[-1]), float(lat[-1]), int(network.head[edge]))
    inner = [(min(snap.along_m, length_m), snap.lon, snap.lat, vertex) for snap, vertex in stops]
    for here, there in pairwise([begin, *inner, end]):
        between = (along > here[0]) & (along < there[0])
        pieces.lon.append(np.concatenate(([here[1]], lon[between], [there[1]])))
        pieces.lat.append(np.concatenate(([here[2]], lat[between], [there[2]])))
        pieces.tail.append(here[3])
        pieces.head.append(there[3])
        pieces.parent.append(edge)
        pieces.length_m.append(there[0] - here[0])


def _link(snap: Snap, tail: int, head: int, pieces: _Pieces) -> None:
    """Join a place's points on two carriageways: vehicles turn there, as at a checkpoint."""
    pieces.lon.append(np.array([snap.lon]))
    pieces.lat.append(np.array([snap.lat]))
    pieces.tail.append(tail)
    pieces.head.append(head)
    pieces.parent.append(snap.edge)
    pieces.length_m.append(0.0)
    pieces.links += 1


def _of(network: Network, pieces: _Pieces) -> tuple[Whole, Flags]:
    links = np.zeros(len(network.tail) + len(pieces.tail), dtype=bool)
    links[len(links) - pieces.links :] = True
    return np.array(pieces.parent, dtype=np.int64), links


def _joined(network: Network, parted: Whole, pieces: _Pieces, vertices: int) -> Network:
    parent = np.array(pieces.parent, dtype=np.int64)
    sizes = np.array([len(points) for points in pieces.lon], dtype=np.int64)
    first = len(network.lon) + np.cumsum(sizes) - sizes
    speeds, own_speeds = network.speeds_m_per_h.copy(), network.speeds_m_per_h[parent]
    speeds[parted] = 0
    if pieces.links:
        own_speeds[-pieces.links :] = own_speeds[-pieces.links :].max(axis=1, keepdims=True)
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
        vertices=network.vertices + vertices,
    )
