"""R4: where and when people sit in vehicles that stand, and the longest wait before each checkpoint."""

from typing import NamedTuple

from korridor.clockwork.sheet import HEAD_IN, HEAD_OUT, A, H, O, Sheet, W
from korridor.clockwork.tables import NONE, C, Ints, P, Tables
from korridor.compiled import inner

HOUR_S = 3600


class Waits(NamedTuple):
    """What is noted of waiting."""

    row: Ints  # [place] its row in ``person_s``, or NONE
    person_s: Ints  # [row, hour] added up over runs; the last hour holds all that is later
    checkpoint: Ints  # [place] its entry in ``longest_s``, or NONE
    longest_s: Ints  # [checkpoint] in this run


@inner
def note_waits(tables: Tables, waits: Waits, sheet: Sheet) -> None:
    """Note where a loaded movement that arrived stood: before it left, at checkpoints and halts, before it unloaded."""
    column, n = sheet.order[O.COLUMN], sheet.order[O.TRIPS]
    first, steps = tables.columns[column, C.STEP], tables.columns[column, C.STEPS]
    for j in range(n):
        trip = sheet.trips[j]
        boarded_s = trip[W.BAY_BEGINS] + trip[W.BAY_S]
        _add(waits, tables.columns[column, C.ORIGIN], boarded_s, sheet.head[H.DEPARTS], trip[W.PERSONS])
        _add(waits, sheet.asked[j, A.TO], trip[W.ARRIVES], trip[W.UNLOADS], trip[W.PERSONS])
    for i in range(steps):
        place = tables.ends[first + i]
        if tables.places[place, P.CHECKPOINT]:
            _note_checkpoint(tables, waits, sheet, i, place)
        elif i + 1 < steps:
            _add(waits, place, sheet.roads[i, HEAD_OUT], sheet.roads[i + 1, HEAD_IN], sheet.head[H.PERSONS])


@inner
def _note_checkpoint(tables: Tables, waits: Waits, sheet: Sheet, step: int, place: int) -> None:
    """C6: each vehicle waits for a lane; and, looked at, for the others of its column and for the road."""
    last = step + 1 == tables.columns[sheet.order[O.COLUMN], C.STEPS]
    singly = tables.places[place, P.BY_VEHICLE]
    entry = waits.checkpoint[place]
    for j in range(sheet.order[O.TRIPS]):
        persons = sheet.trips[j, W.PERSONS]
        arrives_s, begins_s = sheet.screens[step, j, 0], sheet.screens[step, j, 1]
        _add(waits, place, arrives_s, begins_s, persons)
        if persons and entry != NONE:
            waits.longest_s[entry] = max(waits.longest_s[entry], begins_s - arrives_s)
        if not singly:
            goes_on_s = sheet.trips[j, W.RELEASED] if last else sheet.roads[step + 1, HEAD_IN]
            _add(waits, place, sheet.screens[step, j, 2], goes_on_s, persons)


@inner
def _add(waits: Waits, place: int, from_s: int, until_s: int, persons: int) -> None:
    """Share out a wait over the hours that it lasts."""
    row, last = waits.row[place], waits.person_s.shape[1] - 1
    if row == NONE or until_s <= from_s:
        return
    hour = min(max(0, from_s // HOUR_S), last)
    while hour < last and until_s > (hour + 1) * HOUR_S:
        waits.person_s[row, hour] += persons * ((hour + 1) * HOUR_S - from_s)
        hour += 1
        from_s = hour * HOUR_S
    waits.person_s[row, hour] += persons * (until_s - from_s)
