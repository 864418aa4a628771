"""Where an operation's places meet the road, and what is said of those that do not."""

import numpy as np

from korridor.operation.fault import Fault, Faults
from korridor.operation.place import Kind
from korridor.roads.extract import Extract
from korridor.roads.network import Flags, Network
from korridor.roads.quickest import Graph
from korridor.roads.request import Request
from korridor.roads.snapping import Roadside, Snap
from korridor.roads.travellers import Open, Traveller

_FRAGMENT, _FRAGMENT_SHARE = 50, 20
"""Roads cut off from all others are a yard, or a slip of the mapper's, when they have fewer crossings than this, and
fewer than this part of the largest network's: on the map of one town, the other bank of the river is no yard."""


CARRIAGEWAY_M = 60.0
"""The other carriageway lies no further from the first."""

_ACROSS_THE_ROAD = (Kind.CHECKPOINT, Kind.JUNCTION)
"""Kinds of place that stand on the whole road; at others, vehicles come on the side that is nearer."""


def worth_meeting(network: Network, opened: Open) -> Flags:
    """By edge: whether it is open, and part of a network from which one gets on and back (closures left aside).

    Where no road goes back anywhere, as on a map of one-way roads, every open one is.
    """
    part = Graph(network, opened.seconds).parts()
    size = np.bincount(part)
    large = size >= min(_FRAGMENT, int(size.max()) // _FRAGMENT_SHARE)
    among = opened.any_way & (part[network.tail] == part[network.head]) & large[part[network.tail]]
    return np.asarray(among if among.any() else opened.any_way)


def meet(
    request: Request,
    extract: Extract,
    travellers: tuple[Traveller, ...],
    roadside: Roadside,
    at: dict[str, tuple[float, float]],
) -> dict[str, tuple[Snap, ...]]:
    """The nearest point of a road for each place.

    Raises
    ------
    korridor.operation.fault.Faults
        Each place that is further from any road than asked.
    """
    met: dict[str, tuple[Snap, ...]] = {}
    faults: list[Fault] = []
    for name, (lat, lon) in at.items():
        snap = roadside.nearest(lat, lon, request.within_m)
        if snap is None or snap.off_m > request.within_m:
            kinds = " and ".join(dict.fromkeys(traveller.kind for traveller in travellers))
            away = f"{snap.off_m / 1000:,.1f} km away" if snap else "nowhere"
            what = (
                f"{lat}, {lon}: the nearest road for {kinds} is {away}; {_hint(request, extract, lat, lon)}"
            )
            faults.append(request.fault(("places", name, "at"), what))
        else:
            whole = request.operation.places[name].kind in _ACROSS_THE_ROAD
            met[name] = roadside.both_ways(lat, lon, snap.off_m + CARRIAGEWAY_M) if whole else (snap,)
    if faults:
        raise Faults(faults)
    return met


def _hint(request: Request, extract: Extract, lat: float, lon: float) -> str:
    south, west, north, east = extract.box
    if south <= lat <= north and west <= lon <= east:
        return f"move the place to a road, or allow more than {request.within_m:.0f} m with --within"
    covers = f"{extract.name} has roads from {south:.2f}, {west:.2f} to {north:.2f}, {east:.2f} only"
    if south <= lon <= north and west <= lat <= east:
        return f"{covers}; is at written [longitude, latitude]? The latitude comes first"
    return f"{covers}; take an extract that covers the place"
