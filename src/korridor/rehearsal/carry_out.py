"""R3: one run: the dispatcher lets one movement after another happen, in rank order or whichever is ready first."""

from korridor.clockwork.boarding import OK
from korridor.clockwork.deciding import LATER
from korridor.clockwork.ending import TURNED_BACK
from korridor.clockwork.foresight import Foresight
from korridor.clockwork.happening import happen
from korridor.clockwork.own_way import leave_alone
from korridor.clockwork.sheet import Sheet
from korridor.clockwork.state import State
from korridor.clockwork.tables import NEVER, NONE, Ints, Tables, X
from korridor.clockwork.weather import BACK, D, Weather
from korridor.compiled import inner
from korridor.rehearsal.choice import Choice, bring_forward, forget, note_gone
from korridor.rehearsal.decided import write
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
    choice: Choice,
    ahead: int,
    log: Log | None,
) -> None:
    """Carry out a programme from a state on.

    Parameters
    ----------
    queue : array of int, two rows with an entry a movement
        Room for the movements that are still to come, and for those that turned back.
    choice : Choice
        Room for what is known of when they would be ready.
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
        forget(choice)
        while at < n:
            end = min(n, at + ahead)
            groups = 0
            if end > at + 1:
                bring_forward(tables, state, sheet, weather, programme, choice, queue[0], at, end)
                groups = _groups_left(state)
            write(tables, state, sheet, programme, queue[0, at], 0)
            code = happen(tables, state, foresight, sheet, weather, until)
            if code == LATER:
                break
            if log is not None:
                note(log, sheet, code)
            if code == TURNED_BACK:
                queue[1, back] = min(queue[0, at], -1 - queue[0, at])
                back += 1
            at += 1
            if code != OK:
                forget(choice)
            elif ahead > 1:
                note_gone(tables, sheet, programme, choice, queue[0], at, end)
                if _groups_left(state) != groups:  # others may now be sent elsewhere
                    forget(choice)
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
    """Send the last columns of the plan again as long as any of them goes."""
    goes, times = True, 0
    while goes and times < MOST_TIMES:
        goes, times = False, times + 1
        for movement in range(programme.planned, len(programme.orders)):
            if not _anybody_left(tables, state):
                return
            write(tables, state, sheet, programme, movement, times)
            code = happen(tables, state, foresight, sheet, weather, NEVER)
            if log is not None:
                note(log, sheet, code)
            if code == OK:
                goes = True


@inner
def _groups_left(state: State) -> int:
    """Return of how many groups somebody stands where they stood at the start."""
    groups = 0
    for parties in state.left:
        groups += 1 if parties > 0 else 0
    return groups


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
