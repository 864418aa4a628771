"""O2, O6: daily hours."""

import pytest

from korridor.operation.hours import Hours
from korridor.planning.verify.hours import within_hours
from tests.planning.verify.corridor import PLAN

H = 3600


@pytest.mark.parametrize(
    ("hours", "begin_s", "end_s", "expected"),
    [
        ("08:00-10:00", 2 * H, 4 * H, True),
        ("08:00-10:00", 2 * H - 1, 4 * H, False),
        ("08:00-10:00", 2 * H, 4 * H + 1, False),
        ("08:00-10:00", 26 * H, 28 * H, True),
        ("08:00-10:00", 3 * H, 27 * H, False),
        ("00:00-02:00", 18 * H, 20 * H, True),
        ("22:00-24:00", 16 * H, 18 * H, True),
        ("22:00-24:00", 16 * H, 18 * H + 1, False),
        ("00:00-24:00", 16 * H, 60 * H, True),
    ],
)
def test_a_span_lies_in_the_hours_of_one_day(hours, begin_s, end_s, expected):
    """Second 0 is six o'clock; a span touches both ends of the hours at most, and a whole day has none."""
    assert within_hours(PLAN.operation, Hours.model_validate(hours), begin_s, end_s) is expected


def test_without_hours_every_moment_will_do():
    """A place without hours is always open."""
    assert within_hours(PLAN.operation, None, 0, 100 * H)
