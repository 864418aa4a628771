"""The named tables of a map's specification, in pixels of its frame."""

import json
from typing import Any

import shapely
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from korridor.pictures.frame import WIDTH_PX, Frame, Px
from korridor.pictures.label_ground import GAP_PX, LINE_PX
from korridor.pictures.land import land
from korridor.pictures.map_layout import INSET, MapLayout, inset_words, people_words
from korridor.pictures.map_lines import Line
from korridor.pictures.map_rows import PlaceRow, RoadRow
from korridor.pictures.specification import Table

_LEAST_PX = 1.5


def map_tables(layout: MapLayout) -> dict[str, Table]:
    """Return the tables of one map by name."""
    base, bar = land(*layout.frame.window), layout.scale_bar
    return {
        "land": _features(layout.frame, base.land),
        "coast": _features(layout.frame, base.coast),
        "borders": _features(layout.frame, base.borders),
        "roads": [row for index, line in enumerate(layout.lines) for row in _road_rows(index, line)],
        "arrows": [row for line in layout.lines for row in _arrows(line)],
        "places": [_place_row(place, at) for place, at in layout.places],
        "texts": _text_rows(layout),
        "inset": _inset_rows(layout),
        "scale": [{"x": bar.left, "x2": bar.right, "y": bar.y, "says": bar.says}],
        "north": [{"x": WIDTH_PX - 18, "y": 18}],
    }


def _features(frame: Frame, shape: BaseGeometry) -> list[dict[str, Any]]:
    """Return shapes in pixels, without bends and islands that nobody sees."""
    drawn = affine_transform(shape, frame.affine)
    parts = shapely.set_precision(shapely.simplify(shapely.get_parts(drawn), 0.4), 0.1, mode="pointwise")
    seen = [part for part in parts if not part.is_empty and part.length > _LEAST_PX]
    return [
        {"type": "Feature", "properties": {}, "geometry": json.loads(shapely.to_geojson(part))}
        for part in seen
    ]


def _inset_rows(layout: MapLayout) -> list[dict[str, object]]:
    if layout.inset is None:
        return []
    box, words = layout.inset, inset_words(layout.inset, layout.frame)
    ends = {"x": box.left, "x2": box.right, "y": box.top, "y2": box.bottom}
    return [ends | {"says": INSET, "says_y": (words.top + words.bottom) / 2}]


def _road_rows(index: int, line: Line) -> list[dict[str, object]]:
    road = line.road
    said = {
        "road": index,
        "road_name": f"{road.here} – {road.there}",
        "control": road.control,
        "through": ", ".join(road.through) + " (no coordinates)" if road.through else "",
        "persons": road.persons,
        "forth": _carried(road, forth=True),
        "back": _carried(road, forth=False),
    }
    return [
        said | {"step": step, "x": round(x, 1), "y": round(y, 1)} for step, (x, y) in enumerate(line.points)
    ]


def _carried(road: RoadRow, forth: bool) -> str:
    persons = road.forth_persons if forth else road.back_persons
    ends = (road.here, road.there) if forth else (road.there, road.here)
    return f"{persons:,} to {ends[1]}" if persons else ""


def _arrows(line: Line) -> list[dict[str, object]]:
    """Return an arrow in the middle of a road for each direction in which people are carried."""
    middle = line.middle
    if middle is None:
        return []
    (x, y), bearing = middle
    both = [(line.road.forth_persons, bearing, True), (line.road.back_persons, bearing + 180, False)]
    return [
        {"x": round(x, 1), "y": round(y, 1), "bearing": round(turned, 1), "says": _carried(line.road, forth)}
        for persons, turned, forth in both
        if persons
    ]


def _place_row(place: PlaceRow, px: Px) -> dict[str, object]:
    x, y = px
    assert place.at is not None
    return {
        "place": place.place, "kind": place.kind, "side": place.side, "x": round(x, 1), "y": round(y, 1),
        "people": ", ".join(people_words(place)), "at": f"{place.at[0]:.5f}, {place.at[1]:.5f}",
    }  # fmt: skip


def _text_rows(layout: MapLayout) -> list[dict[str, object]]:
    numbered = {wish for wish, number in layout.labels.key if number is not None}
    rows: list[dict[str, object]] = []
    for placed in layout.labels.placed:
        box, flow = placed.box, placed.wish >= len(layout.places)
        ends = {"left": box.left + GAP_PX, "right": box.right - GAP_PX, "center": (box.left + box.right) / 2}
        for line, says in enumerate(placed.lines):
            bold = placed.wish in numbered or (line == 0 and not flow)
            rows.append({
                "says": says, "x": round(ends[placed.align], 1), "y": round(box.top + (line + 0.5) * LINE_PX, 1),
                "align": placed.align, "most_px": round(box.right - box.left), "size_px": 10 if flow or line else 11,
                "weight": "bold" if bold else "normal",
            })  # fmt: skip
    return rows
