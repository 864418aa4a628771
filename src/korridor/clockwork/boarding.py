"""O5, O6, C2: which vehicles, who boards, at which bay and when."""

from korridor.clockwork.hours import fit_after, fit_before
from korridor.clockwork.sheet import A, H, O, Sheet, W
from korridor.clockwork.state import State, when_there
from korridor.clockwork.tables import NEVER, NONE, C, G, Ints, P, Tables, V, X
from korridor.compiled import compiled

OK, NO_VEHICLE, NO_WAY, NOT_SERVED, NOBODY, NO_HOURS = 0, 61, 31, 62, 51, 21


@compiled
def take_vehicles(tables: Tables, state: State, sheet: Sheet) -> int:
    """O6: of a type at a place, those that are free first; they come to the origin alone."""
    n = sheet.order[O.TRIPS]
    origin = tables.columns[sheet.order[O.COLUMN], C.ORIGIN]
    slowest = NEVER
    sheet.used[:] = 0
    for j in range(n):
        kind, place = sheet.asked[j, A.TYPE], sheet.asked[j, A.FROM]
        alone_s = tables.alone[kind, place, origin]
        if alone_s == NONE:
            return NO_WAY
        first = tables.types[kind, V.FIRST]
        best = NONE
        for vehicle in range(first, first + tables.types[kind, V.NUMBER]):
            if (
                state.vehicles[vehicle, 1] == place
                and not sheet.used[vehicle]
                and (best == NONE or state.vehicles[vehicle, 0] < state.vehicles[best, 0])
            ):
                best = vehicle
        if best == NONE:
            return NO_VEHICLE
        sheet.used[best] = 1
        leaves = max(state.vehicles[best, 0], tables.types[kind, V.FROM])
        sheet.trips[j, W.VEHICLE] = best
        sheet.trips[j, W.LEAVES] = leaves
        sheet.trips[j, W.COMES] = leaves + alone_s
        slowest = min(slowest, tables.types[kind, V.SPEED])
    sheet.head[H.SLOWEST] = slowest
    return OK


@compiled
def pool(tables: Tables, group: int, place: int) -> int:
    """Return the queue of a group's parties at a transfer."""
    return tables.places[place, P.TRANSFER] * len(tables.groups) + group


