"""R5: two plans, or one plan under two settings, rehearsed under the same draws."""

from collections.abc import Callable
from time import perf_counter

from korridor.answers.task_of import task_of
from korridor.operation.differs import differences, same_people
from korridor.planning.plan import Plan
from korridor.rehearsal.compare import Progress
from korridor.rehearsal.compare import compared as carried_out
from korridor.rehearsal.measure import first_measure
from korridor.rehearsal.runs import MOST_RUNS, RUNS
from korridor.rehearsal.setting import Setting
from korridor.rehearsal.statistics.compared import Compared
from korridor.rehearsal.statistics.precision import Precision
from korridor.rehearsal.statistics.stopping import Stopping

NAMES = ("the first", "the second")


def compare(
    first: Plan,
    second: Plan | None = None,
    *,
    setting: Setting | None = None,
    second_setting: Setting | None = None,
    runs: int | None = None,
    precision: Precision | str | None = None,
    seed: int = 0,
    names: tuple[str, str] = NAMES,
    watch: Callable[[Progress], None] | None = None,
) -> Compared:
    """Say whether the second is better than the first, or the difference is noise.

    Both meet the same draws, run by run: the same roads, the same breakdowns, the same breaks of the truce. So their
    difference is theirs, and far fewer runs tell it than two rehearsals apart would.

    Parameters
    ----------
    first, second : Plan
        About the same people. Without a second, the first under ``second_setting``.
    setting, second_setting : Setting, optional
        How each is carried out; the second like the first, if not given.
    runs : int, optional
        Of each; 1,000 if not given. With a precision the most there may be, 100,000 if not given.
    precision : Precision or str, optional
        How narrow the interval of the difference is to be, in the first measure: ``"20 persons"``, ``"10 min"``, ``"2 points"``;
        ``"1 %"`` is of the first's mean.
    seed : int
    names : tuple of str
        What the two are called in the answer.
    watch : callable, optional
        Called now and then with a ``Progress``.

    Returns
    -------
    Compared

    Raises
    ------
    ValueError
        Where one has no movements, they are about other people, they begin at other moments, or nothing differs.

    Examples
    --------
    >>> import korridor
    >>> plan = korridor.read_plan("build/aleppo/plan.json")  # doctest: +SKIP
    >>> ready = korridor.Setting(reorders=True)
    >>> korridor.compare(plan, second_setting=ready)["out"].verdict  # doctest: +SKIP
    """
    setting = setting or Setting()
    second_setting = second_setting or setting
    other = first if second is None else second
    differs = _differs(first, other, setting, second_setting)
    measure = first_measure(first.operation)
    if isinstance(precision, str):
        precision = Precision.read(precision, measure)
    most = runs if runs is not None else RUNS if precision is None else MOST_RUNS
    began = perf_counter()
    found = carried_out(
        task_of(first, seed, setting),
        task_of(other, seed, second_setting),
        names,
        Stopping(precision, most),
        measure,
        watch,
    )
    return found.model_copy(update={"differs": differs, "seed": seed, "seconds": perf_counter() - began})


def _differs(first: Plan, second: Plan, setting: Setting, second_setting: Setting) -> tuple[str, ...]:
    """Say what the two differ in; ``ValueError`` where they cannot be compared, or it is nothing."""
    if (other_people := same_people(first.operation, second.operation)) is not None:
        raise ValueError(other_people)
    begins = [None if plan.start is None else plan.start.at_s for plan in (first, second)]
    if begins[0] != begins[1]:
        raise ValueError(
            "the two begin at other moments: compare plans from the same state, or both from the start"
        )
    settings = (
        ()
        if setting == second_setting
        else (f"how it is carried out: {setting.words}, {second_setting.words}",)
    )
    found = (*differences(first.operation, second.operation), *settings)
    if found:
        return found
    if first.movements == second.movements:
        raise ValueError("the two are the same plan under the same setting: there is nothing to compare")
    return ("the plan alone",)
