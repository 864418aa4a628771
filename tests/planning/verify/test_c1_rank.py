"""C1: rank is the order of departure."""

from korridor.planning.verify.c1_rank import c1_rank_is_the_order_of_departure
from tests.planning.verify.corridor import PLAN, change, said


def test_nobody_departs_before_a_lower_rank():
    """Departing at the same second keeps the rule, a second sooner breaks it."""
    assert said(c1_rank_is_the_order_of_departure(change(PLAN, 1, departs_s=460))) == []
    assert said(c1_rank_is_the_order_of_departure(change(PLAN, 1, departs_s=459))) == [
        "C1: movement 1: departs at 459 s, before movement 0 at 460 s"
    ]
