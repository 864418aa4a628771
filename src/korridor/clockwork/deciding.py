"""C4: when a column leaves, decided on what is known when it is due."""

from korridor.clockwork.boarding import OK
from korridor.clockwork.breaks import mended_s, on_truce_road
from korridor.clockwork.departure import NO_GATE, gates_open, leave
from korridor.clockwork.foresight import Foresight, look
from korridor.clockwork.loading import keep_bays
from korridor.clockwork.sheet import HEAD_IN, TAIL_OUT, H, O, Sheet
from korridor.clockwork.state import State, T
from korridor.clockwork.step import free_escort, post_times
from korridor.clockwork.tables import NEVER, C, R, Tables
from korridor.clockwork.weather import Weather
from korridor.compiled import inner

TOO_OFTEN, LATER = 103, 104
TRIES = 100
"""A truce that breaks and is mended may put a departure off this often."""


@inner
def decide(
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
    truce = on_truce_road(tables, sheet)
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
                keep_bays(sheet)
            free_escort(tables, sheet)
            post_times(tables, foresight.expected, sheet)
            return OK
        at = due = departs
    return _given_up(state, due, TOO_OFTEN)


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
def _given_up(state: State, due_s: int, why: int) -> int:
    """Let the next ones go, but not before the moment at which it turned out that this one cannot."""
    state.tally[T.LAST_DEPARTURE] = max(state.tally[T.LAST_DEPARTURE], due_s)
    return why
