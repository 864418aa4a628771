"""The report's section with the map: pictures, the key to them, and what they do not show."""

from dataclasses import dataclass

from korridor.papers.drawn import Drawn, drawn
from korridor.papers.own_direction import own_direction as own
from korridor.pictures.course import SCHEMATIC
from korridor.pictures.driven import drives
from korridor.pictures.map import map_picture
from korridor.pictures.map_layout import frames, key_lines, map_layout, people_words
from korridor.pictures.map_rows import MapRows, map_rows
from korridor.planning.plan import Plan

_MOST_STRETCH = 0.05
NO_MAP = "There is no map: the operation's file gives no place's coordinates (at: [latitude, longitude])."


@dataclass(frozen=True)
class Sheet:
    """One map; the places on it that have no label: number (empty where none fitted), name, people; and names cut."""

    picture: Drawn
    key: tuple[tuple[str, str, str], ...]
    cut: tuple[str, ...]


@dataclass(frozen=True)
class MapSection:
    """All that the report says of the map.

    Attributes
    ----------
    sheets : tuple of Sheet
        Empty where no place has coordinates; ``notes`` then has the one sentence that says so.
    notes : tuple of str
        What is schematic, and what is not there.
    unlocated : tuple of (str, str)
        Places without coordinates, and the people there.
    """

    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...]
    unlocated: tuple[tuple[str, str], ...]


def map_section(plan: Plan) -> MapSection:
    """Return the section of a plan."""
    rows = map_rows(plan.operation, plan.movements)
    shown = frames(rows)
    if not shown:
        return MapSection((), (NO_MAP,), ())
    sheets = []
    for index, frame in enumerate(shown):
        closer = next(iter(shown[index + 1 :]), None)
        layout = map_layout(rows, frame, closer)
        picture = drawn(f"map-{index}", map_picture(layout))
        sheets.append(Sheet(picture, key_lines(layout), layout.cut))
    stretch = max(frame.stretch for frame in shown)
    return MapSection(tuple(sheets), (*_notes(plan, rows), *_stretched(stretch)), _unlocated(rows))


def _notes(plan: Plan, rows: MapRows) -> list[str]:
    notes = [
        SCHEMATIC,
        "The broader the line, the more people are carried along it in all, with the number beside it; empty vehicles "
        "are not drawn.",
        "Land, coast and borders are Natural Earth's, drawn for 1:10,000,000: a kilometre and more may be wrong. Borders "
        "are shown as they are held, de facto; Korridor takes no position on any border.",
    ]
    passed = [road for road in rows.roads if road.through]
    for road in passed:
        notes.append(
            f"The line between {own(road.here)} and {own(road.there)} passes {', '.join(map(own, road.through))}, which "
            f"{'has' if len(road.through) == 1 else 'have'} no coordinates."
        )
    if rows.undrawn:
        ends = "; ".join(" – ".join(map(own, pair)) for pair in rows.undrawn)
        notes.append(f"Not drawn, because a place has no coordinates: {ends}.{_carried_unseen(plan, rows)}")
    return notes


def _stretched(stretch: float) -> list[str]:
    """Return a warning where the scale bar misleads at the map's edge."""
    if stretch <= _MOST_STRETCH:
        return []
    most = f"up to {stretch:.0%}" if stretch < 1 else f"as much as {1 + stretch:,.0f} times"
    return [
        f"The scale is true in the map's middle; at its upper and lower edge, lengths east and west are off by {most}."
    ]


def _carried_unseen(plan: Plan, rows: MapRows) -> str:
    """Return how many people are carried along roads that are not drawn, each once a movement."""
    unseen = set(rows.undrawn_roads)
    carried: dict[int, int] = {}
    for drive in drives(plan.operation, plan.movements):
        if any(road in unseen for road, _ in drive.steps):
            rank = drive.movement.rank
            carried[rank] = min(drive.movement.persons, carried.get(rank, 0) + drive.persons)
    persons = sum(carried.values())
    return f" {persons:,} people are carried along these on a part of their way." if persons else ""


def _unlocated(rows: MapRows) -> tuple[tuple[str, str], ...]:
    return tuple((place.place, ", ".join(people_words(place))) for place in rows.places if place.at is None)
