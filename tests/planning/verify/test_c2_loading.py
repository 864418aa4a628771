"""C2: bays and boarding."""

from korridor.planning.verify.c2_loading import (
    c2_bays_hold_one_vehicle_each,
    c2_loaded_by_departure,
    c2_loaded_in_column_order,
    c2_loaded_within_hours,
    c2_loading_takes_its_time,
    c2_those_who_board_are_present,
)
from tests.planning.verify.corridor import ON, PLAN, change, known, said


def test_a_bay_holds_one_vehicle():
    """The next vehicle takes the bay at the second at which the one before it is done, not sooner."""
    assert said(c2_bays_hold_one_vehicle_each(PLAN)) == []
    assert said(c2_bays_hold_one_vehicle_each(change(PLAN, 0, trip=1, bay_begins_s=329))) == [
        "C2: movement 0, bus 0: begins at 329 s in bay 0 of square, "
        "where movement 0, ambulance 0 ends at 330 s"
    ]


def test_loading_and_unloading_share_a_places_bays():
    """At the camp the bus on may not load while one unloads; two that unload at once break C7."""
    assert said(c2_bays_hold_one_vehicle_each(change(PLAN, 1, trip=0, bay_begins_s=1179))) == [
        "C2: movement 1, bus 0: begins at 1179 s in bay 0 of camp, where movement 0, bus 0 ends at 1180 s"
    ]
    assert said(c2_bays_hold_one_vehicle_each(change(PLAN, 1, trip=0, unloads_s=1689))) == [
        "C7: movement 1, bus 0: begins at 1689 s in bay 0 of town, where movement 0, bus 1 ends at 1690 s"
    ]


def test_two_bays_hold_two():
    """In another bay, if the place has one, vehicles load at the same time."""
    aside = change(PLAN, 0, trip=1, bay_begins_s=245, bay=1)
    assert said(c2_bays_hold_one_vehicle_each(aside)) == [
        "C2: movement 0, bus 0: bay 1 of square is not one of the 1, from 0"
    ]
    assert said(c2_bays_hold_one_vehicle_each(known(aside, places__square__bays=2))) == []


def test_unloading_bays_are_counted_too():
    """A bay that the place has not is found where people alight."""
    assert said(c2_bays_hold_one_vehicle_each(change(PLAN, 1, trip=0, unload_bay=1))) == [
        "C7: movement 1, bus 0: bay 1 of town is not one of the 1, from 0"
    ]


def test_loading_takes_its_time():
    """Not before it has come; the turn-round, then five seconds a person, no more and no less."""
    assert said(c2_loading_takes_its_time(PLAN)) == []
    assert said(c2_loading_takes_its_time(change(PLAN, 3, trip=0, comes_s=2841))) == [
        "C2: movement 3, ambulance 0: takes its bay at 2840 s, but comes at 2841 s"
    ]
    assert said(c2_loading_takes_its_time(change(PLAN, 0, trip=1, bay_begins_s=331))) == [
        "C2: movement 0, bus 0: turns round in 19 s; it takes 20 s"
    ]
    assert said(c2_loading_takes_its_time(change(PLAN, 0, trip=0, boarded_s=331))) == [
        "C2: movement 0, ambulance 0: boards in 66 s; those who board take 65 s"
    ]


def test_vehicles_load_in_column_order():
    """The second bus may begin with the first one, not before it."""
    assert said(c2_loaded_in_column_order(change(PLAN, 0, trip=2, bay_begins_s=330))) == []
    assert said(c2_loaded_in_column_order(change(PLAN, 0, trip=2, bay_begins_s=329))) == [
        "C2: movement 0, bus 1: takes its bay at 329 s, before the vehicle ahead of it at 330 s"
    ]


def test_loading_is_done_by_departure_less_marshalling():
    """A column of two or more marshals 30 s before it departs; a bus that goes alone does not."""
    assert said(c2_loaded_by_departure(PLAN)) == []
    assert said(c2_loaded_by_departure(change(PLAN, 0, trip=2, boarded_s=431))) == [
        "C2: movement 0, bus 1: there and loaded at 431 s; the column marshals from 430 s"
    ]
    assert said(c2_loaded_by_departure(change(PLAN, 1, trip=0, boarded_s=1231))) == [
        "C2: movement 1, bus 0: there and loaded at 1231 s; the column marshals from 1230 s"
    ]
    assert said(c2_loaded_by_departure(change(PLAN, 2, trip=1, comes_s=2191))) == [
        "C2: movement 2, bus 1: there and loaded at 2191 s; the column marshals from 2190 s"
    ]


def test_loading_is_within_the_places_hours():
    """Second 0 is six o'clock, boarding lasts from 245 s to 430 s and from 2840 s to 2960 s."""
    assert said(c2_loaded_within_hours(known(places__square__hours="06:04-06:50"))) == []
    assert said(c2_loaded_within_hours(known(places__square__hours="06:05-06:50"))) == [
        "C2: movement 0, ambulance 0: loads from 245 s to 330 s, outside the hours of square"
    ]
    assert said(c2_loaded_within_hours(known(places__square__hours="06:04-06:49"))) == [
        "C2: movement 3, bus 1: loads from 2925 s to 2960 s, outside the hours of square"
    ]


def test_those_who_board_are_present():
    """Who alights at 1180 s is not there for a bay time that begins at 1179 s."""
    assert said(c2_those_who_board_are_present(PLAN)) == []
    assert said(c2_those_who_board_are_present(change(PLAN, 1, trip=0, bay_begins_s=1179))) == [
        "C2: movement 1, bus 0: takes its bay at 1179 s; 6 of families are not there yet"
    ]


def test_people_are_shared_out_so_that_all_can_be_served():
    """Of two that came at different moments, the first is left to whoever needs them sooner."""
    later = PLAN.movements[0].model_copy(update={"rank": 1})
    later = later.model_copy(update={"trips": (later.trips[1].model_copy(update={"free_s": 1300}),)})
    on = [
        ON.model_copy(
            update={"rank": rank, "trips": (ON.trips[0].model_copy(update={"bay_begins_s": begins_s}),)}
        )
        for rank, begins_s in ((2, 1300), (3, 1180))
    ]
    plan = PLAN.model_copy(update={"movements": (PLAN.movements[0], later, *on)})
    plan = known(plan, people__families__count=30)
    assert said(c2_those_who_board_are_present(plan)) == []
    assert said(c2_those_who_board_are_present(change(plan, 2, trip=0, bay_begins_s=1299))) == [
        "C2: movement 3, bus 0: takes its bay at 1180 s; 6 of families are not there yet"
    ]
