"""Lines and areas that somebody drew, read from GeoJSON (RFC 7946)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from korridor.operation.fault import Fault, Faults, Where, path_text
from korridor.operation.near import one_of
from korridor.operation.text import read_text
from korridor.operation.units import shown

_LINES = ("LineString", "MultiLineString")
_AREAS = ("Polygon", "MultiPolygon")
_DEPTH = {"LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}


@dataclass(frozen=True)
class Drawn:
    """One thing that somebody drew.

    Attributes
    ----------
    where : str
        Where it stands in the file, such as ``features[2]``.
    name : str
        Its ``name`` property; else ``where``.
    shape : shapely geometry
        In degrees, longitude first.
    """

    where: str
    name: str
    shape: BaseGeometry


def read_closures(path: Path) -> tuple[Drawn, ...]:
    """Read areas and lines that nothing may pass.

    Raises
    ------
    korridor.operation.fault.Faults
        Where the file is no GeoJSON, or has something other than lines and areas.
    """
    return tuple(_read(path, (*_AREAS, *_LINES), "closures are areas or lines"))


def read_corridor(path: Path) -> Drawn:
    """Read the one line along which the corridor runs.

    Raises
    ------
    korridor.operation.fault.Faults
        Where the file is no GeoJSON, or has not exactly one line.
    """
    found = list(_read(path, ("LineString",), "the corridor is a line"))
    if len(found) != 1:
        raise _fault(
            path, (), f"{len(found)} lines stand here; draw the corridor as one line, from end to end"
        )
    return found[0]


def _read(path: Path, kinds: tuple[str, ...], rule: str) -> Iterator[Drawn]:
    tree = _json(path)
    found = list(_geometries(path, tree, ()))
    if not found:
        raise _fault(path, (), f"nothing is drawn here; {rule}")
    for where, name, geometry in found:
        kind = geometry.get("type")
        if kind not in kinds:
            raise _fault(path, (*where, "type"), f"{shown(kind)} cannot stand here: {rule}; {one_of(kinds)}")
        yield Drawn(path_text(where), name or path_text(where) or path.name, _shape(path, where, geometry))


def _json(path: Path) -> Any:
    text = read_text(path)
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        what = f"not GeoJSON ({error.msg}); export it again from the map you drew it in"
        raise Faults([Fault(str(path), error.lineno, "", what)]) from None
    except (RecursionError, ValueError) as error:
        raise _fault(path, (), f"not GeoJSON ({str(error)[:60]})") from None


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is not a number")


def _geometries(path: Path, tree: Any, where: Where) -> Iterator[tuple[Where, str, dict[str, Any]]]:
    """Each geometry, with its path and its feature's name."""
    kind = tree.get("type") if isinstance(tree, dict) else None
    if kind == "FeatureCollection":
        features = tree.get("features")
        if not isinstance(features, list):
            raise _fault(path, (*where, "features"), "a FeatureCollection needs a list of features")
        for index, feature in enumerate(features):
            yield from _geometries(path, feature, (*where, "features", index))
    elif kind == "Feature":
        geometry, properties = tree.get("geometry"), tree.get("properties")
        name = properties.get("name") if isinstance(properties, dict) else None
        if not isinstance(geometry, dict):
            raise _fault(path, (*where, "geometry"), "a Feature needs a geometry; draw it, or take it out")
        yield (*where, "geometry"), name if isinstance(name, str) else "", geometry
    elif kind is None:
        what = f"{shown(tree)} stands where GeoJSON belongs; a FeatureCollection, a Feature or a geometry"
        raise _fault(path, where, what)
    else:
        yield where, "", tree


def _shape(path: Path, where: Where, geometry: dict[str, Any]) -> BaseGeometry:
    coordinates, depth = geometry.get("coordinates"), _DEPTH[geometry["type"]]
    for position in _positions(path, (*where, "coordinates"), coordinates, depth):
        _check(path, *position)
    try:
        shape = shapely.from_geojson(json.dumps({"type": geometry["type"], "coordinates": coordinates}))
    except shapely.GEOSException as error:
        raise _fault(path, where, f"{str(error).partition(':')[2].strip() or error}; draw it again") from None
    if shape.is_empty or not shape.is_valid:
        why = "it is empty" if shape.is_empty else shapely.is_valid_reason(shape)
        raise _fault(path, where, f"not a sound {geometry['type']} ({why}); draw it again")
    return shape


def _positions(path: Path, where: Where, value: Any, depth: int) -> Iterator[tuple[Where, Any]]:
    if not isinstance(value, list):
        raise _fault(path, where, f"{shown(value)} stands where a list of coordinates belongs")
    for index, inner in enumerate(value):
        if depth > 1:
            yield from _positions(path, (*where, index), inner, depth - 1)
        else:
            yield (*where, index), inner


def _check(path: Path, where: Where, position: Any) -> None:
    numbers = position[:2] if isinstance(position, list) else ()
    if len(numbers) < 2 or any(isinstance(n, bool) or not isinstance(n, (int, float)) for n in numbers):
        raise _fault(path, where, f"{shown(position)} is not a position; write [longitude, latitude]")
    lon, lat = numbers
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        what = f"[{lon}, {lat}] is not on the earth; write [longitude, latitude] in degrees (WGS84)"
        raise _fault(path, where, what)


def _fault(path: Path, where: Where, what: str) -> Faults:
    return Faults([Fault(str(path), 1, path_text(where), what)])
