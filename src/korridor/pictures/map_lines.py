"""Roads as they lie on a map's picture: cut to its frame, and beside each other where several join two places."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, degrees, hypot

import shapely
from shapely.geometry import LineString, box
from shapely.geometry.base import BaseGeometry

from korridor.pictures.frame import WIDTH_PX, Frame, Px
from korridor.pictures.map_rows import RoadRow

_BEND_PX = 18


@dataclass(frozen=True)
class Line:
    """A road on the picture."""

    road: RoadRow
    points: tuple[Px, ...]

    @property
    def middle(self) -> tuple[Px, float] | None:
        """The middle of what the frame shows of it, and its bearing there in degrees from north; ``None`` if unseen."""
        line = LineString(self.points)
        if line.length == 0:
            return None
        point = line.interpolate(0.5, normalized=True)
        before = line.interpolate(max(0.0, line.project(point) - 2))
        after = line.interpolate(line.project(point) + 2)
        return (point.x, point.y), degrees(atan2(after.x - before.x, before.y - after.y))


def map_lines(roads: Sequence[RoadRow], frame: Frame) -> tuple[Line, ...]:
    """Return the roads; of several between the same two places each bends more than the one before."""
    ground = box(0, 0, WIDTH_PX, frame.height_px)
    seen: Counter[frozenset[str]] = Counter()
    found = []
    for road in roads:
        points = [frame.px(at) for at in road.points]
        ends = frozenset((road.here, road.there))
        if seen[ends] and len(points) == 2:
            side = 1 if road.here == min(ends) else -1
            points.insert(1, _bent(points[0], points[1], side, seen[ends]))
        seen[ends] += 1
        shown = _longest_inside(points, ground)
        if len(shown) > 1:
            found.append(Line(road, shown))
    return tuple(found)


def _longest_inside(points: list[Px], ground: BaseGeometry) -> tuple[Px, ...]:
    """Return the longest stretch of a line that lies in the frame; a line that leaves it may come back."""
    if len(set(points)) < 2:
        return ()
    inside = LineString(points).intersection(ground)
    parts = [part for part in shapely.get_parts(inside) if isinstance(part, LineString)]
    longest = max(parts, key=lambda part: part.length, default=LineString())
    return tuple((x, y) for x, y in longest.coords)


def _bent(here: Px, there: Px, side: int, which: int) -> Px:
    """Return a point beside the middle of two, on alternate sides, further out each time."""
    (x, y), (to_x, to_y) = here, there
    length = hypot(to_x - x, to_y - y) or 1
    out = side * _BEND_PX * ((which + 1) // 2) * (1 if which % 2 else -1)
    return (x + to_x) / 2 - out * (to_y - y) / length, (y + to_y) / 2 + out * (to_x - x) / length
