"""R1 to R4: a plan carried out many times."""

from collections.abc import Callable, Sequence

from korridor.answers.task_of import task_of
from korridor.events.movement import Movement
from korridor.planning.plan import Plan
from korridor.rehearsal.engines.named import engine_of
from korridor.rehearsal.given import Break
from korridor.rehearsal.measure import first_measure
from korridor.rehearsal.rehearse import rehearsed
from korridor.rehearsal.runs import MOST_RUNS, RUNS
from korridor.rehearsal.setting import Setting
from korridor.rehearsal.statistics.precision import Precision
from korridor.rehearsal.statistics.progress import Progress
from korridor.rehearsal.statistics.rehearsed import Rehearsed
from korridor.rehearsal.statistics.stopping import Stopping


def rehearse(
    plan: Plan,
    *,
    runs: int | None = None,
    precision: Precision | str | None = None,
    seed: int = 0,
    reorders: bool = False,
    breaks: Sequence[Break] = (),
    at: int | str | None = None,
    engine: str = "local",
    cluster: str | None = None,
    watch: Callable[[Progress], None] | None = None,
) -> Rehearsed:
    """Carry a plan out many times, under what nobody knows beforehand (R1 to R4).

    Parameters
    ----------
    plan : Plan
        With movements; from a saved state on if it begins with one.
    runs : int, optional
        How many; 1,000 if not given. With a precision the most there may be, 100,000 if not given.
    precision : Precision or str, optional
        How narrow the interval of the first measure is to be: ``"1 %"``, ``"20 persons"``, ``"10 min"``, ``"2 points"``.
    seed : int
        What the runs meet is drawn by it: the same for every plan and engine.
    reorders : bool
        Whether the dispatcher sends the column that is ready first; else the plan's order is kept.
    breaks : sequence of Break
        Breaks of the truce that come in every run, beside those that are drawn.
    at : int or str, optional
        The moment to begin from, if all goes as planned until then: seconds from the operation's start, an instant, or ``+6 h``.
        What is counted is what comes out from then on, those on the road included; the plan's rest goes on unchanged.
    engine : str
        ``"local"``, this machine; ``"ray"``, a Ray cluster: the same numbers.
    cluster : str, optional
        Address of the Ray cluster; ``RAY_ADDRESS``, or one that is started and stopped again, if not given.
    watch : callable, optional
        Called now and then with a ``Progress``.

    Returns
    -------
    Rehearsed

    Raises
    ------
    ValueError
        Where the plan has no movements, a value is not allowed, or the engine fails; in words for a person.

    Examples
    --------
    >>> import korridor
    >>> plan = korridor.read_plan("build/aleppo/plan.json")  # doctest: +SKIP
    >>> korridor.rehearse(plan, runs=10_000, seed=7).out.p10  # doctest: +SKIP
    """
    setting = Setting(reorders, tuple(breaks))
    whole = plan
    before: tuple[Movement, ...] = ()
    if at is not None:
        from korridor.planning.replan.going_on import departed_by, going_on

        task_of(whole, seed, setting)  # a plan without movements has no rest either
        plan = going_on(whole, at)
        before = departed_by(whole, plan)
    task = task_of(plan, seed, setting, before)
    if isinstance(precision, str):
        precision = Precision.read(precision, first_measure(plan.operation))
    most = runs if runs is not None else RUNS if precision is None else MOST_RUNS
    return rehearsed(task, Stopping(precision, most), engine_of(engine, cluster), watch)
