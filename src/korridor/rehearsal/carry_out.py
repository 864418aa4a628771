"""R3: one run: the dispatcher lets one movement after another happen, in rank order or whichever is ready first."""

from korridor.clockwork.boarding import OK
from korridor.clockwork.deciding import LATER
from korridor.clockwork.ending import TURNED_BACK
from korridor.clockwork.foresight import Foresight
from korridor.clockwork.happening import happen, ready_s
from korridor.clockwork.own_way import leave_alone
from korridor.clockwork.sheet import A, O, Sheet
from korridor.clockwork.state import State
from korridor.clockwork.tables import NEVER, NONE, C, Ints, Tables, X
from korridor.clockwork.weather import BACK, D, Weather
from korridor.compiled import inner
from korridor.rehearsal.log import Log, note
from korridor.rehearsal.programme import Programme

MOST_TIMES = 100
"""So often may a plan's last columns go again."""


@inner
def carry_out(
    tables: Tables,
    state: State,
    foresight: Foresight | None,
    sheet: Sheet,
    weather: Weather,
    programme: Programme,
    queue: Ints,
    ahead: int,
    log: Log | None,
) -> None:
    """Carry out a programme from a state on.

    Parameters
    ----------
    queue : array of int, two rows with an entry a movement
        Room for the movements that are still to come, and for those that turned back.
    ahead : int
        Among how many of the next in rank the dispatcher sends the one that is ready first; 1 keeps the rank order.
    log : Log, optional
        Where what happens is noted.

    Notes
    -----
    Columns that turn back when the truce breaks go first when it is mended. So all that departs before a break happens
    first, and then what comes after it.
    """
    n = programme.planned
    for k in range(n):
        queue[0, k] = k
    until = -NEVER
    while n:
        until = _next_break(weather, until)
        at, back = 0, 0
        while at < n:
            if ahead > 1:
                _bring_forward(tables, state, sheet, weather, programme, queue, at, min(n, at + ahead))
            write(tables, sheet, programme, queue[0, at], 0)
            code = happen(tables, state, foresight, sheet, weather, until)
            if code == LATER:
                break
            if log is not None:
                note(log, sheet, code)
            if code == TURNED_BACK:
                queue[1, back] = min(queue[0, at], -1 - queue[0, at])
                back += 1
            at += 1
        rest = n - at
        for k in range(rest):
            queue[1, back + k] = queue[0, at + k]
        n = back + rest
        for k in range(n):
            queue[0, k] = queue[1, k]
    _go_on(tables, state, foresight, sheet, weather, programme, log)
    leave_alone(tables, state, weather, NONE, tables.rule[X.HORIZON])


@inner
def _go_on(
    tables: Tables,
    state: State,
    foresight: Foresight | None,
    sheet: Sheet,
    weather: Weather,
    programme: Programme,
    log: Log | None,
) -> None:
    """Send the last columns of the plan again as long as they take anybody out."""
    goes, times = True, 0
    while goes and times < MOST_TIMES:
        goes, times = False, times + 1
        for movement in range(programme.planned, len(programme.orders)):
            if not _anybody_left(tables, state):
                return
            write(tables, sheet, programme, movement, times)
            loaded = sheet.order[O.LOADED]
            code = happen(tables, state, foresight, sheet, weather, NEVER)
            if log is not None:
                note(log, sheet, code)
            if code == OK and loaded:
                goes = True


@inner
def _anybody_left(tables: Tables, state: State) -> bool:
    """Whether anybody stands where they stood at the start, or waits at a transfer."""
    for group in range(len(tables.groups)):
        if state.left[group] > 0:
            return True
    waiting = 0
    for queue in range(len(state.queued)):
        waiting += state.queued[queue]
    return waiting > 0


@inner
def _next_break(weather: Weather, after_s: int) -> int:
    """Return the next break of the truce that turns columns back, or ``NEVER``."""
    first = NEVER
    if weather.day[D.RULE] == BACK:
        for k in range(weather.day[D.BREAKS]):
            if weather.breaks[k, 0] > after_s:
                first = min(first, weather.breaks[k, 0])
    return first


@inner
def write(tables: Tables, sheet: Sheet, programme: Programme, movement: int, times: int) -> None:
    """Write what is decided of a movement on the sheet.

    One that goes again has ranks of its own. Minus one less a movement is one that turned back: its vehicles are there.
    """
    turned_back = movement < 0
    movement = -1 - movement if turned_back else movement
    for i in range(len(sheet.order)):
        sheet.order[i] = programme.orders[movement, i]
    first = programme.first[movement]
    for j in range(programme.first[movement + 1] - first):
        for i in range(sheet.asked.shape[1]):
            sheet.asked[j, i] = programme.trips[first + j, i]
        sheet.asked[j, A.RANK] += times * programme.again[sheet.asked[j, A.TYPE]]
        if turned_back:
            sheet.asked[j, A.FROM] = tables.columns[sheet.order[O.COLUMN], C.ORIGIN]


@inner
def _bring_forward(
    tables: Tables,
    state: State,
    sheet: Sheet,
    weather: Weather,
    programme: Programme,
    queue: Ints,
    at: int,
    end: int,
) -> None:
    """Put the movement that is ready first before the others that may go; of two alike the one of lower rank."""
    best, best_s = at, NEVER
    for k in range(at, end):
        write(tables, sheet, programme, queue[0, k], 0)
        ready = ready_s(tables, state, sheet, weather)
        if ready < best_s:
            best, best_s = k, ready
    movement = queue[0, best]
    for k in range(best, at, -1):
        queue[0, k] = queue[0, k - 1]
    queue[0, at] = movement
