"""R3: one movement as it happens: who is there, what is decided on what is known, and what comes of it."""

from korridor.clockwork.bays import free_first
from korridor.clockwork.boarding import OK, board, leaves_s, nobody, take_vehicle
from korridor.clockwork.breaks import exposed_on_way_back_s, exposure_person_s, mended_s, turned_back_s
from korridor.clockwork.copied import copy
from korridor.clockwork.departure import NO_GATE, gates_open, leave, marshalling_s, ready
from korridor.clockwork.foresight import Foresight, known_s, look
from korridor.clockwork.hours import fit_after
from korridor.clockwork.loading import load_early, load_late
from korridor.clockwork.passage import drive
from korridor.clockwork.sheet import HEAD_IN, TAIL_OUT, A, H, O, Sheet, W
from korridor.clockwork.state import IDLE, State, T
from korridor.clockwork.step import free_escort, post_people, post_times
from korridor.clockwork.tables import NEVER, NONE, C, P, R, Tables, V, X
from korridor.clockwork.unloading import release, unload
from korridor.clockwork.weather import Weather, column_pace, late_s, meet, scaled
from korridor.compiled import inner

TURNED_BACK, STRANDED, TOO_OFTEN, LATER = 101, 102, 103, 104
TRIES = 100
"""A truce that breaks and is mended may put a departure off this often."""


@inner
def happen(
    tables: Tables, state: State, foresight: Foresight | None, sheet: Sheet, weather: Weather, until_s: int
) -> int:
    """Let one movement happen, and post it; 0, or why it did not go, or did not arrive.

    ``foresight`` is ``None`` where vehicles go singly, and nothing has to be foreseen but when the one before departs. A
    movement that would depart at ``until_s`` or after it is ``LATER``, and nothing is posted.
    """
    loaded = sheet.order[O.LOADED]
    code = muster(tables, state, sheet, weather)
    if code != OK:
        return code
    column_pace(tables, sheet, weather)
    for j in range(sheet.order[O.TRIPS]):
        sheet.trips[j, W.BAY], sheet.trips[j, W.BAY_BEGINS] = NONE, 0
    if loaded:
        if foresight is None:
            _choose_alone(tables, state, sheet)
        else:
            _choose_boarding(tables, state, foresight, sheet, weather)
        _load(tables, state, sheet)
    code = ready(tables, state, sheet)
    if code == OK:
        if loaded:
            place = tables.columns[sheet.order[O.COLUMN], C.ORIGIN]
            sheet.head[H.READY] += late_s(weather, place, sheet.order[O.RANK])
        code = _decide(tables, state, foresight, sheet, weather, until_s)
    if code != OK:
        return code
    return _go(tables, state, sheet, weather)


@inner
def muster(tables: Tables, state: State, sheet: Sheet, weather: Weather) -> int:
    """O5, O6: of the vehicles that are asked for those that are there, and find somebody to board."""
    origin, loaded = tables.columns[sheet.order[O.COLUMN], C.ORIGIN], sheet.order[O.LOADED]
    nobody(sheet)
    sheet.used[:] = 0
    sheet.head[H.SLOWEST] = NEVER
    n, why = 0, OK
    for j in range(sheet.order[O.TRIPS]):
        for a in range(sheet.asked.shape[1]):
            sheet.asked[n, a] = sheet.asked[j, a]
        meet(tables, sheet, weather, n)
        code = take_vehicle(tables, state, sheet, weather, n)
        if code == OK and loaded:
            code = board(tables, state, sheet, state.left, n, origin)
            if code != OK:
                sheet.used[sheet.trips[n, W.VEHICLE]] = 0
        if code == OK:
            n += 1
        else:
            why = code
    sheet.order[O.TRIPS] = n
    return OK if n else why


