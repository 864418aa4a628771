"""C4: departure, and order on the road."""

from korridor.planning.verify.c4_departure import (
    c4_columns_enter_in_turn,
    c4_columns_leave_in_turn,
    c4_departs_when_it_may,
    c4_without_column_all_leave_together,
)
from tests.planning.verify.corridor import PLAN, change, known, said


def test_departure_is_not_before_it_is_planned_and_ready():
    """The planned moment and readiness both hold a movement; the head is on the road from departure on."""
    assert said(c4_departs_when_it_may(PLAN)) == []
    assert said(c4_departs_when_it_may(change(PLAN, 1, not_before_s=1231))) == [
        "C4: movement 1: departs at 1230 s, planned at 1231 s"
    ]
    assert said(c4_departs_when_it_may(change(PLAN, 1, ready_s=1231))) == [
        "C4: movement 1: departs at 1230 s, ready at 1231 s"
    ]
    assert said(c4_departs_when_it_may(change(PLAN, 0, road=1, head_in_s=461))) == [
        "C4: movement 0: departs at 460 s, the head is on the road at 461 s"
    ]


def test_without_a_column_part_all_leave_together():
    """Departure is then the moment at which each leaves, neither sooner nor later."""
    for leaves_s in (1229, 1231):
        assert said(c4_without_column_all_leave_together(change(PLAN, 1, trip=0, released_s=leaves_s))) == [
            f"C4: movement 1, bus 0: leaves at {leaves_s} s, the movement departs at 1230 s"
        ]
    assert said(c4_without_column_all_leave_together(PLAN)) == []


def test_heads_are_a_headway_apart_at_entry():
    """Movement 0 enters road 2 at 600 s; with a headway of 2530 s movement 3 may follow at 3130 s."""
    assert said(c4_columns_enter_in_turn(known(roads__2__headway="2530 s"))) == []
    assert said(c4_columns_enter_in_turn(known(roads__2__headway="2531 s"))) == [
        "C4: movement 3: enters road 2 at 3130 s; those before it allow 3131 s"
    ]


def test_heads_are_a_headway_apart_at_exit():
    """Movement 0 leaves road 2 at 800 s; with a headway of 2531 s movement 3 may not at 3330 s."""
    assert said(c4_columns_leave_in_turn(known(roads__2__headway="2530 s"))) == []
    assert said(c4_columns_leave_in_turn(known(roads__2__headway="2531 s"))) == [
        "C4: movement 3: leaves road 2 at 3330 s; those before it allow 3331 s"
    ]


def test_a_head_follows_the_tail_before_it():
    """On any road, headway or not, no head enters or leaves before the tail ahead."""
    assert said(c4_columns_enter_in_turn(change(PLAN, 0, road=1, tail_in_s=2991))) == [
        "C4: movement 3: enters road 1 at 2990 s; those before it allow 2991 s"
    ]
    assert said(c4_columns_leave_in_turn(change(PLAN, 0, road=1, tail_out_s=3091))) == [
        "C4: movement 3: leaves road 1 at 3090 s; those before it allow 3091 s"
    ]


def test_rank_orders_the_road():
    """Who has the lower rank goes first on a road: the other way round breaks the rule, however far apart."""
    first, *others = PLAN.movements
    swapped = (others[2].model_copy(update={"rank": 0}), *others[:2], first.model_copy(update={"rank": 3}))
    broken = c4_columns_enter_in_turn(PLAN.model_copy(update={"movements": swapped}))
    assert said(broken)[:2] == [
        "C4: movement 2: enters road 3 at 2220 s; those before it allow 3670 s",
        "C4: movement 3: enters road 1 at 460 s; those before it allow 3000 s",
    ]


def test_an_alternate_road_is_clear_of_opposing_columns():
    """The column back may enter road 3 when the tail out has left it; on road 2 it need not wait."""
    assert said(c4_columns_enter_in_turn(change(PLAN, 0, road=3, tail_out_s=2220))) == []
    assert said(c4_columns_enter_in_turn(change(PLAN, 0, road=3, tail_out_s=2221))) == [
        "C4: movement 2: enters road 3 at 2220 s; those before it allow 2221 s"
    ]
    assert said(c4_columns_enter_in_turn(change(PLAN, 0, road=2, tail_out_s=2600))) == []
