"""Which vehicles a lap gets, and by which way they come."""

from korridor.clockwork.sheet import A
from korridor.clockwork.tables import NEVER, NONE, C, Ints, Tables, V
from korridor.compiled import inner
from korridor.planning.laps.dispatch.desk import JOINED, SERVICE, STANDS, Desk, N
from korridor.planning.laps.services import Services

ALONE, LATER, NO_LAP = -1, -2, -3
TAKEN = -1


@inner
def way_in(tables: Tables, services: Services, desk: Desk, laps: Ints, lap: int) -> int:
    """Choose the way by which the lap's vehicles come: a column part, or ``ALONE``; or ``LATER``, or ``NO_LAP``.

    All come by one way: the one by which most of those asked for can come, the soonest where several can.
    """
    origin = services.origin[laps[lap, SERVICE]]
    waiting = False
    for j in range(desk.counts[N.FIRST], desk.counts[N.NEXT]):
        if desk.status[j] == STANDS or desk.status[j] == JOINED:
            waiting = True
    asked = 0
    can = desk.can
    can[:] = 0
    for kind in range(len(tables.types)):
        wanted = laps[lap, 1 + 3 * kind]
        asked += wanted
        if wanted == 0:
            continue
        first = tables.types[kind, V.FIRST]
        for vehicle in range(first, first + tables.types[kind, V.NUMBER]):
            if not desk.promised[vehicle]:
                place = desk.state.vehicles[vehicle, 1]
                way = ALONE if tables.alone[kind, place, origin] != NONE else services.inward[place, origin]
                if way != ALONE and (
                    way == NONE or tables.alone[kind, place, tables.columns[way, C.ORIGIN]] == NONE
                ):
                    continue
                if can[way, kind] < wanted:
                    can[way, kind] += 1
                    can[way, -1] += 1
    best, several = NO_LAP, False
    for way in range(len(can)):
        if can[way, -1] and (best == NO_LAP or can[way, -1] >= can[best, -1]):
            several = best != NO_LAP and can[way, -1] == can[best, -1]
            best = way
    if best == NO_LAP:
        return LATER if waiting and asked else NO_LAP
    if can[best, -1] < asked and waiting:
        return LATER
    if several:
        best = _soonest_way(tables, services, desk, laps, lap, can[best, -1])
    return ALONE if best == len(can) - 1 else best


@inner
def _soonest_way(tables: Tables, services: Services, desk: Desk, laps: Ints, lap: int, n: int) -> int:
    """Of the ways by which ``n`` vehicles can come, the one by which they come soonest."""
    best, best_s = 0, NEVER
    for way in range(len(desk.can)):
        if desk.can[way, -1] == n:
            last = 0
            for kind in range(len(tables.types)):
                if laps[lap, 1 + 3 * kind]:
                    named = ALONE if way == len(desk.can) - 1 else way
                    last = max(last, _soonest(tables, services, desk, laps, lap, kind, named))
            if last < best_s:
                best, best_s = way, last
    return best


@inner
def _soonest(
    tables: Tables, services: Services, desk: Desk, laps: Ints, lap: int, kind: int, way: int
) -> int:
    """Mark in ``chosen`` the vehicles of a type that come soonest by a way; return when the last of them does."""
    origin, wanted = services.origin[laps[lap, SERVICE]], laps[lap, 1 + 3 * kind]
    ends = origin if way == ALONE else tables.columns[way, C.ORIGIN]
    first, number = tables.types[kind, V.FIRST], tables.types[kind, V.NUMBER]
    available = tables.types[kind, V.FROM]
    for vehicle in range(first, first + number):
        place = desk.state.vehicles[vehicle, 1]
        comes = (
            tables.alone[kind, place, origin] != NONE
            if way == ALONE
            else services.inward[place, origin] == way
        )
        if way != ALONE and tables.alone[kind, place, origin] != NONE:
            comes = False
        desk.chosen[vehicle] = NEVER
        if comes and not desk.promised[vehicle] and tables.alone[kind, place, ends] != NONE:
            desk.chosen[vehicle] = (
                max(desk.state.vehicles[vehicle, 0], available) + tables.alone[kind, place, ends]
            )
    last = 0
    for _ in range(wanted):
        best = first
        for vehicle in range(first, first + number):
            if 0 <= desk.chosen[vehicle] < desk.chosen[best] or desk.chosen[best] < 0:
                best = vehicle
        if desk.chosen[best] < 0 or desk.chosen[best] >= NEVER:
            break
        last = desk.chosen[best]
        desk.chosen[best] = TAKEN
    return last


@inner
def write_trips(tables: Tables, services: Services, desk: Desk, laps: Ints, lap: int, way: int) -> None:
    """Write down the lap's trips as they leave loaded, for the vehicles that come by a way."""
    service = laps[lap, SERVICE]
    n = 0
    for kind in range(len(tables.types)):
        if laps[lap, 1 + 3 * kind] == 0:
            continue
        _soonest(tables, services, desk, laps, lap, kind, way)
        to = services.destinations[service, kind, laps[lap, 2 + 3 * kind]]
        first = tables.types[kind, V.FIRST]
        for vehicle in range(first, first + tables.types[kind, V.NUMBER]):
            if desk.chosen[vehicle] == TAKEN and n < desk.trips.shape[1]:
                desk.trips[lap, n, A.TYPE] = kind
                desk.trips[lap, n, A.LAYOUT] = laps[lap, 3 + 3 * kind]
                desk.trips[lap, n, A.FROM] = desk.state.vehicles[vehicle, 1]
                desk.trips[lap, n, A.TO] = to
                n += 1
    desk.vehicles[lap] = n
