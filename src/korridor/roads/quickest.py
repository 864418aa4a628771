"""Quickest routes over a network, from each place to all others."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components, dijkstra

from korridor.roads.network import Flags, Floats, Network, Whole

# Routes equally quick would be told apart by the accident of the search, one way out and another back. So each edge
# gets its own small extra, the same both ways, and the quickest route is one. 2654435761 is Knuth's multiplier
# (The Art of Computer Programming, vol. 3, 6.4): it spreads consecutive numbers over 32 bits.
_SPREAD, _BITS = 2_654_435_761, 32
_EXTRA_S = 1e-5

Arc = int
"""An edge in one direction: twice the edge's number, and one more when it is driven back."""


@dataclass(frozen=True)
class Routes:
    """The quickest routes between some vertices.

    Attributes
    ----------
    length_m, seconds : dict
        By pair of vertices; a pair that no route joins is missing.
    arcs : set of Arc
        Every edge that some route uses, with its direction.
    """

    length_m: dict[tuple[int, int], float]
    seconds: dict[tuple[int, int], float]
    arcs: set[Arc]


class Graph:
    """The arcs that may be driven, as a sparse matrix of seconds.

    Parameters
    ----------
    network : Network
    seconds : array
        By direction and edge; infinite where closed.
    only : array of bool or None
        By edge: whether it may be used at all.
    """

    def __init__(self, network: Network, seconds: Floats, only: Flags | None = None) -> None:
        edges = np.arange(len(network.tail))
        extra_s = _EXTRA_S * (1 + (edges * _SPREAD % 2**_BITS) / 2**_BITS)
        weights = (seconds + extra_s).ravel()
        tails, heads = (
            np.concatenate((network.tail, network.head)),
            np.concatenate((network.head, network.tail)),
        )
        arcs = np.concatenate((2 * edges, 2 * edges + 1))
        usable = np.isfinite(weights) & (tails != heads)
        if only is not None:
            usable &= np.tile(only, 2)
        order = np.flatnonzero(usable)
        order = order[np.lexsort((weights[order], heads[order], tails[order]))]
        # Of edges that join the same two vertices, the quickest.
        fresh = np.ones(len(order), dtype=bool)
        fresh[1:] = (np.diff(tails[order]) != 0) | (np.diff(heads[order]) != 0)
        order = order[fresh]
        self._network, self._seconds, self._arcs = network, seconds, arcs[order]
        starts = np.searchsorted(tails[order], np.arange(network.vertices + 1))
        shape = (network.vertices, network.vertices)
        self._matrix = csr_array((weights[order], heads[order], starts), shape=shape)

    def parts(self) -> Whole:
        """By vertex: the number of the part of the network in which one gets from anywhere to anywhere."""
        return np.asarray(connected_components(self._matrix, directed=True, connection="strong")[1])

    def arc(self, tail: int, head: int) -> Arc:
        """The arc from one vertex to a neighbour."""
        starts, heads = self._matrix.indptr, self._matrix.indices
        row = heads[starts[tail] : starts[tail + 1]]
        return int(self._arcs[starts[tail] + np.searchsorted(row, head)])

    def path(self, source: int, target: int) -> list[Arc] | None:
        """The quickest route's arcs; ``None`` where there is none."""
        before = self._tree(source)
        if source != target and before[target] < 0:
            return None
        arcs: list[Arc] = []
        while target != source:
            previous = int(before[target])
            arcs.append(self.arc(previous, target))
            target = previous
        return arcs[::-1]

    def routes(self, sources: Sequence[int], targets: Sequence[int]) -> Routes:
        """The quickest routes from each source to each target."""
        found = Routes({}, {}, set())
        for source in sources:
            self._add(found, source, targets)
        return found

    def _tree(self, source: int) -> NDArray[Any]:
        """By vertex, the one before it on the way from the source."""
        return np.asarray(dijkstra(self._matrix, indices=source, return_predecessors=True)[1])

    def _add(self, found: Routes, source: int, targets: Sequence[int]) -> None:
        before = self._tree(source)
        from_source = {source: (0.0, 0.0)}
        for target in targets:
            if target == source or before[target] < 0:
                continue
            walked, vertex = [], target
            while vertex not in from_source:
                walked.append(vertex)
                vertex = int(before[vertex])
            for there in reversed(walked):
                arc = self.arc(vertex, there)
                found.arcs.add(arc)
                so_far_m, so_far_s = from_source[vertex]
                from_source[there] = (
                    so_far_m + float(self._network.length_m[arc // 2]),
                    so_far_s + float(self._seconds[arc % 2, arc // 2]),
                )
                vertex = there
            found.length_m[source, target], found.seconds[source, target] = from_source[target]
