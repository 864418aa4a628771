"""Stretches: the roads among some of the places, as pieces."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from korridor.operation.place import Side
from korridor.roads.network import Flags
from korridor.roads.parting import Parted
from korridor.roads.pieces import Piece, pieces_of
from korridor.roads.quickest import Graph
from korridor.roads.travellers import Traveller, seconds, seconds_together


@dataclass(frozen=True)
class Alone:
    """A route of one vehicle type over roads that not all may use."""

    vehicle_type: str
    origin: str
    destination: str
    length_m: int
    seconds: int


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
    alone : tuple of Alone
        What single vehicle types could do that not all can.
    """

    places: tuple[str, ...]
    pieces: tuple[Piece, ...]
    side: Side | None = None
    truce: bool = False
    alone: tuple[Alone, ...] = ()


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
    alone = tuple(_alone(parted, travellers, places, only)) if len({t.kind for t in travellers}) > 1 else ()
    return Stretch(tuple(places), pieces_of(parted, arcs, vertices), side, alone=alone)


def _alone(
    parted: Parted, travellers: Sequence[Traveller], places: Sequence[str], only: Flags
) -> Iterator[Alone]:
    """Each type's own quickest routes."""
    network, usable = parted.network, only & ~parted.network.closed
    vertices = [parted.vertex[name] for name in places]
    for traveller in travellers:
        routes = Graph(network, seconds(network, traveller), usable).routes(vertices, vertices)
        for origin in places:
            for destination in places:
                pair = parted.vertex[origin], parted.vertex[destination]
                if pair in routes.seconds:
                    length_m, needed_s = ceil(routes.length_m[pair]), ceil(routes.seconds[pair])
                    yield Alone(traveller.name, origin, destination, length_m, needed_s)


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
