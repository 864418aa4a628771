"""O5, O6: which vehicles come, and who boards them."""

from korridor.clockwork.sheet import A, H, O, Sheet, W
from korridor.clockwork.state import FORMS, LOADS, State, T, when_there
from korridor.clockwork.tables import NEVER, NONE, C, G, Ints, P, Tables, V, X
from korridor.clockwork.weather import Weather, alone_s, scaled
from korridor.compiled import compiled, inner

OK, NO_VEHICLE, NO_WAY, NOT_SERVED, NOBODY, NO_HOURS, BACK_IN = 0, 61, 31, 62, 51, 21, 75


@inner
def take_vehicles(tables: Tables, state: State, sheet: Sheet) -> int:
    """O6: of a type at a place, those that are free first; they come to the origin alone.

    P5: nobody leaves before the moment that all began from; who stood in its bay then, or for its column, stays there.
    """
    sheet.used[:] = 0
    sheet.head[H.SLOWEST] = NEVER
    for j in range(sheet.order[O.TRIPS]):
        code = take_vehicle(tables, state, sheet, None, j)
        if code != OK:
            return code
    return OK


@inner
def take_vehicle(tables: Tables, state: State, sheet: Sheet, weather: Weather | None, j: int) -> int:
    """O6: one of them; those that the movement has already are marked as used."""
    origin = tables.columns[sheet.order[O.COLUMN], C.ORIGIN]
    kind, place = sheet.asked[j, A.TYPE], sheet.asked[j, A.FROM]
    if tables.alone[kind, place, origin] == NONE:
        return NO_WAY
    vehicle = _free_first(tables, state, sheet, kind, place)
    if vehicle == NONE:
        return NO_VEHICLE
    sheet.used[vehicle] = 1
    sheet.trips[j, W.VEHICLE] = vehicle
    leaves = leaves_s(tables, state, sheet, j, state.vehicles[vehicle, 0])
    sheet.trips[j, W.LEAVES] = leaves
    lasts = alone_s(tables, weather, kind, place, origin, leaves)
    if weather is not None:
        lasts = scaled(lasts, sheet.trips[j, W.PACE_IN])
    sheet.trips[j, W.COMES] = leaves + lasts
    sheet.head[H.SLOWEST] = min(sheet.head[H.SLOWEST], tables.types[kind, V.SPEED])
    return OK


@inner
def leaves_s(tables: Tables, state: State, sheet: Sheet, j: int, free_s: int) -> int:
    """P5: when a vehicle that is free from a moment on leaves for the origin."""
    place = sheet.asked[j, A.FROM]
    stays = LOADS if sheet.order[O.LOADED] else FORMS
    is_here = place == tables.columns[sheet.order[O.COLUMN], C.ORIGIN]
    if is_here and state.vehicles[sheet.trips[j, W.VEHICLE], 2] == stays:
        return free_s
    return max(free_s, state.tally[T.NOW])


@inner
def _free_first(tables: Tables, state: State, sheet: Sheet, kind: int, place: int) -> int:
    first = tables.types[kind, V.FIRST]
    best, best_s = NONE, NEVER
    for vehicle in range(first, first + tables.types[kind, V.NUMBER]):
        if (
            state.vehicles[vehicle, 0] < best_s
            and state.vehicles[vehicle, 1] == place
            and not sheet.used[vehicle]
        ):
            best, best_s = vehicle, state.vehicles[vehicle, 0]
    return best


@inner
def nobody(sheet: Sheet) -> None:
    """Leave a movement empty."""
    sheet.loads[: sheet.order[O.TRIPS]] = 0
    sheet.trips[: sheet.order[O.TRIPS], W.PERSONS] = 0
    sheet.queued[:] = 0
    sheet.head[H.PERSONS] = 0


