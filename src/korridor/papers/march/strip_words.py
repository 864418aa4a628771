"""A route strip in words: one line a place."""

from collections.abc import Sequence
from dataclasses import dataclass

from korridor.papers.day_clock import DayClock
from korridor.papers.kilometres import km
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
            far=km(point.far_m, unknown=""),
            arrives="" if point.arrives_s is None else day.time(point.arrives_s),
            leaves=_leaves(point, day),
            last=day.time(point.last_s, up=True),
        )
        for point in strip
    )


def _leaves(point: Point, day: DayClock) -> str:
    """When the first vehicle goes on; to the second where it must not go sooner."""
    if point.leaves_s is None:
        return ""
    held = point.doing is Doing.LOADS or point.waits_s > 0
    return (day.exact if held else day).time(point.leaves_s)


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
