"""The time axis of every picture."""

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from korridor.pictures.axis import STEPS_S, step_s, ticks
from korridor.pictures.clock import DAY_S, Clock


def test_steps_divide_a_day():
    """Every step up to a day comes out even at midnight, as a clock's do."""
    assert all(DAY_S % step == 0 for step in STEPS_S)


@given(st.integers(1, 400 * DAY_S), st.integers(1, 50))
def test_a_step_makes_no_more_parts_than_asked(length_s, most):
    """No stretch, however long, is cut into more parts than asked."""
    assert -(-length_s // step_s(length_s, most)) <= most


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(-12 * 60, 12 * 60), st.integers(0, 86399))
def test_ticks_stand_where_the_local_clock_shows_a_whole_step(begins_s, length_s, offset_min, clock_s):
    """Ticks lie inside the stretch, one step apart, and on the operation's clock, whatever its offset."""
    zone = timezone(timedelta(minutes=offset_min))
    start = datetime(2016, 12, 15, tzinfo=zone) + timedelta(seconds=clock_s)
    found = ticks(Clock(start), begins_s, begins_s + length_s)
    step = step_s(length_s, 13)
    assert all(begins_s <= tick <= begins_s + length_s for tick in found)
    for tick in found:
        local = start + timedelta(seconds=tick)
        since_midnight_s = local.hour * 3600 + local.minute * 60 + local.second
        assert since_midnight_s % min(step, DAY_S) == 0
