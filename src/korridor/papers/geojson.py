"""GeoJSON (RFC 7946) as our exports write it: longitude first, cut at the 180th meridian, with a box and an edition."""

import json
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from korridor.papers.word import without_the_word_in
from korridor.pictures.frame import At

EDITION = "internal"
EDITION_NOTE = (
    "Internal edition: it holds pick-up places, future times or people who remain. For the operation's own staff, "
    "not for the parties and not for the public."
)

Feature = dict[str, Any]
_DIGITS = 6  # a tenth of a metre


def feature(
    identity: str, geometry: dict[str, Any] | None, points: Sequence[At], **properties: Any
) -> Feature:
    """Return one feature.

    Parameters
    ----------
    identity : str
        Its ``id`` in the file.
    geometry : dict or None
        ``None`` where nothing is known of where it is.
    points : sequence of (float, float)
        What its box holds; for one point no box is written.
    **properties
        What is said of it; the edition is added.
    """
    made: Feature = {"type": "Feature", "id": identity}
    if len(points) > 1:
        made["bbox"] = bounding_box(points)
    return made | {"geometry": geometry, "properties": {**properties, "edition": EDITION}}


def collection_text(name: str, note: str, features: Iterable[Feature], points: Sequence[At]) -> str:
    """Return the text of a file; what it is and for whom stands beside the features."""
    head: dict[str, Any] = {"type": "FeatureCollection", "name": name, "edition": EDITION}
    head |= {"note": f"{EDITION_NOTE} {note}"}
    if points:
        head["bbox"] = bounding_box(points)
    rows = ",\n".join(_json(each) for each in features)
    opened = _json(head, indent=1).removesuffix("\n}")
    return f'{opened},\n "features": [\n{rows}\n]}}\n'


def _json(document: dict[str, Any], indent: int | None = None) -> str:
    return json.dumps(without_the_word_in(document), ensure_ascii=False, allow_nan=False, indent=indent)


def point(at: At) -> dict[str, Any]:
    """Return a point."""
    return {"type": "Point", "coordinates": _position(at)}


def lines(courses: Iterable[Sequence[At]]) -> dict[str, Any] | None:
    """Return a line, or several; each is cut where it crosses the 180th meridian (RFC 7946, 3.1.9).

    ``None`` where no course has two different points.
    """
    written = [[_position(at) for at in part] for course in courses for part in _cut(course)]
    # Points that are one once they are rounded are no line.
    written = [part for part in written if any(at != part[0] for at in part)]
    if len(written) == 1:
        return {"type": "LineString", "coordinates": written[0]}
    return {"type": "MultiLineString", "coordinates": written} if written else None


def bounding_box(points: Sequence[At]) -> list[float]:
    """Return west, south, east and north; west is greater than east where that box is the smaller (RFC 7946, 5.2)."""
    lats = [lat for lat, _ in points]
    around = sorted({lon for _, lon in points})
    gaps = [later - earlier for earlier, later in pairwise([*around, around[0] + 360])]
    # The widest gap between neighbours is what the box leaves out; of equals, the one over the meridian.
    widest = max(reversed(range(len(gaps))), key=gaps.__getitem__)
    west, east = around[(widest + 1) % len(around)], around[widest]
    return [_rounded(each) for each in (west, min(lats), east, max(lats))]


def _cut(course: Sequence[At]) -> list[list[At]]:
    """Return a course in parts, none of which crosses the 180th meridian."""
    parts = [[course[0]]] if course else []
    for (lat, lon), (to_lat, to_lon) in pairwise(course):
        if abs(to_lon - lon) > 180:
            edge = 180.0 if lon > 0 else -180.0
            span = 360 - abs(to_lon - lon)
            at = lat + (to_lat - lat) * (abs(edge - lon) / span if span else 0)
            parts[-1].append((at, edge))
            parts.append([(at, -edge)])
        parts[-1].append((to_lat, to_lon))
    return parts


def _position(at: At) -> list[float]:
    return [_rounded(at[1]), _rounded(at[0])]


def _rounded(degrees: float) -> float:
    return round(degrees, _DIGITS) + 0.0  # not -0.0
