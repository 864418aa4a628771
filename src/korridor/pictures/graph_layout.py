"""Where things stand on a movement graph: its height, its places' labels, its movements' numbers."""

from collections.abc import Sequence
from dataclasses import asdict

from korridor.pictures import theme
from korridor.pictures.graph_rows import LOADED, GraphRows
from korridor.pictures.spread import spread

_NUMBER_PX = 31  # how wide a movement's number is
_LABEL_PX = 13  # how high a line of text is
_LEVELS = 2  # lines of numbers under the corridor, and over it
_MOST_NAMES = 25  # of more places only those are named whose names have room where they stand

Row = dict[str, object]


def height_px(rows: GraphRows) -> int:
    """Return how high a panel is: the fewer the higher, and never too low for the places' names."""
    high = {1: 320, 2: 260}.get(len(rows.panels), 200)
    return max(high, _LABEL_PX * (min(_MOST_NAMES, len(rows.corridor.places)) + 2 * _LEVELS + 1))


def ends(rows: GraphRows) -> tuple[float, float]:
    """Return the distances at a panel's bottom and top, with room for numbers under and over the lines."""
    lowest, highest = min(rows.corridor.places.values()), max(rows.corridor.places.values())
    room_px = _LEVELS * _LABEL_PX + 4
    room = max(1, highest - lowest) * room_px / (height_px(rows) - 2 * room_px)
    return lowest - room, highest + room


def _label_far(rows: GraphRows) -> float:
    """How far along the corridor the height of a line of text reaches."""
    low, high = ends(rows)
    return (high - low) * _LABEL_PX / height_px(rows)


def place_lines(rows: GraphRows) -> list[Row]:
    """Return a line for each place; where two would be printed over each other, labels move apart.

    Of many places only those are named that have room.
    """
    places = sorted(rows.corridor.places.items(), key=lambda item: item[1])
    least = _label_far(rows)
    fars = [far for _, far in places]
    named = list(range(len(places))) if len(places) <= _MOST_NAMES else _with_room(fars, least)
    wanted = spread([fars[at] for at in named], least)
    label_of = dict(zip(named, _within(wanted, least, *ends(rows)), strict=True))
    return [
        {
            "place": place if at in label_of else "",
            "far": far,
            "label_far": label_of.get(at, far),
            "distance": distance(far, rows.corridor.unit) if at in label_of else "",
        }
        for at, (place, far) in enumerate(places)
    ]


def _with_room(fars: Sequence[float], least: float) -> list[int]:
    """Of positions, the highest first, those that are so far from all before."""
    kept: list[int] = []
    for at in reversed(range(len(fars))):
        if not kept or fars[kept[-1]] - fars[at] >= least:
            kept.append(at)
    return kept[::-1]


def _within(wanted: Sequence[float], least: float, low: float, high: float) -> list[float]:
    """Push labels that are apart into a panel, as far as it is high enough for them."""
    last = len(wanted) - 1
    raised = [max(each, low + (at + 0.5) * least) for at, each in enumerate(wanted)]
    return [min(each, high - (last - at + 0.5) * least) for at, each in enumerate(raised)]


def distance(far: int, unit: str) -> str:
    """Return a distance in words; nothing where places only stand under each other."""
    return {"km": f"{far / 1000:.1f} km", "min": f"{far / 60:.0f} min"}.get(unit, "")


def placed_numbers(rows: GraphRows) -> list[Row]:
    """Put loaded columns' numbers under the corridor and empty ones' over it, so that none overlaps another.

    Those that find no room are left out; the movement table has them all.
    """
    low, high = ends(rows)
    free_s: dict[tuple[int, str, int], float] = {}
    kept: list[Row] = []
    for mark in sorted(rows.numbers, key=lambda mark: (mark.panel, mark.moment_s)):
        panel = rows.panels[mark.panel]
        room_s = (panel.ends_s - panel.begins_s) * _NUMBER_PX / theme.WIDTH_PX
        begins_s = min(mark.moment_s, panel.ends_s - room_s)
        for level in range(_LEVELS):
            place = (mark.panel, mark.aboard, level)
            if free_s.get(place, panel.begins_s) <= begins_s:
                free_s[place] = begins_s + room_s
                inward = (_LEVELS - level - 0.5) * _label_far(rows)
                far = low + inward if mark.aboard == LOADED else high - inward
                kept.append(asdict(mark) | {"moment_s": begins_s, "far": far})
                break
    return kept


def legend_persons(most: int) -> list[int]:
    """Return up to three round numbers of people, for the legend of line weights."""
    ten = 10 ** (len(str(most)) - 1)
    highest = most // ten * ten
    return sorted({highest // 4, highest // 2, highest} - {0})
