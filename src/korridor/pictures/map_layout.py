"""Where things stand on a map: roads, arrows, labels, scale bar and north, in pixels of one frame."""

from dataclasses import dataclass

from korridor.operation.place import Kind
from korridor.pictures.frame import WIDTH_PX, Frame, Px, frame_of
from korridor.pictures.label_ground import LINE_PX, Box, Wish
from korridor.pictures.labels import Labels, place_labels
from korridor.pictures.map_lines import Line, map_lines
from korridor.pictures.map_rows import MapRows, PlaceRow
from korridor.pictures.text_width import shortened, text_px

SYMBOL_PX = 7
"""From the middle of a place's symbol to its edge."""

NAME_PX = 190
"""A longer name is cut, and stands in full in the key."""

INSET = "see the closer map"

_EDGE_PX = 4  # a symbol nearer to the edge than this is not shown
_CLOSER = 3
_NAME_SIZE_PX, _FLOW_SIZE_PX = 11, 10
_IMPORTANT = (Kind.CHECKPOINT, Kind.TRANSFER, Kind.ASSEMBLY, Kind.RECEPTION, Kind.HOSPITAL)
"""Of equally important places, these are labelled first."""


@dataclass(frozen=True)
class MapLayout:
    """One map, laid out.

    Attributes
    ----------
    frame : Frame
    places : tuple of (PlaceRow, (float, float))
        Those in the frame, and where.
    lines : tuple of Line
        Roads as far as the frame shows them.
    labels : Labels
        Wishes are ``places`` first, by index, and flows after them.
    cut : tuple of str
        Names that were too long for the map.
    scale_bar : ScaleBar
    inset : Box or None
        What a closer map shows: labels stand there.
    most_persons : int
        On any one road of the operation, so that lines of all its maps have one scale.
    """

    frame: Frame
    places: tuple[tuple[PlaceRow, Px], ...]
    lines: tuple[Line, ...]
    labels: Labels
    cut: tuple[str, ...]
    scale_bar: "ScaleBar"
    inset: Box | None
    most_persons: int


@dataclass(frozen=True)
class ScaleBar:
    """A round length, true at the frame's centre."""

    says: str
    left: float
    right: float
    y: float


def frames(rows: MapRows) -> tuple[Frame, ...]:
    """Return a frame of all places that have coordinates; and a closer one of where columns drive, if it helps.

    None where no place has coordinates.
    """
    drawn = rows.drawn
    if not drawn:
        return ()
    whole = frame_of([place.at for place in drawn if place.at])
    column = [place.at for place in drawn if place.in_column and place.at]
    close = frame_of(column) if len(set(column)) > 1 else whole
    return (whole, close) if close.m_per_px * _CLOSER <= whole.m_per_px else (whole,)


def map_layout(rows: MapRows, frame: Frame, closer: Frame | None = None) -> MapLayout:
    """Lay one map out.

    Parameters
    ----------
    rows : MapRows
    frame : Frame
        What it shows.
    closer : Frame, optional
        What another map shows more closely: places and roads inside are labelled there and not here.
    """
    lines = map_lines(rows.roads, frame)
    places = tuple(
        (place, frame.px(place.at)) for place in _by_weight(rows) if place.at and _shown(place, frame)
    )
    bar = _scale_bar(frame)
    inset = None if closer is None else Box(*sum(closer.seen_from(frame), ()))
    taken = [
        Box(bar.left - 6, bar.y - 22, max(bar.right, bar.left + 70) + 6, frame.height_px),
        Box(WIDTH_PX - 36, 0, WIDTH_PX, 52),
        *([inset, inset_words(inset, frame)] if inset else []),
    ]
    asked = {
        number: _place_wish(place, at)
        for number, (place, at) in enumerate(places)
        if closer is None or not _shown(place, closer)
    }
    for number, line in enumerate(lines, len(places)):
        wish = _flow_wish(line)
        if wish and not (inset and inset.holds(wish.x, wish.y)):
            asked[number] = wish
    labels = place_labels(
        list(asked.values()), WIDTH_PX, frame.height_px, taken, [line.points for line in lines]
    ).renumbered(list(asked))
    cut = tuple(place.place for place, _ in places if _name(place) != place.place)
    most = max((road.persons for road in rows.roads), default=0)
    return MapLayout(frame, places, lines, labels, cut, bar, inset, most)


def _by_weight(rows: MapRows) -> list[PlaceRow]:
    """Return the places, those that columns pass first, and of these the more important kinds."""

    def weight(place: PlaceRow) -> tuple[bool, int]:
        important = _IMPORTANT.index(Kind(place.kind)) if place.kind in _IMPORTANT else len(_IMPORTANT)
        return not place.in_column, important

    return sorted(rows.drawn, key=weight)


def _shown(place: PlaceRow, frame: Frame) -> bool:
    return place.at is not None and frame.holds(place.at, margin_px=_EDGE_PX)


def inset_words(inset: Box, frame: Frame) -> Box:
    """Return where it says that there is a closer map: under the inset, or over it where there is no room."""
    top = inset.bottom + 2 if inset.bottom + LINE_PX + 4 < frame.height_px else inset.top - LINE_PX - 2
    return Box(inset.left, top, inset.left + text_px(INSET, _FLOW_SIZE_PX), top + LINE_PX)


def people_words(place: PlaceRow) -> tuple[str, ...]:
    """Return what a label says of the people at a place."""
    people = place.people
    said = ((people.left, "left behind"), (people.arrived, "arrived"), (people.late, "arrived too late"))
    return tuple(f"{persons:,} {word}" for persons, word in said if persons)


def _name(place: PlaceRow) -> str:
    return shortened(" ".join(place.place.split()), NAME_PX, _NAME_SIZE_PX)


def _place_wish(place: PlaceRow, at: Px) -> Wish:
    return Wish(*at, (_name(place), *people_words(place)), _NAME_SIZE_PX, SYMBOL_PX + 2)


def _flow_wish(line: Line) -> Wish | None:
    """Return the number of people on a road, to stand beside its middle; none where nobody is on it."""
    if not line.road.persons or line.middle is None:
        return None
    (x, y), _ = line.middle
    return Wish(x, y, (f"{line.road.persons:,}",), _FLOW_SIZE_PX, 11, in_key=False)


def _scale_bar(frame: Frame) -> ScaleBar:
    """Return the longest round length that is no longer than a fifth of the picture."""
    most_m = frame.m_per_px * WIDTH_PX / 5
    ten = 1.0
    while ten * 10 <= most_m:
        ten *= 10
    length_m = next(step * ten for step in (5, 2, 1) if step * ten <= most_m or step == 1)
    says = f"{length_m / 1000:,.0f} km" if length_m >= 1000 else f"{length_m:,.0f} m"
    return ScaleBar(says, 14, 14 + length_m / frame.m_per_px, frame.height_px - 12)


def key_lines(layout: MapLayout) -> tuple[tuple[str, str, str], ...]:
    """Return the key: a number (or nothing, where there was no room for one), a place's name, and its people."""
    found = []
    for wish, number in layout.labels.key:
        place, _ = layout.places[wish]
        found.append((str(number or ""), place.place, ", ".join(people_words(place))))
    return tuple(found)
