"""What a plan says of itself in one line."""

from hypothesis import given

from tests.papers.small_plan import CLEARANCE, WAITING, made
from tests.pictures.any_runs import runs


def test_a_plan_is_one_line():
    """Printed, a plan says what it is for, what is known of it, and how far its levels have come."""
    assert (
        repr(made(CLEARANCE, WAITING))
        == str(made(CLEARANCE, WAITING))
        == (
            "<Plan of 'small' for clearance: feasible, movements: 4; "
            "clearance 22 s, no plan beats 20 s; waiting 380 person-s>"
        )
    )
    assert repr(made(rides=0)).endswith("movements: 0; no levels>")


@given(runs())
def test_the_line_fits_on_a_screen(drawn):
    """However many movements a plan has, it is one short line."""
    operation, movements = drawn
    plan = made(CLEARANCE).model_copy(update={"operation": operation, "movements": movements})
    assert len(repr(plan)) < 300 and "\n" not in repr(plan)
