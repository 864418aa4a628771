"""R6: one run of a rehearsal."""

from collections.abc import Sequence

from korridor.answers.task_of import task_of
from korridor.planning.plan import Plan
from korridor.rehearsal.given import Break
from korridor.rehearsal.one_run import OneRun
from korridor.rehearsal.one_run import one_run as carried_out
from korridor.rehearsal.setting import Setting


def one_run(
    plan: Plan, run: int, *, seed: int = 0, reorders: bool = False, breaks: Sequence[Break] = ()
) -> OneRun:
    """Carry out one run of a rehearsal, and return what happened in it, movement by movement (R6).

    Parameters
    ----------
    plan : Plan
        With movements.
    run : int
        Its number, from 0; the same whether it is carried out alone or among thousands.
    seed, reorders, breaks
        As for :func:`rehearse`.

    Raises
    ------
    ValueError
        Where the plan has no movements.

    Examples
    --------
    >>> import korridor
    >>> plan = korridor.read_plan("build/aleppo/plan.json")  # doctest: +SKIP
    >>> korridor.one_run(plan, 17).out_persons  # doctest: +SKIP
    """
    return carried_out(task_of(plan, seed, Setting(reorders, tuple(breaks))), run)
