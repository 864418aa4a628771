"""A town whose answers can be worked out by hand.

Metres east and north. A street leads east from the square (a) over the only bridge (w–e) to d; a northern loop
takes b–n1–n2–c at the speed of a secondary road, a southern one (one-way, eastward) b–s1–s2–c; beyond the river
the road goes on to f, and a slower one (30 km/h) from f round by g and h back to d. Two streets join h with the
north: one too low for a bus, one closed to all by its signs.

    .        n1----n2        h----------g
    .        |      |        |          |
    a--------b------c---w==e-d----------f
    .        |      |
    .        s1>>>>s2
"""

import json
from pathlib import Path

from korridor.operation.read import read_operation
from korridor.roads.find import find_roads
from korridor.roads.found import FoundRoads
from korridor.roads.geojson import read_closures, read_corridor
from korridor.roads.request import Request
from korridor.roads.speed_rules import read_speed_rules
from tests.roads.drawn_map import Map, lonlat, operation_text

POINTS = {
    "a": (0, 0), "b": (1000, 0), "c": (2000, 0), "w": (2900, 0), "e": (3100, 0), "d": (4000, 0), "f": (6000, 0),
    "n1": (1000, 1000), "n2": (2000, 1000), "s1": (1000, -1000), "s2": (2000, -1000),
    "g": (6000, 2000), "h": (4000, 2000), "l": (2500, 1500), "p": (3000, 3000),
}  # fmt: skip

ROADS = [
    ("a b c", {"highway": "residential", "name": "Market Street"}),
    ("c w", {"highway": "primary", "ref": "M1"}),
    ("w e", {"highway": "primary", "bridge": "yes", "ref": "M1"}),
    ("e d f", {"highway": "primary", "ref": "M1"}),
    ("b n1 n2 c", {"highway": "secondary"}),
    ("b s1 s2 c", {"highway": "residential", "oneway": "yes"}),
    ("f g h d", {"highway": "tertiary", "maxspeed": "30"}),
    ("n2 l h", {"highway": "tertiary", "maxheight": "3.0"}),
    ("n2 p h", {"highway": "primary", "access": "private"}),
    ("a s1", {"building": "yes"}),
]

PLACES = {
    "Square": ("kind: assembly", (0, 20)),
    "North": ("kind: assembly", (1500, 1010)),
    "Yard": ("kind: depot, side: inside", (500, -20)),
    "Gate": ("kind: checkpoint, lanes: 2", (3000, 10)),
    "Camp": ("kind: reception", (6010, 1000)),
    "Clinic": ("kind: hospital", (4000, 2000)),
}

TRUCE = "truce: {announced: [{opens: +0 h, closes: +10 h}]}\n"
AMBULANCE = "  ambulance: {depot: Yard, number: 1, layouts: [{stretchers: 2, seats: 1}]}"
BUS = "  bus: {depot: Yard, number: 2, layouts: [{seats: 30}]}"

RIVER = {"type": "LineString", "coordinates": [lonlat(3000, -500), lonlat(3000, 500)]}
AGREED = {"type": "LineString", "coordinates": [lonlat(4005, 20), lonlat(3000, -20), lonlat(2010, 5)]}


def write_town(folder: Path, more: str = "", fleet: str = BUS, places=PLACES, **changed) -> tuple[Path, Path]:
    """The town's extract and its operation."""
    extract = Map(**{"points": POINTS, "roads": ROADS, **changed}).write(folder / "town.osm.pbf")
    file = folder / "town.yaml"
    file.write_text(operation_text(places, more, fleet), encoding="utf-8")
    return extract, file


def write_geojson(path: Path, geometry: dict, name: str = "drawn") -> Path:
    path.write_text(json.dumps({"type": "Feature", "properties": {"name": name}, "geometry": geometry}))
    return path


def find_in_town(folder: Path, *, closures=(), corridor=None, speeds=None, kinds=None, **town) -> FoundRoads:
    """What is found in the town; closures and the corridor as geometries."""
    if corridor is not None:
        town.setdefault("more", TRUCE)
    more = {key: town.pop(key) for key in ("ferries", "within_m") if key in town}
    extract, file = write_town(folder, **town)
    drawn = [
        shape
        for index, geometry in enumerate(closures)
        for shape in read_closures(
            write_geojson(folder / f"closure{index}.geojson", geometry, f"closure {index}")
        )
    ]
    line = write_geojson(folder / "corridor.geojson", corridor) if corridor is not None else None
    request = Request(
        operation=read_operation(file),
        file=file,
        rules=read_speed_rules(speeds),
        kinds=kinds or {},
        closures=tuple(drawn),
        corridor=read_corridor(line) if line else None,
        corridor_file=line,
        **more,
    )
    return find_roads(extract, request)
