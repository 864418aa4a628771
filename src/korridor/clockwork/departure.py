"""C3, C4: when a movement is ready, and the first moment at which it may leave."""

from korridor.clockwork.boarding import OK
from korridor.clockwork.hours import DAY_S
from korridor.clockwork.passage import HEAD_IN, TAIL_OUT, drive, last_of_stretch, window_for
from korridor.clockwork.sheet import A, H, O, Sheet, W
from korridor.clockwork.state import State, T, when_there
from korridor.clockwork.tables import NEVER, NONE, C, K, R, Tables, V, X
from korridor.clockwork.unloading import release, unload
from korridor.compiled import compiled

NO_WINDOW, NO_GATE, NO_DUTY, NO_ESCORT, SIZE = 81, 91, 63, 72, 73
TRIES = 4000
"""Duty hours and windows may send a movement on to another day this often before it is given up."""


@compiled
def ready(tables: Tables, state: State, sheet: Sheet) -> int:
    """C3, O7: loaded or come, marshalled, the escort there."""
    column, n, loaded = sheet.order[O.COLUMN], sheet.order[O.TRIPS], sheet.order[O.LOADED]
    rule = tables.rule
    in_column = tables.columns[column, C.STEPS] > 0
    sheet.head[H.ESCORT] = NONE
    if not loaded:
        come = 0
        for j in range(n):
            come = max(come, sheet.trips[j, W.COMES])
        sheet.head[H.LOADED_S] = come
    at = sheet.head[H.LOADED_S] + marshalling_s(tables, sheet)
    if in_column:
        if n > rule[X.MOST] or (loaded and n < rule[X.LEAST]):
            return SIZE
        if loaded:
            for kind in range(len(tables.types)):
                has = 0
                for j in range(n):
                    has += 1 if sheet.asked[j, A.TYPE] == kind else 0
                if has < tables.must_have[kind]:
                    return SIZE
        if loaded and rule[X.ESCORTS] != NONE:
            if len(state.escorts) == 0:
                return NO_ESCORT
            best = 0
            for escort in range(len(state.escorts)):
                if state.escorts[escort] < state.escorts[best]:
                    best = escort
            sheet.head[H.ESCORT] = best
            at = max(at, state.escorts[best])
    sheet.head[H.READY] = at
    return OK


@compiled
def marshalling_s(tables: Tables, sheet: Sheet) -> int:
    """O7: the time to form up, where there is a column of two or more."""
    if tables.columns[sheet.order[O.COLUMN], C.STEPS] > 0 and sheet.order[O.TRIPS] >= 2:
        return tables.rule[X.MARSHALLING]
    return 0


@compiled
def gates_open(tables: Tables, state: State, sheet: Sheet) -> int:
    """O9: the moment from which the gates let this movement's people out."""
    at = 0
    if not sheet.order[O.LOADED]:
        return at
    origin = tables.columns[sheet.order[O.COLUMN], C.ORIGIN]
    for gate in range(len(tables.gates)):
        row = tables.gates[gate]
        if tables.gate_a[gate, origin] and state.departed[gate] + sheet.head[H.PERSONS] > row[K.BEYOND]:
            at = max(
                at, row[K.OPENS] if row[K.QUEUE] == NONE else when_there(state, row[K.QUEUE], row[K.UNTIL])
            )
    return at


@compiled
def depart(tables: Tables, state: State, sheet: Sheet) -> int:
    """C4: find the first moment, and work out everything that follows from it."""
    at = max(sheet.head[H.READY], sheet.order[O.NOT_BEFORE], state.tally[T.LAST_DEPARTURE])
    opens = gates_open(tables, state, sheet)
    if opens >= NEVER:
        return NO_GATE
    at = max(at, opens)
    for _ in range(TRIES):
        if tables.columns[sheet.order[O.COLUMN], C.STEPS] == 0:
            sheet.head[H.DEPARTS] = at
        elif not _cross(tables, state, sheet, at):
            return NO_WINDOW
        release(tables, sheet)
        code = unload(tables, state, sheet)
        if code != OK:
            return code
        later = _on_duty(tables, sheet)
        if later >= NEVER:
            return NO_DUTY
        if later <= sheet.head[H.DEPARTS]:
            return OK
        at = later
    return NO_DUTY


