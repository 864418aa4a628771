"""Kinds of trips."""

from typing import Any

from korridor.operation.convoy import ConvoyRule
from korridor.planning.bound.kinds import Kinds
from tests.planning.bound.test_walk import corridor

BUS = {
    "depot": "square",
    "number": 3,
    "layouts": [{"seats": 10}],
    "boarding": 6,
    "alighting": 3,
    "turn_round": 50,
}


def kinds(**changes: Any) -> Kinds:
    return Kinds(corridor(**({"fleet": {"bus": BUS}} | changes)))


def test_a_full_bus_worked_out_by_hand():
    """Bay 50 + 60 s; 300 s to the gate and 40 s there before x; then 1170 s and 30 s to alight."""
    full = kinds().loaded[0]
    assert (full.few, full.many, full.bay_s, full.a_s, full.h_s) == (10, 10, 110, 450, 340)
    assert (full.b_s, full.alight_s, full.clock) == (1200, 30, "road/1/f")


def test_marshalling_counts_where_no_column_is_of_one():
    """With at least two in a column the 200 s to form up lie between bay and departure."""
    convoy = ConvoyRule(least=2, most=3, marshalling_s=200)
    assert kinds(convoy=convoy).loaded[0].a_s == 110 + 200 + 340


def test_who_would_sit_aboard_too_long_is_not_carried():
    """A full bus needs 1600 s from boarding to alighting; within 1590 s only emptier ones can."""
    assert min(kind.many for kind in kinds(time_aboard=1600).loaded) == 4
    assert max(kind.many for kind in kinds(time_aboard=1600).loaded) == 10
    assert max(kind.many for kind in kinds(time_aboard=1590).loaded) < 10


def test_empty_ones_come_back_by_the_corridor():
    """No way back is free of control: 500 s, a halt of 70 s, 600 s from x on, 40 s at the gate and 300 s on."""
    back = kinds().empty
    assert {kind.part.steps for kind in back if kind.part} == {((2, False), (1, False))}
    assert {(kind.origin, kind.destination, kind.clock) for kind in back} == {("camp", "square", "road/1/b")}
    # held at the gate until the second, and the third, of them has been served
    assert [(kind.a_s, kind.b_s) for kind in back] == [(570, 940), (570, 980), (570, 1020)]


def test_who_is_alone_need_not_form_up():
    """With marshalling, 200 s come on top for empty columns of two and more; loaded ones of one must be allowed."""
    two = kinds(convoy=ConvoyRule(least=2, most=3, marshalling=200))
    assert [kind.column_class.name for kind in two.empty if kind.column_class] == ["alone", "0", "1", "2"]
    assert [kind.a_s for kind in two.empty] == [500, 700, 700, 700]
    assert {kind.column_class.name for kind in two.loaded if kind.column_class} == {"0", "1", "2"}
    one = kinds(convoy=ConvoyRule(least=1, most=3, marshalling=200))
    assert [kind.a_s for kind in one.loaded if kind.few == 10] == [450, 650, 690, 730]
    shuttle = kinds(convoy=ConvoyRule(most=1, marshalling=200))
    assert {kind.column_class.name for kind in shuttle.all if kind.column_class} == {"alone"}


def test_two_classes_apart_may_leave_room_often():
    """Whoever may not share a vehicle is left behind though there is room: no trip is the last."""
    people = {
        "well": {"at": "square", "class": "well", "count": 5},
        "sitting": {"at": "square", "class": "sitting", "count": 5},
    }
    together, apart = kinds(people=people), kinds(people=people, apart=[("well", "sitting")])
    assert together.fills_up(together.loaded[0]) == 9
    assert apart.fills_up(apart.loaded[0]) == 0