@compiled
def fill(tables: Tables, state: State, sheet: Sheet, left: Ints) -> int:
    """O5: vehicles board, in column order; ``left`` are the parties still where they stood at the start."""
    nobody(sheet)
    origin = tables.columns[sheet.order[O.COLUMN], C.ORIGIN]
    for j in range(sheet.order[O.TRIPS]):
        code = board(tables, state, sheet, left, j, origin)
        if code != OK:
            return code
    return OK


@inner
def board(tables: Tables, state: State, sheet: Sheet, left: Ints, j: int, origin: int) -> int:
    """O5: one vehicle boards the most urgent who are present and fit."""
    kind, to = sheet.asked[j, A.TYPE], sheet.asked[j, A.TO]
    if not (tables.serves[kind, origin] and tables.serves[kind, to]):
        return NOT_SERVED
    layout = tables.layouts[tables.types[kind, V.LAYOUT] + sheet.asked[j, A.LAYOUT]]
    seats, stretchers, chairs = layout[0], layout[1], layout[2]
    persons, present_s = 0, 0
    for group in tables.urgency:
        if not tables.goes[group, to] or to == origin:
            continue
        row = tables.groups[group]
        room = NEVER
        if row[G.SEATS]:
            room = min(room, seats // row[G.SEATS])
        if row[G.STRETCHERS]:
            room = min(room, stretchers // row[G.STRETCHERS])
        if row[G.WHEELCHAIRS]:
            room = min(room, chairs // row[G.WHEELCHAIRS])
        if room <= 0:
            continue
        queue = pool(tables, group, origin)
        stand = stood(tables, sheet, left, j, group, origin)
        parties = stand if queue == NONE else stand + waiting(state, sheet, queue, room)
        parties = min(parties, room)
        if parties <= 0 or not _may_share(tables, sheet, j, group):
            continue
        seats -= parties * row[G.SEATS]
        stretchers -= parties * row[G.STRETCHERS]
        chairs -= parties * row[G.WHEELCHAIRS]
        sheet.loads[j, group] = parties
        persons += parties * row[G.PERSONS]
        if parties > stand:
            if tables.places[origin, P.SAFE] and not tables.places[to, P.SAFE]:
                return BACK_IN
            sheet.queued[queue] += parties - stand
            present_s = max(present_s, when_there(state, queue, sheet.queued[queue]))
    sheet.trips[j, W.PERSONS] = persons
    sheet.trips[j, W.PRESENT] = present_s
    sheet.head[H.PERSONS] += persons
    return OK if persons else NOBODY


@inner
def pool(tables: Tables, group: int, place: int) -> int:
    """Return the queue of a group's parties unloaded at a transfer; ``NONE`` where there is none."""
    transfer = tables.places[place, P.TRANSFER]
    kept = transfer != NONE and tables.rule[X.ONWARD]
    queue: int = transfer * len(tables.groups) + group if kept else NONE
    return queue


@inner
def stood(tables: Tables, sheet: Sheet, left: Ints, j: int, group: int, origin: int) -> int:
    """Return the parties that stood at the origin from the start and that vehicle ``j`` finds there."""
    if tables.groups[group, G.PLACE] != origin:
        return 0
    taken = 0
    for i in range(j):
        taken += sheet.loads[i, group]
    # They board before those who came later, so more may have been taken than stood there.
    found: int = max(0, left[group] - taken)
    return found


@inner
def waiting(state: State, sheet: Sheet, queue: int, room: int) -> int:
    """Return the parties in a queue that no vehicle of this movement has taken; counted no further than there is room."""
    parties, at = -sheet.queued[queue], 0
    while at < state.queued[queue] and parties < room:
        parties += state.queue_n[queue, at]
        at += 1
    return parties


@inner
def _may_share(tables: Tables, sheet: Sheet, j: int, group: int) -> bool:
    """O5: whether nobody aboard must be kept apart from a group."""
    person_class = tables.groups[group, G.CLASS]
    for other in range(len(tables.groups)):
        if sheet.loads[j, other] and tables.apart[person_class, tables.groups[other, G.CLASS]]:
            return False
    return True
