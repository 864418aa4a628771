"""Where a road runs on the ground, as far as the operation says.

Today a file gives no course, so a road is the straight line between its two places, and every map, GeoJSON and
GPX says that it is schematic. A drawn course belongs here, and nowhere else: whoever draws a road asks this file.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from korridor.operation.operation import Operation
from korridor.operation.ways import Step
from korridor.pictures.frame import At

SCHEMATIC = "Roads are drawn as straight lines between places: schematic, not their course on the ground."


Stretch = tuple[str, str, tuple[int, ...]]
"""From a place with coordinates to the next one that has them, along these roads."""


def located(operation: Operation, name: str) -> At | None:
    """Return a place's latitude and longitude, where the file gives them."""
    return operation.places[name].at


def course(operation: Operation, here: str, there: str, roads: tuple[int, ...]) -> tuple[At, ...]:
    """Return the points of a stretch of road between two places that have coordinates, in this direction.

    Parameters
    ----------
    operation : Operation
    here, there : str
        The stretch's ends.
    roads : tuple of int
        The roads between them, more than one where the places in between have no coordinates.
    """
    begins, ends = located(operation, here), located(operation, there)
    assert begins is not None and ends is not None
    return begins, ends


def stretches(operation: Operation, places: Sequence[str], steps: Sequence[Step]) -> Iterator[Stretch]:
    """Cut a way where places have coordinates; what lies before the first such place and after the last is left out.

    Parameters
    ----------
    operation : Operation
    places : sequence of str
        Where the way passes, both ends included.
    steps : sequence of (int, bool)
        The road to each next place, and whether it is driven forth.
    """
    known = [index for index, place in enumerate(places) if located(operation, place) is not None]
    for first, last in pairwise(known):
        yield places[first], places[last], tuple(road for road, _ in steps[first:last])


def along(operation: Operation, places: Sequence[str], steps: Sequence[Step]) -> tuple[At, ...]:
    """Return the course of a way, from one place with coordinates to the next that has them."""
    found: list[At] = []
    for stretch in stretches(operation, places, steps):
        found += course(operation, *stretch)[1 if found else 0 :]
    return tuple(found)
