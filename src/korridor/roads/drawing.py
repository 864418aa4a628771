"""The answer as GeoJSON (RFC 7946), to look at on any map."""

import json
from typing import Any

from korridor.roads.found import FoundRoads
from korridor.roads.found_road import FoundRoad, Line

EDITION = "internal edition: pick-up places and future routes; do not publish"


def drawing(found: FoundRoads) -> str:
    """The roads as lines, places and junctions as points, and from each place a line to its road."""
    features = [feature for each in found.roads for feature in _road(each)]
    for name, place in found.operation.places.items():
        if place.at is not None:
            lat, lon = place.at
            features.append(
                _feature("Point", (lon, lat), name=name, kind=str(place.kind), side=str(place.side))
            )
    for name, met in found.met.items():
        at = found.operation.places[name].at
        if at is not None and met.off_m:
            line = ((at[1], at[0]), (met.lon, met.lat))
            features.append(_feature("LineString", line, name=f"{name} to its road", off_m=met.off_m))
    document = {
        "type": "FeatureCollection",
        "edition": EDITION,
        "source": found.source,
        "features": features,
    }
    return json.dumps(document, ensure_ascii=False) + "\n"


def _road(each: FoundRoad) -> list[dict[str, Any]]:
    here, there = each.road.between
    same = each.back[::-1] == each.forth
    said = {"length_m": each.road.length_m, "truce": each.road.truce, "ways": each.ways}
    one = _one(here, there, each.forth, each.forth_s, said, one_way=not each.back or not same)
    return (
        [one]
        if same or not each.back
        else [one, _one(there, here, each.back, each.back_s, said, one_way=True)]
    )


def _one(
    here: str, there: str, line: Line, seconds: dict[str, int], said: dict[str, Any], one_way: bool
) -> dict[str, Any]:
    line = line if len(line) > 1 else line * 2
    times = {f"{name}_s": value for name, value in seconds.items()}
    return _feature("LineString", line, name=f"{here} – {there}", one_way=one_way, **said, **times)


def _feature(geometry: str, coordinates: Any, /, **properties: Any) -> dict[str, Any]:
    def rounded(value: Any) -> Any:
        return round(value, 6) if isinstance(value, float) else [rounded(inner) for inner in value]

    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": geometry, "coordinates": rounded(coordinates)},
    }
