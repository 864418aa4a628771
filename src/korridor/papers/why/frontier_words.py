"""People out, or the last one out, against the longest time aboard allowed, in words."""

from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.operation.units import MOST
from korridor.papers.aboard_words import limit_text
from korridor.papers.why.amount import Amounts
from korridor.pictures.clock import HOUR_S, lasting
from korridor.pictures.frontier_chart import FrontierRows, FrontierStep
from korridor.planning.why.measure import Measure
from korridor.planning.why.why import Point, Why


@dataclass(frozen=True)
class PointLine:
    """One limit in a table; all in words."""

    limit: str
    value: str
    bound: str
    aboard: str
    is_file: bool


def point_lines(why: Why) -> tuple[PointLine, ...]:
    """Return a line for each limit, the tightest first."""
    amounts = Amounts(why.plan.operation, why.measure)
    today_s = limit_of_all_s(why.plan.operation)
    return tuple(
        PointLine(
            limit=limit_text(point.limit_s),
            value=_value(amounts, point),
            bound=_bound(why, amounts, point),
            aboard=lasting(point.aboard_s, up=True) if point.value is not None else "",
            is_file=point.limit_s == today_s,
        )
        for point in why.frontier
    )


def frontier_words(why: Why) -> tuple[str, ...]:
    """Return what the frontier says: from which limit on nothing more is found, and what tighter ones cost."""
    found = [point for point in why.frontier if point.value is not None]
    if not found:
        return ("Under none of the limits tried was a plan found.",)
    amounts = Amounts(why.plan.operation, why.measure)
    last = found[-1]
    enough = next(point for point in found if point.value == last.value)
    words = []
    if enough.limit_s < last.limit_s:
        words.append(
            f"From {limit_text(enough.limit_s)} on, allowing people to sit aboard longer brought no better plan: "
            f"{amounts.value(enough.value)}."
        )
    tighter = [point for point in found if point.limit_s < enough.limit_s]
    for point in tighter[-1:]:
        assert point.value is not None and enough.value is not None  # or it would not be among them
        cost = amounts.gain(why.measure.gain(point.value, enough.value))
        words.append(
            f"At {limit_text(point.limit_s)} it is {amounts.value(point.value)}; allowing "
            f"{limit_text(enough.limit_s)} brings {cost}."
        )
    none = [point for point in why.frontier if point.value is None]
    if none:
        words.append(f"At {limit_text(none[-1].limit_s)} no plan was found{_nobody(none[-1])}.")
    return tuple(words)


def frontier_rows(why: Why) -> FrontierRows | None:
    """Return the rows of the picture; ``None`` where there is nothing to draw."""
    amounts = Amounts(why.plan.operation, why.measure)
    lines = point_lines(why)
    steps = tuple(
        FrontierStep(
            limit_h=round(point.limit_s / HOUR_S, 3),
            value=amounts.level(point.value if point.value is not None else _empty(why)),
            bound=amounts.level(point.bound),
            says=f"{line.limit}: {line.value}; no plan beats {line.bound}",
        )
        for point, line in zip(why.frontier, lines, strict=True)
        if point.limit_s < MOST
    )
    if not any(step.value is not None for step in steps):
        return None
    today_s = limit_of_all_s(why.plan.operation)
    return FrontierRows(
        steps=steps,
        unit=amounts.reached,
        today_h=None if today_s is None or today_s >= MOST else today_s / HOUR_S,
        from_zero=why.measure in (Measure.OUT, Measure.LEFT),
    )


def limit_of_all_s(operation: Operation) -> int | None:
    """The limit that the file sets, where it is one for all classes that are there."""
    limits = {operation.aboard_limit_s(group.person_class) for group in operation.people.values()}
    return limits.pop() if len(limits) == 1 else None


def _empty(why: Why) -> int | None:
    """Where no plan is found nobody is out; of other measures there is no value."""
    return 0 if why.measure is Measure.OUT else None


def _value(amounts: Amounts, point: Point) -> str:
    if point.value is None and amounts.measure is Measure.OUT:
        return "nobody out"
    return amounts.value(point.value)


def _bound(why: Why, amounts: Amounts, point: Point) -> str:
    if point.bound is None and why.measure is Measure.CLEARANCE and point.value is None:
        return "not everybody can be out"
    return amounts.bound(point.bound, point.value)


def _nobody(point: Point) -> str:
    return ", and none can be: nobody can be taken anywhere so soon" if point.bound == 0 else ""