@compiled
def fill(tables: Tables, state: State, sheet: Sheet, left: Ints) -> int:
    """O5: each vehicle boards the most urgent who are present and fit; ``left`` are the parties where they stood."""
    n = sheet.order[O.TRIPS]
    origin = tables.columns[sheet.order[O.COLUMN], C.ORIGIN]
    transfer = tables.places[origin, P.TRANSFER]
    sheet.queued[:] = 0
    sheet.head[H.PERSONS] = 0
    for j in range(n):
        kind, to = sheet.asked[j, A.TYPE], sheet.asked[j, A.TO]
        sheet.loads[j, :] = 0
        if not (tables.serves[kind, origin] and tables.serves[kind, to]):
            return NOT_SERVED
        layout = tables.types[kind, V.LAYOUT] + sheet.asked[j, A.LAYOUT]
        seats, stretchers, chairs = (
            tables.layouts[layout, 0],
            tables.layouts[layout, 1],
            tables.layouts[layout, 2],
        )
        persons, there = 0, 0
        for group in tables.urgency:
            if not tables.goes[group, to] or to == origin:
                continue
            row = tables.groups[group]
            here = 0
            queue = NONE
            if row[G.PLACE] == origin:
                here = left[group]
                for i in range(j):
                    here -= sheet.loads[i, group]
            elif transfer != NONE and tables.rule[X.ONWARD]:
                queue = pool(tables, group, origin)
                for at in range(state.queued[queue]):
                    here += state.queue_n[queue, at]
                here -= sheet.queued[queue]
            if here <= 0 or (row[G.SEATS] + row[G.STRETCHERS] + row[G.WHEELCHAIRS] == 0):
                continue
            fit = here
            if row[G.SEATS]:
                fit = min(fit, seats // row[G.SEATS])
            if row[G.STRETCHERS]:
                fit = min(fit, stretchers // row[G.STRETCHERS])
            if row[G.WHEELCHAIRS]:
                fit = min(fit, chairs // row[G.WHEELCHAIRS])
            if fit <= 0:
                continue
            shares = True
            for other in range(len(tables.groups)):
                if sheet.loads[j, other] and tables.apart[row[G.CLASS], tables.groups[other, G.CLASS]]:
                    shares = False
            if not shares:
                continue
            seats -= fit * row[G.SEATS]
            stretchers -= fit * row[G.STRETCHERS]
            chairs -= fit * row[G.WHEELCHAIRS]
            sheet.loads[j, group] = fit
            persons += fit * row[G.PERSONS]
            if queue != NONE:
                sheet.queued[queue] += fit
                there = max(there, when_there(state, queue, sheet.queued[queue]))
        if persons == 0:
            return NOBODY
        sheet.trips[j, W.PERSONS] = persons
        sheet.trips[j, W.PRESENT] = there
        sheet.head[H.PERSONS] += persons
    return OK


@compiled
def load_early(tables: Tables, state: State, sheet: Sheet) -> int:
    """C2, first pass: the earliest that the loading can be done."""
    origin = tables.columns[sheet.order[O.COLUMN], C.ORIGIN]
    place = tables.places[origin]
    sheet.bays[:] = state.bays
    begun = 0
    done = 0
    for j in range(sheet.order[O.TRIPS]):
        kind = sheet.asked[j, A.TYPE]
        lasts = tables.types[kind, V.TURN]
        for group in range(len(tables.groups)):
            lasts += sheet.loads[j, group] * tables.board[kind, group]
        at = max(begun, sheet.trips[j, W.COMES], sheet.trips[j, W.PRESENT])
        bay = NONE
        if place[P.BAYS] != NONE:
            bay = place[P.BAY]
            for other in range(place[P.BAY], place[P.BAY] + place[P.BAYS]):
                if sheet.bays[other] < sheet.bays[bay]:
                    bay = other
            at = max(at, sheet.bays[bay])
        at = fit_after(at, lasts, place[P.OPENS], place[P.CLOSES], tables.rule[X.START_CLOCK])
        if at >= NEVER:
            return NO_HOURS
        if bay != NONE:
            sheet.bays[bay] = at + lasts
        sheet.trips[j, W.BAY] = bay
        sheet.trips[j, W.BAY_BEGINS] = at
        sheet.trips[j, W.BAY_S] = lasts
        begun = at
        done = max(done, at + lasts)
    sheet.head[H.LOADED_S] = done
    return OK


@compiled
def load_late(tables: Tables, state: State, sheet: Sheet, limit_s: int) -> None:
    """C2, second pass: the same vehicles at the same bays, each as late as possible."""
    place = tables.places[tables.columns[sheet.order[O.COLUMN], C.ORIGIN]]
    n = sheet.order[O.TRIPS]
    behind = NEVER
    if place[P.BAYS] != NONE:
        for bay in range(place[P.BAY], place[P.BAY] + place[P.BAYS]):
            sheet.bays[bay] = state.bays[bay]
    for j in range(n - 1, -1, -1):
        lasts, bay = sheet.trips[j, W.BAY_S], sheet.trips[j, W.BAY]
        ends = limit_s
        if bay != NONE:
            for i in range(j + 1, n):
                if sheet.trips[i, W.BAY] == bay:
                    ends = min(ends, sheet.trips[i, W.BAY_BEGINS])
                    break
        at = min(ends - lasts, behind)
        at = fit_before(at, lasts, place[P.OPENS], place[P.CLOSES], tables.rule[X.START_CLOCK])
        sheet.trips[j, W.BAY_BEGINS] = at
        if bay != NONE:
            sheet.bays[bay] = max(sheet.bays[bay], at + lasts)
        behind = at
