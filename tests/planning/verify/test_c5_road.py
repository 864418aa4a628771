"""C5: heads and tails."""

import pytest

from korridor.planning.verify.c5_road import (
    c5_heads_and_tails_take_their_time,
    c5_held_columns_stand_on_the_road_behind,
    c5_one_road_after_the_other,
    c5_released_as_they_come,
)
from korridor.planning.verify.seconds import spaced_s
from tests.planning.verify.corridor import PLAN, change, known, said


def test_heads_and_tails_take_their_time():
    """Each of the four moments of a passage, a second sooner than the road and the column allow."""
    assert said(c5_heads_and_tails_take_their_time(PLAN)) == []
    assert said(c5_heads_and_tails_take_their_time(change(PLAN, 0, road=3, head_out_s=1157))) == [
        "C5: movement 0: head out of road 3 at 1157 s; not before 1158 s"
    ]
    assert said(c5_heads_and_tails_take_their_time(change(PLAN, 0, road=3, tail_in_s=877))) == [
        "C5: movement 0: tail in of road 3 at 877 s; not before 878 s"
    ]
    assert said(c5_heads_and_tails_take_their_time(change(PLAN, 0, road=3, tail_out_s=1177))) == [
        "C5: movement 0: tail out of road 3 at 1177 s; not before 1178 s"
    ]


def test_the_slowest_vehicle_sets_the_pace():
    """Road 3 allows 72 km/h: with buses alone a column would need half the ambulance's time."""
    assert said(c5_heads_and_tails_take_their_time(known(fleet__ambulance__speed="72 km/h"))) == []
    slower = known(fleet__bus__speed="30 km/h")
    assert said(c5_heads_and_tails_take_their_time(slower))[:2] == [
        "C5: movement 0: head out of road 1 at 560 s; not before 580 s",
        "C5: movement 0: tail in of road 1 at 480 s; not before 484 s",
    ]


def test_a_stated_time_stands():
    """A road with a length and a time is driven in that time, and passed at the speed that they make."""
    stated = known(roads__3__speed=None, roads__3__time="300 s")
    assert said(c5_heads_and_tails_take_their_time(stated)) == []
    longer = known(roads__3__speed=None, roads__3__time="301 s", roads__3__back="300 s")
    assert said(c5_heads_and_tails_take_their_time(longer)) == [
        "C5: movement 0: head out of road 3 at 1158 s; not before 1159 s",
        "C5: movement 0: tail in of road 3 at 878 s; not before 879 s",
        "C5: movement 0: tail out of road 3 at 1178 s; not before 1179 s",
        "C5: movement 3: head out of road 3 at 3660 s; not before 3661 s",
        "C5: movement 3: tail in of road 3 at 3370 s; not before 3371 s",
        "C5: movement 3: tail out of road 3 at 3670 s; not before 3671 s",
    ]


def test_one_road_comes_after_the_other():
    """Head and tail are not on two roads at once."""
    assert said(c5_one_road_after_the_other(PLAN)) == []
    assert said(c5_one_road_after_the_other(change(PLAN, 0, road=1, head_out_s=601))) == [
        "C5: movement 0: head is out of road 1 at 601 s, in road 2 at 600 s"
    ]
    assert said(c5_one_road_after_the_other(change(PLAN, 0, road=2, tail_in_s=619))) == [
        "C5: movement 0: tail is out of road 1 at 620 s, in road 2 at 619 s"
    ]


def test_a_held_column_stands_on_the_road_behind():
    """Halted at the gate until 600 s, its tail leaves road 1 at 620 s; at a checkpoint C6 says when."""
    assert said(c5_held_columns_stand_on_the_road_behind(PLAN)) == []
    assert said(c5_held_columns_stand_on_the_road_behind(change(PLAN, 0, road=1, tail_out_s=619))) == [
        "C5: movement 0: tail out of road 1 at 619 s; held, it stands there until 620 s"
    ]


def test_vehicles_are_released_as_they_come():
    """Three vehicles from 1158 s to 1178 s: the second comes at 1168 s."""
    assert said(c5_released_as_they_come(PLAN)) == []
    assert said(c5_released_as_they_come(change(PLAN, 0, trip=1, released_s=1167))) == [
        "C5: movement 0, bus 0: goes on from camp at 1167 s, but comes there at 1168 s"
    ]
    assert said(c5_released_as_they_come(change(PLAN, 0, trip=1, released_s=1200))) == []


@pytest.mark.parametrize(
    ("head_s", "tail_s", "position", "vehicles", "expected_s"),
    [
        (100, 110, 0, 4, 100),
        (100, 110, 1, 4, 104),
        (100, 110, 2, 4, 107),
        (100, 110, 3, 4, 110),
        (100, 110, 0, 1, 110),
    ],
)
def test_vehicles_are_evenly_spaced(head_s, tail_s, position, vehicles, expected_s):
    """J ÷ (n − 1) of the way from head to tail, rounded up; a single vehicle is there with its tail."""
    assert spaced_s(head_s, tail_s, position, vehicles) == expected_s
