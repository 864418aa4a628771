"""Several plans in the same runs (R5)."""

import pytest

from korridor.rehearsal.compare import compared
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.side_by_side import side_by_side
from korridor.rehearsal.statistics.precision import Precision
from korridor.rehearsal.statistics.stopping import Stopping
from korridor.rehearsal.task import Task
from tests.pictures.convoys import plan

NAMES = ("one", "other")


def task(rounds: int, seed: int = 7) -> Task:
    made = plan(rounds)
    return Task(made.operation, made.movements, seed)


def test_runs_are_those_that_each_has_alone():
    """A plan beside another one comes to what it comes to alone, block by block, whatever the number of workers."""
    tasks = (task(2), task(3))
    stage = tasks[1].stage()
    for workers in (1, 3):
        for number, blocks in enumerate(side_by_side(tasks, Stopping(None, 150), workers)):
            alone = tasks[1].block(stage, number, blocks[1].runs)
            for measure, values in alone.measures.items():
                assert (blocks[1].measures[measure] == values).all()
        assert number == 2 and blocks[0].runs == 150 - 128


def test_other_draws_are_refused():
    """Plans that would meet other draws are not run side by side."""
    with pytest.raises(ValueError, match="each needs the same seed"):
        next(side_by_side((task(2, 1), task(2, 2)), Stopping(None, 64)))


def test_a_comparison_stops_when_the_difference_is_known():
    """With a precision the runs end at the first look at which the difference's interval is as narrow, and it says so."""
    wide = Precision.read("2000 persons", Measure.OUT)
    found = compared(task(2), task(3), NAMES, Stopping(wide, 4000), Measure.OUT)
    assert (found.runs, found.reached, found.precision) == (1024, True, "2000 persons")
    narrow = Precision.read("0.001 persons", Measure.OUT)
    found = compared(task(2), task(3), NAMES, Stopping(narrow, 64), Measure.OUT)
    assert (found.runs, found.reached) == (64, False)
