"""What a worker of a cluster does: it sets the stage once, and carries out block after block on it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import ray

from korridor.rehearsal.engines.engine import EngineError
from korridor.rehearsal.outcome import Outcome
from korridor.version import __version__

if TYPE_CHECKING:
    from korridor.rehearsal.stage import Stage
    from korridor.rehearsal.task import Task


def outcomes(
    given: Sequence[ray.ObjectRef], blocks: Sequence[tuple[int, int]], version: str
) -> list[Outcome]:
    """Carry out blocks.

    Parameters
    ----------
    given : sequence of one reference to a Task
        In a sequence, so that Ray hands on the reference: the task is fetched once, not with every block.
    blocks : sequence of (int, int)
        Number of each, and how many runs it has.
    version : str
        Whoever asks has this version of the program.

    Raises
    ------
    EngineError
        If the worker has another version: it might come to other numbers.
    """
    if version != __version__:
        raise EngineError(f"it has korridor {__version__}, this machine {version}; both must be the same")
    task, stage = _staged(given[0])
    return [Outcome.of(task.block(stage, number, runs)) for number, runs in blocks]


@lru_cache(maxsize=1)
def _staged(given: ray.ObjectRef) -> tuple[Task, Stage]:
    task: Task = ray.get(given)
    return task, task.stage()
