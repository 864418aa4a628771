"""Land, coast and country borders of the map's base: Natural Earth, packaged, read only where a map shows it.

The base is a ZIP of JSON tiles, made by ``tools/base_map.py``; its README says where it comes from. Natural Earth
draws borders as they are held (*de facto*): Korridor takes no position on any of them, and each map says so.
"""

import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import accumulate, pairwise
from math import floor

import shapely
from shapely.geometry import GeometryCollection, LineString, Polygon, box
from shapely.geometry.base import BaseGeometry

CREDIT = "Land and borders: Natural Earth, de facto; no position on any border."

TILE_DEG = 10
GRID_PER_DEG = 400

Point = tuple[float, float]
"""Longitude and latitude."""


@dataclass(frozen=True)
class Land:
    """What of the base lies in a window, in degrees: x is the longitude, y the latitude.

    Attributes
    ----------
    land, borders, coast : shapely.geometry.base.BaseGeometry
        Areas, cut along the tiles' edges too; lines; lines.
    """

    land: BaseGeometry
    borders: BaseGeometry
    coast: BaseGeometry


def land(west: float, south: float, east: float, north: float) -> Land:
    """Return what lies in a window.

    Parameters
    ----------
    west, south, east, north : float
        Degrees; ``east`` may be beyond 180 (or ``west`` before -180), where the window spans the 180th
        meridian. What is north or south of the poles is empty.
    """
    window = box(west, south, east, north)
    areas: list[Polygon] = []
    borders: list[LineString] = []
    coast: list[LineString] = []
    with zipfile.ZipFile(str(files("korridor.pictures") / "natural-earth-10m.zip")) as archive:
        known = set(archive.namelist())
        for tile_west in _starts(west, east):
            for tile_south in _starts(max(south, -90), min(north, 90)):
                turn = floor((tile_west + 180) / 360)
                name = f"{tile_name(tile_west - 360 * turn, tile_south)}.json"
                if name in known:
                    tile = json.loads(archive.read(name))
                    rings = [[_points(ring, 360 * turn) for ring in area] for area in tile["land"]]
                    areas += [Polygon(outer, holes) for outer, *holes in rings]
                    borders += [LineString(_points(line, 360 * turn)) for line in tile["borders"]]
                    coast += [part for area in rings for ring in area for part in _off_the_edge(ring)]
    return Land(*(_within(window, shapes) for shapes in (areas, borders, coast)))


def _within(window: BaseGeometry, shapes: Sequence[BaseGeometry]) -> BaseGeometry:
    """Return the shapes as far as they lie in the window, as one collection."""
    found = [part for part in shapely.intersection(shapes, window) if not part.is_empty]
    return GeometryCollection(found)


def _off_the_edge(ring: list[Point]) -> Iterator[LineString]:
    """Yield a ring without the stretches that run along a tile's edge, which are no coast."""
    run = ring[:1]
    for here, there in pairwise(ring):
        if any(a == b and a % TILE_DEG == 0 for a, b in zip(here, there, strict=True)):
            if len(run) > 1:
                yield LineString(run)
            run = []
        else:
            run = run or [here]
            run.append(there)
    if len(run) > 1:
        yield LineString(run)


def tile_name(west: int, south: int) -> str:
    """``N30E030`` for the tile whose south-western corner is 30° N, 30° E."""
    return f"{'S' if south < 0 else 'N'}{abs(south):02d}{'W' if west < 0 else 'E'}{abs(west):03d}"


def _starts(low: float, high: float) -> range:
    """Return where the tiles begin that hold ``low`` to ``high``."""
    return range(floor(low / TILE_DEG) * TILE_DEG, floor(high / TILE_DEG) * TILE_DEG + 1, TILE_DEG)


def _points(steps: list[int], turn_deg: int) -> list[Point]:
    """Return the points of a list of steps, in degrees."""
    eastward, northward = accumulate(steps[::2]), accumulate(steps[1::2])
    pairs = zip(eastward, northward, strict=True)
    return [(x / GRID_PER_DEG + turn_deg, y / GRID_PER_DEG) for x, y in pairs]
