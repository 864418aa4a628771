"""What was found: the roads, where places meet them, and what cannot be reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from korridor.operation.operation import Operation
from korridor.operation.place import Kind, Place, Side
from korridor.operation.ways import Ways
from korridor.roads.extract import Extract
from korridor.roads.found_road import FoundRoad, found_road
from korridor.roads.parting import Parted
from korridor.roads.reasons import Unreachable, unreachable
from korridor.roads.remarks import remarks
from korridor.roads.request import Request
from korridor.roads.snapping import Snap
from korridor.roads.stretch import Alone, Stretch
from korridor.roads.travellers import Traveller


@dataclass(frozen=True)
class MetRoad:
    """Where a place meets the road.

    Attributes
    ----------
    lat, lon : float
        The point on the road, degrees.
    off_m : int
        From the place to it, as the crow flies.
    way : int
        OpenStreetMap's number of the road.
    road_name : str
        As signed; empty without a sign.
    """

    lat: float
    lon: float
    off_m: int
    way: int
    road_name: str


@dataclass(frozen=True)
class FoundRoads:
    """The answer.

    Attributes
    ----------
    request : Request
    source : str
        What stands as the source of each value.
    travellers : tuple of Traveller
        For whom the roads are.
    met : dict of str to MetRoad
        By place.
    junctions : dict of str to Place
        Places to add, where routes part.
    roads : tuple of FoundRoad
    alone : tuple of Alone
        Each vehicle type's own routes, where types may not all use the same roads; the roads leave them out.
    unreachable : tuple of Unreachable
    warnings : tuple of str
    """

    request: Request
    source: str
    travellers: tuple[Traveller, ...]
    met: dict[str, MetRoad]
    junctions: dict[str, Place]
    roads: tuple[FoundRoad, ...]
    alone: tuple[Alone, ...]
    unreachable: tuple[Unreachable, ...]
    warnings: tuple[str, ...]

    @cached_property
    def operation(self) -> Operation:
        """The operation with these roads instead of its own."""
        places = {**self.request.operation.places, **self.junctions}
        kept = (self.request.operation.roads[index] for index in self.request.kept_roads)
        roads = (*(found.road for found in self.roads), *kept)
        return self.request.operation.model_copy(update={"places": places, "roads": roads, "via": ()})

    @cached_property
    def ways(self) -> Ways:
        """The routes that planning will see."""
        return Ways(self.operation)


def found_roads(
    request: Request,
    extract: Extract,
    travellers: tuple[Traveller, ...],
    parted: Parted,
    met: dict[str, tuple[Snap, ...]],
    stretches: Sequence[Stretch],
) -> FoundRoads:
    """Name what was found, and say what was not."""
    roads: list[FoundRoad] = []
    junctions: dict[str, Place] = {}
    for stretch in stretches:
        names = {parted.vertex[name]: name for name in stretch.places}
        for name in stretch.places:
            if name not in request.operation.places and name not in junctions:
                junctions[name] = _junction(parted, parted.vertex[name], Side.CORRIDOR)
        order = {parted.vertex[name]: index for index, name in enumerate(stretch.places)}
        for piece in stretch.pieces:
            if piece.back and order.get(piece.tail, len(order)) > order.get(piece.head, len(order)):
                piece = piece.turned()
            for vertex in (piece.tail, piece.head):
                if vertex not in names:
                    names[vertex] = _fresh("junction", {*request.operation.places, *junctions})
                    junctions[names[vertex]] = _junction(parted, vertex, stretch.side)
            between = (names[piece.tail], names[piece.head])
            roads.append(
                found_road(request.rules, extract, parted.network, travellers, piece, between, stretch.truce)
            )
    found = {name: _met(extract, parted, met[name][0]) for name in (*request.at, *junctions) if name in met}
    alone = tuple(each for stretch in stretches for each in stretch.alone)
    lost = tuple(unreachable(request, travellers, parted, stretches))
    offs = {name: place.off_m for name, place in found.items()}
    warnings = tuple(remarks(request, extract, parted, offs, stretches))
    return FoundRoads(
        request, extract.source, travellers, found, junctions, tuple(roads), alone, lost, warnings
    )


def _fresh(name: str, taken: set[str]) -> str:
    number = 1
    while f"{name} {number}" in taken:
        number += 1
    return f"{name} {number}"


def _junction(parted: Parted, vertex: int, side: Side | None) -> Place:
    network = parted.network
    at_tail = (network.tail == vertex).nonzero()[0]
    point = (
        network.first[at_tail[0]] if len(at_tail) else network.last[(network.head == vertex).nonzero()[0][0]]
    )
    at = (round(float(network.lat[point]), 6), round(float(network.lon[point]), 6))
    return Place(kind=Kind.JUNCTION, side=side, at=at)


def _met(extract: Extract, parted: Parted, snap: Snap) -> MetRoad:
    way = int(parted.network.way[snap.edge])
    lat, lon = round(snap.lat, 6), round(snap.lon, 6)
    return MetRoad(lat, lon, round(snap.off_m), int(extract.ways[way]), extract.names[way])