@inner
def _choose_alone(tables: Tables, state: State, sheet: Sheet) -> None:
    """C2: as ``_choose_boarding``, of one vehicle that only has to wait for the departure before it."""
    trip, kind = sheet.trips[0], sheet.asked[0, A.TYPE]
    now = max(trip[W.COMES], trip[W.PRESENT])
    lasts = tables.types[kind, V.TURN]
    for group in range(len(tables.groups)):
        lasts += sheet.loads[0, group] * tables.board[kind, group]
    turn = known_s(state.tally[T.LAST_DEPARTURE], state.tally[T.EXPECTED], now)
    state.tally[T.EXPECTED] = max(now + lasts, turn)
    trip[W.BAY_BEGINS] = state.tally[T.EXPECTED] - lasts


@inner
def _choose_boarding(
    tables: Tables, state: State, foresight: Foresight, sheet: Sheet, weather: Weather
) -> None:
    """C2: fix when each vehicle is to begin, as late as the departure allows that is expected when the first could."""
    origin, n = tables.columns[sheet.order[O.COLUMN], C.ORIGIN], sheet.order[O.TRIPS]
    now = NEVER
    for j in range(n):
        now = min(now, max(sheet.trips[j, W.COMES], sheet.trips[j, W.PRESENT]))
    if _on_truce_road(tables, sheet):
        now = mended_s(weather, now)
    look(foresight, state, now)
    for j in range(n):
        trip = sheet.trips[j]
        trip[W.REALLY_COMES] = trip[W.COMES]
        if trip[W.COMES] > now:
            kind, place = sheet.asked[j, A.TYPE], sheet.asked[j, A.FROM]
            free = known_s(
                state.vehicles[trip[W.VEHICLE], 0], foresight.expected.vehicles[trip[W.VEHICLE], 0], now
            )
            comes = leaves_s(tables, state, sheet, j, free) + tables.alone[kind, place, origin]
            trip[W.COMES] = max(now, comes)
    code = load_early(tables, foresight.known, sheet)
    if code == OK:
        code = ready(tables, foresight.known, sheet)
    if code == OK:
        code = _expect(tables, state, foresight, sheet, max(now, sheet.head[H.READY]), now)
    if code == OK:
        load_late(tables, foresight.known, sheet, sheet.head[H.DEPARTS] - marshalling_s(tables, sheet))
    for j in range(n):
        sheet.trips[j, W.COMES] = sheet.trips[j, W.REALLY_COMES]
        sheet.trips[j, W.BAY_BEGINS] = max(now, sheet.trips[j, W.BAY_BEGINS]) if code == OK else now


@inner
def _expect(tables: Tables, state: State, foresight: Foresight, sheet: Sheet, at: int, now: int) -> int:
    """Work out on nominal times the departure from ``at`` on that is expected now; 0, or why there is none."""
    at = max(at, sheet.order[O.NOT_BEFORE], foresight.known.tally[T.LAST_DEPARTURE])
    gates = gates_open(tables, state, sheet, None)
    if gates > now:  # it is shut, and when it opens is known by the plan alone
        at = max(at, sheet.order[O.PLANNED])
    return leave(tables, foresight.known, sheet, at)


