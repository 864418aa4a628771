"""A map of our own, drawn in metres, and written as an OpenStreetMap extract."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import cos, radians
from pathlib import Path

import osmium
from osmium.osm.mutable import Node, Way

from korridor.roads.network import EARTH_M

SOUTH, WEST = 36.0, 37.0
METRES_A_DEGREE = EARTH_M * 3.141592653589793 / 180


def at(east_m: float, north_m: float) -> tuple[float, float]:
    """Latitude and longitude of a point so far from the map's south-west corner."""
    lat = SOUTH + north_m / METRES_A_DEGREE
    return round(lat, 7), round(WEST + east_m / METRES_A_DEGREE / cos(radians(SOUTH)), 7)


def lonlat(east_m: float, north_m: float) -> list[float]:
    """The same as GeoJSON has it."""
    return list(at(east_m, north_m)[::-1])


@dataclass
class Map:
    """Points by name, in metres east and north, and ways along them.

    ``roads`` are lists of points' names with tags; a road's number is its place in the list, from 1.
    """

    points: dict[str, tuple[float, float]]
    roads: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)
    barriers: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def write(self, path: Path, date: str | None = "2026-11-01T00:00:00Z", sort: bool = True) -> Path:
        """Write the extract; each road's points are separated by spaces."""
        header = osmium.io.Header()
        if date:
            header.set("osmosis_replication_timestamp", date)
        number = {name: index + 1 for index, name in enumerate(self.points)}
        with osmium.SimpleWriter(str(path), header=header, overwrite=True) as writer:
            if sort:
                self._write_points(writer, number)
            for index, (names, tags) in enumerate(self.roads):
                nodes = [number.get(name, 10**9) for name in names.split()]
                writer.add_way(Way(id=index + 1, nodes=nodes, tags=dict(tags)))
            if not sort:
                self._write_points(writer, number)
        return path

    def _write_points(self, writer: osmium.SimpleWriter, number: Mapping[str, int]) -> None:
        for name, (east_m, north_m) in self.points.items():
            lat, lon = at(east_m, north_m)
            tags = self.barriers.get(name, {})
            writer.add_node(Node(id=number[name], location=(lon, lat), tags=dict(tags)))


def operation_text(
    places: Mapping[str, tuple[str, tuple[float, float] | None]], more: str = "", fleet: str = ""
) -> str:
    """An operation in YAML: places by name with their other keys and their metres east and north."""
    lines = ["korridor: 1", "name: Town", "places:"]
    for name, (keys, metres) in places.items():
        position = f", at: [{', '.join(map(str, at(*metres)))}]" if metres else ""
        lines.append(f"  {name}: {{{keys}{position}}}")
    lines += ["roads: []", "people:", "  all: {at: Square, class: well, count: 60}", "fleet:"]
    lines.append(fleet or "  bus: {depot: Yard, number: 2, layouts: [{seats: 30}]}")
    return "\n".join(lines) + "\n" + more
