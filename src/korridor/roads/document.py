"""The answer as one document, for programs."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from korridor.operation.place import Place
from korridor.roads.found import FoundRoads
from korridor.roads.found_road import FoundRoad
from korridor.roads.route import route


def document(found: FoundRoads, seconds: float, files: Sequence[Path]) -> dict[str, Any]:
    """Return roads, junctions, every route between places, and what was not found."""
    names = list(found.met)
    pairs = [(here, there) for here in names for there in names if here != there]
    return {
        "operation": found.request.operation.name,
        "source": found.source,
        "vehicle_kinds": {traveller.name: str(traveller.kind) for traveller in found.travellers},
        "roads": [_road(each) for each in found.roads],
        "junctions": {name: _junction(place) for name, place in found.junctions.items()},
        "places": {name: asdict(met) for name, met in found.met.items()},
        "routes": [_route(found, *pair) for pair in pairs],
        "alone": [asdict(each) for each in found.alone],
        "unreachable": [asdict(each) for each in found.unreachable],
        "warnings": list(found.warnings),
        "seconds": round(seconds, 3),
        "files": [str(file) for file in files],
    }


def _road(each: FoundRoad) -> dict[str, Any]:
    road = each.road
    return {
        "between": list(road.between),
        "length_m": road.length_m,
        "speed_m_per_h": road.speed_m_per_h,
        "time_s": road.time_s,
        "back_s": road.back_s,
        "one_way": road.one_way,
        "truce": road.truce,
        "ways": each.ways,
        "classes_m": each.classes_m,
        "on_the_map_s": {"forth": each.forth_s, "back": each.back_s},
        "speed_source": each.speed_source,
    }


def _junction(place: Place) -> dict[str, Any]:
    return {"at": list(place.at or ()), "side": str(place.side)}


def _route(found: FoundRoads, here: str, there: str) -> dict[str, Any]:
    way = route(found, here, there)
    if way is None:
        return {"from": here, "to": there, "length_m": None, "seconds": None, "roads": None}
    return {
        "from": here,
        "to": there,
        "length_m": way.length_m,
        "seconds": way.seconds,
        "roads": [index for index, _ in way.steps],
    }
