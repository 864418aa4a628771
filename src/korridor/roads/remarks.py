"""What somebody should look at before they believe the answer."""

from collections.abc import Sequence

from korridor.roads.extract import Extract
from korridor.roads.parting import Parted
from korridor.roads.request import Request
from korridor.roads.stretch import Stretch

MOST_APART_M = 50.0
"""A place further from its road than this is pointed out: people would walk, or vehicles leave the road."""


def remarks(
    request: Request, extract: Extract, parted: Parted, off_m: dict[str, int], stretches: Sequence[Stretch]
) -> list[str]:
    """Places without coordinates or far from their road; roads that both sides use; a corridor with no way back."""
    said = []
    without = [name for name in request.operation.places if name not in request.at]
    if without:
        kept = "; their roads are kept as the file has them" if request.kept_roads else ""
        said.append(
            f"no coordinates (at: [latitude, longitude]), so no roads found: {', '.join(without)}{kept}"
        )
    for name, metres in off_m.items():
        if metres > MOST_APART_M and name in request.operation.places:
            said.append(f"{name} stands {metres} m off the road; is its position exact?")
    if request.corridor is not None:
        said += _shared(extract, parted, stretches)
        said += [
            f"the corridor is one-way from {names[0]} to {names[1]}: the map has no way back along the line"
            for stretch in stretches
            if stretch.truce
            for names in _one_way(parted, stretch)
        ]
    return said


def _one_way(parted: Parted, stretch: Stretch) -> list[tuple[str, str]]:
    names = {parted.vertex[name]: name for name in stretch.places}
    return [
        (names[piece.tail], names[piece.head])
        for piece in stretch.pieces
        if not piece.back and piece.tail in names and piece.head in names
    ]


def _shared(extract: Extract, parted: Parted, stretches: Sequence[Stretch]) -> list[str]:
    """A road in use on both sides of the line: the map does not know the front."""
    sides = [
        {arc // 2 for piece in stretch.pieces for arc in piece.forth + piece.back}
        for stretch in stretches
        if not stretch.truce
    ]
    both = sorted(edge for edge in sides[0] & sides[1] if parted.network.length_m[edge] > 0)
    if not both:
        return []
    length_km = sum(parted.network.length_m[edge] for edge in both) / 1000
    way = parted.network.way[both[0]]
    return [
        f"inside and safe routes use the same {length_km:.1f} km of road (way {extract.ways[way]} "
        f"{extract.names[way]}".rstrip()
        + "): draw the front line as a closure, or they run through it"
    ]
