"""The roads of an OpenStreetMap extract, as arrays."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LICENCE = "© OpenStreetMap contributors, ODbL 1.0"
UNITS_A_DEGREE = 10_000_000
NOWHERE = 2**31 - 1
"""How the library says that a way's node is not in the file."""


@dataclass(frozen=True)
class Extract:
    """The roads of one extract; *points* are the nodes of its ways, way after way.

    Attributes
    ----------
    name : str
        The file's name.
    date : str or None
        The day of its data: as its header says, else that of its newest road; ``None`` where neither is known.
    nodes, lon, lat : arrays
        By point: OpenStreetMap's number of the node; degrees × 10⁷, or ``NOWHERE``.
    starts : array
        By way: its first point; one more entry than ways.
    ways, classes : arrays
        By way: OpenStreetMap's number; place of its class in ``CLASSES``.
    speeds_m_per_h : array
        By way, direction (forth, back) and kind of vehicle; 0 where it may not go.
    names : list of str
        By way: name or number, as signed; empty without one.
    barriers : dict of int to int
        By node: the kinds of vehicle that can pass it, as bits; only where some cannot.
    """

    name: str
    date: str | None
    nodes: NDArray[np.int64]
    lon: NDArray[np.int32]
    lat: NDArray[np.int32]
    starts: NDArray[np.int64]
    ways: NDArray[np.int64]
    classes: NDArray[np.uint8]
    speeds_m_per_h: NDArray[np.int32]
    names: list[str]
    barriers: dict[int, int]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """South, west, north and east of its roads, degrees."""
        here = self.lon != NOWHERE
        lat, lon = self.lat[here] / UNITS_A_DEGREE, self.lon[here] / UNITS_A_DEGREE
        return float(lat.min()), float(lon.min()), float(lat.max()), float(lon.max())

    @property
    def source(self) -> str:
        """What stands as the source of each value taken from it."""
        of = f" of {self.date}" if self.date else ", of a date that it does not state"
        return f"OpenStreetMap extract {self.name}{of}, {LICENCE}"
