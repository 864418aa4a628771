"""GeoJSON by RFC 7946: what every one of our files keeps to."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import shape

from korridor.papers.geojson import bounding_box, collection_text, feature, lines, point

POINTS = st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=6)


@given(st.lists(POINTS, max_size=3))
def test_no_line_goes_round_the_globe(courses):
    """A line is cut at the 180th meridian: no stretch of it is longer than half way round, none is a mere point."""
    geometry = lines(courses)
    if geometry is None:
        assert all(len({(round(a, 4), round(b % 360, 4)) for a, b in course}) < 3 for course in courses)
        return
    for part in getattr(shape(geometry), "geoms", [shape(geometry)]):
        assert part.geom_type == "LineString"
        for (lon, lat), (to_lon, _) in zip(part.coords, part.coords[1:], strict=False):
            assert abs(to_lon - lon) <= 180
            assert -180 <= lon <= 180
            assert -90 <= lat <= 90


@given(POINTS)
def test_a_box_holds_its_points(points):
    """West of the box lies no point and east of it none, counted the way round that the box goes."""
    west, south, east, north = bounding_box(points)
    turn = 360 * (west > east)
    for lat, lon in points:
        assert south - 1e-6 <= lat <= north + 1e-6
        assert west - 1e-6 <= lon <= east + turn + 1e-6 or west - 1e-6 <= lon + turn <= east + turn + 1e-6
    assert east + turn - west <= 360


def test_a_box_across_the_180th_meridian():
    """Fiji's box is two degrees wide and not 358: its west is greater than its east (RFC 7946, 5.2)."""
    assert bounding_box([(-17, 179), (-16, -179)]) == [179, -17, -179, -16]
    assert bounding_box([(36, 37), (35, 38)]) == [37, 35, 38, 36]


def test_a_line_across_the_180th_meridian_is_cut():
    """From 179° E to 179° W are two lines that meet half way (RFC 7946, 3.1.9)."""
    assert lines([[(-17, 179), (-16, -179)]]) == {
        "type": "MultiLineString",
        "coordinates": [[[179, -17], [180, -16.5]], [[-180, -16.5], [-179, -16]]],
    }


@pytest.mark.parametrize("courses", [[], [[]], [[(1, 2)]], [[(1, 2), (1, 2)]]])
def test_what_leads_nowhere_is_no_line(courses):
    """Fewer than two different points are no geometry."""
    assert lines(courses) is None


def test_a_file_says_what_it_is_and_for_whom():
    """Name, edition and note stand in the file; each feature carries the edition too, for whoever copies it out (X3)."""
    made = feature("A", point((36.1, 37.1)), [(36.1, 37.1)], name="A", free="a <b> & 'c' \u2028 \nvoluntary")
    document = json.loads(collection_text("town: places", "Planned.", [made], [(36.1, 37.1), (36.2, 37.0)]))
    assert document["edition"] == "internal"
    assert document["note"].startswith("Internal edition: it holds pick-up places")
    assert document["bbox"] == [37.0, 36.1, 37.1, 36.2]
    assert document["features"][0]["properties"]["edition"] == "internal"
    assert document["features"][0]["geometry"]["coordinates"] == [37.1, 36.1]
    assert document["features"][0]["properties"]["free"].endswith("[…]")


def test_no_feature_is_a_file_too():
    """A file without features is whole GeoJSON."""
    assert json.loads(collection_text("none", "", [], []))["features"] == []
