"""C3, C4: when a movement is ready, and the first moment at which it may leave."""

from korridor.clockwork.bays import free_first
from korridor.clockwork.boarding import OK
from korridor.clockwork.crossing import cross
from korridor.clockwork.hours import DAY_S
from korridor.clockwork.sheet import A, H, O, Sheet, W
from korridor.clockwork.state import State, T, when_there
from korridor.clockwork.tables import NEVER, NONE, C, K, Tables, V, X
from korridor.clockwork.unloading import release, unload
from korridor.clockwork.weather import Weather
from korridor.compiled import inner

NO_GATE, NO_DUTY, NO_ESCORT, SIZE = 91, 63, 72, 73
TRIES = 4000
"""Duty hours and windows may send a movement on to another day this often before it is given up."""


@inner
def ready(tables: Tables, state: State, sheet: Sheet) -> int:
    """C3, O7: loaded or come, marshalled, the escort there."""
    loaded = sheet.order[O.LOADED]
    if not loaded:
        sheet.head[H.LOADED_S] = 0
        for j in range(sheet.order[O.TRIPS]):
            sheet.head[H.LOADED_S] = max(sheet.head[H.LOADED_S], sheet.trips[j, W.COMES])
    at = sheet.head[H.LOADED_S] + marshalling_s(tables, sheet)
    sheet.head[H.ESCORT] = NONE
    if loaded and tables.columns[sheet.order[O.COLUMN], C.STEPS] > 0 and tables.rule[X.ESCORTS] != NONE:
        if len(state.escorts) == 0:
            return NO_ESCORT
        escort = free_first(state.escorts, 0, len(state.escorts))
        sheet.head[H.ESCORT] = escort
        at = max(at, state.escorts[escort])
    sheet.head[H.READY] = at
    return OK


@inner
def has_the_size(tables: Tables, sheet: Sheet) -> bool:
    """O7, C1: at most so many in a column; when loaded, at least so many, and what must be in it."""
    if tables.columns[sheet.order[O.COLUMN], C.STEPS] == 0:
        return True
    n = sheet.order[O.TRIPS]
    if n > tables.rule[X.MOST]:
        return False
    if not sheet.order[O.LOADED]:
        return True
    for kind in range(len(tables.types)):
        has = 0
        for j in range(n):
            has += 1 if sheet.asked[j, A.TYPE] == kind else 0
        if has < tables.must_have[kind]:
            return False
    return bool(n >= tables.rule[X.LEAST])


@inner
def marshalling_s(tables: Tables, sheet: Sheet) -> int:
    """O7: the time to form up, where there is a column of two or more."""
    forms_up = tables.columns[sheet.order[O.COLUMN], C.STEPS] > 0 and sheet.order[O.TRIPS] >= 2
    lasts_s: int = tables.rule[X.MARSHALLING] if forms_up else 0
    return lasts_s


@inner
def gates_open(tables: Tables, state: State, sheet: Sheet, weather: Weather | None) -> int:
    """O9: the moment from which the gates let this movement's people out."""
    at = 0
    if not sheet.order[O.LOADED]:
        return at
    origin = tables.columns[sheet.order[O.COLUMN], C.ORIGIN]
    for gate in range(len(tables.gates)):
        row = tables.gates[gate]
        if tables.gate_a[gate, origin] and state.departed[gate] + sheet.head[H.PERSONS] > row[K.BEYOND]:
            opens = row[K.OPENS] if row[K.QUEUE] == NONE else when_there(state, row[K.QUEUE], row[K.UNTIL])
            if weather is not None:
                opens += weather.gates[gate]
            at = max(at, opens)
    return at


@inner
def depart(tables: Tables, state: State, sheet: Sheet) -> int:
    """C4: find the first moment at which its turn has come, and work out everything that follows from it."""
    at = max(sheet.head[H.READY], sheet.order[O.NOT_BEFORE], state.tally[T.LAST_DEPARTURE])
    at = max(at, gates_open(tables, state, sheet, None))
    if at >= NEVER:
        return NO_GATE
    return leave(tables, state, sheet, at)


@inner
def leave(tables: Tables, state: State, sheet: Sheet, at: int) -> int:
    """C4, O6: the first departure from a moment on at which windows, duty hours and room allow the whole way."""
    for _ in range(TRIES):
        code = cross(tables, state, sheet, at)
        if code != OK:
            return code
        release(tables, sheet)
        code = unload(tables, state, sheet, None)
        if code != OK:
            return code
        at = _on_duty(tables, sheet)
        if at >= NEVER:
            return NO_DUTY
        if at == sheet.head[H.DEPARTS]:
            return OK
    return NO_DUTY


@inner
def _on_duty(tables: Tables, sheet: Sheet) -> int:
    """O6: this departure, if all are free again within their duty hours and span; else the next to try."""
    departs = sheet.head[H.DEPARTS]
    later: int = departs
    for j in range(sheet.order[O.TRIPS]):
        kind = tables.types[sheet.asked[j, A.TYPE]]
        free = sheet.trips[j, W.FREE]
        if free > kind[V.UNTIL]:
            return NEVER
        if kind[V.DUTY_CLOSES]:
            of_day = (departs + tables.rule[X.START_CLOCK]) % DAY_S
            if of_day < kind[V.DUTY_OPENS]:
                later = max(later, departs + kind[V.DUTY_OPENS] - of_day)
            elif of_day + free - departs > kind[V.DUTY_CLOSES]:
                later = max(later, departs - of_day + DAY_S + kind[V.DUTY_OPENS])
    return later
