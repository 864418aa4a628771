"""The same numbers, whatever carries the runs out."""

import pytest

from korridor.rehearsal.engines.local import Local
from korridor.rehearsal.engines.named import engine_of
from korridor.rehearsal.rehearse import rehearsed
from korridor.rehearsal.statistics.stopping import Stopping
from korridor.rehearsal.task import Task
from tests.pictures.convoys import plan


@pytest.fixture(scope="module")
def task() -> Task:
    """A small plan with convoys."""
    made = plan(3)
    return Task(made.operation, made.movements, seed=7)


def test_the_number_of_workers_does_not_matter(task: Task) -> None:
    """One, two or five workers come to the same answer, to the last bit; another seed does not."""
    answers = [
        rehearsed(task, Stopping(most_runs=300), Local(workers)).model_copy(update={"seconds": 0.0})
        for workers in (1, 2, 5)
    ]
    assert answers[0] == answers[1] == answers[2]


def test_a_run_is_the_same_whichever_came_before(task: Task) -> None:
    """Run 70 alone is run 70 among others: nothing is left over from the runs before it."""
    stage = task.stage()
    among, by_hour = stage.run(0, 100)
    for run in (0, 70, 99):
        alone, hours = task.stage().run(run, 1)
        assert (alone[0] == among[run]).all() and (hours[0] == by_hour[run]).all()


def test_an_engine_that_is_none_is_named() -> None:
    """A name that no engine has is answered with those that there are."""
    with pytest.raises(ValueError, match="'spark' is not an engine; one of local, ray"):
        engine_of("spark")
