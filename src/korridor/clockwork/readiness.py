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
def ready_s(tables: Tables, state: State, sheet: Sheet, weather: Weather, before_s: int) -> int:
    """Return when a whole movement would be ready but for its escort, were it the next and all boarded at once.

    ``NEVER`` if somebody is missing, or if it would not be before ``before_s``.
    """
    if sheet.order[O.NOT_BEFORE] >= before_s or not _enough_are_free(tables, state, sheet, before_s):
        return NEVER
    if not _all_come(tables, state, sheet, weather, before_s):
        return NEVER
    at = 0
    if sheet.order[O.LOADED]:
        for j in range(sheet.order[O.TRIPS]):
            sheet.trips[j, W.BAY], sheet.trips[j, W.BAY_BEGINS] = NONE, 0
        load_as_chosen(tables, state, sheet)
        at = sheet.head[H.LOADED_S]
    else:
        for j in range(sheet.order[O.TRIPS]):
            at = max(at, sheet.trips[j, W.COMES])
    at = max(at + marshalling_s(tables, sheet), sheet.order[O.NOT_BEFORE])
    return at if at < before_s else NEVER


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
def _all_come(tables: Tables, state: State, sheet: Sheet, weather: Weather, before_s: int) -> bool:
    """Whether all vehicles that are asked for come, find somebody, and have boarded and formed up before a moment."""
    origin, loaded = tables.columns[sheet.order[O.COLUMN], C.ORIGIN], sheet.order[O.LOADED]
    forms_s = marshalling_s(tables, sheet)
    nobody(sheet)
    sheet.used[:] = 0
    sheet.head[H.SLOWEST] = NEVER
    for j in range(sheet.order[O.TRIPS]):
        draw_handling(sheet, weather, j)
        sheet.trips[j, W.PACE_IN] = PPM
        if weather.by_type[sheet.asked[j, A.TYPE], Y.PACE] != NONE:
            draw_driving(sheet, weather, j)
        if take_vehicle(tables, state, sheet, weather, j) != OK:
            return False
        at = sheet.trips[j, W.COMES]
        if loaded and at + forms_s < before_s:
            if board(tables, state, sheet, state.left, j, origin) != OK:
                return False
            at = max(at, sheet.trips[j, W.PRESENT]) + boards_s(tables, sheet, j)
        if at + forms_s >= before_s:
            return False
    return True
