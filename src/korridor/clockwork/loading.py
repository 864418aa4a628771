"""C2: when each vehicle is at its bay to load."""

from korridor.clockwork.bays import free_first, take_bay
from korridor.clockwork.boarding import NO_HOURS, OK
from korridor.clockwork.copied import copy
from korridor.clockwork.hours import fit_after, fit_before
from korridor.clockwork.sheet import A, H, O, Sheet, W
from korridor.clockwork.state import State
from korridor.clockwork.tables import NEVER, NONE, C, P, Tables, V, X
from korridor.clockwork.weather import scaled
from korridor.compiled import inner


@inner
def load_early(tables: Tables, state: State, sheet: Sheet) -> int:
    """C2, first pass: the earliest that the loading can be done."""
    origin = tables.columns[sheet.order[O.COLUMN], C.ORIGIN]
    copy(sheet.bays, state.bays)
    begun, done = 0, 0
    for j in range(sheet.order[O.TRIPS]):
        kind = sheet.asked[j, A.TYPE]
        lasts = tables.types[kind, V.TURN]
        for group in range(len(tables.groups)):
            lasts += sheet.loads[j, group] * tables.board[kind, group]
        soonest = max(begun, sheet.trips[j, W.COMES], sheet.trips[j, W.PRESENT])
        bay, begun = take_bay(tables, sheet.bays, origin, soonest, lasts)
        if begun >= NEVER:
            return NO_HOURS
        sheet.trips[j, W.BAY] = bay
        sheet.trips[j, W.BAY_BEGINS] = begun
        sheet.trips[j, W.BAY_S] = lasts
        done = max(done, begun + lasts)
    sheet.head[H.LOADED_S] = done
    return OK


@inner
def load_late(tables: Tables, state: State, sheet: Sheet, limit_s: int) -> None:
    """C2, second pass: the same vehicles at the same bays, each as late as possible."""
    place = tables.places[tables.columns[sheet.order[O.COLUMN], C.ORIGIN]]
    n = sheet.order[O.TRIPS]
    if place[P.BAYS] != NONE:
        first, after = place[P.BAY], place[P.BAY] + place[P.BAYS]
        copy(sheet.bays[first:after], state.bays[first:after])
    behind = NEVER
    for j in range(n - 1, -1, -1):
        lasts, bay = sheet.trips[j, W.BAY_S], sheet.trips[j, W.BAY]
        ends = limit_s
        if bay != NONE:
            for i in range(j + 1, n):
                if sheet.trips[i, W.BAY] == bay:
                    ends = min(ends, sheet.trips[i, W.BAY_BEGINS])
                    break
        at = min(ends - lasts, behind)
        behind = fit_before(at, lasts, place[P.OPENS], place[P.CLOSES], tables.rule[X.START_CLOCK])
        sheet.trips[j, W.BAY_BEGINS] = behind
        if bay != NONE:
            sheet.bays[bay] = max(sheet.bays[bay], behind + lasts)


@inner
def load_as_chosen(tables: Tables, state: State, sheet: Sheet) -> None:
    """C2: board as it was chosen, or as soon after as vehicle, bay and people are there."""
    origin = tables.columns[sheet.order[O.COLUMN], C.ORIGIN]
    copy(sheet.bays, state.bays)
    begun, done = 0, 0
    for j in range(sheet.order[O.TRIPS]):
        trip, lasts = sheet.trips[j], boards_s(tables, sheet, j)
        soonest = max(begun, trip[W.COMES], trip[W.PRESENT], trip[W.BAY_BEGINS])
        bay, begun = _bay(tables, sheet, origin, trip[W.BAY], soonest, lasts)
        trip[W.BAY], trip[W.BAY_BEGINS], trip[W.BAY_S] = bay, begun, lasts
        done = max(done, begun + lasts)
    sheet.head[H.LOADED_S] = done


@inner
def boards_s(tables: Tables, sheet: Sheet, j: int) -> int:
    """Return how long vehicle ``j`` turns and boards, as it was drawn."""
    kind, lasts = sheet.asked[j, A.TYPE], 0
    for group in range(len(tables.groups)):
        lasts += sheet.loads[j, group] * tables.board[kind, group]
    turn_s: int = tables.types[kind, V.TURN]
    return turn_s + scaled(lasts, sheet.trips[j, W.BOARDING])


@inner
def _bay(tables: Tables, sheet: Sheet, place: int, chosen: int, soonest: int, lasts: int) -> tuple[int, int]:
    """Take the bay that was chosen, or another one if that is free sooner; return it and when the vehicle is there."""
    row = tables.places[place]
    if row[P.BAYS] == NONE:
        begins = fit_after(soonest, lasts, row[P.OPENS], row[P.CLOSES], tables.rule[X.START_CLOCK])
        return NONE, begins if begins < NEVER else soonest
    bay = free_first(sheet.bays, row[P.BAY], row[P.BAYS])
    if chosen != NONE and sheet.bays[chosen] <= max(soonest, sheet.bays[bay]):
        bay = chosen
    soonest = max(soonest, sheet.bays[bay])
    begins = fit_after(soonest, lasts, row[P.OPENS], row[P.CLOSES], tables.rule[X.START_CLOCK])
    begins = begins if begins < NEVER else soonest  # boarding goes on, whatever the hours
    sheet.bays[bay] = begins + lasts
    return bay, begins


@inner
def keep_bays(sheet: Sheet) -> None:
    """Unloading was worked out on the bays as they were before this movement loaded; its own loading is added."""
    for j in range(sheet.order[O.TRIPS]):
        bay = sheet.trips[j, W.BAY]
        if bay != NONE:
            sheet.bays[bay] = max(sheet.bays[bay], sheet.trips[j, W.BAY_BEGINS] + sheet.trips[j, W.BAY_S])
