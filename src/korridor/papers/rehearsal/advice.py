"""What to take from a rehearsal, in sentences for somebody who has never seen one."""

from collections.abc import Iterator

from korridor.papers.rehearsal.promise import Promise, promise_of
from korridor.papers.rehearsal.rehearsal_file import Rehearsal
from korridor.pictures.clock import Clock, lasting
from korridor.planning.plan import Plan
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.statistics.amount import amount, percent
from korridor.rehearsal.statistics.figures import Figures
from korridor.rehearsal.statistics.ranked import Alternative, Ranked
from korridor.rehearsal.statistics.rehearsed import Rehearsed
from korridor.rehearsal.statistics.verdict import Verdict

_MINUTE_S = 60
_WELL_ABOVE = 0.9


def headline(plan: Plan, rehearsal: Rehearsal) -> str:
    """Say what can be counted on, in nine of ten runs, beside what the plan promises."""
    found, promise = rehearsal.found, promise_of(plan)
    by_s = found.all_out_by_s.p90
    if by_s is not None:
        planned = _planned_end(plan, promise)
        return f"In nine of ten runs everybody is out by {_moment(plan, by_s)}{planned}."
    horizon_s = plan.operation.horizon_s
    by = "" if horizon_s is None else f" by {_moment(plan, horizon_s)}"
    return (
        f"The plan has {promise.out:,} people out{by}. In nine of ten runs at least {found.out.p10:,.0f} are out by then, "
        f"on average {found.out.mean:,.0f}{_ends(found.out, Measure.OUT)}."
    )


def advice(plan: Plan, rehearsal: Rehearsal) -> tuple[str, ...]:
    """Return the sentences under the headline."""
    found, promise = rehearsal.found, promise_of(plan)
    return (
        *_all_out(found),
        *_firmness(found, promise),
        *_worst(rehearsal.costs),
        *_dangers(plan, found, promise),
    )


def dispatch_words(plan: Plan, rehearsal: Rehearsal) -> str:
    """Say how the runs were carried out."""
    order = (
        "of the next columns the one that was ready first left first"
        if rehearsal.reorders
        else "columns left in the plan's order"
    )
    given = "".join(_given(plan, begins_s, ends_s) for begins_s, ends_s in rehearsal.breaks)
    return f"{rehearsal.found.runs:,} runs, seed {rehearsal.found.seed}; {order}.{given}"


def _given(plan: Plan, begins_s: int, ends_s: int | None) -> str:
    mended = "is not mended again" if ends_s is None else f"holds again from {_moment(plan, ends_s)}"
    return f" In every run the truce breaks at {_moment(plan, begins_s)} and {mended}, as was asked for."


def _moment(plan: Plan, moment_s: float) -> str:
    return Clock(plan.operation.start).full(int(moment_s), up=True)


def _planned_end(plan: Plan, promise: Promise) -> str:
    if promise.left or promise.last_s is None:
        return ""
    return f"; the plan has them out by {_moment(plan, promise.last_s)}"


def _all_out(found: Rehearsed) -> Iterator[str]:
    low, high = (percent(end) for end in found.p_all_out_ci95)
    if found.p_all_out == 0:
        yield f"In no run does everybody who comes get out; the chance of it is {high} at most."
    elif found.p_all_out == 1:
        yield f"Everybody who comes is out in every run; the chance of that is {low} at least."
    else:
        yield f"Everybody who comes is out in {percent(found.p_all_out)} of the runs ({low} to {high})."


def _firmness(found: Rehearsed, promise: Promise) -> Iterator[str]:
    """Say how far the plan's own figure can be relied on."""
    if not promise.out:
        return
    part = found.out.p10 / promise.out
    if part >= _WELL_ABOVE:
        yield "The plan is firm: in nine of ten runs nine tenths of what it promises, or more, come true."
        return
    sure = _round_down(found.out.p10)
    announce = f"more than about {sure:,}, which nine of ten runs reach" if sure else "any number"
    yield (
        f"The plan is fragile: its {promise.out:,} people are what is out if nothing goes wrong. Do not announce {announce}."
    )


def _round_down(persons: float) -> int:
    """Return a number that can be said aloud, and is kept."""
    step = int(10 ** max(0, len(str(int(persons))) - 2))
    return int(persons) // step * step


def _worst(costs: Ranked | None) -> Iterator[str]:
    if costs is None:
        return
    told = [row for row in costs.alternatives if row.verdict is Verdict.BETTER]
    if not told:
        yield "No single cause stands out: whichever one is taken away, the runs differ by no more than noise."
        return
    yield f"What costs most: {said_cost(told[0], costs.measure)}."
    if len(told) > 1:
        rest = "; ".join(said_cost(row, costs.measure) for row in told[1:3])
        yield f"Then: {rest}."


def said_cost(row: Alternative, measure: Measure) -> str:
    """``if no vehicle broke down, 310 more people out (280 to 340)``."""
    more = "more" if measure.more_is_better else "less"
    low, high = row.gain_ci
    ends = "" if low is None or high is None else f" ({amount(low, measure)} to {amount(high, measure)})"
    what = "people out" if measure is Measure.OUT else measure.said
    gain = amount(row.gain, measure)
    if measure is Measure.OUT:
        return f"{row.name}, {gain} {more} {what}{ends}"
    return f"{row.name}, {gain}{ends} {more} {what}"


def _dangers(plan: Plan, found: Rehearsed, promise: Promise) -> Iterator[str]:
    exposed = found.exposure_person_min if plan.operation.windows else None
    yield from _danger("is on a truce road while no truce holds", exposed, Measure.EXPOSURE)
    yield from _danger(
        "is stranded on the way, with no window left to go on", found.stranded, Measure.STRANDED
    )
    yield from _danger(
        "is at a place beyond what it has room for", found.overfull_person_min, Measure.OVERFULL
    )
    if found.own_way is not None and found.own_way.mean >= 1:
        yield (
            f"On average {amount(found.own_way.mean, Measure.OWN_WAY)} people{_ends(found.own_way, Measure.OWN_WAY)} leave in "
            "private vehicles. They need no bus, and are counted neither as out nor as left behind."
        )
    aboard = found.longest_aboard_s
    yield (
        f"The longest that anybody sits aboard is {lasting(int(aboard.p50), up=True)} in the middle run and "
        f"{lasting(int(aboard.p90), up=True)} or more in the worst tenth; by the plan {lasting(promise.aboard_s, up=True)}."
    )
    for wait in found.waits_s:
        if wait.p50:
            yield (
                f"At {wait.checkpoint} the longest wait for a lane is {lasting(int(wait.p50), up=True)} in the middle run, "
                f"{lasting(int(wait.p90), up=True)} or more in the worst tenth."
            )


def _ends(figures: Figures, measure: Measure) -> str:
    """Return the interval of a mean, in brackets; nothing where it is not known."""
    low, high = figures.ci95
    per = _MINUTE_S if measure.unit == "person_s" else 1
    if low is None or high is None:
        return ""
    return f" ({amount(max(0, low) * per, measure)} to {amount(high * per, measure)})"


def _danger(what: str, figures: Figures | None, measure: Measure) -> Iterator[str]:
    if figures is None:
        return
    low, high = (percent(end) for end in figures.p_some_ci95)
    if not figures.p_some:
        yield f"In no run anybody {what}; the chance of it is {high} at most."
        return
    per = _MINUTE_S if measure.unit == "person_s" else 1
    yield (
        f"Somebody {what} in {percent(figures.p_some)} of the runs ({low} to {high}); over all runs, "
        f"{amount(figures.mean * per, measure)} on average{_ends(figures, measure)}."
    )
