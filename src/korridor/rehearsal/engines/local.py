"""The machine at hand: one thread a core over the compiled loop, which runs without Python's lock."""

import os
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from queue import SimpleQueue

from korridor.rehearsal.block import Block
from korridor.rehearsal.outcome import Outcome
from korridor.rehearsal.stage import Stage
from korridor.rehearsal.statistics.gathered import Gathered
from korridor.rehearsal.task import Task


class Local:
    """Threads of this process.

    Parameters
    ----------
    workers : int, optional
        One a core that this process may use, if not given.
    """

    name = "local"

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or len(os.sched_getaffinity(0))

    def carry_out(self, task: Task, gathered: Gathered) -> None:
        """Add blocks to ``gathered`` until it is done."""
        first = task.stage()
        stages: SimpleQueue[Stage] = SimpleQueue()
        for stage in (first, *(first.another() for _ in range(self.workers - 1))):
            stages.put(stage)

        def block(number: int, runs: int) -> tuple[int, Block]:
            stage = stages.get()
            try:
                return number, task.block(stage, number, runs)
            finally:
                stages.put(stage)

        with ThreadPoolExecutor(self.workers) as pool:
            flying: set[Future[tuple[int, Block]]] = set()
            next_block = 0
            try:
                while not gathered.done:
                    while len(flying) < 2 * self.workers and gathered.stopping.runs_of(next_block):
                        flying.add(pool.submit(block, next_block, gathered.stopping.runs_of(next_block)))
                        next_block += 1
                    landed, flying = wait(flying, return_when=FIRST_COMPLETED)
                    for future in landed:
                        number, ran = future.result()
                        gathered.add(number, Outcome.of(ran))
            finally:
                for future in flying:
                    future.cancel()
