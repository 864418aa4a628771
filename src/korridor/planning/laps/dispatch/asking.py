"""Ask the clockwork when a lap could leave."""

from korridor.clockwork.boarding import OK
from korridor.clockwork.copied import copy
from korridor.clockwork.sheet import A, H, O, W
from korridor.clockwork.step import time
from korridor.clockwork.tables import NEVER, G, Ints, Tables, V
from korridor.compiled import inner
from korridor.planning.laps.dispatch.desk import SERVICE, Desk
from korridor.planning.laps.services import Services


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
    """Ask the clockwork when a lap that stands could leave loaded; ``NEVER`` if it cannot within the time aboard."""
    sheet = desk.out
    sheet.order[O.COLUMN] = services.column[laps[lap, SERVICE]]
    sheet.order[O.LOADED] = 1
    sheet.order[O.TRIPS] = desk.vehicles[lap]
    for j in range(desk.vehicles[lap]):
        copy(sheet.asked[j], desk.trips[lap, j])
    if time(tables, desk.state, sheet) != OK:
        return NEVER
    for j in range(desk.vehicles[lap]):
        turn_s = tables.types[desk.trips[lap, j, A.TYPE], V.TURN]
        aboard = sheet.trips[j, W.FREE] - sheet.trips[j, W.BAY_BEGINS] - turn_s
        for group in range(len(tables.groups)):
            if sheet.loads[j, group] and aboard > tables.groups[group, G.LIMIT]:
                return NEVER
    return sheet.head[H.DEPARTS]
