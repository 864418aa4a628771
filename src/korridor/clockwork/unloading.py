"""C7: each vehicle goes on alone, finds room and a bay, and unloads."""

from korridor.clockwork.boarding import NO_HOURS, NO_WAY, OK
from korridor.clockwork.hours import fit_after
from korridor.clockwork.passage import HEAD_OUT, TAIL_OUT, spread
from korridor.clockwork.sheet import A, H, O, Sheet, W
from korridor.clockwork.state import State, when_there
from korridor.clockwork.tables import NEVER, NONE, C, P, Tables, X
from korridor.compiled import compiled

NO_ROOM = 71


@compiled
def release(tables: Tables, sheet: Sheet) -> None:
    """C5, C6: when each vehicle goes on from the release point."""
    column = sheet.order[O.COLUMN]
    n, steps = sheet.order[O.TRIPS], tables.columns[column, C.STEPS]
    place = tables.places[tables.columns[column, C.RELEASE]]
    through = 0
    if steps and place[P.CHECKPOINT]:
        for j in range(n):
            through = max(through, sheet.screens[steps - 1, j, 2])
    for j in range(n):
        if steps == 0:
            goes_on = sheet.head[H.DEPARTS]
        elif not place[P.CHECKPOINT]:
            goes_on = spread(sheet.roads[steps - 1, HEAD_OUT], sheet.roads[steps - 1, TAIL_OUT], j, n)
        elif place[P.BY_VEHICLE]:
            goes_on = sheet.screens[steps - 1, j, 2]
        else:
            goes_on = through
        sheet.trips[j, W.RELEASED] = goes_on


@compiled
def unload(tables: Tables, state: State, sheet: Sheet) -> int:
    """C7: work out arrival, unloading and the moment each vehicle is free."""
    loaded = sheet.order[O.LOADED]
    here = tables.columns[sheet.order[O.COLUMN], C.RELEASE]
    sheet.bays[:] = state.bays
    sheet.taken[:] = 0
    for j in range(sheet.order[O.TRIPS]):
        kind, to = sheet.asked[j, A.TYPE], sheet.asked[j, A.TO]
        alone_s = tables.alone[kind, here, to]
        if alone_s == NONE:
            return NO_WAY
        trip = sheet.trips[j]
        trip[W.ARRIVES] = trip[W.RELEASED] + alone_s
        trip[W.UNLOAD_BAY] = NONE
        trip[W.UNLOADS] = trip[W.ARRIVES]
        trip[W.FREE] = trip[W.ARRIVES]
        if not loaded:
            continue
        place = tables.places[to]
        at = trip[W.ARRIVES]
        sheet.taken[to] += trip[W.PERSONS]
        if place[P.ROOM_QUEUE] != NONE:
            at = max(at, when_there(state, place[P.ROOM_QUEUE], sheet.taken[to]))
        elif place[P.CAPACITY] != NONE and state.present[to] + sheet.taken[to] > place[P.CAPACITY]:
            return NO_ROOM
        lasts = 0
        for group in range(len(tables.groups)):
            lasts += sheet.loads[j, group] * tables.alight[kind, group]
        if place[P.BAYS] != NONE:
            bay = place[P.BAY]
            for other in range(place[P.BAY], place[P.BAY] + place[P.BAYS]):
                if sheet.bays[other] < sheet.bays[bay]:
                    bay = other
            at = max(at, sheet.bays[bay])
            trip[W.UNLOAD_BAY] = bay
        if at >= NEVER:
            return NO_ROOM
        at = fit_after(at, lasts, place[P.OPENS], place[P.CLOSES], tables.rule[X.START_CLOCK])
        if at >= NEVER:
            return NO_HOURS
        if trip[W.UNLOAD_BAY] != NONE:
            sheet.bays[trip[W.UNLOAD_BAY]] = at + lasts
        trip[W.UNLOADS] = at
        trip[W.FREE] = at + lasts
    return OK
