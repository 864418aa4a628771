"""O5: places, who may share, where they may go, how long they sit, and who boards first."""

from korridor.events.movement import Load
from korridor.planning.verify.o5_boarding import (
    o5_apart,
    o5_most_urgent_board_first,
    o5_places_suffice,
    o5_taken_where_they_may,
    o5_time_aboard,
)
from tests.planning.verify.corridor import PLAN, change, known, said

BOTH = (Load(group="wounded", persons=2), Load(group="families", persons=3))


def test_everybody_has_a_place():
    """A patient on a bus has no stretcher; the companion takes a seat."""
    plan = change(
        PLAN, 0, trip=2, loads=(Load(group="wounded", persons=2), Load(group="families", persons=6))
    )
    assert said(o5_places_suffice(plan)) == [
        "O5: movement 0, bus 1: 7 need a seat, layout 0 has 6",
        "O5: movement 0, bus 1: 1 need a stretcher, layout 0 has 0",
    ]
    assert said(o5_places_suffice(PLAN)) == []


def test_classes_kept_apart_share_no_vehicle():
    """A pair holds in both orders; only those aboard together count."""
    plan = change(PLAN, 0, trip=1, loads=BOTH)
    for pair in (["well", "lying"], ["lying", "well"]):
        assert said(o5_apart(known(plan, apart=[pair]))) == ["O5: movement 0, bus 0: lying and well share it"]
        assert said(o5_apart(known(apart=[pair]))) == []


def test_people_are_taken_where_they_may_be():
    """A patient is not taken to the town, nobody to a place that receives nobody, nor where they are."""
    town = change(PLAN, 0, trip=0, destination="town")
    assert said(o5_taken_where_they_may(town)) == [
        "O5: movement 0, ambulance 0: wounded may not be taken to town"
    ]
    gate = change(PLAN, 1, trip=0, destination="gate")
    assert said(o5_taken_where_they_may(gate)) == ["O5: movement 1, bus 0: families may not be taken to gate"]
    camp = change(PLAN, 1, trip=0, destination="camp")
    assert said(o5_taken_where_they_may(camp)) == ["O5: movement 1, bus 0: families may not be taken to camp"]
    assert said(o5_taken_where_they_may(PLAN)) == []


def test_a_vehicle_loads_and_unloads_where_it_serves():
    """Both ends of a loaded trip are places that the type serves; empty ones go anywhere (O6)."""
    assert said(o5_taken_where_they_may(known(fleet__ambulance__serves=["square"]))) == [
        "O6: movement 0, ambulance 0: a ambulance does not serve hospital",
        "O6: movement 3, ambulance 0: a ambulance does not serve hospital",
    ]
    assert said(o5_taken_where_they_may(known(fleet__ambulance__serves=["square", "hospital"]))) == []


def test_time_aboard_ends_when_the_last_has_alighted():
    """From boarding's begin to the vehicle's being free: to the second the limit, one more breaks it."""
    # ambulance 265–1590 and 2860–4092 s, buses 350–1180, 400–1690, 1200–1742 and 2945–4176 s
    assert said(o5_time_aboard(known(time_aboard={"lying": 1325, "default": 1290}))) == []
    assert said(o5_time_aboard(known(time_aboard={"lying": 1324}))) == [
        "O5: movement 0, ambulance 0: wounded are aboard 1325 s, the limit is 1324 s"
    ]
    assert said(o5_time_aboard(known(time_aboard={"default": 1289, "lying": 1400}))) == [
        "O5: movement 0, bus 1: families are aboard 1290 s, the limit is 1289 s"
    ]


def test_six_hours_is_the_limit_where_none_is_stated():
    """Without a stated limit nobody sits aboard longer than six hours."""
    boards_s = 400
    kept = change(PLAN, 0, trip=2, free_s=boards_s + 6 * 3600)
    assert said(o5_time_aboard(kept)) == []
    assert said(o5_time_aboard(change(kept, 0, trip=2, boards_s=boards_s - 1))) == [
        "O5: movement 0, bus 1: families are aboard 21601 s, the limit is 21600 s"
    ]


def test_the_most_urgent_board_first():
    """A vehicle takes no fewer than present and fit, and nobody in the place of the more urgent."""
    fewer = change(PLAN, 0, trip=1, loads=(Load(group="families", persons=3),))
    assert said(o5_most_urgent_board_first(fewer))[0] == (
        "O5: movement 0, bus 0: aboard are 3 of families; in order of urgency it takes 6 of families"
    )
    seats = change(PLAN, 0, trip=0, layout=1, loads=(Load(group="families", persons=3),))
    assert said(o5_most_urgent_board_first(change(seats, 0, trip=0, loads=()))) == [
        "O5: movement 0, ambulance 0: aboard are nobody; in order of urgency it takes 3 of families"
    ]
    assert said(o5_most_urgent_board_first(PLAN)) == []


def test_urgency_overrules_the_scheme_and_ties_keep_the_order_of_the_file():
    """A layout with stretchers and seats boards the lying first; stated urgency turns that round."""
    layouts = [{"stretchers": 2, "seats": 6}]
    roomy = change(known(fleet__ambulance__layouts=layouts), 0, trip=0, destination="hospital")
    first = o5_most_urgent_board_first(roomy)
    assert said(first)[0].endswith("in order of urgency it takes 4 of wounded, 3 of families")
    turned = known(roomy, people__families__urgency=0, people__wounded__urgency=1)
    assert said(o5_most_urgent_board_first(turned))[0].endswith("in order of urgency it takes 6 of families")
    level = known(roomy, people__families__urgency=0)
    assert said(o5_most_urgent_board_first(level))[0].endswith("in order of urgency it takes 6 of families")


def test_apart_keeps_the_less_urgent_out():
    """Whom those already aboard may not sit with does not board, whatever room is left."""
    roomy = known(fleet__ambulance__layouts=[{"stretchers": 2, "seats": 6}], apart=[["well", "lying"]])
    assert said(o5_most_urgent_board_first(roomy))[0].endswith("in order of urgency it takes 4 of wounded")


def test_nobody_boards_an_empty_movement():
    """The order of urgency binds loaded movements; an empty one leaves people standing."""
    empty = change(PLAN, 1, trip=0, loads=())
    assert said(o5_most_urgent_board_first(empty)) == []
