"""The answer of a rehearsal, for a person: how sure, and what the bad runs look like."""

from collections.abc import Callable

from korridor.rehearsal.measure import Measure
from korridor.rehearsal.statistics.amount import amount, at_most, between, percent
from korridor.rehearsal.statistics.asked import Asked
from korridor.rehearsal.statistics.figures import Figures, Number
from korridor.rehearsal.statistics.precision import Kind
from korridor.rehearsal.statistics.rehearsed import Rehearsed
from korridor.rehearsal.statistics.stopping import Why

Clock = Callable[[int], str]
"""From seconds since the start to how a person says that moment."""

_MINUTE_S = 60


def rehearsed_words(rehearsed: Rehearsed, clock: Clock | None = None) -> tuple[str, ...]:
    """A line for each thing to know; ``clock`` says moments (without it, time since the start)."""
    return tuple(
        line
        for line in (
            _all_out(rehearsed),
            _by_when(rehearsed, clock or _since_start),
            _persons(rehearsed.out, rehearsed.left),
            _some(
                "is exposed on truce roads without a truce", rehearsed.exposure_person_min, Measure.EXPOSURE
            ),
            _some("is stranded on the way", rehearsed.stranded, Measure.STRANDED),
            _some("is beyond the room of a place", rehearsed.overfull_person_min, Measure.OVERFULL),
            _some("leaves on their own", rehearsed.own_way, Measure.OWN_WAY),
            _aboard(rehearsed.longest_aboard_s),
            _regret(rehearsed),
            stopped_words(rehearsed),
        )
        if line
    )


def stopped_words(rehearsed: Rehearsed) -> str:
    """How many runs there were, why no more, and whether what was asked for is reached."""
    asked = rehearsed.precision
    runs = _runs(rehearsed.runs)
    if asked.stopped is Why.INTERRUPTED:
        return f"{runs}, then interrupted; every interval is for these."
    if asked.precision is None:
        return f"{runs}, as asked."
    if asked.reached:
        return f"{runs}: the precision asked for ({_about(asked)}) is reached."
    width = (
        "" if asked.half_width is None else f"; the interval is {_width(asked, asked.half_width)} either way"
    )
    return f"{runs}, the most allowed: the precision asked for ({_about(asked)}) is NOT reached{width}."


def _about(asked: Asked) -> str:
    if asked.kind is Kind.CHANCE:
        return f"{asked.precision}, of the chance that all are out"
    return f"{asked.precision}, {asked.measure.said}"


def _width(asked: Asked, width: float) -> str:
    if asked.kind is Kind.CHANCE:
        return f"{100 * width:.1f} points"
    return f"{amount(width, asked.measure)}{' persons' if asked.measure.unit == 'persons' else ''}"


def _all_out(rehearsed: Rehearsed) -> str:
    low, high = rehearsed.p_all_out_ci95
    interval = f"95 % interval: {percent(low)} to {percent(high)}"
    if rehearsed.p_all_out == 1:
        return f"Everybody is out in every one of {_runs(rehearsed.runs)} ({interval})."
    if rehearsed.p_all_out == 0:
        return f"In none of {_runs(rehearsed.runs)} is everybody out ({interval})."
    return f"Everybody is out in {percent(rehearsed.p_all_out)} of {_runs(rehearsed.runs)} ({interval})."


def _by_when(rehearsed: Rehearsed, clock: Clock) -> str:
    by = rehearsed.all_out_by_s
    if by.p50 is None:
        return ""
    half = f"In half of the runs everybody is out by {clock(by.p50)}"
    if by.p90 is None:
        return f"{half}; in more than a tenth of them some stay behind."
    if by.p90 == by.p50:
        return f"In 90 of 100 runs everybody is out by {clock(by.p90)}."
    return f"{half}, in 90 of 100 by {clock(by.p90)}; in the worst tenth it is later, or some stay behind."


def _persons(out: Figures, left: Figures) -> str:
    if out.p10 == out.p90 and left.p_some == 0:
        return f"{_people(out.mean)} out in every run."
    behind = "nobody" if left.p90 == 0 else f"at most {_count(left.p90)}"
    sure = f"in 9 of 10 runs at least {_count(out.p10)}, with {behind} left behind"
    return f"On average {_between(out, Measure.OUT)} out; {sure}; the worst tenth is worse."


def _some(what: str, figures: Figures | None, measure: Measure) -> str:
    if figures is None:
        return ""
    if figures.p_some == 0:
        return f"Nobody {what} in any run (the chance is {at_most(figures.p_some_ci95[1])})."
    chance = f"Somebody {what} in {percent(figures.p_some)} of the runs"
    return f"{chance}; on average over all runs {_between(figures, measure)}."


def _aboard(figures: Figures) -> str:
    middle, worst = amount(figures.p50, Measure.ABOARD), amount(figures.p90, Measure.ABOARD)
    if middle == worst:
        return f"The longest that anybody sits aboard is {middle} in most runs."
    return f"The longest that anybody sits aboard is {middle} in half of the runs, {worst} or more in the worst tenth."


def _regret(rehearsed: Rehearsed) -> str:
    if rehearsed.regret is not None:
        short = _between(rehearsed.regret, Measure.REGRET)
        return f"Foresight of all that comes could have had at most {short} more out, on average."
    if rehearsed.regret_s is not None:
        late = _between(rehearsed.regret_s, Measure.REGRET_S)
        return f"Foresight of all that comes could have saved at most {late}, on average."
    return ""


def _between(figures: Figures, measure: Measure) -> str:
    """The mean with its interval, and a word where that is not to be trusted."""
    per = _MINUTE_S if measure.unit == "person_s" else 1
    low, high = figures.ci95
    if low is None or high is None:
        return f"{amount(figures.mean * per, measure)} (one run says nothing of the spread)"
    return between(figures.mean * per, max(0, low) * per, high * per, measure, figures.rough)


def _since_start(seconds: int) -> str:
    return f"{amount(seconds, Measure.CLEARANCE)} from the start"


def _runs(runs: int) -> str:
    return "1 run" if runs == 1 else f"{runs:,} runs"


def _people(mean: float) -> str:
    return "1 person is" if mean == 1 else f"{mean:,.0f} people are"


def _count(value: Number) -> str:
    return f"{value:,.0f}"
