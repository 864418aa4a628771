"""C6: checkpoints."""

from korridor.planning.verify.c6_checkpoint import (
    c6_columns_go_on_when_they_are_through,
    c6_every_checkpoint_serves_every_vehicle,
    c6_lanes_hold_one_vehicle_each,
    c6_lanes_serve_in_order,
    c6_services_take_their_time,
    c6_the_queue_stands_on_the_road_behind,
    c6_vehicles_arrive_as_the_column_does,
)
from tests.planning.verify.corridor import BACK, PLAN, change, known, post, said


def test_every_vehicle_is_served():
    """Neither left out nor served twice, loaded or empty."""
    assert said(c6_every_checkpoint_serves_every_vehicle(PLAN)) == []
    assert said(c6_every_checkpoint_serves_every_vehicle(change(PLAN, 2, trip=0, screenings=()))) == [
        "C6: movement 2, ambulance 0: served at none; on its route: post"
    ]
    twice = post(800, 800, 814) + post(814, 814, 828)
    assert said(c6_every_checkpoint_serves_every_vehicle(change(PLAN, 0, trip=0, screenings=twice))) == [
        "C6: movement 0, ambulance 0: served at post, post; on its route: post"
    ]
    elsewhere = change(PLAN, 1, trip=0, screenings=post(1230, 1230, 1252))
    assert said(c6_every_checkpoint_serves_every_vehicle(elsewhere)) == [
        "C6: movement 1, bus 0: served at post; on its route: none"
    ]


def test_a_service_takes_its_time():
    """Ten seconds a vehicle, empty ones too, and two a person; not before it arrives."""
    assert said(c6_services_take_their_time(PLAN)) == []
    assert said(c6_services_take_their_time(change(PLAN, 0, trip=1, post={"ends_s": 835}))) == [
        "C6: movement 0, bus 0: post takes 21 s; it takes 22 s"
    ]
    assert said(c6_services_take_their_time(change(PLAN, 2, trip=0, post={"ends_s": 2529}))) == [
        "C6: movement 2, ambulance 0: post takes 9 s; it takes 10 s"
    ]
    assert said(c6_services_take_their_time(change(PLAN, 0, trip=0, post={"arrives_s": 801}))) == [
        "C6: movement 0, ambulance 0: post begins at 800 s, it arrives at 801 s"
    ]


def test_persons_take_the_seconds_of_their_class():
    """A patient and a companion of class lying at 9 s each make 28 s."""
    assert said(c6_services_take_their_time(known(places__post__per_person={"lying": 9, "well": 2}))) == [
        "C6: movement 0, ambulance 0: post takes 14 s; it takes 28 s",
        "C6: movement 3, ambulance 0: post takes 14 s; it takes 28 s",
    ]


def test_services_are_within_hours():
    """Second 0 is six o'clock: served from 800 s to 858 s and until 3360 s."""
    assert said(c6_services_take_their_time(known(places__post__hours="06:13-06:56"))) == []
    assert said(c6_services_take_their_time(known(places__post__hours="06:14-06:56"))) == [
        "C6: movement 0, ambulance 0: post from 800 s to 814 s, outside its hours",
        "C6: movement 0, bus 0: post from 814 s to 836 s, outside its hours",
        "C6: movement 0, bus 1: post from 836 s to 858 s, outside its hours",
    ]


def test_a_lane_holds_one_vehicle():
    """With one lane outward, who begins before the one ahead is through is one too many."""
    assert said(c6_lanes_hold_one_vehicle_each(PLAN)) == []
    both = change(PLAN, 0, trip=1, post={"begins_s": 813})
    assert said(c6_lanes_hold_one_vehicle_each(both)) == [
        "C6: movement 0, bus 0: begins at 813 s in lane 0 of post, "
        "where movement 0, ambulance 0 ends at 814 s"
    ]
    aside = change(both, 0, trip=1, post={"lane": 1})
    assert said(c6_lanes_hold_one_vehicle_each(aside)) == [
        "C6: movement 0, bus 0: lane 1 of post is not one of the 1, from 0"
    ]
    assert (
        said(c6_lanes_hold_one_vehicle_each(known(aside, places__post__lanes={"outward": 2, "inward": 1})))
        == []
    )


