"""Stretches: the roads among some of the places, as pieces."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from korridor.operation.place import Side
from korridor.roads.network import Flags
from korridor.roads.parting import Parted
from korridor.roads.pieces import Piece, pieces_of
from korridor.roads.quickest import Graph
from korridor.roads.travellers import Traveller, seconds_together


@dataclass(frozen=True)
class Stretch:
    """The pieces that join some places.

    Attributes
    ----------
    places : tuple of str
    pieces : tuple of Piece
    side : Side or None
        On which side its junctions lie; ``None`` leaves that open.
    truce : bool
        Whether its roads need a truce.
    """

    places: tuple[str, ...]
    pieces: tuple[Piece, ...]
    side: Side | None = None
    truce: bool = False


def stretch_among(
    parted: Parted,
    travellers: Sequence[Traveller],
    places: Sequence[str],
    only: Flags,
    side: Side | None = None,
) -> Stretch:
    """The quickest routes among some places, over some of the roads."""
    network = parted.network
    graph = Graph(network, seconds_together(network, travellers), only & ~network.closed)
    vertices = [parted.vertex[name] for name in places]
    arcs = graph.routes(vertices, vertices).arcs
    return Stretch(tuple(places), pieces_of(parted, arcs, vertices), side)


def stretch_along(
    parted: Parted, travellers: Sequence[Traveller], stops: Sequence[str], only: Flags
) -> Stretch:
    """The corridor: from stop to stop and back, over its own roads."""
    network = parted.network
    graph = Graph(network, seconds_together(network, travellers), only & ~network.closed)
    vertices = [parted.vertex[name] for name in stops]
    arcs = set[int]()
    for here, there in pairwise(vertices):
        arcs.update(graph.path(here, there) or (), graph.path(there, here) or ())
    return Stretch(tuple(stops), pieces_of(parted, arcs, vertices), Side.CORRIDOR, truce=True)
