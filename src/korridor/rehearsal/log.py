"""R6: what happens in one run, movement by movement, as the clockwork worked it out."""

from typing import NamedTuple

import numpy as np

from korridor.clockwork.boarding import OK
from korridor.clockwork.ending import STRANDED, TURNED_BACK
from korridor.clockwork.sheet import A, H, O, Sheet, W
from korridor.clockwork.tables import C, Ints, Tables
from korridor.compiled import inner

ENTRIES, TRIPS = 0, 1


class Log(NamedTuple):
    """Copies of the sheets of the movements that departed, one after another."""

    number: Ints  # movements, trips
    code: Ints  # [movement] how it ended
    order: Ints  # [movement]
    head: Ints  # [movement]
    roads: Ints  # [movement, step]
    asked: Ints  # [trip]
    trips: Ints  # [trip]
    loads: Ints  # [trip, group]
    screens: Ints  # [trip, step]


def log_for(tables: Tables, movements: int, trips: int) -> Log:
    """Return an empty log with room for so many movements and trips."""
    steps = int(tables.columns[:, C.STEPS].max(initial=0))

    def empty(*shape: int) -> Ints:
        return np.zeros(shape, dtype=np.int64)

    return Log(
        number=empty(2),
        code=empty(movements),
        order=empty(movements, len(O)),
        head=empty(movements, len(H)),
        roads=empty(movements, steps, 4),
        asked=empty(trips, len(A)),
        trips=empty(trips, len(W)),
        loads=empty(trips, len(tables.groups)),
        screens=empty(trips, steps, 4),
    )


@inner
def note(log: Log, sheet: Sheet, code: int) -> None:
    """Copy a sheet of a movement that departed; raises ``IndexError`` when the log is full."""
    if code not in (OK, TURNED_BACK, STRANDED):
        return
    m, t, n = log.number[ENTRIES], log.number[TRIPS], sheet.order[O.TRIPS]
    if m == len(log.code) or t + n > len(log.trips):
        raise IndexError("more movements depart than the log has been sized for")
    log.code[m] = code
    for i in range(len(sheet.order)):
        log.order[m, i] = sheet.order[i]
    for i in range(len(sheet.head)):
        log.head[m, i] = sheet.head[i]
    for step in range(len(sheet.roads)):
        for i in range(4):
            log.roads[m, step, i] = sheet.roads[step, i]
    for j in range(n):
        for i in range(sheet.asked.shape[1]):
            log.asked[t + j, i] = sheet.asked[j, i]
        for i in range(sheet.trips.shape[1]):
            log.trips[t + j, i] = sheet.trips[j, i]
        for group in range(sheet.loads.shape[1]):
            log.loads[t + j, group] = sheet.loads[j, group]
        for step in range(len(sheet.roads)):
            for i in range(4):
                log.screens[t + j, step, i] = sheet.screens[step, j, i]
    log.number[ENTRIES] += 1
    log.number[TRIPS] += n
