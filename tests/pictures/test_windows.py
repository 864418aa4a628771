"""The truce behind a picture."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from korridor.pictures.windows import CLOSED, MARGIN, OPEN, edges, spans
from tests.pictures.convoys import HOUR, MINUTE, free_town, town


def test_a_window_is_closed_open_closing_closed():
    """Around a window the time is closed, then open, in its margin, and closed again."""
    found = spans(town(), 0, 40 * HOUR)
    assert [(span.state, span.begins_s, span.ends_s) for span in found] == [
        (CLOSED, 0, 8 * HOUR),
        (OPEN, 8 * HOUR, 29 * HOUR - 15 * MINUTE),
        (MARGIN, 29 * HOUR - 15 * MINUTE, 29 * HOUR),
        (CLOSED, 29 * HOUR, 40 * HOUR),
    ]


@given(st.integers(0, 200 * HOUR), st.integers(1, 200 * HOUR))
def test_spans_fill_the_stretch(begins_s, length_s):
    """Spans cover any stretch of time without gaps and without overlaps."""
    found = spans(town(), begins_s, begins_s + length_s)
    assert (found[0].begins_s, found[-1].ends_s) == (begins_s, begins_s + length_s)
    assert all(here.ends_s == after.begins_s for here, after in pairwise(found))


def test_an_operation_without_a_truce_has_no_spans():
    """Where no truce is needed nothing is shaded, least of all as closed."""
    assert spans(free_town(), 0, 100) == () == edges(free_town(), 0, 100)


def test_the_horizon_closes_the_last_window():
    """A question that ends earlier than the truce ends the window there (O8)."""
    assert [edge.says for edge in edges(town().until(20 * HOUR), 0, 100 * HOUR)] == [
        "opens 14:00",
        "closes 02:00",
    ]


def test_words_that_would_overlap_are_left_out():
    """The openings and closings of short windows stay as lines where there is no room for words."""
    windows = [{"opens_s": n * HOUR, "closes_s": n * HOUR + 1800} for n in range(1, 9)]
    truce = {"announced": windows}
    found = edges(town(truce=truce), 0, 200 * HOUR)
    assert len(found) == 16
    assert [edge.says for edge in found if edge.says] == ["opens 07:00"]
