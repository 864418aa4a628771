"""Roads through a corridor: inside to its one end, along it, and on from its other end."""

import shapely
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from korridor.operation.fault import Fault, Faults
from korridor.operation.place import Side
from korridor.roads.corridor import INSIDE_END, NEAR_M, SAFE_END, Corridor, NotFollowed, follow
from korridor.roads.extract import Extract
from korridor.roads.meeting import meet
from korridor.roads.network import Flags, Network, apart_m
from korridor.roads.parting import Parted, part_at
from korridor.roads.request import Request
from korridor.roads.snapping import Roadside, Snap
from korridor.roads.stretch import Stretch, stretch_along, stretch_among
from korridor.roads.travellers import Open, Traveller, open_to

Met = dict[str, tuple[Snap, ...]]


def through_corridor(
    request: Request,
    extract: Extract,
    travellers: tuple[Traveller, ...],
    network: Network,
    opened: Open,
    among: Flags,
) -> tuple[Parted, Met, tuple[Stretch, ...]]:
    """The inside roads, the corridor and the safe roads, which meet only at the corridor's ends.

    Raises
    ------
    korridor.operation.fault.Faults
        Where no road runs along the line, or a place in the corridor is not beside it.
    """
    assert request.corridor is not None
    line, ends = _from_inside(request, request.corridor.shape)
    try:
        corridor = follow(network, opened, opened.any_way & ~network.closed, line)
    except NotFollowed as why:
        raise Faults([Fault(str(request.corridor_file), 1, request.corridor.where, str(why))]) from None
    others = {name: at for name, at in request.at.items() if name not in ends.values()}
    again = open_to(corridor.parted.network, travellers)
    beside = Roadside(corridor.parted.network, corridor.edges, again.one_way)
    met = {name: beside.both_ways(*at, NEAR_M) for name, at in others.items()}
    met = {name: snaps for name, snaps in met.items() if snaps}
    _nobody_off_the_line(request, [name for name in others if name not in met])
    stops = sorted(met, key=lambda name: shapely.line_locate_point(line, Point(others[name][::-1])))
    off_corridor = corridor.parted.carried(among) & again.any_way & ~corridor.edges
    off_line = {name: at for name, at in others.items() if name not in met}
    met |= meet(
        request, extract, travellers, Roadside(corridor.parted.network, off_corridor, again.one_way), off_line
    )
    parted = _parted(corridor, met, ends)
    own = parted.carried(corridor.edges)
    elsewhere = ~own | parted.joints | parted.carried(corridor.at_ends)
    stretches = _stretches(
        request, travellers, parted, [*ends.values()], stops, own | parted.joints, elsewhere
    )
    return parted, met | {ends[end]: snaps for end, snaps in corridor.met.items()}, stretches


def _stretches(
    request: Request,
    travellers: tuple[Traveller, ...],
    parted: Parted,
    ends: list[str],
    stops: list[str],
    own: Flags,
    elsewhere: Flags,
) -> tuple[Stretch, ...]:
    off_line = [name for name in request.at if name not in (*ends, *stops)]
    sides = {name: request.operation.places[name].side for name in off_line}
    inside = [ends[0], *(name for name in off_line if sides[name] is Side.INSIDE)]
    safe = [ends[1], *(name for name in off_line if sides[name] is not Side.INSIDE)]
    return (
        stretch_among(parted, travellers, inside, elsewhere, Side.INSIDE),
        stretch_along(parted, travellers, [ends[0], *stops, ends[1]], own),
        stretch_among(parted, travellers, safe, elsewhere, Side.SAFE),
    )


def _parted(corridor: Corridor, met: Met, ends: dict[str, str]) -> Parted:
    """The network parted for all, in which the corridor's ends bear the names of the places that stand there."""
    parted = part_at(corridor.parted.network, met)
    vertex = {name: corridor.parted.vertex[end] for end, name in ends.items()}
    joints = parted.carried(corridor.parted.joints) | parted.joints
    links = parted.carried(corridor.parted.links) | parted.links
    return Parted(parted.network, vertex | parted.vertex, parted.parent, joints, links)


def _from_inside(request: Request, line: BaseGeometry) -> tuple[LineString, dict[str, str]]:
    """The line from the inside end to the safe one, and what each end is called.

    People draw it in either direction. The end that is nearer to the inside places, and further from the safe
    ones, is the inside end. A place close to an end is that end.
    """
    coords = [(lon, lat) for lon, lat, *_ in line.coords]

    def off(first: int, last: int) -> float:
        inside = [apart_m(request.at[name], coords[first]) for name in request.on_side(Side.INSIDE)]
        safe = [apart_m(request.at[name], coords[last]) for name in request.on_side(Side.SAFE)]
        return sum(inside) / len(inside) + sum(safe) / len(safe)

    if off(-1, 0) < off(0, -1):
        coords.reverse()
    ends = {}
    for end, index, barred in ((INSIDE_END, 0, Side.SAFE), (SAFE_END, -1, Side.INSIDE)):
        places = request.operation.places
        near = [
            (apart_m(at, coords[index]), n) for n, at in request.at.items() if places[n].side is not barred
        ]
        ends[end] = end
        if near and min(near)[0] <= NEAR_M and min(near)[1] not in ends.values():
            ends[end] = min(near)[1]
            coords[index] = request.at[ends[end]][::-1]
    return LineString(coords), ends


def _nobody_off_the_line(request: Request, names: list[str]) -> None:
    """Refuse a place in the corridor that does not lie on it: columns would drive past it."""
    faults = [
        request.fault(
            ("places", name),
            f"a {request.operation.places[name].kind} in the corridor, but more than {NEAR_M:.0f} m from the "
            f"corridor's road; move it or the line, or give it the side it lies on: side: inside or side: safe",
        )
        for name in names
        if request.operation.places[name].side is Side.CORRIDOR
    ]
    if faults:
        raise Faults(faults)
