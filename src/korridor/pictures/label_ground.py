"""The ground that labels compete for: where one could stand, which places are taken, and what each would hide."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from korridor.pictures.text_width import text_px

LINE_PX, GAP_PX = 13, 2
_CELL_PX = 8
_FURTHER_PX, _FURTHER_COST = 14, 8


@dataclass(frozen=True)
class Box:
    """A rectangle on the picture, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether two boxes share more than an edge."""
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.bottom <= other.top or other.bottom <= self.top)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in the box."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def within(self, width_px: float, height_px: float) -> bool:
        """Whether the box lies in a picture of that size."""
        return self.left >= 0 and self.top >= 0 and self.right <= width_px and self.bottom <= height_px


@dataclass(frozen=True)
class Wish:
    """A label that someone wants.

    Attributes
    ----------
    x, y : float
        The point that it belongs to, in pixels.
    lines : tuple of str
        What it says; already short enough.
    size_px : int
        The letters' size.
    away_px : float
        How far from the point it must stay.
    in_key : bool
        Whether it gets a number where it finds no room; else it is left out.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    size_px: int = 11
    away_px: float = 8
    in_key: bool = True


def _round_point(wish: Wish) -> Box:
    far_px = wish.away_px * 0.8
    return Box(wish.x - far_px, wish.y - far_px, wish.x + far_px, wish.y + far_px)


def _spots(wish: Wish, away: float) -> list[tuple[Box, str]]:
    """Return where a label could stand, the best place first, and to which side its text keeps."""
    wide = max(text_px(line, wish.size_px) for line in wish.lines) + 2 * GAP_PX
    high = LINE_PX * len(wish.lines)
    x, y, slant = wish.x, wish.y, away * 0.7
    return [
        (Box(x + slant, y - slant - high, x + slant + wide, y - slant), "left"),
        (Box(x + slant, y + slant, x + slant + wide, y + slant + high), "left"),
        (Box(x - slant - wide, y - slant - high, x - slant, y - slant), "right"),
        (Box(x - slant - wide, y + slant, x - slant, y + slant + high), "right"),
        (Box(x + away, y - high / 2, x + away + wide, y + high / 2), "left"),
        (Box(x - away - wide, y - high / 2, x - away, y + high / 2), "right"),
        (Box(x - wide / 2, y - away - high, x + wide / 2, y - away), "center"),
        (Box(x - wide / 2, y + away, x + wide / 2, y + away + high), "center"),
    ]


class Ground:
    """The picture as cells: which hold a label, and which something that a label had better not hide."""

    def __init__(self, width_px: float, height_px: float) -> None:
        self.width_px, self.height_px = width_px, height_px
        self._boxes: dict[tuple[int, int], list[Box]] = {}
        self._marked: dict[tuple[int, int], int] = {}

    def _cells(self, box: Box) -> list[tuple[int, int]]:
        columns = range(int(box.left // _CELL_PX), int(box.right // _CELL_PX) + 1)
        rows = range(int(box.top // _CELL_PX), int(box.bottom // _CELL_PX) + 1)
        return [(column, row) for column in columns for row in rows]

    def take(self, box: Box) -> None:
        """Keep every label out of a box."""
        for cell in self._cells(box):
            self._boxes.setdefault(cell, []).append(box)

    def mark_point(self, wish: Wish) -> None:
        """Note a symbol, which a label had better not hide."""
        box = _round_point(wish)
        if box.overlaps(Box(0, 0, self.width_px, self.height_px)):
            for cell in self._cells(box):
                self._marked[cell] = self._marked.get(cell, 0) + 2

    def mark_line(self, points: Sequence[tuple[float, float]]) -> None:
        """Note a line, which a label rather does not hide."""
        for (x, y), (to_x, to_y) in pairwise(points):
            steps = int(max(abs(to_x - x), abs(to_y - y)) // _CELL_PX) + 1
            for step in range(steps + 1):
                part = step / steps
                cell = (int((x + part * (to_x - x)) // _CELL_PX), int((y + part * (to_y - y)) // _CELL_PX))
                self._marked.setdefault(cell, 1)

    def best(self, wish: Wish) -> tuple[Box, str] | None:
        """Take the spot that hides least, of equals the first; ``None`` where each is taken or beyond the edge."""
        own = set(self._cells(_round_point(wish)))
        found: tuple[int, tuple[Box, str]] | None = None
        for further, away_px in enumerate((wish.away_px, wish.away_px + _FURTHER_PX)):
            for spot in _spots(wish, away_px):
                if self._is_free(spot[0]):
                    hides = sum(self._marked.get(cell, 0) for cell in self._cells(spot[0]) if cell not in own)
                    if found is None or hides + further * _FURTHER_COST < found[0]:
                        found = hides + further * _FURTHER_COST, spot
        if found is None:
            return None
        self.take(found[1][0])
        return found[1]

    def _is_free(self, box: Box) -> bool:
        if not box.within(self.width_px, self.height_px):
            return False
        return not any(
            box.overlaps(other) for cell in self._cells(box) for other in self._boxes.get(cell, ())
        )
