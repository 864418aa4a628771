"""Where a road runs on the ground, as far as the operation says.

Today a file gives no course, so a road is the straight line between its two places, and every map, GeoJSON and
GPX says that it is schematic. A drawn course belongs here, and nowhere else: whoever draws a road asks this file.
"""

from korridor.operation.operation import Operation
from korridor.pictures.frame import At

SCHEMATIC = "Roads are drawn as straight lines between places: schematic, not their course on the ground."


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
