"""O6: where vehicles are, and when they may be used."""

from korridor.planning.verify.o6_fleet import (
    o6_duty_hours,
    o6_free_first_goes_first,
    o6_trips_end_where_vehicles_stand,
    o6_trips_lie_in_the_span,
    o6_vehicles_leave_where_they_stand,
)
from tests.planning.verify.corridor import PLAN, change, known, said


def test_a_vehicle_leaves_from_where_it_stands():
    """It starts at its depot, and goes on from its last destination when it is free there."""
    assert said(o6_vehicles_leave_where_they_stand(change(PLAN, 0, trip=0, comes_from="gate"))) == [
        "O6: movement 0, ambulance 0: it comes from gate, but stands at depot"
    ]
    assert said(o6_vehicles_leave_where_they_stand(change(PLAN, 2, trip=1, comes_from="camp"))) == [
        "O6: movement 2, bus 1: it comes from camp, but stands at town"
    ]
    assert said(o6_vehicles_leave_where_they_stand(change(PLAN, 2, trip=1, leaves_s=1689))) == [
        "O6: movement 2, bus 1: it leaves at 1689 s, but is free at 1690 s"
    ]
    assert said(o6_vehicles_leave_where_they_stand(PLAN)) == []


def test_numbers_go_through_the_depots_in_order():
    """With one bus at each of two depots, bus 1 stands at the second."""
    plan = known(fleet__bus__depots={"depot": 1, "gate": 1})
    assert said(o6_vehicles_leave_where_they_stand(plan)) == [
        "O6: movement 0, bus 1: it comes from depot, but stands at gate"
    ]


def test_a_vehicle_is_in_a_column_once():
    """The same bus twice in one column is one too few."""
    assert said(o6_vehicles_leave_where_they_stand(change(PLAN, 0, trip=2, vehicle=0)))[0] == (
        "O6: movement 0, bus 0: it stands in this column already"
    )


def test_no_vehicle_is_left_on_the_way():
    """A trip may end at a reception or a depot, not at a checkpoint or a junction."""
    assert said(o6_trips_end_where_vehicles_stand(PLAN)) == []
    assert said(o6_trips_end_where_vehicles_stand(change(PLAN, 0, trip=0, destination="gate"))) == [
        "O6: movement 0, ambulance 0: no vehicle can stand at gate"
    ]
    depots = known(fleet__bus__depots={"depot": 1, "post": 1})
    assert said(o6_trips_end_where_vehicles_stand(change(depots, 0, trip=0, destination="post"))) == []


def test_those_free_first_go_first():
    """With a third bus at the depot, taking numbers 0 and 2 passes over number 1."""
    three = known(fleet__bus__depots={"depot": 3})
    assert said(o6_free_first_goes_first(three)) == []
    passed_over = change(
        change(change(three, 0, trip=2, vehicle=2), 2, trip=1, vehicle=2), 3, trip=1, vehicle=2
    )
    assert said(o6_free_first_goes_first(passed_over)) == [
        "O6: movement 0: bus 2 is taken at depot; bus 1 is free there before it"
    ]


def test_who_is_free_later_waits():
    """Of two buses in the town the one that is free first is taken, whichever number it has."""
    # bus 1 is free there at 1690 s, bus 0 at 1742 s
    assert said(o6_free_first_goes_first(change(PLAN, 2, trip=1, vehicle=0))) == [
        "O6: movement 2: bus 0 is taken at town; bus 1 is free there before it"
    ]


def test_trips_lie_in_the_span():
    """From leaving to being free again, to the second."""
    assert said(o6_trips_lie_in_the_span(known(fleet__ambulance__available_until="+4092 s"))) == []
    assert said(o6_trips_lie_in_the_span(known(fleet__ambulance__available_until="+4091 s"))) == [
        "O6: movement 3, ambulance 0: it is free at 4092 s, but available until 4091 s"
    ]
    assert said(o6_trips_lie_in_the_span(known(fleet__ambulance__available_from="+1 s"))) == [
        "O6: movement 0, ambulance 0: it leaves at 0 s, but is available from 1 s"
    ]


def test_duty_is_from_departure_to_being_free():
    """Second 0 is six o'clock: duty from 06:07 holds a departure at 460 s, duty from 06:08 does not."""
    assert said(o6_duty_hours(known(fleet__ambulance__duty="06:07-07:09"))) == []
    assert said(o6_duty_hours(known(fleet__ambulance__duty="06:08-20:00"))) == [
        "O6: movement 0, ambulance 0: on duty from 460 s to 1590 s, outside its hours"
    ]
    assert said(o6_duty_hours(known(fleet__ambulance__duty="06:00-07:08"))) == [
        "O6: movement 3, ambulance 0: on duty from 2990 s to 4092 s, outside its hours"
    ]
