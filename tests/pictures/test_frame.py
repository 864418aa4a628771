"""The frame: all places in it, wherever on the globe they are."""

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.pictures.frame import LEAST_WIDTH_M, M_PER_DEG, MARGIN_PX, WIDTH_PX, frame_of

LATS = st.floats(-90, 90)
LONS = st.floats(-180, 180)


@given(st.lists(st.tuples(LATS, LONS), min_size=1, max_size=8))
def test_every_place_is_in_the_frame(points):
    """Whatever the places, all lie within the frame, with room for a label."""
    frame = frame_of(points)
    for at in points:
        assert frame.holds(at, margin_px=MARGIN_PX - 1)


@given(LATS, LONS)
def test_one_place_stands_in_the_middle(lat, lon):
    """A single place has some ground around it, at a pole too."""
    frame = frame_of([(lat, lon), (lat, lon)])
    assert frame.px((lat, lon)) == pytest.approx((WIDTH_PX / 2, frame.height_px / 2))
    assert frame.m_per_px == LEAST_WIDTH_M / WIDTH_PX


@given(st.floats(-80, 80), LONS)
def test_the_scale_is_true_in_the_middle(lat, lon):
    """A hundredth of a degree north or east of the centre is as far on the picture as it is on the ground."""
    frame = frame_of([(lat - 0.02, lon), (lat + 0.02, lon)])
    x, y = frame.px((lat, lon))
    north, east = frame.px((lat + 0.01, lon)), frame.px((lat, (lon + 180.01) % 360 - 180))
    north_m = hypot(north[0] - x, north[1] - y) * frame.m_per_px
    assert north_m == pytest.approx(0.01 * M_PER_DEG, rel=1e-6)
    assert north[1] < y
    assert east[0] > x
    assert east[1] == pytest.approx(y, abs=1e-6)


def test_the_180th_meridian_is_a_line_like_any_other():
    """Places on both sides of it lie as close together as they are, and in order."""
    points = [(-16.8, 179.9), (-16.8, 180.0), (-16.8, -179.9)]
    frame = frame_of(points)
    west, middle, east = (frame.px(at)[0] for at in points)
    assert west < middle < east
    assert (east - west) * frame.m_per_px == pytest.approx(0.2 * M_PER_DEG * 0.9573, rel=1e-3)
    assert frame.px((-16.8, -180.0)) == pytest.approx(frame.px((-16.8, 180.0)))


def test_how_far_the_scale_is_off_is_known():
    """On the map of a town it is nothing, on that of a polar sea a great deal."""
    assert frame_of([(36.1, 37.0), (36.2, 37.1)]).stretch < 0.01
    assert frame_of([(-89.9, 0.0), (-85.0, 60.0)]).stretch > 1


def test_a_closer_frame_knows_where_it_lies():
    """Seen from a wider frame, the closer one's corners hold what the closer one holds, across the 180th meridian too."""
    wide, close = frame_of([(-20.0, 170.0), (-10.0, -170.0)]), frame_of([(-16.8, -179.9), (-16.7, -179.8)])
    (left, top), (right, bottom) = close.seen_from(wide)
    x, y = wide.px((-16.75, -179.85))
    assert left < x < right
    assert top < y < bottom
