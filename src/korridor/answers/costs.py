"""What each uncertain thing costs."""

from collections.abc import Sequence

from korridor.answers.task_of import task_of
from korridor.planning.plan import Plan
from korridor.rehearsal.causes import causes
from korridor.rehearsal.given import Break
from korridor.rehearsal.runs import RUNS
from korridor.rehearsal.setting import Setting
from korridor.rehearsal.statistics.ranked import Ranked


def costs(
    plan: Plan, *, runs: int = RUNS, seed: int = 0, reorders: bool = False, breaks: Sequence[Break] = ()
) -> Ranked | None:
    """Find out what each uncertain thing costs: the same runs again, each time with that one thing as planned.

    Parameters
    ----------
    plan : Plan
        With movements.
    runs : int
        Of each; at most 1,024, at least two.
    seed, reorders, breaks
        As for :func:`rehearse`.

    Returns
    -------
    Ranked or None
        The most costly first, each gain with its interval; ``None`` for a single run.

    Raises
    ------
    ValueError
        Where the plan has no movements.

    Examples
    --------
    >>> import korridor
    >>> plan = korridor.read_plan("build/aleppo/plan.json")  # doctest: +SKIP
    >>> korridor.costs(plan).alternatives[0].name  # doctest: +SKIP
    'if the truce surely held'
    """
    return causes(task_of(plan, seed, Setting(reorders, tuple(breaks))), runs)
