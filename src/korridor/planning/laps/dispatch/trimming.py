"""Who a lap is promised, and how many vehicles it takes for them."""

from korridor.clockwork.boarding import OK, fill
from korridor.clockwork.copied import copy
from korridor.clockwork.sheet import A, O, W
from korridor.clockwork.tables import NONE, C, Ints, P, Tables, X
from korridor.compiled import inner
from korridor.planning.laps.dispatch.desk import SERVICE, Desk
from korridor.planning.laps.dispatch.joining import waits_for
from korridor.planning.laps.manners import JOINS, MANNER
from korridor.planning.laps.services import Services


@inner
def trim(tables: Tables, services: Services, desk: Desk, laps: Ints, lap: int) -> bool:
    """Leave out vehicles that would find nobody, or no room; returns whether a lap is left.

    What the lap would be promised is written on the second rows of ``left`` and ``room``.
    """
    column = services.column[laps[lap, SERVICE]]
    sheet, left, room = desk.trial, desk.left[1], desk.room[1]
    copy(left, desk.left[0])
    room[:] = 0
    desk.loads[lap] = 0
    other = waits_for(desk, laps, lap)
    there = desk.vehicles[other] if other != NONE else 0
    kept = 0
    sheet.order[O.COLUMN] = column
    sheet.order[O.LOADED] = 1
    sheet.order[O.TRIPS] = 1
    for j in range(desk.vehicles[lap]):
        if there + kept == desk.trips.shape[1]:
            break
        copy(sheet.asked[0], desk.trips[lap, j])
        if fill(tables, desk.state, sheet, left) != OK:
            continue
        to, persons = desk.trips[lap, j, A.TO], sheet.trips[0, W.PERSONS]
        limited = tables.places[to, P.CAPACITY] != NONE and tables.places[to, P.TRANSFER] == NONE
        if limited and desk.room[0, to] + room[to] + persons > tables.places[to, P.CAPACITY]:
            continue
        room[to] += persons
        for group in range(len(tables.groups)):
            left[group] -= sheet.loads[0, group]
            desk.loads[lap, group] += sheet.loads[0, group]
        copy(desk.trips[lap, kept], desk.trips[lap, j])
        kept += 1
    desk.vehicles[lap] = kept
    if kept == 0 or laps[lap, MANNER] == JOINS:
        return kept > 0
    return may_leave(tables, services, desk, laps, lap, other)


@inner
def may_leave(tables: Tables, services: Services, desk: Desk, laps: Ints, lap: int, other: int) -> bool:
    """Whether a lap, with another one if there is one, has as many vehicles as a column needs, and those that must be in it."""
    least = tables.rule[X.LEAST] if tables.columns[services.column[laps[lap, SERVICE]], C.STEPS] else 1
    if desk.vehicles[lap] + (desk.vehicles[other] if other != NONE else 0) < least:
        return False
    for kind in range(len(tables.types)):
        has = _vehicles_of(desk, lap, kind) + (_vehicles_of(desk, other, kind) if other != NONE else 0)
        if has < tables.must_have[kind]:
            return False
    return True


@inner
def _vehicles_of(desk: Desk, lap: int, kind: int) -> int:
    has = 0
    for j in range(desk.vehicles[lap]):
        has += 1 if desk.trips[lap, j, A.TYPE] == kind else 0
    return has
