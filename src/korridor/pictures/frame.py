"""The piece of the earth that a map shows, and how it lies on the picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

At = tuple[float, float]
"""Latitude and longitude in degrees, as files give them."""

Px = tuple[float, float]
"""Pixels from the picture's left and top edge."""

# A great circle of the earth's mean radius, 6 371 008.8 m (IUGG, Moritz 2000), divided by 360.
M_PER_DEG = 111_195.08

WIDTH_PX, LEAST_HEIGHT_PX, MOST_HEIGHT_PX = 800, 400, 700
MARGIN_PX = 70
LEAST_WIDTH_M = 2000
"""A single place is shown with so much around it."""


@dataclass(frozen=True)
class Frame:
    """A window on the earth, projected equirectangularly at its centre's latitude: north is up.

    Straight east and west, and near the centre in any direction, lengths are true; a frame of 300 km at 40°
    is off by one or two per cent at its upper and lower edge. Longitudes count from the centre, the shorter way round,
    so the 180th meridian is a line like any other.

    Attributes
    ----------
    centre : tuple of float
        Latitude and longitude, degrees.
    m_per_px : float
    height_px : int
        The width is ``WIDTH_PX`` always.
    """

    centre: At
    m_per_px: float
    height_px: int

    @property
    def _px_per_deg(self) -> Px:
        """Pixels a degree of longitude and of latitude."""
        return M_PER_DEG * _narrowed(self.centre[0]) / self.m_per_px, M_PER_DEG / self.m_per_px

    def px(self, at: At) -> Px:
        """Return where a point lies on the picture."""
        lat, lon = at
        east_deg = (lon - self.centre[1] + 180) % 360 - 180
        return self.of_degrees(self.centre[1] + east_deg, lat)

    def of_degrees(self, lon: float, lat: float) -> Px:
        """Return where a point lies whose longitude already runs on from the centre's."""
        across, down = self._px_per_deg
        x, y = (lon - self.centre[1]) * across, (self.centre[0] - lat) * down
        return WIDTH_PX / 2 + x, self.height_px / 2 + y

    @property
    def affine(self) -> tuple[float, float, float, float, float, float]:
        """The same as ``of_degrees``, as the matrix that shapely takes: a, b, d, e, x, y."""
        across, down = self._px_per_deg
        x, y = self.of_degrees(0, 0)
        return across, 0, 0, -down, x, y

    @property
    def stretch(self) -> float:
        """How far lengths east and west are off at the upper or lower edge, as a part: 0.02 for two per cent."""
        _, south, _, north = self.window
        true = _narrowed(self.centre[0])
        return max(abs(true / _narrowed(edge) - 1) for edge in (south, north))

    def seen_from(self, other: "Frame") -> tuple[Px, Px]:
        """Return the upper left and the lower right corner of this frame on another one's picture."""
        west, south, east, north = self.window
        turned = 360 * round((other.centre[1] - self.centre[1]) / 360)
        return other.of_degrees(west + turned, north), other.of_degrees(east + turned, south)

    @property
    def window(self) -> tuple[float, float, float, float]:
        """West, south, east and north edge in degrees; never more than once round, and no further than the poles."""
        across, down = self._px_per_deg
        half_lon = min(180.0, WIDTH_PX / 2 / across)
        half_lat = self.height_px / 2 / down
        lat, lon = self.centre
        return lon - half_lon, max(-90.0, lat - half_lat), lon + half_lon, min(90.0, lat + half_lat)

    def holds(self, at: At, margin_px: float = 0) -> bool:
        """Whether a point lies in the frame, at least so far from its edge."""
        x, y = self.px(at)
        return margin_px <= x <= WIDTH_PX - margin_px and margin_px <= y <= self.height_px - margin_px


def frame_of(points: Sequence[At]) -> Frame:
    """Return the frame that shows all points, with a margin for labels.

    Parameters
    ----------
    points : sequence of (float, float)
        At least one.
    """
    lats = [lat for lat, _ in points]
    west, east = _shortest_span([lon for _, lon in points])
    centre = ((min(lats) + max(lats)) / 2, (west + east) / 2)
    wide_m = (east - west) * M_PER_DEG * _narrowed(centre[0])
    high_m = (max(lats) - min(lats)) * M_PER_DEG
    m_per_px = max(
        wide_m / (WIDTH_PX - 2 * MARGIN_PX),
        high_m / (MOST_HEIGHT_PX - 2 * MARGIN_PX),
        LEAST_WIDTH_M / WIDTH_PX,
    )
    height_px = round(high_m / m_per_px) + 2 * MARGIN_PX
    return Frame(centre, m_per_px, min(MOST_HEIGHT_PX, max(LEAST_HEIGHT_PX, height_px)))


def _narrowed(lat: float) -> float:
    """How much shorter a degree of longitude is than one of latitude; not quite nothing at a pole."""
    return max(1e-6, cos(radians(lat)))


def _shortest_span(lons: Sequence[float]) -> tuple[float, float]:
    """Return west and east of the shortest stretch that holds all longitudes; it may run on past 180."""
    around = sorted({lon % 360 for lon in lons})
    gaps = [later - earlier for earlier, later in pairwise([*around, around[0] + 360])]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    west = around[(widest + 1) % len(around)]
    east = around[widest]
    east += 360 * (east < west)
    turned = 360 * ((west + east) / 2 > 180)
    return west - turned, east - turned
