"""O5, O6: who goes, of those that a plan asks for."""

from korridor.clockwork.boarding import NOBODY, OK, board, nobody, take_vehicle
from korridor.clockwork.drawing import meet
from korridor.clockwork.sheet import H, O, Sheet, W
from korridor.clockwork.state import State
from korridor.clockwork.tables import NEVER, C, Tables
from korridor.clockwork.weather import Weather
from korridor.compiled import inner


@inner
def muster(tables: Tables, state: State, sheet: Sheet, weather: Weather) -> int:
    """O5, O6: of the vehicles that are asked for those that are there, and find somebody to board."""
    origin, loaded = tables.columns[sheet.order[O.COLUMN], C.ORIGIN], sheet.order[O.LOADED]
    nobody(sheet)
    sheet.used[:] = 0
    sheet.head[H.SLOWEST] = NEVER
    n, why = 0, NOBODY
    for j in range(sheet.order[O.TRIPS]):
        for a in range(sheet.asked.shape[1]):
            sheet.asked[n, a] = sheet.asked[j, a]
        meet(sheet, weather, n)
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