@compiled
def _on_duty(tables: Tables, sheet: Sheet) -> int:
    """O6: the next moment to try so that every vehicle is free again within its duty hours and span."""
    departs = sheet.head[H.DEPARTS]
    later = departs
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


@compiled
def _cross(tables: Tables, state: State, sheet: Sheet, at: int) -> bool:
    """C4: the first departure not before ``at`` whose whole passage keeps the windows; ``False`` if there is none."""
    column = sheet.order[O.COLUMN]
    first, steps = tables.columns[column, C.STEP], tables.columns[column, C.STEPS]
    stretch = _next_stretch(tables, first, steps, 0)
    if not drive(tables, state, sheet, at, NONE, 0, 0, steps):
        return False
    if stretch < steps:
        last = last_of_stretch(tables, first, steps, stretch)
        after = min(steps, last + 2)  # a column held before the next road still stands on the stretch
        if not _first_stretch(tables, state, sheet, at, stretch, last, after):
            return False
        stretch = _next_stretch(tables, first, steps, last + 1)
        if not drive(tables, state, sheet, at, NONE, 0, after, steps):
            return False
    while stretch < steps:
        last = last_of_stretch(tables, first, steps, stretch)
        if not _later_stretch(tables, state, sheet, stretch, last, min(steps, last + 2)):
            return False
        if not drive(tables, state, sheet, at, NONE, 0, min(steps, last + 2), steps):
            return False
        stretch = _next_stretch(tables, first, steps, last + 1)
    sheet.head[H.DEPARTS] = sheet.roads[0, HEAD_IN]
    return True


@compiled
def _next_stretch(tables: Tables, first: int, steps: int, at: int) -> int:
    while at < steps and not tables.roads[tables.steps[first + at, 0], R.TRUCE]:
        at += 1
    return at


@compiled
def _first_stretch(
    tables: Tables, state: State, sheet: Sheet, at: int, stretch: int, last: int, after: int
) -> bool:
    """Leave so as to reach the first truce stretch no sooner than a window opens in which it can be passed."""
    w = window_for(tables, sheet.roads[stretch, HEAD_IN])
    while w < len(tables.windows):
        opens, closes = tables.windows[w, 0], tables.windows[w, 1]
        soonest = at
        entry = sheet.roads[stretch, HEAD_IN]
        while (
            entry < opens
        ):  # entry is never more than a second later for a departure a second later, but for hours
            soonest, at = at, at + opens - entry
            if not drive(tables, state, sheet, at, NONE, 0, 0, after):
                return False
            entry = sheet.roads[stretch, HEAD_IN]
        while (
            entry > opens and at - soonest > 1
        ):  # hours on the way made it jump: find the first departure beyond the jump
            middle = (soonest + at) // 2
            if not drive(tables, state, sheet, middle, NONE, 0, 0, after):
                return False
            if sheet.roads[stretch, HEAD_IN] < opens:
                soonest = middle
            else:
                at, entry = middle, sheet.roads[stretch, HEAD_IN]
        if not drive(tables, state, sheet, at, NONE, 0, 0, after):
            return False
        if sheet.roads[last, TAIL_OUT] <= closes:
            return True
        w += 1
    return False


@compiled
def _later_stretch(tables: Tables, state: State, sheet: Sheet, stretch: int, last: int, after: int) -> bool:
    """Wait on the road before a later truce stretch until a window in which it can be passed."""
    w = window_for(tables, sheet.roads[stretch, HEAD_IN])
    while w < len(tables.windows):
        hold = max(tables.windows[w, 0], sheet.roads[stretch, HEAD_IN])
        if not drive(tables, state, sheet, 0, stretch, hold, stretch, after):
            return False
        if sheet.roads[last, TAIL_OUT] <= tables.windows[w, 1]:
            return True
        w += 1
    return False
