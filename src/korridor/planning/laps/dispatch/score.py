"""What a list is worth, kept as its movements are posted."""

from korridor.clockwork.sheet import TAIL_OUT, A, O, Sheet, W
from korridor.clockwork.tables import NEVER, C, G, R, Tables
from korridor.compiled import inner
from korridor.planning.laps.dispatch.desk import Desk, Goal, N
from korridor.planning.laps.services import Services


@inner
def usable_s(tables: Tables, moment_s: int) -> int:
    """Return the usable truce seconds before a moment, and all after the last window (P3)."""
    if len(tables.windows) == 0:
        return moment_s
    total = max(0, moment_s - tables.windows[-1, 1])
    for w in range(len(tables.windows)):
        total += max(0, min(moment_s, tables.windows[w, 1]) - tables.windows[w, 0])
    return total


@inner
def score(tables: Tables, services: Services, desk: Desk, sheet: Sheet, goal: Goal) -> None:
    """Keep score of a loaded movement that has been posted."""
    crossed = _crossed_s(tables, sheet)
    closes = tables.windows[-1, 1] - goal.soft_s if len(tables.windows) else NEVER
    for j in range(sheet.order[O.TRIPS]):
        # From an unsafe transfer people are carried on afterwards, and are not out before that (C7).
        onward_s = services.onward_s[sheet.asked[j, A.TO]]
        if onward_s >= NEVER:
            continue
        out_s = sheet.trips[j, W.FREE] + onward_s
        late = max(0, out_s - goal.horizon_s, crossed - closes)
        weight, worst = 0, 0
        for group in range(len(tables.groups)):
            weight += sheet.loads[j, group] * tables.groups[group, G.WEIGHT]
            worst += sheet.loads[j, group] * tables.groups[group, G.WEIGHT] * services.worse[group]
        if late == 0:
            desk.counts[N.OUT] += weight
            desk.counts[N.OUT_SOFT] += 1000 * weight
            desk.counts[N.WAITED] += weight * out_s
            desk.counts[N.WORST] += worst
        elif late < goal.soft_s:
            desk.counts[N.OUT_SOFT] += weight * (1000 * (goal.soft_s - late) // goal.soft_s)
        usable = usable_s(tables, out_s)
        desk.counts[N.LAST] = max(desk.counts[N.LAST], usable)
        desk.counts[N.SUM_FREE] += weight * usable


@inner
def _crossed_s(tables: Tables, sheet: Sheet) -> int:
    """When the tail leaves the last truce road; 0 where there is none."""
    column, crossed_s = sheet.order[O.COLUMN], 0
    first = tables.columns[column, C.STEP]
    for i in range(tables.columns[column, C.STEPS]):
        if tables.roads[tables.steps[first + i, 0], R.TRUCE]:
            crossed_s = sheet.roads[i, TAIL_OUT]
    return crossed_s
