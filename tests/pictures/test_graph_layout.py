"""Where names stand on a movement graph."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from korridor.exercise.exercise import exercise
from korridor.exercise.size import read_size
from korridor.pictures.graph_layout import _with_room, _within, ends, place_lines
from korridor.pictures.graph_rows import graph_rows
from korridor.pictures.spread import spread
from korridor.planning.plan import Objective
from korridor.planning.planner import plan


@given(wanted=st.lists(st.integers(0, 1000), min_size=1, max_size=40).map(sorted), least=st.integers(1, 20))
def test_names_stay_apart_within_a_panel_that_is_high_enough(wanted, least):
    """However places crowd, in a panel with room for all names none is outside, and none over another."""
    found = _within(spread(wanted, least), least, 0, 1000)
    if least * len(wanted) <= 1000:
        assert min(found) >= 0
        assert max(found) <= 1000
        assert all(after - before >= least * 0.999 for before, after in pairwise(found))


@given(fars=st.lists(st.integers(0, 1000), min_size=1).map(sorted), least=st.integers(1, 100))
def test_those_with_room_are_apart_and_whoever_is_not_would_be_over_one_of_them(fars, least):
    """Names are left out only where another one stands too near."""
    kept = _with_room(fars, least)
    assert all(fars[b] - fars[a] >= least for a, b in pairwise(kept))
    assert all(any(abs(fars[at] - fars[k]) < least for k in kept) for at in set(range(len(fars))) - set(kept))


def test_the_names_of_an_exercise_stand_in_the_panel():
    """Of dozens of crossings a few hundred metres apart those named are named at their lines, inside the panel."""
    operation = exercise(read_size("people=6000,assemblies=60,vehicles=80"))
    rows = graph_rows(
        operation, plan(operation, objective=Objective.CLEARANCE, work=1, bounded=False).movements
    )
    low, high = ends(rows)
    named = [line for line in place_lines(rows) if line["place"]]
    assert 5 < len(named) < 40
    assert all(low <= line["label_far"] <= high for line in named)
    assert all(line["label_far"] == line["far"] for line in named)
