"""Stretches of time that a movement graph shows."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from korridor.pictures.panels import LONGEST_S, Panel, panels

HOUR = 3600
BUSY = st.lists(st.tuples(st.integers(0, 60 * 24 * HOUR), st.integers(0, 12 * HOUR)), min_size=1, max_size=40)


def test_nothing_makes_no_panel():
    """Where nothing moves there is nothing to show."""
    assert panels([]) == ()


def test_a_short_day_is_one_panel():
    """Movements of one morning stand on one panel that is little longer than they are."""
    (panel,) = panels([(8 * HOUR, 9 * HOUR), (9 * HOUR, 12 * HOUR)])
    assert (panel.begins_s, panel.ends_s) == (8 * HOUR, 12 * HOUR)


def test_sixty_quiet_hours_are_cut_out():
    """A truce that is closed for sixty hours takes up no room between two busy days."""
    first, second = panels([(8 * HOUR, 29 * HOUR), (89 * HOUR, 100 * HOUR)])
    assert first == Panel(8 * HOUR, 29 * HOUR)
    assert second.begins_s == 89 * HOUR


def test_a_window_s_end_close_by_is_shown():
    """A closing soon after the last movement belongs on the picture, one next week does not."""
    (panel,) = panels([(0, 10 * HOUR)], edges=[12 * HOUR, 200 * HOUR])
    assert panel.ends_s == 12 * HOUR


def test_a_moment_is_shown_too():
    """What takes no time has its place on a picture all the same."""
    (panel,) = panels([(60, 60)])
    assert panel.begins_s <= 60 < panel.ends_s


def test_a_short_prelude_joins_the_day():
    """Empty columns of the morning and the day's columns share a panel, where that saves one."""
    cut = panels([(0, 1200), (5 * HOUR, 27 * HOUR), (87 * HOUR, 160 * HOUR)])
    assert [panel.begins_s // HOUR for panel in cut] == [0, 87, 114, 141]


@given(BUSY.map(lambda found: [(begins_s, begins_s + lasts_s) for begins_s, lasts_s in found]))
def test_everything_busy_is_on_a_panel_and_all_have_one_scale(busy):
    """Panels are equally long, follow each other, and leave out no moment of any movement."""
    cut = panels(busy)
    assert len({panel.ends_s - panel.begins_s for panel in cut}) == 1
    assert all(here.ends_s <= after.begins_s for here, after in pairwise(cut))
    for begins_s, ends_s in busy:
        inside_s = sum(max(0, min(ends_s, p.ends_s) - max(begins_s, p.begins_s)) for p in cut)
        assert inside_s == ends_s - begins_s


@given(st.integers(1, 80 * 24 * HOUR))
def test_a_long_time_is_shown_about_a_day_at_a_time(length_s):
    """However long the operation, panels are few enough for paper and short enough to read."""
    cut = panels([(0, length_s)])
    assert len(cut) <= 40
    assert cut[0].ends_s - cut[0].begins_s <= max(1, -(-length_s // (40 * 24 * HOUR))) * LONGEST_S
