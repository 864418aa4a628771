"""A paper's own figures of a day, to stand beside those that others gave: planned, and rehearsed."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from korridor.papers.rehearsal.rehearsal_file import Rehearsal
from korridor.pictures.clock import HOUR_S
from korridor.pictures.people_out import unloadings
from korridor.planning.plan import Plan

OwnFigures = Callable[[date], Iterator[str]]
"""What a paper says itself of a day, a sentence a figure."""


def none(day: date) -> Iterator[str]:
    """A paper without figures of its own by day: the books speak for themselves, thing by thing."""
    del day
    yield from ()


def own_figures(plan: Plan, rehearsal: Rehearsal | None = None) -> OwnFigures:
    """Return what a plan, and its rehearsal, say of how many are out by the end of a day.

    They are of the whole operation, whatever place a report is of, and say so. Of days before the plan begins, and of an
    operation without a date, they say nothing.
    """
    start = plan.operation.start

    def of_day(day: date) -> Iterator[str]:
        if start is None or day < start.date():
            return
        ends_s = _ends_s(start, day)
        out = sum(
            each.persons for each in unloadings(plan.operation, plan.movements) if each.moment_s <= ends_s
        )
        yield f"this plan: {out:,} of the whole operation's {plan.operation.persons:,} people out by the end of the day"
        if rehearsal is not None and (found := _rehearsed(rehearsal, ends_s)):
            yield f"rehearsed: {found} out by then in eight of ten runs"

    return of_day


def _ends_s(start: datetime, day: date) -> int:
    return int(
        (datetime.combine(day + timedelta(days=1), time(), tzinfo=start.tzinfo) - start).total_seconds()
    )


def _rehearsed(rehearsal: Rehearsal, ends_s: int) -> str:
    """The last full hour of the day; after the last hour of the runs nothing changes any more."""
    hours = [hour for hour in rehearsal.found.out_by_hour if (hour.hour + 1) * HOUR_S <= ends_s]
    return f"{hours[-1].p10:,.0f} to {hours[-1].p90:,.0f}" if hours else ""
