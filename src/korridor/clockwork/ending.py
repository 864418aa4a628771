"""R3, C8: columns that do not arrive: the truce broke, or no window is left."""

from korridor.clockwork.boarding import pool
from korridor.clockwork.breaks import exposed_on_way_back_s
from korridor.clockwork.sheet import HEAD_IN, A, H, O, Sheet, W
from korridor.clockwork.state import IDLE, State, T, take
from korridor.clockwork.tables import NEVER, NONE, C, Tables, V
from korridor.compiled import inner

TURNED_BACK, STRANDED = 101, 102


@inner
def turn_back(tables: Tables, state: State, sheet: Sheet, breaks_s: int) -> int:
    """R3: the column goes back the way that it came, and everybody gets off where they boarded."""
    back_s = breaks_s + breaks_s - sheet.head[H.DEPARTS]
    column = sheet.order[O.COLUMN]
    first, origin = tables.columns[column, C.STEP], tables.columns[column, C.ORIGIN]
    if sheet.order[O.LOADED]:
        state.tally[T.EXPOSURE] += sheet.head[H.PERSONS] * exposed_on_way_back_s(tables, sheet, breaks_s)
    for j in range(sheet.order[O.TRIPS]):
        vehicle, kind = sheet.trips[j, W.VEHICLE], sheet.asked[j, A.TYPE]
        free = back_s
        for group in range(len(tables.groups)):
            free += sheet.loads[j, group] * tables.alight[kind, group]
        state.vehicles[vehicle, 0] = free
        state.vehicles[vehicle, 1] = origin
        state.vehicles[vehicle, 2] = IDLE
        if sheet.order[O.LOADED]:
            boards = sheet.trips[j, W.BAY_BEGINS] + tables.types[kind, V.TURN]
            state.tally[T.LONGEST_ABOARD] = max(state.tally[T.LONGEST_ABOARD], free - boards)
    for i in range(tables.columns[column, C.STEPS]):
        if sheet.roads[i, HEAD_IN] < breaks_s:
            row = state.roads[tables.steps[first + i, 0], tables.steps[first + i, 1]]
            row[HEAD_IN] = sheet.roads[i, HEAD_IN]
            for at in range(1, 4):
                row[at] = max(row[at], min(back_s, sheet.roads[i, at]))
    state.tally[T.LAST_DEPARTURE] = sheet.head[H.DEPARTS]
    if sheet.head[H.ESCORT] != NONE:
        state.escorts[sheet.head[H.ESCORT]] = back_s
    return TURNED_BACK


@inner
def strand(tables: Tables, state: State, sheet: Sheet) -> int:
    """C8: it departed, and no window is left for the rest of its way."""
    origin = tables.columns[sheet.order[O.COLUMN], C.ORIGIN]
    for j in range(sheet.order[O.TRIPS]):
        state.vehicles[sheet.trips[j, W.VEHICLE], 0] = NEVER
        state.tally[T.STRANDED] += sheet.trips[j, W.PERSONS]
        for group in range(len(tables.groups)):
            state.left[group] -= sheet.loads[j, group]
    for group in range(len(tables.groups)):
        queue = pool(tables, group, origin)
        if (
            queue != NONE and sheet.queued[queue]
        ):  # these had come there, and did not stand there from the start
            take(state, queue, sheet.queued[queue])
            state.left[group] += sheet.queued[queue]
    if sheet.head[H.ESCORT] != NONE:
        state.escorts[sheet.head[H.ESCORT]] = NEVER
    state.tally[T.LAST_DEPARTURE] = sheet.head[H.DEPARTS]
    return STRANDED
