"""The pictures of a rehearsal, as rows: the fan, people out by the hour, where people wait, what costs most."""

from collections import Counter

from korridor.papers.rehearsal.tornado_rows import tornado_rows
from korridor.pictures.cells import Cell, CellRows
from korridor.pictures.clock import HOUR_S, MINUTE_S, Clock
from korridor.pictures.curve_rows import steps_of
from korridor.pictures.fan import FanRows, Spread
from korridor.pictures.hours_chart import HourOut, HoursRows
from korridor.pictures.people_out import unloadings
from korridor.pictures.windows import edges, spans
from korridor.planning.plan import Plan
from korridor.rehearsal.statistics.figures import HourFigures
from korridor.rehearsal.statistics.rehearsed import Rehearsed

__all__ = ["fan_rows", "hours_rows", "tornado_rows", "waiting_rows"]

MOST_PLACES = 14
"""More rows than these cannot be taken in; those where people wait longest are kept."""

MOST_HOURS = 200
"""More hours than these are put together."""


def fan_rows(plan: Plan, found: Rehearsed) -> FanRows | None:
    """Return the fan of clearance curves; ``None`` where nobody is out in any run, nor by the plan."""
    operation, clock = plan.operation, Clock(plan.operation.start)
    until_s = last_s(plan, found)
    if until_s is None:
        return None
    begins_s = _begins_s(plan)
    runs = [Spread(begins_s, 0, 0, 0, 0, 0, "nobody yet")]
    for hour in found.out_by_hour:
        moment_s = min((hour.hour + 1) * HOUR_S, until_s)
        if begins_s < moment_s and (moment_s == (hour.hour + 1) * HOUR_S or runs[-1].moment_s < until_s):
            runs.append(_spread(clock, moment_s, hour))
    return FanRows(
        clock=clock,
        begins_s=begins_s,
        ends_s=until_s,
        people=operation.persons,
        runs=tuple(runs),
        plan=steps_of(operation, plan.movements, begins_s, until_s),
        truce=spans(operation, begins_s, until_s),
        edges=edges(operation, begins_s, until_s),
    )


def hours_rows(plan: Plan, found: Rehearsed) -> HoursRows | None:
    """Return people out within each hour; ``None`` where nobody is."""
    operation, clock, until_s = plan.operation, Clock(plan.operation.start), last_s(plan, found)
    if until_s is None:
        return None
    planned: Counter[int] = Counter()
    for unloading in unloadings(operation, plan.movements):
        planned[unloading.moment_s // HOUR_S] += unloading.persons
    begins_s = _begins_s(plan)
    hours = tuple(
        _hour(clock, hour, planned[hour.hour])
        for hour in found.out_in_hour
        if begins_s <= hour.hour * HOUR_S < until_s
    )
    return HoursRows(
        clock=clock,
        begins_s=begins_s,
        ends_s=until_s,
        hours=hours,
        truce=spans(operation, begins_s, until_s),
        edges=edges(operation, begins_s, until_s),
    )


def waiting_rows(plan: Plan, found: Rehearsed) -> CellRows | None:
    """Return where people sit in vehicles that stand; ``None`` where nobody does."""
    operation, clock, until_s = plan.operation, Clock(plan.operation.start), last_s(plan, found) or 0
    most = sorted(found.waiting, key=lambda each: -sum(each.person_min_by_hour))[:MOST_PLACES]
    each_hours = max(1, -(-max((len(w.person_min_by_hour) for w in most), default=1) // MOST_HOURS))
    cells = []
    for waiting in most:
        by_hour = waiting.person_min_by_hour
        for first in range(0, len(by_hour), each_hours):
            persons = sum(by_hour[first : first + each_hours]) / (60 * each_hours)
            begins_s, ends_s = first * HOUR_S, (first + each_hours) * HOUR_S
            if persons >= 0.5 and begins_s < until_s:
                says = (
                    f"{clock.moment(begins_s)} to {clock.time(ends_s)}: {persons:,.0f} people at any moment"
                )
                cells.append(Cell(waiting.place, begins_s, ends_s, round(persons, 2), says))
    if not cells:
        return None
    begins_s = min(_begins_s(plan), *(cell.begins_s for cell in cells))
    ends_s = max(until_s, *(cell.ends_s for cell in cells))
    named = {cell.thing for cell in cells}
    return CellRows(
        clock=clock,
        begins_s=begins_s,
        ends_s=ends_s,
        things=tuple(place for place in operation.places if place in named),
        cells=tuple(cells),
        truce=spans(operation, begins_s, ends_s),
        edges=edges(operation, begins_s, ends_s),
        shows="Where people sit in vehicles that stand, over time, in the average run: the darker, the more people.",
        scale="people, on average",
    )


def last_s(plan: Plan, found: Rehearsed) -> int | None:
    """Return until when there is anything to draw: people come out no more, in nine of ten runs and by the plan."""
    rising = [
        later.hour
        for earlier, later in zip(found.out_by_hour, found.out_by_hour[1:], strict=False)
        if later.p90 > earlier.p90 or later.p10 > earlier.p10
    ]
    first = [hour.hour for hour in found.out_by_hour[:1] if hour.p90]
    planned = [each.moment_s // HOUR_S for each in unloadings(plan.operation, plan.movements)]
    hours = [*rising, *first, *planned]
    if not hours:
        return None
    until_s = (max(hours) + 1) * HOUR_S
    horizon_s = plan.operation.horizon_s
    return until_s if horizon_s is None else min(until_s, max(horizon_s, MINUTE_S))


def _begins_s(plan: Plan) -> int:
    """Return the hour in which the first movement departs."""
    return min(movement.departs_s for movement in plan.movements) // HOUR_S * HOUR_S


def _spread(clock: Clock, moment_s: int, hour: HourFigures) -> Spread:
    says = f"{clock.moment(moment_s)}: {hour.p50:,.0f} in the middle run, {hour.p10:,.0f} to {hour.p90:,.0f} in 8 of 10"
    return Spread(moment_s, hour.p10, hour.p25, hour.p50, hour.p75, hour.p90, says)


def _hour(clock: Clock, hour: HourFigures, planned: int) -> HourOut:
    begins_s, ends_s = hour.hour * HOUR_S, (hour.hour + 1) * HOUR_S
    says = (
        f"{clock.moment(begins_s)} to {clock.time(ends_s)}: planned {planned:,}; {hour.p50:,.0f} in the middle run, "
        f"{hour.p10:,.0f} to {hour.p90:,.0f} in 8 of 10"
    )
    middle_s = (begins_s + ends_s) / 2
    return HourOut(begins_s, ends_s, middle_s, planned, hour.p10, hour.p50, hour.p90, says)
