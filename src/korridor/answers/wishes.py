"""R5: the three numbers of each change put together: bound, plan and runs."""

from collections.abc import Mapping

from korridor.answers.asked import Asked, Wish
from korridor.operation.changes import AnyChange
from korridor.planning.plan import Plan
from korridor.planning.why.measure import Measure as PlanMeasure
from korridor.planning.why.measure import out_persons
from korridor.planning.why.why import Outcome, Why
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.statistics.contest import Contest
from korridor.rehearsal.statistics.ranked import Ranked

BASE = "as it is"
"""What today's plan is called among the alternatives."""


def again(number: int) -> str:
    """What the plan of a search with nothing changed is called among them."""
    return f"searched again, nothing changed ({number + 1})"


def answer_of(
    found: Why,
    answered: tuple[Outcome, ...],
    contests: Mapping[Measure, Contest],
    asked: tuple[AnyChange, ...],
    seed: int,
    took: float,
) -> Asked:
    """State what each change brings, the most gained first, and what searching by itself brings."""
    contest, exposure = next(iter(contests.values())), contests[Measure.EXPOSURE]
    unchanged = [again(number) for number in range(len(found.again))]
    sign = 1 if contest.measure.more_is_better else -1
    searching = max(0.0, *(sign * contest.gain(name, over=BASE).mean for name in unchanged), 0.0)
    ranked = _ranked(found, answered, contest, unchanged)
    exposed = {row.name: row for row in Ranked.of(exposure.without(unchanged), BASE).alternatives}
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


def _ranked(found: Why, answered: tuple[Outcome, ...], contest: Contest, unchanged: list[str]) -> Ranked:
    """Rank the changes; bounds and planned values beside them where they count the same thing."""
    alike = _counts_alike(found, contest.measure)
    today = found.bound
    bounds = {BASE: today} | {each.words: _limit(each) for each in answered}
    planned = {BASE: _planned(found, contest.measure, found.plan, None)}
    planned |= {each.words: _planned(found, contest.measure, None, each) for each in answered}
    return Ranked.of(
        contest.without(unchanged),
        BASE,
        {name: bound for name, bound in bounds.items() if bound is not None and alike},
        {name: value for name, value in planned.items() if value is not None},
    )


def _limit(outcome: Outcome) -> int | None:
    """Return what is proved of a change: re-solved, or for want of time at today's prices: weaker, and as sure."""
    return outcome.at_prices if outcome.bound is None else outcome.bound


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
