"""R5: what would one more of each thing bring? Planned again, bounded again, and rehearsed, side by side."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

from korridor.answers.asked import Asked, Wish
from korridor.operation.changes import AnyChange, changes_for
from korridor.planning.plan import Plan
from korridor.planning.why.asked import why
from korridor.planning.why.measure import Measure as PlanMeasure
from korridor.planning.why.measure import out_persons
from korridor.planning.why.news import News
from korridor.planning.why.why import Outcome, Why
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.rank import contested
from korridor.rehearsal.setting import Setting
from korridor.rehearsal.statistics.contest import Contest
from korridor.rehearsal.statistics.ranked import Ranked
from korridor.rehearsal.task import Task

RUNS = 1000
SECONDS = 120.0
"""How long planning may take where nobody says; the runs come on top."""

BASE = "as it is"


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
    return _answer(found, answered, contests, asked, seed, perf_counter() - began)


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
        return setting.task(plan.operation, plan.movements, seed, None)

    tasks = {BASE: task(found.plan)}
    tasks |= {each.words: task(each.plan) for each in answered if each.plan is not None}
    tasks |= {_again(number): task(each) for number, each in enumerate(found.again)}

    def watch(done: int) -> None:
        if told is not None:
            told(Told(f"rehearsed: {done:,} of {runs:,} runs of each of {len(tasks)} plans"))

    return contested(tasks, _measure(found), runs, watch)


def _measure(found: Why) -> Measure:
    """Return what the runs are compared by: how soon the last is out where the plan is for that, else people out."""
    return Measure.CLEARANCE if found.measure is PlanMeasure.CLEARANCE else Measure.OUT


def _answer(
    found: Why,
    answered: tuple[Outcome, ...],
    contests: Mapping[Measure, Contest],
    asked: tuple[AnyChange, ...],
    seed: int,
    took: float,
) -> Asked:
    contest, exposure = next(iter(contests.values())), contests[Measure.EXPOSURE]
    again = [_again(number) for number in range(len(found.again))]
    sign = 1 if contest.measure.more_is_better else -1
    searching = max(0.0, *(sign * contest.gain(name, over=BASE).mean for name in again), 0.0)
    ranked = _ranked(found, answered, contest, again)
    exposed = {row.name: row for row in Ranked.of(exposure.without(again), BASE).alternatives}
    by_words = {each.words: each for each in answered}
    operation = found.plan.operation
    wishes = tuple(
        Wish(
            change=by_words[row.name].change,
            row=row,
            planned_gain=found.gain(by_words[row.name].value),
            bound_moves=found.moved(by_words[row.name].bound),
            exposure=exposed[row.name] if operation.windows else None,
            searching=0 < row.gain <= searching,
        )
        for row in ranked.alternatives
    )
    return Asked(
        operation=operation.name,
        ranked=ranked,
        wishes=wishes,
        searching_gain=searching,
        planned_noise=found.noise,
        unanswered=tuple(words for each in asked if (words := each.words(operation)) not in by_words),
        seconds=took,
        seed=seed,
        stopped=found.stopped,
    )


def _ranked(found: Why, answered: tuple[Outcome, ...], contest: Contest, again: list[str]) -> Ranked:
    """Rank the changes; bounds and planned values beside them where they count the same thing."""
    alike = _counts_alike(found, contest.measure)
    today = found.bound
    bounds = {BASE: today} | {each.words: each.bound for each in answered}
    planned = {BASE: _planned(found, contest.measure, found.plan, None)}
    planned |= {each.words: _planned(found, contest.measure, None, each) for each in answered}
    return Ranked.of(
        contest.without(again),
        BASE,
        {name: bound for name, bound in bounds.items() if bound is not None and alike},
        {name: value for name, value in planned.items() if value is not None},
    )


def _counts_alike(found: Why, measure: Measure) -> bool:
    """Whether the plan's bound counts what the runs do: seconds of clearance, or people who all weigh one."""
    if measure is Measure.CLEARANCE:
        return found.measure is PlanMeasure.CLEARANCE
    weighs_one = all(group.weight == 1 for group in found.plan.operation.people.values())
    return found.measure is PlanMeasure.OUT and weighs_one


def _planned(found: Why, measure: Measure, plan: Plan | None, outcome: Outcome | None) -> int | None:
    """Return what a plan comes to by the measure of the runs."""
    if measure is Measure.OUT:
        return out_persons(plan) if plan is not None else outcome.out_persons if outcome is not None else None
    return found.value if outcome is None else outcome.value


def _again(number: int) -> str:
    return f"searched again, nothing changed ({number + 1})"
