"""Moments and durations in words."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.pictures.clock import Clock, lasting

ALEPPO = Clock(datetime(2016, 12, 15, 6, 0, tzinfo=timezone(timedelta(hours=2))))
SOMEWHERE = Clock(None)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 min"), (45, "45 s"), (90, "1 min 30 s"), (3600, "1 h"), (3659, "1 h"), (14040, "3 h 54 min")],
)
def test_a_duration_is_told_in_hours_and_minutes(seconds, words):
    """A duration reads as people say it; from an hour on its seconds are left out."""
    assert lasting(seconds) == words


def test_a_duration_can_be_rounded_up():
    """A second over a whole minute counts as a minute where rounding down would flatter."""
    assert lasting(3601, up=True) == "1 h 1 min"


def test_moments_are_told_by_the_operation_s_clock():
    """The local clock of the operation's offset is shown, with the day, and the offset once beside it."""
    assert ALEPPO.moment(3 * 3600) == "Thu 15 Dec 09:00"
    assert ALEPPO.full(20 * 3600) == "Fri 16 Dec 2016, 02:00"
    assert ALEPPO.offset == "UTC+02:00"


def test_offsets_west_of_greenwich_and_of_half_hours():
    """An offset is told with its sign, hours and minutes."""
    assert Clock(datetime(2024, 1, 1, tzinfo=timezone(-timedelta(hours=3, minutes=30)))).offset == "UTC-03:30"
    assert Clock(datetime(2024, 1, 1, tzinfo=UTC)).offset == "UTC+00:00"


def test_without_a_start_time_counts_from_it():
    """An operation without a date tells the time since its start."""
    assert SOMEWHERE.moment(5400) == "+1 h 30 min"
    assert SOMEWHERE.full(47) == "47 s after the start"
    assert SOMEWHERE.day(0) == SOMEWHERE.offset == ""


def test_what_is_done_by_a_moment_is_rounded_up_over_midnight():
    """Half a minute before midnight is the next day, where something is done by then."""
    late_s = 18 * 3600 - 30
    assert ALEPPO.moment(late_s) == "Thu 15 Dec 23:59"
    assert ALEPPO.moment(late_s, up=True) == "Fri 16 Dec 00:00"


def test_an_exact_clock_tells_seconds_where_there_are_any():
    """Fifty seconds past nine is not nine, with a date and without; a whole minute has no seconds."""
    assert ALEPPO.exact.moment(3 * 3600 + 50) == "Thu 15 Dec 09:00:50"
    assert ALEPPO.exact.time(3 * 3600) == "09:00"
    assert SOMEWHERE.exact.moment(3 * 3600 + 50) == "+3 h 50 s"
    assert SOMEWHERE.exact.full(3 * 3600 + 50) == "3 h 50 s after the start"


def test_an_axis_shows_the_date_at_midnight():
    """Ticks are hours of the day, the date where it changes, and seconds only where there are some."""
    assert [ALEPPO.tick(s) for s in (0, 18 * 3600, 90)] == ["06:00", "16 Dec", "06:01:30"]
    assert SOMEWHERE.tick(30600) == "+8 h 30 min"


@given(st.integers(0, 10**7), st.integers(0, 59))
def test_rounding_never_makes_a_moment_look_earlier_than_it_is(moment_s, second):
    """A moment rounded up is the moment itself or the next whole minute, whatever second the start is at."""
    start = datetime(2016, 12, 15, 6, 0, second, tzinfo=UTC)
    shown = datetime.strptime(Clock(start).full(moment_s, up=True)[4:], "%d %b %Y, %H:%M").replace(tzinfo=UTC)
    assert timedelta(0) <= shown - (start + timedelta(seconds=moment_s)) < timedelta(minutes=1)
