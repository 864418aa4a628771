"""C7: unloading, and room."""

from korridor.planning.verify.c7_out import (
    c7_bays_unload_in_order,
    c7_there_is_room,
    c7_unloading_takes_its_time,
)
from tests.planning.verify.corridor import PLAN, change, known, said


def test_unloading_takes_its_time():
    """Not before it arrives; 30 s for the stretcher, 2 s for the seat; empty it is free on arrival."""
    assert said(c7_unloading_takes_its_time(PLAN)) == []
    assert said(c7_unloading_takes_its_time(change(PLAN, 0, trip=0, arrives_s=1559))) == [
        "C7: movement 0, ambulance 0: unloads at 1558 s, but arrives at 1559 s"
    ]
    assert said(c7_unloading_takes_its_time(change(PLAN, 0, trip=0, free_s=1589))) == [
        "C7: movement 0, ambulance 0: unloads in 31 s; those aboard take 32 s"
    ]
    assert said(c7_unloading_takes_its_time(change(PLAN, 2, trip=0, free_s=2839))) == [
        "C7: movement 2, ambulance 0: unloads in -1 s; those aboard take 0 s"
    ]


def test_unloading_is_within_hours():
    """Second 0 is six o'clock: unloaded from 1558 s to 1590 s and from 4060 s to 4092 s."""
    assert said(c7_unloading_takes_its_time(known(places__hospital__hours="06:25-07:09"))) == []
    assert said(c7_unloading_takes_its_time(known(places__hospital__hours="06:26-07:09"))) == [
        "C7: movement 0, ambulance 0: unloads from 1558 s to 1590 s, outside the hours of hospital"
    ]


def test_a_bay_unloads_in_rank_order():
    """A movement of higher rank does not take a bay before one of lower rank."""
    before = change(PLAN, 1, trip=0, unloads_s=1600, free_s=1612)
    assert said(c7_bays_unload_in_order(before)) == [
        "C7: movement 0, bus 1: unloads in bay 0 of town after movement 1"
    ]
    assert said(c7_bays_unload_in_order(PLAN)) == []


def test_there_is_room_from_the_beginning_of_unloading():
    """Four patients and companions end in the hospital."""
    assert said(c7_there_is_room(PLAN)) == []
    assert said(c7_there_is_room(known(places__hospital__capacity=3))) == [
        "C7: hospital: 4 persons at 4060 s, room for 3"
    ]


def test_a_transfer_has_room_again_when_people_are_taken_on():
    """Six are taken on at 1180 s: six more may begin to unload at that second, not one sooner."""
    for unloads_s, expected in ((1180, []), (1179, ["C7: camp: 12 persons at 1179 s, room for 6"])):
        more = change(PLAN, 0, trip=2, destination="camp", unloads_s=unloads_s)
        assert said(c7_there_is_room(more)) == expected


def test_who_stood_there_from_the_start_takes_no_room():
    """Room counts people from their unloading on: six who began at the camp leave it without making room."""
    stood = known(people__families__at="camp")
    more = change(stood, 0, trip=2, destination="camp", unloads_s=1300)
    assert said(c7_there_is_room(more)) == ["C7: camp: 12 persons at 1300 s, room for 6"]
