"""A country-like extract, drawn by a rule: towns of streets, roads between them, and far more that is no road.

In a country's extract most nodes belong to buildings, land use and water; so filtering counts. Node numbers are
dense and their order follows no road, as in OpenStreetMap; ways share nodes at crossings; streets bend; motorways
have two carriageways.
"""

import json
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from math import cos, gcd, hypot, radians
from pathlib import Path

import osmium
from osmium.osm.mutable import Node, Way

SOUTH, WEST = 34.0, 37.0
DEGREES_A_KM = 1 / 111.195
TOWNS_A_SIDE, TOWN_APART_KM = 15, 25.0
BLOCKS_A_SIDE, BLOCK_KM = 24, 0.12
BENDS = 3
FIRST_S, LAST_S = 1_300_000_000, 1_790_000_000
"""The days on which objects were last edited, 2011 to 2026."""
BUILDINGS_A_BLOCK = 6


class Noise:
    """Numbers that look like chance and are the same every time (Marsaglia's xorshift, doi 10.18637/jss.v008.i14)."""

    def __init__(self, seed: int) -> None:
        self._state = seed

    def share(self) -> float:
        """The next number, from 0 to 1."""
        x = self._state
        x ^= (x << 13) & (2**64 - 1)
        x ^= x >> 7
        x ^= (x << 17) & (2**64 - 1)
        self._state = x
        return x / 2**64

    def about(self, middle: float, spread: float) -> float:
        """A number within ``spread`` of ``middle``."""
        return middle + (2 * self.share() - 1) * spread


@dataclass
class Country:
    """Nodes and ways, as they are drawn; kilometres east and north."""

    noise: Noise = field(default_factory=lambda: Noise(88172645463325252))
    nodes: list[tuple[float, float]] = field(default_factory=list)
    ways: list[tuple[list[int], dict[str, str]]] = field(default_factory=list)

    def node(self, x_km: float, y_km: float) -> int:
        """Draw a node; its number."""
        self.nodes.append((x_km, y_km))
        return len(self.nodes)

    def way(self, nodes: list[int], **tags: str) -> None:
        """Draw a way."""
        self.ways.append((nodes, tags))

    def bent(self, first: int, last: int, bends: int, sideways_km: float) -> list[int]:
        """A line that wanders from one node to another."""
        (ax, ay), (bx, by) = self.nodes[first - 1], self.nodes[last - 1]
        points = [first]
        for bend in range(1, bends + 1):
            share = bend / (bends + 1)
            off = self.noise.about(0, sideways_km)
            long = hypot(bx - ax, by - ay) or 1
            x, y = (
                ax + share * (bx - ax) - off * (by - ay) / long,
                ay + share * (by - ay) + off * (bx - ax) / long,
            )
            points.append(self.node(x, y))
        return [*points, last]


