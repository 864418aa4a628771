"""Maps that Hypothesis draws, and the answers of a second, plain program: Dijkstra's algorithm over a dictionary."""

import heapq
from dataclasses import dataclass
from itertools import pairwise
from math import asin, cos, inf, radians, sin, sqrt

from hypothesis import strategies as st

from tests.roads.drawn_map import Map, at

APART_M = 400
# Kilometres an hour by class for buses, copied by hand from speeds.yaml: the oracle reads nothing of the program's.
BUS_KM_H = {"motorway": 66, "trunk": 60, "primary": 40, "unclassified": 30, "residential": 24, "service": 20}


@dataclass(frozen=True)
class AnyMap:
    """A map, and the crossings where places stand."""

    drawn: Map
    places: tuple[str, ...]


@st.composite
def any_maps(draw, one_way=True, places=4):
    """A grid of crossings with some streets missing, of any class, bent, limited, and perhaps one-way."""
    across, up = draw(st.integers(2, 4)), draw(st.integers(2, 4))
    points, roads = {}, []
    for i in range(across):
        for j in range(up):
            bend = draw(st.tuples(st.integers(-90, 90), st.integers(-90, 90)))
            points[f"x{i}{j}"] = (i * APART_M + bend[0], j * APART_M + bend[1])
    for i in range(across):
        for j in range(up):
            for there in ((i + 1, j), (i, j + 1)):
                name = "x{}{}".format(*there)
                if name in points and draw(st.integers(0, 9)) > 1:
                    tags = {"highway": draw(st.sampled_from(sorted(BUS_KM_H)))}
                    tags["oneway"] = draw(st.sampled_from(("no", "no", "yes", "-1"))) if one_way else "no"
                    if draw(st.booleans()):
                        tags["maxspeed"] = draw(st.sampled_from(("15", "30", "20 mph", "none")))
                    roads.append((f"x{i}{j} {name}", tags))
    roads = roads or [("x00 x01", {"highway": "service", "oneway": "no"})]
    used = sorted({name for names, _ in roads for name in names.split()})
    chosen = draw(st.lists(st.sampled_from(used), min_size=2, max_size=places, unique=True))
    return AnyMap(Map(points, roads), tuple(chosen))


def metres(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Along a great circle, from points in metres as drawn, by way of their degrees as written."""
    (lat, lon), (lat2, lon2) = at(*here), at(*there)
    half = sin(radians(lat2 - lat) / 2) ** 2
    half += cos(radians(lat)) * cos(radians(lat2)) * sin(radians(lon2 - lon) / 2) ** 2
    return 2 * 6_371_008.8 * asin(sqrt(half))


def seconds_between(drawn: Map, closed: frozenset[int] = frozenset()) -> dict[str, dict[str, float]]:
    """Seconds of a bus from each point to each other; infinite without a way."""
    after: dict[str, list[tuple[str, float]]] = {name: [] for name in drawn.points}
    for index, (names, tags) in enumerate(drawn.roads):
        if index in closed:
            continue
        km_h = float(BUS_KM_H[tags["highway"]])
        sign = tags.get("maxspeed", "none")
        if sign != "none":
            km_h = min(km_h, float(sign.split()[0]) * (1.609344 if "mph" in sign else 1))
        for here, there in pairwise(names.split()):
            needed = metres(drawn.points[here], drawn.points[there]) * 3.6 / km_h
            if tags["oneway"] != "-1":
                after[here].append((there, needed))
            if tags["oneway"] != "yes":
                after[there].append((here, needed))
    return {start: _from(start, after) for start in drawn.points}


def _from(start: str, after: dict[str, list[tuple[str, float]]]) -> dict[str, float]:
    needed = dict.fromkeys(after, inf)
    queue = [(0.0, start)]
    while queue:
        so_far, here = heapq.heappop(queue)
        if so_far < needed[here]:
            needed[here] = so_far
            for there, more in after[here]:
                heapq.heappush(queue, (so_far + more, there))
    return needed
