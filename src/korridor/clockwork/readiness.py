"""R3: when a movement would be ready, were it the next: by this a dispatcher who re-orders chooses.

It is asked for of many movements and matters of one, the first; so whoever cannot be that one is put aside as soon as that shows.
"""

from korridor.clockwork.bays import free_first
from korridor.clockwork.boarding import OK, board, nobody, take_vehicle
from korridor.clockwork.departure import ready
from korridor.clockwork.drawing import meet
from korridor.clockwork.loading import load_as_chosen
from korridor.clockwork.sheet import H, O, Sheet, W
from korridor.clockwork.state import State
from korridor.clockwork.tables import NEVER, NONE, C, Tables, X
from korridor.clockwork.weather import Weather
from korridor.compiled import inner


@inner
def ready_s(tables: Tables, state: State, sheet: Sheet, weather: Weather, before_s: int) -> int:
    """Return when a whole movement would be ready, were it the next and all boarded at once.

    ``NEVER`` if somebody is missing, or if it would not be before ``before_s``.
    """
    if max(sheet.order[O.NOT_BEFORE], _escort_s(tables, state, sheet)) >= before_s:
        return NEVER
    if not _all_come(tables, state, sheet, weather, before_s):
        return NEVER
    if sheet.order[O.LOADED]:
        for j in range(sheet.order[O.TRIPS]):
            sheet.trips[j, W.BAY], sheet.trips[j, W.BAY_BEGINS] = NONE, 0
        load_as_chosen(tables, state, sheet)
    if ready(tables, state, sheet) != OK:
        return NEVER
    at: int = max(sheet.head[H.READY], sheet.order[O.NOT_BEFORE])
    return at if at < before_s else NEVER


@inner
def _escort_s(tables: Tables, state: State, sheet: Sheet) -> int:
    """Return when an escort is free, where the movement needs one."""
    if not sheet.order[O.LOADED] or tables.columns[sheet.order[O.COLUMN], C.STEPS] == 0:
        return 0
    if tables.rule[X.ESCORTS] == NONE or len(state.escorts) == 0:
        return 0
    free_s: int = state.escorts[free_first(state.escorts, 0, len(state.escorts))]
    return free_s


@inner
def _all_come(tables: Tables, state: State, sheet: Sheet, weather: Weather, before_s: int) -> bool:
    """Whether all vehicles that are asked for come before a moment, and find somebody to board."""
    origin, loaded = tables.columns[sheet.order[O.COLUMN], C.ORIGIN], sheet.order[O.LOADED]
    nobody(sheet)
    sheet.used[:] = 0
    sheet.head[H.SLOWEST] = NEVER
    for j in range(sheet.order[O.TRIPS]):
        meet(tables, sheet, weather, j)
        if take_vehicle(tables, state, sheet, weather, j) != OK or sheet.trips[j, W.COMES] >= before_s:
            return False
        if loaded and board(tables, state, sheet, state.left, j, origin) != OK:
            return False
    return True