def town(country: Country, x_km: float, y_km: float) -> int:
    """Streets in a grid that is not quite one, with houses along them; its middle crossing."""
    size = BLOCKS_A_SIDE
    crossing = {
        (i, j): country.node(
            country.noise.about(x_km + (i - size / 2) * BLOCK_KM, 0.02),
            country.noise.about(y_km + (j - size / 2) * BLOCK_KM, 0.02),
        )
        for i in range(size + 1)
        for j in range(size + 1)
    }
    for i in range(size + 1):
        for along in (0, 1):
            kind = "secondary" if i == size // 2 else "tertiary" if i % 6 == 0 else "residential"
            tags = {"highway": kind, "name": f"Street {i}"}
            if kind == "residential" and i % 5 == 1:
                tags["oneway"] = "yes"
            for j in range(0, size, 2):
                line: list[int] = []
                for k in range(j, min(j + 2, size)):
                    ends = [(k, i), (k + 1, i)] if along else [(i, k), (i, k + 1)]
                    line += country.bent(crossing[ends[0]], crossing[ends[1]], BENDS, 0.01)[bool(line) :]
                country.way(line, **tags)
    for i in range(size):
        for j in range(size):
            _houses(country, x_km + (i - size / 2) * BLOCK_KM, y_km + (j - size / 2) * BLOCK_KM)
    return crossing[size // 2, size // 2]


def _houses(country: Country, x_km: float, y_km: float) -> None:
    for _ in range(BUILDINGS_A_BLOCK):
        x, y = x_km + country.noise.share() * BLOCK_KM, y_km + country.noise.share() * BLOCK_KM
        corners = [(0.0, 0.0), (0.012, 0.0), (0.012, 0.006), (0.014, 0.006), (0.014, 0.01), (0.0, 0.01)]
        nodes = [country.node(country.noise.about(x + dx, 0.0005), y + dy) for dx, dy in corners]
        country.way([*nodes, nodes[0]], building="yes", **{"addr:housenumber": str(len(country.ways) % 211)})


def draw() -> tuple[Country, list[tuple[float, float]]]:
    """The country, and where its towns are (latitude, longitude)."""
    country = Country()
    middles = {}
    for i in range(TOWNS_A_SIDE):
        for j in range(TOWNS_A_SIDE):
            x, y = country.noise.about(i * TOWN_APART_KM, 6), country.noise.about(j * TOWN_APART_KM, 6)
            middles[i, j] = town(country, x, y)
    for (i, j), here in middles.items():
        for there, kind in (((i + 1, j), "primary"), ((i, j + 1), "trunk" if i % 4 == 0 else "primary")):
            if there in middles:
                _road(country, here, middles[there], kind)
        if (i + 1, j + 1) in middles and (i + j) % 2:
            _road(country, here, middles[i + 1, j + 1], "unclassified")
    _motorway(country, [middles[i, TOWNS_A_SIDE // 2] for i in range(TOWNS_A_SIDE)])
    return country, [degrees(*country.nodes[node - 1]) for node in middles.values()]


def _road(country: Country, here: int, there: int, kind: str) -> None:
    """A winding road, with farm tracks and a field beside it."""
    line = country.bent(here, there, 250, 0.4)
    for begin in range(0, len(line) - 1, 50):
        country.way(line[begin : begin + 51], highway=kind, ref=f"{kind[0].upper()}{here % 97}")
    for index in range(5, len(line) - 5, 10):
        x, y = country.nodes[line[index] - 1]
        end = country.node(country.noise.about(x, 2), country.noise.about(y, 2))
        country.way(country.bent(line[index], end, 12, 0.05), highway="track", surface="unpaved")
        field_ = [country.node(country.noise.about(x, 1), country.noise.about(y, 1)) for _ in range(12)]
        country.way([*field_, field_[0]], landuse="farmland")


def _motorway(country: Country, towns: list[int]) -> None:
    """Two carriageways past the towns, with a ramp down and a ramp up each way at every one."""
    for offset, order in ((0.0, towns), (0.03, towns[::-1])):
        stops = [(country.nodes[t - 1][0], country.nodes[t - 1][1] + 2.5 + offset, t) for t in order]
        at = [country.node(x, y) for x, y, _ in stops]
        for here, there in pairwise(at):
            country.way(country.bent(here, there, 60, 0.0), highway="motorway", ref="M1", oneway="yes")
        for node, (_, _, town_) in zip(at, stops, strict=True):
            country.way(country.bent(node, town_, 5, 0.0), highway="motorway_link", oneway="no")


def degrees(x_km: float, y_km: float) -> tuple[float, float]:
    """Latitude and longitude."""
    return SOUTH + y_km * DEGREES_A_KM, WEST + x_km * DEGREES_A_KM / cos(radians(SOUTH + 1.3))


def _edited(number: int) -> datetime:
    """When an object was last edited; objects that follow each other were not edited on one day."""
    return datetime.fromtimestamp(FIRST_S + number * 7_919_317 % (LAST_S - FIRST_S), UTC)


def write(path: Path) -> list[tuple[float, float]]:
    """Write the extract, nodes before ways as everywhere; where its towns are."""
    country, towns = draw()
    size = len(country.nodes)
    stride = next(step for step in range(round(size * 0.618), size) if gcd(step, size) == 1)
    drawn_as = {}  # OpenStreetMap's number of each node, spread over all numbers
    number = 0
    for node in range(size):
        drawn_as[number] = node
        number = (number + stride) % size
    number_of = [0] * (size + 1)
    for number, node in drawn_as.items():
        number_of[node + 1] = number + 1
    header = osmium.io.Header()
    header.set("osmosis_replication_timestamp", "2026-11-01T00:00:00Z")
    with osmium.SimpleWriter(str(path), header=header, overwrite=True) as writer:
        for number in range(size):
            lat, lon = degrees(*country.nodes[drawn_as[number]])
            writer.add_node(
                Node(id=number + 1, location=(lon, lat), version=1 + number % 4, timestamp=_edited(number))
            )
        for number, (nodes, tags) in enumerate(country.ways, start=1):
            refs = [number_of[node] for node in nodes]
            writer.add_way(
                Way(id=number, nodes=refs, tags=tags, version=1 + number % 6, timestamp=_edited(number))
            )
    return towns


if __name__ == "__main__":  # a process of its own, so that its memory is not counted as the reader's
    print(json.dumps(write(Path(sys.argv[1]))))
