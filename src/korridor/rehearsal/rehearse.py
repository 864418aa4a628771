"""The room's door: a plan in, an answer with its intervals out (R1 to R4)."""

from time import perf_counter

from korridor.rehearsal.engines.engine import Engine
from korridor.rehearsal.engines.local import Local
from korridor.rehearsal.measure import first_measure
from korridor.rehearsal.statistics.gathered import Gathered
from korridor.rehearsal.statistics.progress import Watch
from korridor.rehearsal.statistics.rehearsed import Rehearsed
from korridor.rehearsal.statistics.stopping import Stopping
from korridor.rehearsal.task import Task


def rehearsed(
    task: Task, stopping: Stopping, engine: Engine | None = None, watch: Watch | None = None
) -> Rehearsed:
    """Carry out a plan many times.

    Parameters
    ----------
    task : Task
    stopping : Stopping
        How many runs, or how precise.
    engine : Engine, optional
        This machine, if not given.
    watch : Watch, optional
        Told now and then how far it is.

    Returns
    -------
    Rehearsed
        Ctrl-C ends the runs, and what came before it is the answer.
    """
    engine = engine or Local()
    noted = task.noted_at
    first = first_measure(task.operation)
    gathered = Gathered(stopping, first, watch)
    began = perf_counter()
    try:
        engine.carry_out(task, gathered)
    except KeyboardInterrupt:
        gathered.interrupt()
        if not gathered.runs:
            raise
    return Rehearsed.of(
        gathered.outcome,
        gathered.stopped,
        seconds=perf_counter() - began,
        seed=task.seed,
        engine=engine.name,
        first=first,
        checkpoints=noted.checkpoints,
        rooms=noted.rooms,
        places=noted.places,
    )
