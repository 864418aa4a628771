"""R1: what is drawn for one trip, or one column."""

import numpy as np

from korridor.chance.keyed import block
from korridor.chance.table import quantile
from korridor.clockwork.sheet import A, H, O, Sheet, W
from korridor.clockwork.tables import NONE, C, Tables
from korridor.clockwork.weather import PPM, D, Weather, Y
from korridor.compiled import inner


@inner
def late_s(weather: Weather, place: int, rank: int) -> int:
    """Return how much later than it could a loaded column leaves a place."""
    if weather.late_row[place] == NONE:
        return 0
    words = block(weather.seed, weather.day[D.RUN], weather.late_key[place], rank)
    return int(quantile(weather.tables, weather.late_row[place], words[0]))


@inner
def meet(sheet: Sheet, weather: Weather, j: int) -> None:
    """Draw what belongs to one vehicle's trip: how long boarding and alighting take, how it drives, whether it breaks down."""
    draw_handling(sheet, weather, j)
    draw_driving(sheet, weather, j)


@inner
def draw_handling(sheet: Sheet, weather: Weather, j: int) -> None:
    """Draw how long boarding and alighting take, where anybody boards."""
    trip, kind, rank = sheet.trips[j], sheet.asked[j, A.TYPE], sheet.asked[j, A.RANK]
    row, run = weather.by_type[kind], weather.day[D.RUN]
    trip[W.BOARDING], trip[W.ALIGHTING] = PPM, PPM
    if sheet.order[O.LOADED] and (row[Y.BOARDING] != NONE or row[Y.ALIGHTING] != NONE):
        words = block(weather.seed, run, weather.handling_key[kind], rank)
        if row[Y.BOARDING] != NONE:
            trip[W.BOARDING] = quantile(weather.tables, row[Y.BOARDING], words[0])
        if row[Y.ALIGHTING] != NONE:
            trip[W.ALIGHTING] = quantile(weather.tables, row[Y.ALIGHTING], words[1])


@inner
def draw_driving(sheet: Sheet, weather: Weather, j: int) -> None:
    """Draw how a vehicle drives, and whether it breaks down."""
    trip, kind, rank = sheet.trips[j], sheet.asked[j, A.TYPE], sheet.asked[j, A.RANK]
    row, run = weather.by_type[kind], weather.day[D.RUN]
    trip[W.PACE_IN], trip[W.PACE], trip[W.PACE_ON] = PPM, PPM, PPM
    trip[W.HALTS], trip[W.GONE] = 0, 0
    if row[Y.PACE] != NONE or sheet.asked[j, A.BREAKDOWN]:
        words = block(weather.seed, run, weather.driving_key[kind], rank)
        if row[Y.PACE] != NONE:
            trip[W.PACE] = quantile(weather.tables, row[Y.PACE], words[0])
            trip[W.PACE_ON] = quantile(weather.tables, row[Y.PACE], words[1])
            trip[W.PACE_IN] = quantile(weather.tables, row[Y.PACE], words[3])
        if np.int64(words[2]) < sheet.asked[j, A.BREAKDOWN]:
            _break_down(sheet, weather, j)


@inner
def _break_down(sheet: Sheet, weather: Weather, j: int) -> None:
    """It stands until it is repaired; or until others have its people aboard, and is gone."""
    trip, kind = sheet.trips[j], sheet.asked[j, A.TYPE]
    row = weather.by_type[kind]
    words = block(weather.seed, weather.day[D.RUN], weather.repair_key[kind], sheet.asked[j, A.RANK])
    trip[W.GONE] = 1 if np.int64(words[0]) < row[Y.BEYOND_REPAIR] else 0
    trip[W.HALTS] = quantile(weather.tables, row[Y.TAKEN_OVER if trip[W.GONE] else Y.REPAIR], words[1])


@inner
def column_pace(tables: Tables, sheet: Sheet, weather: Weather) -> None:
    """C5: the column's pace is its slowest vehicle's; one that breaks down holds it, on a step that the trip's rank tells."""
    n, steps = sheet.order[O.TRIPS], tables.columns[sheet.order[O.COLUMN], C.STEPS]
    sheet.head[H.HALT_S], sheet.head[H.HALT_STEP] = 0, NONE
    pace = 0
    for j in range(n):
        pace = max(pace, sheet.trips[j, W.PACE])
        if steps and sheet.trips[j, W.HALTS]:
            if sheet.trips[j, W.HALTS] > sheet.head[H.HALT_S]:
                sheet.head[H.HALT_S] = sheet.trips[j, W.HALTS]
                sheet.head[H.HALT_STEP] = sheet.asked[j, A.RANK] % steps
            sheet.trips[j, W.HALTS] = 0
    sheet.head[H.PACE] = pace
