"""What became of a plan in each of a sample of futures, for whoever chooses among plans."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from korridor.chance import stream
from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.rehearsal.loop import M
from korridor.rehearsal.task import Task

_HALF_BITS = 31


@dataclass(frozen=True)
class Carried:
    """A whole number a future: persons out and left, person-seconds exposed, and when the last one was out."""

    out: Sequence[int]
    left: Sequence[int]
    exposure_person_s: Sequence[int]
    last_out_s: Sequence[int]


class Futures:
    """Samples of futures of one operation: the same for every plan.

    Parameters
    ----------
    operation : Operation
    seed : int
    """

    def __init__(self, operation: Operation, seed: int) -> None:
        self._operation, self._seed = operation, seed

    def __call__(self, movements: tuple[Movement, ...], sample: int, runs: int) -> Carried:
        """Carry a plan out in so many futures of a sample; other samples have none of them."""
        stage = Task(self._operation, movements, self.seed_of(sample)).stage()
        workers = max(1, min(runs, len(os.sched_getaffinity(0))))
        ends = [runs * worker // workers for worker in range(workers + 1)]
        stages = [stage, *(stage.another() for _ in ends[2:])]
        with ThreadPoolExecutor(workers) as pool:
            parts = pool.map(lambda on, first, end: on.run(first, end - first)[0], stages, ends, ends[1:])
            results = np.concatenate(list(parts))

        def column(of: M) -> tuple[int, ...]:
            return tuple(results[:, of].tolist())

        return Carried(column(M.OUT), column(M.LEFT), column(M.EXPOSURE_PERSON_S), column(M.CLEARANCE_S))

    def seed_of(self, sample: int) -> int:
        """Return the seed of a sample's futures; one that nobody is likely to name, who rehearses the plan afterwards."""
        words = stream.new(self._seed, sample)
        high, low = (int(stream.below(words, 1 << _HALF_BITS)) for _ in range(2))
        return high << _HALF_BITS | low