@inner
def _load(tables: Tables, state: State, sheet: Sheet) -> None:
    """C2: board as it was chosen, or as soon after as vehicle, bay and people are there."""
    origin = tables.columns[sheet.order[O.COLUMN], C.ORIGIN]
    copy(sheet.bays, state.bays)
    begun, done = 0, 0
    for j in range(sheet.order[O.TRIPS]):
        trip, kind = sheet.trips[j], sheet.asked[j, A.TYPE]
        lasts = 0
        for group in range(len(tables.groups)):
            lasts += sheet.loads[j, group] * tables.board[kind, group]
        lasts = tables.types[kind, V.TURN] + scaled(lasts, trip[W.BOARDING])
        soonest = max(begun, trip[W.COMES], trip[W.PRESENT], trip[W.BAY_BEGINS])
        bay, begun = _bay(tables, sheet, origin, trip[W.BAY], soonest, lasts)
        trip[W.BAY], trip[W.BAY_BEGINS], trip[W.BAY_S] = bay, begun, lasts
        done = max(done, begun + lasts)
    sheet.head[H.LOADED_S] = done


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
def _decide(
    tables: Tables, state: State, foresight: Foresight | None, sheet: Sheet, weather: Weather, until_s: int
) -> int:
    """C4: fix the departure on what is known when it is due; 0, or why there is none."""
    at = max(sheet.head[H.READY], sheet.order[O.NOT_BEFORE], state.tally[T.LAST_DEPARTURE])
    at = max(at, gates_open(tables, state, sheet, weather))
    if at >= NEVER:
        return NO_GATE
    if foresight is None:
        sheet.head[H.DEPARTS] = at
        return OK if at < until_s else LATER
    truce = _on_truce_road(tables, sheet)
    at = due = max(at, _road_is_clear_s(tables, state, sheet))
    for _ in range(TRIES):
        at = mended_s(weather, at) if truce else at
        look(foresight, state, at)
        code = leave(tables, foresight.known, sheet, at)
        if code != OK:
            return _given_up(state, due, code)
        departs = max(at, sheet.head[H.DEPARTS])
        if departs == at or not truce or mended_s(weather, departs) == departs:
            if departs >= until_s:
                return LATER
            sheet.head[H.DEPARTS] = departs
            if sheet.order[O.LOADED]:
                _keep_bays(sheet)
            free_escort(tables, sheet)
            post_times(tables, foresight.expected, sheet)
            return OK
        at = due = departs
    return _given_up(state, due, TOO_OFTEN)


@inner
def _given_up(state: State, due_s: int, why: int) -> int:
    """Let the next ones go, but not before the moment at which it turned out that this one cannot."""
    state.tally[T.LAST_DEPARTURE] = max(state.tally[T.LAST_DEPARTURE], due_s)
    return why


@inner
def _on_truce_road(tables: Tables, sheet: Sheet) -> bool:
    first = tables.columns[sheet.order[O.COLUMN], C.STEP]
    for i in range(first, first + tables.columns[sheet.order[O.COLUMN], C.STEPS]):
        if tables.roads[tables.steps[i, 0], R.TRUCE]:
            return True
    return False


@inner
def _road_is_clear_s(tables: Tables, state: State, sheet: Sheet) -> int:
    """C4: when the first road really lets another column on: whoever stands before it sees that."""
    column = sheet.order[O.COLUMN]
    if tables.columns[column, C.STEPS] == 0:
        return 0
    first = tables.columns[column, C.STEP]
    road, back = tables.steps[first, 0], tables.steps[first, 1]
    at: int = state.roads[road, back, HEAD_IN] + tables.roads[road, R.HEADWAY]
    if tables.roads[road, R.ALTERNATE]:
        at = max(at, state.roads[road, 1 - back, TAIL_OUT])
    return at


@inner
def _go(tables: Tables, state: State, sheet: Sheet, weather: Weather) -> int:
    """Let it go at its departure, and post what comes of it."""
    column, loaded = sheet.order[O.COLUMN], sheet.order[O.LOADED]
    steps = tables.columns[column, C.STEPS]
    if steps:
        if not drive(tables, state, sheet, weather, sheet.head[H.DEPARTS], NONE, 0, 0, steps):
            return _strand(tables, state, sheet)
        sheet.head[H.DEPARTS] = sheet.roads[0, HEAD_IN]
        breaks = turned_back_s(tables, sheet, weather)
        if breaks < NEVER:
            return _turn_back(tables, state, sheet, weather, breaks)
    release(tables, sheet)
    unload(tables, state, sheet, weather)
    free_escort(tables, sheet)
    if loaded:
        _keep_bays(sheet)
    post_times(tables, state, sheet)
    for j in range(sheet.order[O.TRIPS]):
        if sheet.trips[j, W.GONE]:
            state.vehicles[sheet.trips[j, W.VEHICLE], 0] = NEVER
    if loaded:
        state.tally[T.EXPOSURE] += exposure_person_s(tables, sheet, weather)
        post_people(tables, state, sheet, weather)
        _post_waits(tables, state, sheet)
    return OK


