"""A Ray cluster: blocks are tasks, which Ray gives to whichever worker is free, and again where one died."""

from collections.abc import Iterator

import ray

from korridor.rehearsal.engines.engine import EngineError
from korridor.rehearsal.engines.name import EngineName
from korridor.rehearsal.engines.on_worker import outcomes
from korridor.rehearsal.engines.ray_cluster import joined
from korridor.rehearsal.outcome import Outcome
from korridor.rehearsal.statistics.gathered import Gathered
from korridor.rehearsal.statistics.stopping import Stopping
from korridor.rehearsal.task import Task
from korridor.version import __version__

TIMES_AGAIN = 5
"""So often is a task given to another worker when one dies; more often, it is the task that kills them."""

TASKS_A_PROCESSOR = 4
"""Of a rehearsal, at least, so that no processor is left waiting for the last of another."""

MOST_BLOCKS = 16
"""In a task: Ray takes about a millisecond for each, as long as a block of a small plan."""


class OnRay:
    """Workers of a Ray cluster.

    Parameters
    ----------
    address : str
        As for :func:`~korridor.rehearsal.engines.ray_cluster.joined`.
    """

    name = EngineName.RAY.value

    def __init__(self, address: str) -> None:
        self._address = address

    def carry_out(self, task: Task, gathered: Gathered) -> None:
        """Add blocks to ``gathered`` until it is done."""
        with joined(self._address) as processors:
            given = ray.put(task)
            run = ray.remote(num_cpus=1, max_retries=TIMES_AGAIN)(outcomes)
            waiting = _parts(gathered.stopping, processors)
            flying: dict[ray.ObjectRef, list[tuple[int, int]]] = {}
            try:
                while not gathered.done:
                    while len(flying) < 2 * processors and (blocks := next(waiting, None)):
                        flying[run.remote([given], blocks, __version__)] = blocks
                    landed, _ = ray.wait(list(flying))
                    for part in landed:
                        for (number, _), outcome in zip(flying.pop(part), _found(part), strict=True):
                            gathered.add(number, outcome)
            finally:
                for part in flying:
                    ray.cancel(part, force=True)


def _parts(stopping: Stopping, processors: int) -> Iterator[list[tuple[int, int]]]:
    """Yield the blocks of each task."""
    size = max(1, min(MOST_BLOCKS, stopping.blocks // (TASKS_A_PROCESSOR * processors)))
    for first in range(0, stopping.blocks, size):
        numbers = range(first, min(first + size, stopping.blocks))
        yield [(number, stopping.runs_of(number)) for number in numbers]


def _found(part: ray.ObjectRef) -> list[Outcome]:
    try:
        found: list[Outcome] = ray.get(part)
    except ray.exceptions.WorkerCrashedError as error:
        raise EngineError(f"{1 + TIMES_AGAIN} workers of the cluster died of the same runs") from error
    except ray.exceptions.RayTaskError as error:
        if isinstance(error.cause, (EngineError, ImportError)):
            raise EngineError(f"a worker of the cluster cannot carry out runs: {error.cause}") from None
        raise
    return found
