"""R5: what would one more of each thing bring? Planned again, bounded again, and rehearsed, side by side."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

from korridor.answers.asked import Asked
from korridor.answers.task_of import task_of
from korridor.answers.wishes import BASE, again, answer_of
from korridor.operation.changes import AnyChange, changes_for
from korridor.planning.plan import Plan
from korridor.planning.why.asked import why
from korridor.planning.why.measure import Measure as PlanMeasure
from korridor.planning.why.news import News
from korridor.planning.why.why import Outcome, Why
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.rank import contested
from korridor.rehearsal.runs import RUNS
from korridor.rehearsal.setting import Setting
from korridor.rehearsal.statistics.contest import Contest
from korridor.rehearsal.task import Task

SECONDS = 120.0
"""How long planning may take where nobody says; the runs come on top."""


@dataclass(frozen=True)
class Told:
    """How far it has come, in a line."""

    words: str
    answered: bool = False


def ask(
    plan: Plan,
    *,
    changes: Sequence[AnyChange] | None = None,
    runs: int = RUNS,
    seconds: float = SECONDS,
    work: int | None = None,
    seed: int = 0,
    setting: Setting | None = None,
    told: Callable[[Told], None] | None = None,
) -> Asked:
    """Find out what to ask for at the table; an interrupt (Ctrl-C) keeps what is done.

    Parameters
    ----------
    plan : Plan
        Of the operation as it is, with movements.
    changes : sequence of Change, optional
        What to try; one more of each thing that the operation has a number of, where not given.
    runs : int
        Of each change, under the same draws.
    seconds : float
        About how long planning may take.
    work : int, optional
        Iterations of each search instead: same plan, seed and work, same answer.
    seed : int
    setting : Setting, optional
        How the plans are carried out.
    told : callable, optional
        Called with ``Told`` now and then.

    Returns
    -------
    Asked

    Raises
    ------
    ValueError
        Where the plan has no movements, begins from a saved state, or there is nothing to ask for.

    Examples
    --------
    >>> import korridor
    >>> plan = korridor.read_plan("build/aleppo/plan.json")  # doctest: +SKIP
    >>> korridor.ask(plan).wishes[0].row.name  # doctest: +SKIP
    """
    if plan.start is not None:
        raise ValueError("the plan begins from a saved state; ask of a plan from the operation's start")
    asked = tuple(changes_for(plan.operation)) if changes is None else tuple(changes)
    if not asked:
        raise ValueError("the operation has no number of anything that could be one more")
    began = perf_counter()

    def planning(news: News) -> None:
        if told is not None:
            told(Told(f"planned again: {news.done} of {news.of} · {news.now}"))

    found = why(plan, seconds=seconds, work=work, seed=seed, changes=asked, limits_s=(), told=planning)
    answered = tuple(each for each in found.outcomes if each.plan is not None)
    contests = _rehearsed(found, answered, setting or Setting(), runs, seed, told)
    return answer_of(found, answered, contests, asked, seed, perf_counter() - began)


def _rehearsed(
    found: Why,
    answered: tuple[Outcome, ...],
    setting: Setting,
    runs: int,
    seed: int,
    told: Callable[[Told], None] | None,
) -> Mapping[Measure, Contest]:
    """Carry out today's plan, each change's, and those of searching again with nothing changed."""

    def task(plan: Plan) -> Task:
        return task_of(plan, seed, setting)

    tasks = {BASE: task(found.plan)}
    tasks |= {each.words: task(each.plan) for each in answered if each.plan is not None}
    tasks |= {again(number): task(each) for number, each in enumerate(found.again)}

    def watch(done: int) -> None:
        if told is not None:
            told(Told(f"rehearsed: {done:,} of {runs:,} runs of each of {len(tasks)} plans"))

    return contested(tasks, _measure(found), runs, watch)


def _measure(found: Why) -> Measure:
    """Return what the runs are compared by: how soon the last is out where the plan is for that, else people out."""
    return Measure.CLEARANCE if found.measure is PlanMeasure.CLEARANCE else Measure.OUT