def test_lanes_carry_over_from_movement_to_movement():
    """A lane still busy with the column before is not free."""
    late = change(PLAN, 0, trip=2, post={"begins_s": 3309, "ends_s": 3331})
    assert said(c6_lanes_hold_one_vehicle_each(late)) == [
        "C6: movement 3, ambulance 0: begins at 3330 s in lane 0 of post, "
        "where movement 0, bus 1 ends at 3331 s"
    ]


def test_empty_columns_have_lanes_of_their_own():
    """An empty vehicle is served inward while a loaded one is served outward."""
    meanwhile = change(PLAN, 0, trip=2, post={"begins_s": 2515, "ends_s": 2537})
    assert said(c6_lanes_hold_one_vehicle_each(meanwhile)) == []


def test_vehicles_are_served_in_column_order():
    """In another lane too, nobody begins before the one ahead."""
    aside = change(PLAN, 0, trip=1, post={"begins_s": 799, "lane": 1})
    assert said(c6_lanes_serve_in_order(aside)) == [
        "C6: movement 0, bus 0: begins at 799 s at post, before the one ahead at 800 s"
    ]
    assert said(c6_lanes_serve_in_order(change(PLAN, 0, trip=1, post={"begins_s": 800, "lane": 1}))) == []


def test_vehicles_arrive_as_the_column_does():
    """The head leaves the road at 800 s, the tail would at 820 s: the vehicle between comes at 810 s."""
    assert said(c6_vehicles_arrive_as_the_column_does(PLAN)) == []
    assert said(c6_vehicles_arrive_as_the_column_does(change(PLAN, 0, trip=1, post={"arrives_s": 809}))) == [
        "C6: movement 0, bus 0: arrives at post at 809 s; the column brings it at 810 s"
    ]
    assert said(c6_vehicles_arrive_as_the_column_does(change(PLAN, 0, trip=1, post={"arrives_s": 813}))) == []


def test_the_queue_stands_on_the_road_behind():
    """The last begins to be served at 836 s; until then the road behind is not clear."""
    assert said(c6_the_queue_stands_on_the_road_behind(PLAN)) == []
    assert said(c6_the_queue_stands_on_the_road_behind(change(PLAN, 0, road=2, tail_out_s=835))) == [
        "C6: movement 0: tail out of road 2 at 835 s; the last vehicle begins at post at 836 s"
    ]


def test_a_column_goes_on_when_all_are_through():
    """Its head not before 858 s."""
    assert said(c6_columns_go_on_when_they_are_through(PLAN)) == []
    assert said(c6_columns_go_on_when_they_are_through(change(PLAN, 0, road=3, head_in_s=857))) == [
        "C6: movement 0: head goes on from post at 857 s; it is through at 858 s"
    ]


def test_by_vehicle_the_head_goes_on_at_once_and_the_tail_when_all_are_through():
    """With ``release: vehicle`` the head may leave at 814 s, the tail still not before 858 s."""
    by_vehicle = known(change(PLAN, 0, road=3, head_in_s=814, tail_in_s=858), places__post__release="vehicle")
    assert said(c6_columns_go_on_when_they_are_through(by_vehicle)) == []
    sooner = change(by_vehicle, 0, road=3, head_in_s=813, tail_in_s=857)
    assert said(c6_columns_go_on_when_they_are_through(sooner)) == [
        "C6: movement 0: head goes on from post at 813 s; it is through at 814 s",
        "C6: movement 0: tail goes on from post at 857 s; it is through at 858 s",
    ]


def test_at_a_release_point_vehicles_go_on_when_they_are_through():
    """Where the column ends at the checkpoint all wait for the last; by vehicle each goes when through."""
    to_post = BACK.model_copy(update={"release": "post", "passages": BACK.passages[:1]})
    plan = PLAN.model_copy(update={"movements": (*PLAN.movements[:2], to_post, PLAN.movements[3])})
    plan = change(change(plan, 2, trip=0, released_s=2530), 2, trip=1, released_s=2540)
    assert said(c6_columns_go_on_when_they_are_through(plan)) == [
        "C6: movement 2, ambulance 0: goes on from post at 2530 s; it may at 2540 s"
    ]
    by_vehicle = known(plan, places__post__release="vehicle")
    assert said(c6_columns_go_on_when_they_are_through(by_vehicle)) == []
    assert said(c6_columns_go_on_when_they_are_through(change(by_vehicle, 2, trip=0, released_s=2529))) == [
        "C6: movement 2, ambulance 0: goes on from post at 2529 s; it may at 2530 s"
    ]
