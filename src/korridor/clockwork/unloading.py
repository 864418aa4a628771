"""C5, C6, C7: each vehicle goes on alone, finds room and a bay, and unloads."""

from korridor.clockwork.bays import take_bay
from korridor.clockwork.boarding import NO_HOURS, NO_WAY, OK
from korridor.clockwork.copied import copy
from korridor.clockwork.passage import last_through
from korridor.clockwork.road_times import spread
from korridor.clockwork.sheet import HEAD_OUT, TAIL_OUT, A, H, O, Sheet, W
from korridor.clockwork.state import State
from korridor.clockwork.tables import NEVER, NONE, C, P, Tables
from korridor.clockwork.weather import Weather, alone_s, scaled
from korridor.compiled import inner

NO_ROOM = 71


@inner
def release(tables: Tables, sheet: Sheet) -> None:
    """C5, C6: when each vehicle goes on from the release point."""
    column = sheet.order[O.COLUMN]
    n, last = sheet.order[O.TRIPS], tables.columns[column, C.STEPS] - 1
    place = tables.places[tables.columns[column, C.RELEASE]]
    for j in range(n):
        if last < 0:
            goes_on = sheet.head[H.DEPARTS]
        elif not place[P.CHECKPOINT]:
            goes_on = spread(sheet.roads[last, HEAD_OUT], sheet.roads[last, TAIL_OUT], j, n)
        elif place[P.BY_VEHICLE]:
            goes_on = sheet.screens[last, j, 2]
        else:
            goes_on = last_through(sheet, last)
        sheet.trips[j, W.RELEASED] = goes_on


@inner
def unload(tables: Tables, state: State, sheet: Sheet, weather: Weather | None) -> int:
    """C7: work out arrival, unloading and the moment each vehicle is free."""
    here = tables.columns[sheet.order[O.COLUMN], C.RELEASE]
    copy(sheet.bays, state.bays)
    sheet.taken[:] = 0
    for j in range(sheet.order[O.TRIPS]):
        kind, to, trip = sheet.asked[j, A.TYPE], sheet.asked[j, A.TO], sheet.trips[j]
        if tables.alone[kind, here, to] == NONE:
            return NO_WAY
        lasts = alone_s(tables, weather, kind, here, to, trip[W.RELEASED])
        if weather is not None:
            lasts = scaled(lasts, trip[W.PACE_ON]) + trip[W.HALTS]
        trip[W.ARRIVES] = trip[W.RELEASED] + lasts
        trip[W.UNLOAD_BAY] = NONE
        trip[W.UNLOADS] = trip[W.ARRIVES]
        trip[W.FREE] = trip[W.ARRIVES]
        if sheet.order[O.LOADED]:
            code = _unload_one(tables, state, sheet, weather, j)
            if code != OK:
                return code
    return OK


@inner
def _unload_one(tables: Tables, state: State, sheet: Sheet, weather: Weather | None, j: int) -> int:
    trip, kind, to = sheet.trips[j], sheet.asked[j, A.TYPE], sheet.asked[j, A.TO]
    capacity = tables.places[to, P.CAPACITY]
    sheet.taken[to] += trip[W.PERSONS]
    # Room is there on arrival or not at all: whoever has gone on departed before this movement does (C1), and
    # nobody is known to go on later.
    if capacity != NONE and state.present[to] + sheet.taken[to] > capacity:
        return NO_ROOM
    lasts = 0
    for group in range(len(tables.groups)):
        lasts += sheet.loads[j, group] * tables.alight[kind, group]
    if weather is not None:
        lasts = scaled(lasts, trip[W.ALIGHTING])
    bay, at = take_bay(tables, sheet.bays, to, trip[W.ARRIVES], lasts)
    if at >= NEVER:
        if weather is None:
            return NO_HOURS
        at = trip[W.ARRIVES]  # it is there, whatever the hours
    trip[W.UNLOAD_BAY] = bay
    trip[W.UNLOADS] = at
    trip[W.FREE] = at + lasts
    return OK
