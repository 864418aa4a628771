"""The graph of pieces: where routes run together they share one road, and where they part there is a junction."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from korridor.roads.network import Network
from korridor.roads.parting import Parted
from korridor.roads.quickest import Arc

ALIKE_M, ALIKE_SHARE = 100.0, 0.1
"""Two one-way roads are one road's two carriageways when their lengths differ by no more than either of these."""


@dataclass(frozen=True)
class Piece:
    """A road between two vertices at which routes end or part.

    Attributes
    ----------
    tail, head : int
        The vertices, in the direction that is *forth*.
    forth, back : tuple of Arc
        The arcs driven from tail to head, and from head to tail; empty where no route goes that way.
    """

    tail: int
    head: int
    forth: tuple[Arc, ...]
    back: tuple[Arc, ...]

    def turned(self) -> "Piece":
        """The same piece, named the other way round."""
        return Piece(self.head, self.tail, self.back, self.forth)

    def leaving(self, vertex: int) -> "Piece":
        """The same piece, named so that it begins at ``vertex``."""
        return self if self.tail == vertex else self.turned()

    @property
    def ways(self) -> tuple[bool, bool]:
        """Whether it is driven forth, and back."""
        return bool(self.forth), bool(self.back)


def length_m(network: Network, arcs: Iterable[Arc]) -> float:
    """Metres along some arcs."""
    return float(sum(network.length_m[arc // 2] for arc in arcs))


def pieces_of(parted: Parted, arcs: Iterable[Arc], ends: Iterable[int]) -> tuple[Piece, ...]:
    """Join arcs to the fewest pieces that keep every route between the ends.

    A vertex where nothing parts is joined over (series), and two one-way roads between the same two vertices that
    are about as long are taken for one road's carriageways (parallel), until neither is found any more.

    Parameters
    ----------
    parted : Parted
        The network; the points of one place on two carriageways count as one vertex.
    arcs : iterable of Arc
        What the routes use.
    ends : iterable of int
        Vertices that stay: the places.
    """
    network = parted.network
    graph = _Joining(network, set(ends))
    place = {int(network.tail[link]): int(network.head[link]) for link in parted.links.nonzero()[0]}
    by_edge: dict[int, set[Arc]] = defaultdict(set)
    for arc in arcs:
        by_edge[arc // 2].add(arc)
    for edge in sorted(by_edge):
        forth, back = 2 * edge, 2 * edge + 1
        tail, head = (_place_at(place, int(at[edge])) for at in (network.tail, network.head))
        if tail != head:
            ways = ((arc,) if arc in by_edge[edge] else () for arc in (forth, back))
            graph.add(Piece(tail, head, *ways))
    graph.join()
    return graph.pieces


def _place_at(place: dict[int, int], vertex: int) -> int:
    """The place that a vertex belongs to, or the vertex itself."""
    while vertex in place:
        vertex = place[vertex]
    return vertex


class _Joining:
    """Pieces by the vertices at their ends, while they are joined."""

    def __init__(self, network: Network, ends: set[int]) -> None:
        self._network, self._ends = network, ends
        self._at: dict[int, list[Piece]] = defaultdict(list)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Each piece once."""
        return tuple(p for vertex, found in self._at.items() for p in found if p.tail == vertex)

    def add(self, piece: Piece) -> None:
        """Add a piece; into its other carriageway, where that is there."""
        for other in self._at[piece.tail]:
            along = other.leaving(piece.tail)
            if along.head == piece.head and self._carriageways(piece, along):
                self._remove(other)
                piece = Piece(piece.tail, piece.head, piece.forth or along.forth, piece.back or along.back)
                break
        self._at[piece.tail].append(piece)
        self._at[piece.head].append(piece)

    def join(self) -> None:
        """Join over every vertex where nothing parts, until there is none."""
        waiting = sorted(self._at)
        while waiting:
            vertex = waiting.pop()
            found = self._at[vertex]
            if vertex in self._ends or len(found) != 2:
                continue
            into, out = found[0].leaving(vertex).turned(), found[1].leaving(vertex)
            if into.tail != out.head and into.ways == out.ways:
                self._remove(found[0])
                self._remove(found[0])
                self.add(Piece(into.tail, out.head, into.forth + out.forth, out.back + into.back))
                waiting += [into.tail, out.head]  # with two carriageways joined, these may have become plain

    def _remove(self, piece: Piece) -> None:
        self._at[piece.tail].remove(piece)
        self._at[piece.head].remove(piece)

    def _carriageways(self, one: Piece, other: Piece) -> bool:
        """Whether one goes only forth, the other only back, and both about as far."""
        if one.ways[0] == other.ways[0] or one.ways[1] == other.ways[1] or True not in one.ways:
            return False
        lengths = [length_m(self._network, piece.forth + piece.back) for piece in (one, other)]
        apart = abs(lengths[0] - lengths[1])
        return apart <= ALIKE_M or apart <= ALIKE_SHARE * max(lengths)
