"""Where labels stand on a map: none over another, none beyond the edge; what finds no room gets a number.

Each label tries eight places round its point, and then eight further out, much in the order that Imhof found
most readable (Positioning names on maps, 1975): right above, right below, left above, and so on. The most
important comes first and takes the place that hides least of roads and symbols. What finds none gets a small number,
for a key beside the map; and where even a number finds none, the key says only that the place is there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from korridor.pictures.label_ground import Box, Ground, Wish


@dataclass(frozen=True)
class Placed:
    """A label that has a place; ``align`` says which side of the box its text keeps to."""

    wish: int
    lines: tuple[str, ...]
    box: Box
    align: str


@dataclass(frozen=True)
class Labels:
    """All labels of a map.

    Attributes
    ----------
    placed : tuple of Placed
        Texts and numbers, none over another and all in the frame.
    key : tuple of (int, int or None)
        Which wishes stand in the key, by index, and with which number; ``None`` where not even that had room.
    """

    placed: tuple[Placed, ...]
    key: tuple[tuple[int, int | None], ...]

    def renumbered(self, numbers: Sequence[int]) -> "Labels":
        """Return the same labels, of which the wishes have other numbers."""
        return Labels(
            tuple(replace(placed, wish=numbers[placed.wish]) for placed in self.placed),
            tuple((numbers[wish], number) for wish, number in self.key),
        )


def place_labels(
    wishes: Sequence[Wish],
    width_px: float,
    height_px: float,
    taken: Sequence[Box] = (),
    lines: Sequence[Sequence[tuple[float, float]]] = (),
) -> Labels:
    """Place labels.

    Parameters
    ----------
    wishes : sequence of Wish
        The most important first.
    width_px, height_px : float
        The picture's size.
    taken : sequence of Box
        Where no label may stand: scale bar, north arrow.
    lines : sequence of points
        Roads, which a label rather does not hide.
    """
    ground = Ground(width_px, height_px)
    for box in taken:
        ground.take(box)
    for line in lines:
        ground.mark_line(line)
    for wish in wishes:
        ground.mark_point(wish)
    placed: dict[int, Placed] = {}
    for index, wish in enumerate(wishes):
        spot = ground.best(wish)
        if spot is not None:
            placed[index] = Placed(index, wish.lines, *spot)
    missing = [index for index, wish in enumerate(wishes) if wish.in_key and index not in placed]
    key: list[tuple[int, int | None]] = []
    number = 0
    for index in missing:
        wish = replace(wishes[index], lines=(str(number + 1),))
        spot = ground.best(wish)
        if spot is not None:
            number += 1
            placed[index] = Placed(index, wish.lines, *spot)
        key.append((index, number if spot is not None else None))
    return Labels(tuple(placed.values()), tuple(key))
