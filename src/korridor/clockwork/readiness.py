"""R3: when a movement would be ready, were it the next: by this a dispatcher who re-orders chooses.

It is asked for of many movements and matters of one, the first; so whoever cannot be that one is put aside as soon as that
shows.
"""

from korridor.clockwork.bays import free_first
from korridor.clockwork.boarding import OK, board, nobody, take_vehicle
from korridor.clockwork.departure import marshalling_s
from korridor.clockwork.drawing import draw_driving, draw_handling
from korridor.clockwork.loading import boards_s, load_as_chosen
from korridor.clockwork.sheet import A, H, O, Sheet, W
from korridor.clockwork.state import State
from korridor.clockwork.tables import NEVER, NONE, C, Tables, V, X
from korridor.clockwork.weather import PPM, Weather, Y
from korridor.compiled import inner


@inner
def ready_s(tables: Tables, state: State, sheet: Sheet, weather: Weather, before_s: int) -> tuple[int, bool]:
    """Return when a whole movement would be ready but for its escort, were it the next and all boarded at once.

    Beside it, whether that is exact: what is ``before_s`` or later may be no more than a moment before which it is not
    ready. ``NEVER`` if somebody is missing.
    """
    if sheet.order[O.NOT_BEFORE] >= before_s or not _enough_are_free(tables, state, sheet, before_s):
        return before_s, False
    at = _all_come_s(tables, state, sheet, weather, before_s)
    if at >= before_s:
        return at, False
    if sheet.order[O.LOADED]:
        for j in range(sheet.order[O.TRIPS]):
            sheet.trips[j, W.BAY], sheet.trips[j, W.BAY_BEGINS] = NONE, 0
        load_as_chosen(tables, state, sheet)
        at = sheet.head[H.LOADED_S] + marshalling_s(tables, sheet)
    return max(at, sheet.order[O.NOT_BEFORE]), True


@inner
def first_escort_s(tables: Tables, state: State) -> int:
    """Return when an escort is free; ``NEVER`` where there is none, 0 where none is needed."""
    if tables.rule[X.ESCORTS] == NONE:
        return 0
    if len(state.escorts) == 0:
        return NEVER
    free_s: int = state.escorts[free_first(state.escorts, 0, len(state.escorts))]
    return free_s


@inner
def _enough_are_free(tables: Tables, state: State, sheet: Sheet, before_s: int) -> bool:
    """Whether as many vehicles as are asked for stand there and are free before a moment."""
    n, j = sheet.order[O.TRIPS], 0
    while j < n:  # those of one type and place follow each other
        kind, place, asked = sheet.asked[j, A.TYPE], sheet.asked[j, A.FROM], 0
        while j < n and sheet.asked[j, A.TYPE] == kind and sheet.asked[j, A.FROM] == place:
            asked, j = asked + 1, j + 1
        first, free = tables.types[kind, V.FIRST], 0
        for vehicle in range(first, first + tables.types[kind, V.NUMBER]):
            if state.vehicles[vehicle, 1] == place and state.vehicles[vehicle, 0] < before_s:
                free += 1
        if free < asked:
            return False
    return True


@inner
def _all_come_s(tables: Tables, state: State, sheet: Sheet, weather: Weather, before_s: int) -> int:
    """Return when all have come, boarded and formed up, were there bays for all; one that is not before ``before_s`` is enough.

    ``NEVER`` if a vehicle that is asked for is missing, or finds nobody.
    """
    origin, loaded = tables.columns[sheet.order[O.COLUMN], C.ORIGIN], sheet.order[O.LOADED]
    forms_s, last_s = marshalling_s(tables, sheet), 0
    nobody(sheet)
    sheet.used[:] = 0
    sheet.head[H.SLOWEST] = NEVER
    for j in range(sheet.order[O.TRIPS]):
        draw_handling(sheet, weather, j)
        sheet.trips[j, W.PACE_IN] = PPM
        if weather.by_type[sheet.asked[j, A.TYPE], Y.PACE] != NONE:
            draw_driving(sheet, weather, j)
        if take_vehicle(tables, state, sheet, weather, j) != OK:
            return NEVER
        at = sheet.trips[j, W.COMES]
        if loaded:
            if board(tables, state, sheet, state.left, j, origin) != OK:
                return NEVER
            at = max(at, sheet.trips[j, W.PRESENT]) + boards_s(tables, sheet, j)
        last_s = max(last_s, at + forms_s)
        if last_s >= before_s:
            return last_s
    return last_s
