"""A route strip in words: one line a place."""

from collections.abc import Sequence
from dataclasses import dataclass

from korridor.papers.day_clock import DayClock
from korridor.papers.march.column_words import some
from korridor.papers.march.route_strip import Doing, Point
from korridor.papers.own_direction import own_direction as own
from korridor.pictures.clock import MINUTE_S, lasting

_WHAT = {
    Doing.LOADS: "load and leave",
    Doing.PASSES: "pass",
    Doing.SCREENED: "checkpoint",
    Doing.SCREENED_LAST: "checkpoint; then the column ends, vehicles go on singly",
    Doing.RELEASED: "the column ends; vehicles go on singly",
}


@dataclass(frozen=True)
class StripRow:
    """One place of the route; a cell is empty where there is nothing to say.

    Attributes
    ----------
    arrives, leaves : str
        The first vehicle's; the leader's own, at the head of the column.
    last : str
        By when the last vehicle has gone on, or is unloaded.
    """

    place: str
    what: str
    far: str
    arrives: str
    leaves: str
    last: str


def strip_rows(strip: Sequence[Point], day: DayClock) -> tuple[StripRow, ...]:
    """Return the lines of a route strip."""
    return tuple(
        StripRow(
            place=point.place,
            what=_what(point),
            far="" if point.far_m is None else f"{point.far_m / 1000:.1f}",
            arrives="" if point.arrives_s is None else day.time(point.arrives_s),
            leaves="" if point.leaves_s is None else day.time(point.leaves_s),
            last=day.time(point.last_s, up=True),
        )
        for point in strip
    )


def _what(point: Point) -> str:
    if point.doing is Doing.UNLOADS:
        via = f"singly by way of {', '.join(map(own, point.via))}; " if point.via else ""
        vehicles = "" if point.all_vehicles else f" {some(point.vehicles)}"
        return f"{via}unload{vehicles}: {some(point.persons)}"
    words = [_WHAT[point.doing]]
    if point.halts_s:
        words.append(f"halt {lasting(point.halts_s)}")
    if point.waits_s >= MINUTE_S:
        words.append(f"then wait {lasting(-(-point.waits_s // MINUTE_S) * MINUTE_S)}")
    return ", ".join(words)
