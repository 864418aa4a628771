"""The table of a rehearsal: what the plan promises, beside what the runs come to, each figure with its interval."""

from collections.abc import Iterator
from dataclasses import dataclass

from korridor.papers.rehearsal.promise import promise_of
from korridor.pictures.clock import Clock, lasting
from korridor.planning.plan import Plan
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.statistics.amount import amount
from korridor.rehearsal.statistics.figures import Figures, Interval, Number
from korridor.rehearsal.statistics.rehearsed import Rehearsed

_MINUTE_S = 60
_UNIT = " person-min"


@dataclass(frozen=True)
class Line:
    """One measure, in words: the plan's figure, the average, and what the best, the middle and the worst tenth come to."""

    what: str
    plan: str
    mean: str
    good: str
    middle: str
    bad: str


def lines(plan: Plan, found: Rehearsed) -> tuple[Line, ...]:
    """Return a line for each measure that there is anything of."""
    promise = promise_of(plan)
    wanted = (
        (Measure.OUT, found.out, f"{promise.out:,}"),
        (Measure.LEFT, found.left, f"{promise.left:,}"),
        (Measure.ABOARD, found.longest_aboard_s, lasting(promise.aboard_s, up=True)),
        (Measure.EXPOSURE, found.exposure_person_min if plan.operation.windows else None, "0"),
        (Measure.STRANDED, found.stranded, "0"),
        (Measure.OVERFULL, found.overfull_person_min, "0"),
    )
    return (
        *_clearance(plan, found),
        *(_line(measure, figures, said) for measure, figures, said in wanted if figures is not None),
    )


def _clearance(plan: Plan, found: Rehearsed) -> Iterator[Line]:
    """Yield by when everybody is out, over all runs; those that leave somebody behind stand after all the others."""
    by, clock, promise = found.all_out_by_s, Clock(plan.operation.start), promise_of(plan)
    if by.p10 is None and promise.left:
        return

    def moment(at_s: int | None) -> str:
        return "some stay behind" if at_s is None else clock.moment(at_s, up=True)

    planned = moment(None if promise.left else promise.last_s)
    yield Line("everybody is out by", planned, "", moment(by.p10), moment(by.p50), moment(by.p90))


def _line(measure: Measure, figures: Figures, planned: str) -> Line:
    per = _MINUTE_S if measure.unit == "person_s" else 1

    def said(value: Number) -> str:
        return amount(value * per, measure).removesuffix(_UNIT)

    def with_ends(value: Number, ends: Interval) -> str:
        low, high = ends
        if low is None or high is None or said(low) == said(high) == said(value):
            return said(value)
        return f"{said(value)} ({said(max(0, low))} to {said(max(0, high))})"

    tenth, ninth = with_ends(figures.p10, figures.p10_ci95), with_ends(figures.p90, figures.p90_ci95)
    good, bad = (ninth, tenth) if measure.more_is_better else (tenth, ninth)
    mean = with_ends(figures.mean, figures.ci95) + (", roughly" if figures.rough else "")
    what = f"{measure.said}, in person-minutes" if measure.unit == "person_s" else measure.said
    return Line(what, planned, mean, good, with_ends(figures.p50, figures.p50_ci95), bad)
