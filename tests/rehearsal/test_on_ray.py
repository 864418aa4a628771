"""The same numbers on a Ray cluster, whoever dies on the way."""

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from korridor.rehearsal.block import Block
from korridor.rehearsal.engines.engine import EngineError
from korridor.rehearsal.engines.named import engine_of
from korridor.rehearsal.rehearse import rehearsed
from korridor.rehearsal.stage import Stage
from korridor.rehearsal.statistics.progress import Progress
from korridor.rehearsal.statistics.rehearsed import Rehearsed
from korridor.rehearsal.statistics.stopping import Stopping
from korridor.rehearsal.task import Task
from tests.pictures.convoys import plan

ray = pytest.importorskip("ray", reason="Ray is an extra: pip install 'korridor[ray]'")
from ray.cluster_utils import Cluster  # noqa: E402

RUNS = 1500


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Two nodes of one processor each, on this machine."""
    node = {"num_cpus": 1, "object_store_memory": 80_000_000, "include_dashboard": False}
    made = Cluster(initialize_head=True, head_node_args=node)
    made.add_node(**node)
    ray.cloudpickle.register_pickle_by_value(sys.modules[__name__])
    yield made
    made.shutdown()


@pytest.fixture(scope="module")
def task() -> Task:
    """A small plan with convoys."""
    made = plan(3)
    return Task(made.operation, made.movements, seed=7)


def numbers(found: Rehearsed) -> Rehearsed:
    """What must be the same, whoever worked it out."""
    return found.model_copy(update={"seconds": 0.0, "engine": ""})


def test_a_cluster_comes_to_the_same_numbers(cluster: Cluster, task: Task) -> None:
    """Two nodes come to what this machine comes to, to the last bit."""
    here = rehearsed(task, Stopping(most_runs=RUNS))
    there = rehearsed(task, Stopping(most_runs=RUNS), engine_of("ray", cluster.address))
    assert there.engine == "ray" and numbers(there) == numbers(here)


@dataclass(frozen=True)
class Deadly(Task):
    """A task whose fifth block kills the worker that carries it out, the first time."""

    died: Path = Path()

    def block(self, stage: Stage, number: int, runs: int) -> Block:
        block = super().block(stage, number, runs)
        if number == 4 and not self.died.exists():
            self.died.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return block


def test_a_worker_that_is_killed_changes_nothing(cluster: Cluster, task: Task, tmp_path: Path) -> None:
    """A worker process that is killed in the middle of a block leaves no trace in the answer."""
    deadly = Deadly(task.operation, task.movements, task.seed, died=tmp_path / "died")
    there = rehearsed(deadly, Stopping(most_runs=RUNS), engine_of("ray", cluster.address))
    assert deadly.died.exists()
    assert numbers(there) == numbers(rehearsed(task, Stopping(most_runs=RUNS)))


def test_what_came_before_an_interrupt_is_the_answer(cluster: Cluster, task: Task) -> None:
    """Ctrl-C keeps the blocks that have come, and they are those that this machine comes to."""

    def interrupt(_: Progress) -> None:
        raise KeyboardInterrupt

    there = rehearsed(task, Stopping(most_runs=10**6), engine_of("ray", cluster.address), interrupt)
    assert 0 < there.runs < 10**6
    assert numbers(there).out == rehearsed(task, Stopping(most_runs=there.runs)).out


def test_a_worker_of_another_version_is_turned_away(
    cluster: Cluster, task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that might come to other numbers comes to none, and one line says why."""
    monkeypatch.setattr("korridor.rehearsal.engines.on_ray.__version__", "0.0")
    with pytest.raises(
        EngineError, match=r"^a worker .+ has korridor .+, this machine 0\.0; both must be"
    ) as error:
        rehearsed(task, Stopping(most_runs=64), engine_of("ray", cluster.address))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("address", ["nowhere", "127.0.0.1:1", "ray://127.0.0.1:1"])
def test_where_no_cluster_is_the_address_is_named(address: str) -> None:
    """An address at which nothing answers is an error in one line, at once."""
    with pytest.raises(EngineError, match=rf"no Ray cluster can be joined at {address}: .+") as error:
        rehearsed(
            Task(plan(3).operation, plan(3).movements, 7), Stopping(most_runs=64), engine_of("ray", address)
        )
    assert "\n" not in str(error.value)