@inner
def _keep_bays(sheet: Sheet) -> None:
    """Unloading was worked out on the bays as they were before this movement loaded; its own loading is added."""
    for j in range(sheet.order[O.TRIPS]):
        bay = sheet.trips[j, W.BAY]
        if bay != NONE:
            sheet.bays[bay] = max(sheet.bays[bay], sheet.trips[j, W.BAY_BEGINS] + sheet.trips[j, W.BAY_S])


@inner
def _post_waits(tables: Tables, state: State, sheet: Sheet) -> None:
    """Note who waited before checkpoints, and by how much a place is beyond its room."""
    first = tables.columns[sheet.order[O.COLUMN], C.STEP]
    for i in range(tables.columns[sheet.order[O.COLUMN], C.STEPS]):
        if tables.places[tables.ends[first + i], P.CHECKPOINT]:
            for j in range(sheet.order[O.TRIPS]):
                waits = sheet.screens[i, j, 1] - sheet.screens[i, j, 0]
                state.tally[T.SCREENING_WAIT] += sheet.trips[j, W.PERSONS] * waits
    for j in range(sheet.order[O.TRIPS]):
        to = sheet.asked[j, A.TO]
        if tables.places[to, P.ROOM] != NONE:
            beyond = state.present[to] - tables.places[to, P.ROOM]
            state.tally[T.OVERFULL] = max(state.tally[T.OVERFULL], beyond)


@inner
def _turn_back(tables: Tables, state: State, sheet: Sheet, weather: Weather, breaks_s: int) -> int:
    """R3: the column goes back the way that it came, and everybody gets off where they boarded."""
    back_s = breaks_s + breaks_s - sheet.head[H.DEPARTS]
    first, origin = (
        tables.columns[sheet.order[O.COLUMN], C.STEP],
        tables.columns[sheet.order[O.COLUMN], C.ORIGIN],
    )
    if sheet.order[O.LOADED]:
        state.tally[T.EXPOSURE] += sheet.head[H.PERSONS] * exposed_on_way_back_s(tables, sheet, breaks_s)
    for j in range(sheet.order[O.TRIPS]):
        vehicle, kind = sheet.trips[j, W.VEHICLE], sheet.asked[j, A.TYPE]
        free = back_s
        for group in range(len(tables.groups)):
            free += sheet.loads[j, group] * tables.alight[kind, group]
        state.vehicles[vehicle, 0], state.vehicles[vehicle, 1], state.vehicles[vehicle, 2] = (
            free,
            origin,
            IDLE,
        )
        if sheet.order[O.LOADED]:
            boards = sheet.trips[j, W.BAY_BEGINS] + tables.types[kind, V.TURN]
            state.tally[T.LONGEST_ABOARD] = max(state.tally[T.LONGEST_ABOARD], free - boards)
    for i in range(tables.columns[sheet.order[O.COLUMN], C.STEPS]):
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
def _strand(tables: Tables, state: State, sheet: Sheet) -> int:
    """C8: it departed, and no window is left for the rest of its way."""
    for j in range(sheet.order[O.TRIPS]):
        state.vehicles[sheet.trips[j, W.VEHICLE], 0] = NEVER
        state.tally[T.STRANDED] += sheet.trips[j, W.PERSONS]
        for group in range(len(tables.groups)):
            state.left[group] -= min(state.left[group], sheet.loads[j, group])
    state.tally[T.LAST_DEPARTURE] = sheet.head[H.DEPARTS]
    return STRANDED


@inner
def ready_s(tables: Tables, state: State, sheet: Sheet, weather: Weather) -> int:
    """Return when a whole movement would be ready, were it the next and all boarded at once; ``NEVER`` if somebody is missing."""
    asked = sheet.order[O.TRIPS]
    if muster(tables, state, sheet, weather) != OK or sheet.order[O.TRIPS] < asked:
        return NEVER
    if sheet.order[O.LOADED]:
        for j in range(sheet.order[O.TRIPS]):
            sheet.trips[j, W.BAY], sheet.trips[j, W.BAY_BEGINS] = NONE, 0
        _load(tables, state, sheet)
    if ready(tables, state, sheet) != OK:
        return NEVER
    at: int = max(sheet.head[H.READY], sheet.order[O.NOT_BEFORE])
    return at
