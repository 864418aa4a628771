"""C2: when each vehicle is at its bay to load."""

from korridor.clockwork.bays import take_bay
from korridor.clockwork.boarding import NO_HOURS, OK
from korridor.clockwork.copied import copy
from korridor.clockwork.hours import fit_before
from korridor.clockwork.sheet import A, H, O, Sheet, W
from korridor.clockwork.state import State
from korridor.clockwork.tables import NEVER, NONE, C, P, Tables, V, X
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
