"""Several plans in the same runs: block by block, all of them meet the same draws (R5)."""

import os
from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue

from korridor.rehearsal.block import Block
from korridor.rehearsal.stage import Stage
from korridor.rehearsal.statistics.stopping import Stopping
from korridor.rehearsal.task import Task

Blocks = tuple[Block, ...]
"""What one block of runs came to: one a task, in their order."""


def side_by_side(tasks: Sequence[Task], stopping: Stopping, workers: int | None = None) -> Generator[Blocks]:
    """Carry out the same runs of each task, and yield block after block in the order of their numbers.

    Whoever has seen enough stops asking: what runs beyond that is given up.

    Parameters
    ----------
    tasks : sequence of Task
        Of one seed; else they would not meet the same draws, which raises ``ValueError``.
    stopping : Stopping
        Says how many runs each block has.
    workers : int, optional
        Threads over the compiled loop; one a core that this process may use, if not given.
    """
    if len({task.seed for task in tasks}) != 1:
        raise ValueError("plans are compared under the same draws: each needs the same seed")
    workers = workers or len(os.sched_getaffinity(0))
    first = tuple(task.stage() for task in tasks)
    idle: SimpleQueue[tuple[Stage, ...]] = SimpleQueue()
    for stages in (first, *(tuple(stage.another() for stage in first) for _ in range(workers - 1))):
        idle.put(stages)

    def carried_out(number: int) -> Blocks:
        stages = idle.get()
        try:
            runs = stopping.runs_of(number)
            return tuple(task.block(stage, number, runs) for task, stage in zip(tasks, stages, strict=True))
        finally:
            idle.put(stages)

    with ThreadPoolExecutor(workers) as pool:
        flying: deque[Future[Blocks]] = deque()
        numbers = iter(range(stopping.blocks))
        try:
            while True:
                while len(flying) < 2 * workers and (number := next(numbers, None)) is not None:
                    flying.append(pool.submit(carried_out, number))
                if not flying:
                    return
                yield flying.popleft().result()
        finally:
            for future in flying:
                future.cancel()
