"""Make the map's base, ``src/korridor/pictures/natural-earth-10m.zip``, from Natural Earth's countries.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m tools.base_map package/countries-10m.json src/korridor/pictures/natural-earth-10m.zip

The npm package world-atlas holds Natural Earth 4.1.0 (public domain), *Admin 0, Countries*, 1:10,000,000, as TopoJSON.
The recipe: countries become rings again, are cut at the 180th meridian, put on a grid of 1/400 degree, and joined to
land; the arcs that two countries share are the borders; both are cut into tiles of ten degrees, one JSON file
a tile, so that a map reads only the few that it shows. Decision 0008 says why.
"""

import hashlib
import json
import sys
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import shapely
from shapely.affinity import translate
from shapely.geometry import LineString, MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

SOURCE_SHA256 = "3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79"
"""Of ``countries-10m.json`` in world-atlas 2.0.2."""

TILE_DEG = 10
GRID_PER_DEG = 400
"""Grid lines a degree: 278 m, where the source has 401 m to the east and 188 m to the north."""

README = """\
Land and country borders for Korridor's map.

Source: Natural Earth 4.1.0, Admin 0 Countries, 1:10,000,000, in the public domain (naturalearthdata.com), by way of the
npm package world-atlas 2.0.2 (ISC). Made by tools/base_map.py. The borders are Natural Earth's: de facto ones, whoever
claims the land; Korridor takes no position on any border.

One file for each tile of ten degrees, named after its south-western corner, for example N30E030.json. "land": polygons,
each a list of rings, the outer one first; "borders": lines. A ring or a line is one list: longitude and latitude of its
first point in 1/400 degree, then the steps to each next point.

Of world-atlas: Copyright 2013-2019 Michael Bostock

Permission to use, copy, modify, and/or distribute this software for any purpose
with or without fee is hereby granted, provided that the above copyright notice
and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS
OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER
TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.
"""

Point = tuple[float, float]


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the arcs in degrees."""
    (scale_x, scale_y), (left, bottom) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in steps:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + left, y * scale_y + bottom))
        arcs.append(points)
    return arcs


def unrolled(points: list[Point]) -> list[Point]:
    """Return the points without jumps from 180 to -180 degrees: the line goes on past 180."""
    turned = 0
    found = [points[0]]
    for (before, _), (lon, lat) in pairwise(points):
        turned += 360 * ((lon - before < -180) - (lon - before > 180))
        found.append((lon + turned, lat))
    return found


def ring_of(indices: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Return a ring's points; one that goes round a pole is closed over the pole."""
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    points = unrolled(points)
    if abs(points[-1][0] - points[0][0]) > 180:
        pole = -90.0 if points[0][1] < 0 else 90.0
        points += [(points[-1][0], pole), (points[0][0], pole), points[0]]
    return points


def folded(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    """Yield the parts of a shape, each moved to where longitudes run from -180 to 180."""
    west, _, east, _ = shape.bounds
    for turn in range(int((west + 180) // 360), int((east + 180) // 360) + 1):
        part = shape.intersection(box(-180 + 360 * turn, -90, 180 + 360 * turn, 90))
        if not part.is_empty:
            yield translate(part, -360 * turn)


def land_of(topology: dict[str, Any], arcs: list[list[Point]]) -> BaseGeometry:
    """Return all countries as one."""
    found: list[BaseGeometry] = []
    for country in topology["objects"]["countries"]["geometries"]:
        rings = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        for each in rings:
            outer, *holes = (ring_of(indices, arcs) for indices in each)
            if len(outer) > 3:  # an islet smaller than the source's own grid is no area
                polygon = Polygon(outer, [hole for hole in holes if len(hole) > 3])
                found += folded(shapely.make_valid(polygon))
    snapped = [shapely.set_precision(shape, 1 / GRID_PER_DEG) for shape in found]
    joined = shapely.union_all(snapped, grid_size=1 / GRID_PER_DEG)
    return MultiPolygon(parts_of(joined, Polygon))


def borders_of(topology: dict[str, Any], arcs: list[list[Point]]) -> BaseGeometry:
    """Return the arcs that two countries share."""
    used: Counter[int] = Counter()
    for country in topology["objects"]["countries"]["geometries"]:
        rings = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        used.update(
            {index if index >= 0 else ~index for polygon in rings for ring in polygon for index in ring}
        )
    lines = [part for index in used if used[index] > 1 for part in folded(LineString(unrolled(arcs[index])))]
    return shapely.set_precision(shapely.line_merge(shapely.union_all(lines)), 1 / GRID_PER_DEG)


def steps_of(points: Any) -> list[int]:
    """Return the first point and the steps from point to point, in grid lines."""
    whole = [(round(x * GRID_PER_DEG), round(y * GRID_PER_DEG)) for x, y, *_ in points]
    steps = [b - a for before, after in pairwise(whole) for a, b in zip(before, after, strict=True)]
    return [*whole[0], *steps]


def parts_of(shape: BaseGeometry, kind: type) -> list[Any]:
    """Return the polygons, or the lines, that a shape is made of."""
    if isinstance(shape, kind):
        return [] if shape.is_empty else [shape]
    return [part for each in getattr(shape, "geoms", ()) for part in parts_of(each, kind)]


def tile_name(west: int, south: int) -> str:
    """``N30E030`` for the tile whose south-western corner is 30° N, 30° E."""
    return f"{'S' if south < 0 else 'N'}{abs(south):02d}{'W' if west < 0 else 'E'}{abs(west):03d}"


def tiles(land: BaseGeometry, borders: BaseGeometry) -> Iterator[tuple[str, str]]:
    """Yield each tile that has anything in it: its name and its JSON."""
    for shape in (land, borders):
        shapely.prepare(shape)
    for west in range(-180, 180, TILE_DEG):
        for south in range(-90, 90, TILE_DEG):
            tile = box(west, south, west + TILE_DEG, south + TILE_DEG)
            polygons = parts_of(shapely.intersection(land, tile, grid_size=1 / GRID_PER_DEG), Polygon)
            lines = parts_of(shapely.line_merge(borders.intersection(tile)), LineString)
            if polygons or lines:
                written: dict[str, list[Any]] = defaultdict(list)
                for polygon in polygons:
                    rings = [polygon.exterior, *polygon.interiors]
                    written["land"].append([steps_of(ring.coords) for ring in rings])
                written["borders"] = [steps_of(line.coords) for line in lines]
                yield tile_name(west, south), json.dumps(written, separators=(",", ":"))


def main(source: Path, target: Path) -> None:
    """Make the base."""
    found = hashlib.sha256(source.read_bytes()).hexdigest()
    if found != SOURCE_SHA256:
        sys.exit(f"{source}: not countries-10m.json of world-atlas 2.0.2: its SHA-256 is {found}")
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = arcs_of(topology)
    texts = {"README.txt": README}
    texts |= {
        f"{name}.json": text for name, text in tiles(land_of(topology, arcs), borders_of(topology, arcs))
    }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in texts.items():
            # A fixed date: the same source makes the same file, byte for byte.
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED, 9)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
