"""R3, C8: a truce that breaks, a road that somebody closes, and what that does to columns under way.

Nobody knows of it beforehand: a column that is under way is held where it comes to, never sooner.
"""

from korridor.clockwork.road_times import pass_s, road_s, spread
from korridor.clockwork.sheet import HEAD_IN, HEAD_OUT, TAIL_IN, TAIL_OUT, H, O, Sheet, W
from korridor.clockwork.tables import NEVER, C, R, Tables, X
from korridor.clockwork.weather import BACK, ON, SHELTER, D, Weather
from korridor.compiled import inner


@inner
def mended_s(weather: Weather, at_s: int) -> int:
    """Return the moment itself, or if the truce is broken then, when it is mended."""
    for k in range(weather.day[D.BREAKS]):
        if weather.breaks[k, 0] <= at_s < weather.breaks[k, 1]:
            at_s = weather.breaks[k, 1]
    return at_s


@inner
def let_on(tables: Tables, weather: Weather, sheet: Sheet, step: int, head_s: int) -> int:
    """Return when a column that comes to a step at a moment may really enter it; ``NEVER`` if no window is left."""
    first = tables.columns[sheet.order[O.COLUMN], C.STEP]
    road = tables.steps[first + step, 0]
    for k in range(weather.closed.shape[1]):
        if weather.closed[road, k, 0] <= head_s < weather.closed[road, k, 1]:
            head_s = weather.closed[road, k, 1]
    if not tables.roads[road, R.TRUCE]:
        return head_s
    if weather.day[D.RULE] != ON:
        head_s = mended_s(weather, head_s)
    # C4: it may wait before a truce stretch, not on it; at the origin the decision to depart was that to enter.
    if step == 0 or tables.roads[tables.steps[first + step - 1, 0], R.TRUCE]:
        return head_s
    return in_window(tables, sheet, step, head_s)


@inner
def in_window(tables: Tables, sheet: Sheet, step: int, head_s: int) -> int:
    """Return the first moment from which a truce stretch can be passed in one announced window, if nothing is in the way."""
    column = sheet.order[O.COLUMN]
    first, steps = tables.columns[column, C.STEP], tables.columns[column, C.STEPS]
    slowest = sheet.head[H.SLOWEST]
    column_m = (sheet.order[O.TRIPS] - 1) * tables.rule[X.SPACING]
    lasts, behind = 0, 0
    while step < steps and tables.roads[tables.steps[first + step, 0], R.TRUCE]:
        road, back = tables.steps[first + step, 0], tables.steps[first + step, 1]
        lasts += road_s(tables, road, back, slowest)
        behind = max(behind, pass_s(tables, road, back, slowest, column_m))
        step += 1
    for w in range(len(tables.windows)):
        at_s: int = max(head_s, tables.windows[w, 0])
        if at_s + lasts + behind <= tables.windows[w, 1]:
            return at_s
    return NEVER


@inner
def sheltered_s(weather: Weather, enters_s: int, leaves_s: int) -> int:
    """Return when a column really leaves a truce road, where it stands still while the truce is broken."""
    if weather.day[D.RULE] == SHELTER:
        for k in range(weather.day[D.BREAKS]):
            if enters_s < weather.breaks[k, 0] < leaves_s:
                leaves_s += weather.breaks[k, 1] - weather.breaks[k, 0]
    return leaves_s


@inner
def turned_back_s(tables: Tables, sheet: Sheet, weather: Weather) -> int:
    """Return when the truce breaks while the column is under way to, or on, a truce road, and it turns back; or ``NEVER``."""
    if weather.day[D.RULE] != BACK:
        return NEVER
    column = sheet.order[O.COLUMN]
    first, last_s = tables.columns[column, C.STEP], -NEVER
    for i in range(tables.columns[column, C.STEPS]):
        if tables.roads[tables.steps[first + i, 0], R.TRUCE]:
            last_s = sheet.roads[i, TAIL_OUT]
    for k in range(weather.day[D.BREAKS]):
        if sheet.head[H.DEPARTS] < weather.breaks[k, 0] < last_s:
            breaks_s: int = weather.breaks[k, 0]
            return breaks_s
    return NEVER


@inner
def closed_s(tables: Tables, weather: Weather, from_s: int, to_s: int) -> int:
    """C8: how much of a span the truce does not cover: outside of every window, or broken."""
    covered = 0
    for w in range(len(tables.windows)):
        opens, closes = tables.windows[w, 0], tables.windows[w, 1] + weather.day[D.MARGIN]
        begins, ends = max(from_s, opens), min(to_s, closes)
        if begins >= ends:
            continue
        covered += ends - begins
        for k in range(weather.day[D.BREAKS]):
            covered -= max(0, min(ends, weather.breaks[k, 1]) - max(begins, weather.breaks[k, 0]))
    return to_s - from_s - covered


@inner
def exposure_person_s(tables: Tables, sheet: Sheet, weather: Weather) -> int:
    """C8: person-seconds that the column's people are on truce roads while no truce covers these."""
    column = sheet.order[O.COLUMN]
    first, n, total = tables.columns[column, C.STEP], sheet.order[O.TRIPS], 0
    for i in range(tables.columns[column, C.STEPS]):
        head_in, tail_out = sheet.roads[i, HEAD_IN], sheet.roads[i, TAIL_OUT]
        if not tables.roads[tables.steps[first + i, 0], R.TRUCE]:
            continue
        if closed_s(tables, weather, head_in, tail_out) == 0:
            continue
        for j in range(n):
            enters = spread(head_in, sheet.roads[i, TAIL_IN], j, n)
            leaves = spread(sheet.roads[i, HEAD_OUT], sheet.roads[i, TAIL_OUT], j, n)
            if enters < leaves:
                total += closed_s(tables, weather, enters, leaves) * sheet.trips[j, W.PERSONS]
    return total


@inner
def exposed_on_way_back_s(tables: Tables, sheet: Sheet, breaks_s: int) -> int:
    """C8: how long a column that turns back is still on truce roads: as long as it had been."""
    first = tables.columns[sheet.order[O.COLUMN], C.STEP]
    for i in range(tables.columns[sheet.order[O.COLUMN], C.STEPS]):
        if tables.roads[tables.steps[first + i, 0], R.TRUCE]:
            lasts_s: int = max(0, breaks_s - sheet.roads[i, HEAD_IN])
            return lasts_s
    return 0


@inner
def on_truce_road(tables: Tables, sheet: Sheet) -> bool:
    """Whether the column's way needs the truce."""
    first = tables.columns[sheet.order[O.COLUMN], C.STEP]
    for i in range(first, first + tables.columns[sheet.order[O.COLUMN], C.STEPS]):
        if tables.roads[tables.steps[i, 0], R.TRUCE]:
            return True
    return False
