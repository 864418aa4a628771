"""C4, C5, C6: a column on its roads and through its checkpoints."""

from korridor.clockwork.bays import free_first
from korridor.clockwork.breaks import let_on, sheltered_s
from korridor.clockwork.copied import copy
from korridor.clockwork.hours import fit_after
from korridor.clockwork.road_times import pass_s, road_s, spread
from korridor.clockwork.sheet import HEAD_IN, HEAD_OUT, TAIL_IN, TAIL_OUT, H, O, Sheet, W
from korridor.clockwork.state import State
from korridor.clockwork.tables import NEVER, C, P, R, Tables, X
from korridor.clockwork.weather import Weather, road_pace, scaled, screening_s
from korridor.compiled import inner


@inner
def screen(tables: Tables, state: State, sheet: Sheet, weather: Weather | None, step: int, node: int) -> bool:
    """C6: serve the column's vehicles in order as they come off a step; whether the hours are long enough."""
    n, loaded = sheet.order[O.TRIPS], sheet.order[O.LOADED]
    place = tables.places[node]
    first = place[P.LANE_OUT] if loaded else place[P.LANE_IN]
    lanes = place[P.LANES_OUT] if loaded else place[P.LANES_IN]
    copy(sheet.lanes[first : first + lanes], state.lanes[first : first + lanes])
    head_s, tail_s = sheet.roads[step, HEAD_OUT], sheet.roads[step, TAIL_OUT]
    begun = 0
    for j in range(n):
        of_persons = 0
        if loaded:
            for group in range(len(tables.groups)):
                of_persons += sheet.loads[j, group] * tables.screen[node, group]
        lasts = screening_s(weather, node, sheet.trips[j, W.PERSONS], place[P.PER_VEHICLE], of_persons)
        lane = free_first(sheet.lanes, first, lanes)
        arrives = spread(head_s, tail_s, j, n)
        begun = max(begun, arrives, sheet.lanes[lane])
        begun = fit_after(begun, lasts, place[P.OPENS], place[P.CLOSES], tables.rule[X.START_CLOCK])
        if begun >= NEVER:
            if weather is None:
                return False
            begun = max(arrives, sheet.lanes[lane])  # it stands there, whatever the hours
        sheet.lanes[lane] = begun + lasts
        sheet.screens[step, j, 0] = arrives
        sheet.screens[step, j, 1] = begun
        sheet.screens[step, j, 2] = begun + lasts
        sheet.screens[step, j, 3] = lane - first
    return True


@inner
def last_through(sheet: Sheet, step: int) -> int:
    """Return when the column's last vehicle is through the checkpoint at the end of a step."""
    through_s = 0
    for j in range(sheet.order[O.TRIPS]):
        through_s = max(through_s, sheet.screens[step, j, 2])
    return through_s


@inner
def drive(
    tables: Tables,
    state: State,
    sheet: Sheet,
    weather: Weather | None,
    from_s: int,
    hold_at: int,
    hold_s: int,
    begin: int,
    end: int,
) -> bool:
    """Work out steps ``begin`` to ``end`` (excluded); step 0 is entered no sooner than ``from_s``.

    Step ``hold_at`` is entered no sooner than ``hold_s``. Earlier steps must have been worked out. Returns
    whether checkpoints' hours are long enough for the column.
    """
    column = sheet.order[O.COLUMN]
    first = tables.columns[column, C.STEP]
    n, slowest = sheet.order[O.TRIPS], sheet.head[H.SLOWEST]
    column_m = (n - 1) * tables.rule[X.SPACING]
    for i in range(begin, end):
        road, back = tables.steps[first + i, 0], tables.steps[first + i, 1]
        before = state.roads[road, back]
        headway = tables.roads[road, R.HEADWAY]
        tail = -NEVER
        head = from_s
        queue = False
        if i > 0:
            head, tail, queue = _comes_to(tables, sheet, i)
        if i == hold_at:
            head = max(head, hold_s)
        head = max(head, before[HEAD_IN] + headway, before[TAIL_IN])
        if tables.roads[road, R.ALTERNATE]:
            head = max(head, state.roads[road, 1 - back, TAIL_OUT])
        if weather is not None:
            head = let_on(tables, weather, sheet, i, head)
            if head >= NEVER:
                sheet.roads[i, HEAD_IN] = NEVER
                return False
        lasts = road_s(tables, road, back, slowest)
        behind = pass_s(tables, road, back, slowest, column_m)
        if weather is not None:
            pace = scaled(road_pace(weather, road, head), sheet.head[H.PACE])
            lasts = scaled(lasts, pace) + (sheet.head[H.HALT_S] if i == sheet.head[H.HALT_STEP] else 0)
            behind = scaled(behind, pace)
        if i > 0 and not queue:  # a held column stands on the road behind
            behind_road, behind_back = tables.steps[first + i - 1, 0], tables.steps[first + i - 1, 1]
            stands = head + pass_s(tables, behind_road, behind_back, slowest, column_m)
            sheet.roads[i - 1, TAIL_OUT] = max(sheet.roads[i - 1, TAIL_OUT], stands)
            tail = max(tail, sheet.roads[i - 1, TAIL_OUT])
        tail = max(tail, head + behind)
        out = head + lasts
        if weather is not None and tables.roads[road, R.TRUCE]:
            out = sheltered_s(weather, head, out)
        out = max(out, before[HEAD_OUT] + headway, before[TAIL_OUT])
        sheet.roads[i, HEAD_IN] = head
        sheet.roads[i, TAIL_IN] = tail
        sheet.roads[i, HEAD_OUT] = out
        sheet.roads[i, TAIL_OUT] = max(tail + lasts, out + behind)
        node = tables.ends[first + i]
        if tables.places[node, P.CHECKPOINT]:
            if not screen(tables, state, sheet, weather, i, node):
                return False
            sheet.roads[i, TAIL_OUT] = sheet.screens[i, n - 1, 1]
    return True


@inner
def _comes_to(tables: Tables, sheet: Sheet, i: int) -> tuple[int, int, bool]:
    """Return when head and tail can enter step ``i``, and whether a checkpoint lies before it."""
    place = tables.places[tables.ends[tables.columns[sheet.order[O.COLUMN], C.STEP] + i - 1]]
    if not place[P.CHECKPOINT]:
        return sheet.roads[i - 1, HEAD_OUT] + place[P.HALT], sheet.roads[i - 1, TAIL_OUT], False
    through = last_through(sheet, i - 1)
    if place[P.BY_VEHICLE]:
        return sheet.screens[i - 1, 0, 2] + place[P.HALT], through, True
    return through + place[P.HALT], sheet.roads[i - 1, TAIL_OUT], True
