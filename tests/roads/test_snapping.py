"""Where a place meets the road."""

from math import cos, hypot, inf, radians

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from korridor.roads.network import build
from korridor.roads.read_extract import read_extract
from korridor.roads.snapping import METRES_A_DEGREE, Roadside
from korridor.roads.speed_rules import read_speed_rules
from tests.roads.any_maps import any_maps
from tests.roads.drawn_map import SOUTH, WEST, Map, at

RULES = read_speed_rules()
BUS = 1


def roadside(drawn, folder):
    network = build(read_extract(drawn.write(folder / "m.osm.pbf"), RULES))
    may = network.speeds_m_per_h[:, :, BUS] > 0
    one_way = may[:, 0].astype(np.int8) - may[:, 1].astype(np.int8)
    return Roadside(network, may.any(axis=1), one_way), network


@settings(phases=[Phase.explicit, Phase.generate])
@given(any_maps(), st.integers(-500, 2000), st.integers(-500, 2000))
def test_no_road_is_nearer_than_the_nearest(tmp_path_factory, drawn, east_m, north_m):
    """The distance is that of a plain loop over every street, and the point lies that far away."""
    beside, network = roadside(drawn.drawn, tmp_path_factory.mktemp("m"))
    lat, lon = at(east_m, north_m)
    snap = beside.nearest(lat, lon, 50)
    plain = min(
        _off(*_metres(lat, lon, network, edge, 0), *_metres(lat, lon, network, edge, 1))
        for edge in range(len(network.tail))
    )
    assert snap.off_m == pytest.approx(plain, abs=0.01)
    x, y = _flat(lat, lon, snap.lat, snap.lon)
    assert hypot(x, y) == pytest.approx(snap.off_m, abs=0.01)


def _metres(lat, lon, network, edge, end):
    point = network.line(edge)[end]
    return _flat(lat, lon, point[1], point[0])


def _flat(lat, lon, other_lat, other_lon):
    return (other_lon - lon) * METRES_A_DEGREE * cos(radians(lat)), (other_lat - lat) * METRES_A_DEGREE


def _off(ax, ay, bx, by):
    """From the origin to a straight line between two points, by its hundred parts and then by its hundredths."""
    low, high = 0.0, 1.0
    best = inf
    for _ in range(4):
        shares = [low + (high - low) * k / 100 for k in range(101)]
        offs = [hypot(ax + s * (bx - ax), ay + s * (by - ay)) for s in shares]
        at_ = min(range(101), key=offs.__getitem__)
        best = offs[at_]
        low, high = shares[max(at_ - 1, 0)], shares[min(at_ + 1, 100)]
    return best


def test_the_point_along_the_road_is_measured_on_it(tmp_path):
    """A place beside a bent road: metres from the road's first point, along its bends."""
    drawn = Map({"a": (0, 0), "b": (1000, 0), "c": (1000, 1000)}, [("a b c", {"highway": "primary"})])
    snap = roadside(drawn, tmp_path)[0].nearest(*at(1020, 400), 50)
    assert (round(snap.along_m), round(snap.off_m)) == (1400, 20)


def test_a_divided_road_is_met_on_both_carriageways(tmp_path):
    """Two one-way lines side by side, opposite ways: both; alike ways, or a road both ways: the nearer alone."""
    points = {"a": (0, 0), "b": (1000, 0), "c": (0, 20), "d": (1000, 20)}
    one = {"highway": "trunk", "oneway": "yes"}
    for number, (roads, met) in enumerate(
        (
            ([("a b", one), ("d c", one)], [0, 20]),
            ([("a b", one), ("c d", one)], [0]),
            ([("a b", {"highway": "trunk"}), ("d c", one)], [0]),
        )
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        beside = roadside(Map(points, roads), folder)[0]
        assert [round(snap.off_m) for snap in beside.both_ways(*at(500, 0), 60)] == met


def test_a_heading_prefers_the_road_that_leads_its_way(tmp_path):
    """At a crossing, the street along the line is meant, though the one across is nearer; far off, it is not."""
    points = {"a": (0, 0), "b": (1000, 0), "c": (500, -500), "d": (500, 500), "x": (500, 0)}
    drawn = Map(points, [("a x b", {"highway": "primary"}), ("c x d", {"highway": "primary"})])
    beside, network = roadside(drawn, tmp_path)
    east = (1.0, 0.0)
    assert network.way[beside.both_ways(*at(505, 20), 100)[0].edge] == 1
    assert network.way[beside.both_ways(*at(505, 20), 100, east)[0].edge] == 0
    assert network.way[beside.both_ways(*at(505, 90), 100, east)[0].edge] == 1


def test_places_are_drawn_where_they_are():
    """The corner of our maps is where it is said to be."""
    assert at(0, 0) == (SOUTH, WEST)
