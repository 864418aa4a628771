"""Ask the clockwork when a lap could leave."""

from korridor.clockwork.boarding import OK
from korridor.clockwork.copied import copy
from korridor.clockwork.sheet import A, H, O, Sheet, W
from korridor.clockwork.step import time
from korridor.clockwork.tables import NEVER, G, Ints, Tables, V
from korridor.compiled import inner
from korridor.planning.laps.dispatch.desk import SERVICE, Desk
from korridor.planning.laps.services import Services

POSTPONED = 8
"""How often a departure is put off because somebody would sit aboard too long."""


@inner
def ask_in(tables: Tables, services: Services, desk: Desk, laps: Ints, lap: int, way: int) -> int:
    """Ask the clockwork when the lap's vehicles could leave empty; ``NEVER`` if they cannot."""
    sheet = desk.inward
    sheet.order[O.COLUMN] = way
    sheet.order[O.LOADED] = 0
    sheet.order[O.TRIPS] = desk.vehicles[lap]
    for j in range(desk.vehicles[lap]):
        copy(sheet.asked[j], desk.trips[lap, j])
        sheet.asked[j, A.TO] = services.origin[laps[lap, SERVICE]]
    return sheet.head[H.DEPARTS] if time(tables, desk.state, sheet) == OK else NEVER


@inner
def ask_out(tables: Tables, services: Services, desk: Desk, laps: Ints, lap: int) -> int:
    """Ask the clockwork when a lap that stands could leave loaded; ``NEVER`` if it cannot within the time aboard.

    Where people would sit in a queue, for a lane or a window, it leaves later, and they board later (C2, C4).
    """
    sheet = desk.out
    sheet.order[O.COLUMN] = services.column[laps[lap, SERVICE]]
    sheet.order[O.LOADED] = 1
    sheet.order[O.TRIPS] = desk.vehicles[lap]
    sheet.order[O.NOT_BEFORE] = 0
    for j in range(desk.vehicles[lap]):
        copy(sheet.asked[j], desk.trips[lap, j])
    before_s = NEVER
    for _ in range(POSTPONED):
        if time(tables, desk.state, sheet) != OK:
            return NEVER
        over_s = _over_s(tables, sheet)
        if over_s == 0:
            return sheet.head[H.DEPARTS]
        if over_s >= before_s:  # it is no queue that keeps them
            return NEVER
        before_s = over_s
        sheet.order[O.NOT_BEFORE] = sheet.head[H.DEPARTS] + over_s
    return NEVER


@inner
def _over_s(tables: Tables, sheet: Sheet) -> int:
    """O5: by how much the longest time aboard is more than its limit; 0 if none is."""
    over_s = 0
    for j in range(sheet.order[O.TRIPS]):
        turn_s = tables.types[sheet.asked[j, A.TYPE], V.TURN]
        aboard_s = sheet.trips[j, W.FREE] - sheet.trips[j, W.BAY_BEGINS] - turn_s
        for group in range(len(tables.groups)):
            if sheet.loads[j, group]:
                over_s = max(over_s, aboard_s - tables.groups[group, G.LIMIT])
    return over_s
