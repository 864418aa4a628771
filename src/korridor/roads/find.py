"""Find the roads between an operation's places."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from korridor.operation.fault import Fault, Faults
from korridor.roads.closures import closed_steps
from korridor.roads.found import FoundRoads, found_roads
from korridor.roads.meeting import meet, worth_meeting
from korridor.roads.network import build
from korridor.roads.parting import part_at
from korridor.roads.read_extract import read_extract
from korridor.roads.request import Request
from korridor.roads.snapping import Roadside
from korridor.roads.stretch import stretch_among
from korridor.roads.through import through_corridor
from korridor.roads.travellers import open_to, travellers_of

Watch = Callable[[str], None]


def find_roads(extract_file: Path, request: Request, watch: Watch = lambda stage: None) -> FoundRoads:
    """Find the quickest roads that all vehicle types of an operation can use between its places.

    Parameters
    ----------
    extract_file : Path
        An OpenStreetMap extract, ``.osm.pbf``.
    request : Request
    watch : callable
        Told what is done next.

    Raises
    ------
    korridor.operation.fault.Faults
        Where the extract cannot be read, a place is far from any road, or no road runs along the corridor's line.
    """
    request.check()
    travellers = travellers_of(request.operation, request.kinds)
    watch("reading the extract")
    extract = read_extract(extract_file, request.rules, request.ferries)
    watch("joining its roads")
    network = build(extract, closed_steps(extract, request.closures) if request.closures else None)
    if not len(network.tail):
        what = "its roads have no positions; sort it (osmium sort), or cut it anew with whole ways"
        raise Faults([Fault(str(extract_file), 1, "", what)])
    opened = open_to(network, travellers)
    among = worth_meeting(network, opened)
    if not among.any():
        kinds = ", ".join(dict.fromkeys(traveller.kind for traveller in travellers))
        what = f"holds no road that all of the fleet ({kinds}) may use"
        raise Faults([Fault(str(extract_file), 1, "", what)])
    watch("finding routes")
    if request.corridor is not None:
        parted, met, stretches = through_corridor(request, extract, travellers, network, opened, among)
    else:
        met = meet(request, extract, travellers, Roadside(network, among, opened.one_way), request.at)
        parted = part_at(network, met)
        every = np.ones(len(parted.network.tail), dtype=bool)
        stretches = (stretch_among(parted, travellers, tuple(parted.vertex), every),)
    return found_roads(request, extract, travellers, parted, met, stretches)
