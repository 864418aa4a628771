"""Lines of columns that did not come to their end."""

from hypothesis import given
from hypothesis import strategies as st

from korridor.pictures.stopped import Stop, stopped

moments = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 30_000)), min_size=1, max_size=6)
paths = moments.map(lambda found: tuple(sorted(found)))


@given(paths, st.integers(0, 10**6), st.booleans())
def test_a_line_keeps_its_beginning_and_goes_on_in_time(path, at, back):
    """A line that stops begins as it did, runs forward in time, and ends at the stop; or where it began, if it went back."""
    found = stopped(path, Stop(at, back, "stopped"))
    assert found[0] == path[0]
    assert [moment for moment, _ in found] == sorted(moment for moment, _ in found)
    if back:
        assert found[-1][1] == path[0][1]
    else:
        assert found[-1][0] == max(at, path[0][0])


@given(paths)
def test_who_arrives_keeps_the_whole_line(path):
    """Without a stop a line is what it was."""
    assert stopped(path, None) == path
