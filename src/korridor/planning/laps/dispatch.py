"""From a list of laps to movements: whoever can leave first leaves first.

At each turn the next lap's vehicles are sent in, or a lap that stands goes out loaded; the clockwork is asked
for the departure of each that is possible, and the earliest is posted. So rank is the order of departure (C1).
A lap that cannot go is passed over.
"""

from enum import IntEnum
from typing import NamedTuple

import numpy as np

from korridor.clockwork.boarding import OK, fill
from korridor.clockwork.copied import copy
from korridor.clockwork.passage import TAIL_OUT
from korridor.clockwork.sheet import A, H, O, Sheet, W, blank
from korridor.clockwork.state import State, copy_of
from korridor.clockwork.step import post, time
from korridor.clockwork.tables import NEVER, NONE, C, G, Index, Ints, P, R, Tables, V, X
from korridor.compiled import compiled, inner
from korridor.planning.laps.services import Services

WAITS, STANDS, GONE, PASSED = 0, 1, 2, 3

ALONE, LATER, NO_LAP = -1, -2, -3
TAKEN = -1

SERVICE = 0
"""First column of a lap; then number, destination choice and layout for each type."""


class N(IntEnum):
    """Entries of ``counts``."""

    NEXT = 0  # the next lap to be sent in
    FIRST = 1  # no lap before it stands
    ORDERS = 2  # movements posted
    OUT = 3  # weight out by the horizon
    OUT_SOFT = 4  # thousandths: weight out, those too late in part
    LAST = 5  # last one out, in usable seconds
    SUM_FREE = 6  # weight × usable moment out
    USED = 7  # one more than the last lap that went out
    PREPARED = 8  # whether the next lap's vehicles are chosen
    WAY = 9  # by which way they come
    IN_S = 10  # they cannot leave before
    ON_OUT = 11  # the lap on the outward sheet, as things stand now, or NONE
    ON_IN = 12  # whether the next lap is on the inward sheet, as things stand now
    SHUT = 13  # laps in a row whose vehicles found no window any more
    WAITED = 14  # weight × moment out, of those out by the horizon


class Desk(NamedTuple):
    """Everything that one run of the dispatch works on."""

    state: State
    out: Sheet  # the last loaded movement asked about
    inward: Sheet  # the last empty one
    trial: Sheet
    counts: Ints
    status: Ints  # [lap]
    trips: Ints  # [lap, vehicle]: type, layout, from, to, as realised
    came: Ints  # [lap, vehicle]: the place it came from empty
    ways: Ints  # [lap]: the column part by which it came, or ALONE
    vehicles: Ints  # [lap]: how many
    loads: Ints  # [lap, group] parties promised to it
    promised: Ints  # [vehicle]: 1 if it is taken into a lap that has not gone out
    out_s: Ints  # [lap]: it cannot leave loaded before; waiting for others only makes it later
    left: Ints  # [2, group] parties that no lap has been promised; the second row for trying
    room: Ints  # [2, place] persons promised to it; the second row for trying
    posted: Ints  # [order]: lap, whether loaded
    chosen: Ints  # [vehicle] working
    can: Ints  # [column part, alone last; type, all last] working


class Goal(NamedTuple):
    """What the dispatch keeps score of."""

    horizon_s: int
    soft_s: int  # how long after the horizon a person still counts in part


def desk_for(index: Index, state: State, laps: int, most: int) -> Desk:
    """Return a desk for lists of up to ``laps`` laps of up to ``most`` vehicles."""
    tables = index.tables
    own = copy_of(state)
    groups, places = len(tables.groups), len(tables.places)
    return Desk(
        state=own,
        out=blank(tables, own, most),
        inward=blank(tables, own, most),
        trial=blank(tables, own, most),
        counts=np.zeros(len(N), dtype=np.int64),
        status=np.zeros(laps, dtype=np.int64),
        trips=np.zeros((laps, most, len(A)), dtype=np.int64),
        came=np.zeros((laps, most), dtype=np.int64),
        ways=np.zeros(laps, dtype=np.int64),
        vehicles=np.zeros(laps, dtype=np.int64),
        loads=np.zeros((laps, groups), dtype=np.int64),
        promised=np.zeros(len(state.vehicles), dtype=np.int64),
        out_s=np.zeros(laps, dtype=np.int64),
        left=np.zeros((2, groups), dtype=np.int64),
        room=np.zeros((2, places), dtype=np.int64),
        posted=np.zeros((2 * laps + 2, 2), dtype=np.int64),
        chosen=np.zeros(len(state.vehicles), dtype=np.int64),
        can=np.zeros((len(tables.columns) + 1, len(tables.types) + 1), dtype=np.int64),
    )


@compiled
def begin(desk: Desk, state: State) -> None:
    """Clear the desk, at a moment."""
    copy(desk.state.whole, state.whole)
    desk.counts[:] = 0
    desk.counts[N.ON_OUT] = NONE
    desk.status[:] = WAITS
    desk.promised[:] = 0
    copy(desk.left[0], state.left)
    copy(desk.room[0], state.present)


@inner
def _select(tables: Tables, services: Services, desk: Desk, laps: Ints, lap: int) -> int:
    """Choose the way by which the lap's vehicles come: a column part, or ``ALONE``; or ``LATER``, or ``NO_LAP``.

    All come by one way: the one by which most of those asked for can come, the soonest where several can.
    """
    origin = services.origin[laps[lap, SERVICE]]
    waiting = False
    for j in range(desk.counts[N.FIRST], desk.counts[N.NEXT]):
        if desk.status[j] == STANDS:
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
def _write_trips(tables: Tables, services: Services, desk: Desk, laps: Ints, lap: int, way: int) -> None:
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


@inner
def _trim(tables: Tables, services: Services, desk: Desk, laps: Ints, lap: int) -> bool:
    """Leave out vehicles that would find nobody, or no room; returns whether a lap is left.

    What the lap would be promised is written on the second rows of ``left`` and ``room``.
    """
    column = services.column[laps[lap, SERVICE]]
    sheet, left, room = desk.trial, desk.left[1], desk.room[1]
    copy(left, desk.left[0])
    room[:] = 0
    desk.loads[lap] = 0
    kept = 0
    sheet.order[O.COLUMN] = column
    sheet.order[O.LOADED] = 1
    sheet.order[O.TRIPS] = 1
    for j in range(desk.vehicles[lap]):
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
    least = tables.rule[X.LEAST] if tables.columns[column, C.STEPS] else 1
    return kept >= least and _has_what_it_must(tables, desk, lap)


@inner
def _has_what_it_must(tables: Tables, desk: Desk, lap: int) -> bool:
    for kind in range(len(tables.types)):
        has = 0
        for j in range(desk.vehicles[lap]):
            has += 1 if desk.trips[lap, j, A.TYPE] == kind else 0
        if has < tables.must_have[kind]:
            return False
    return True


@inner
def _ask_in(tables: Tables, services: Services, desk: Desk, laps: Ints, lap: int, way: int) -> int:
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
def _ask_out(tables: Tables, services: Services, desk: Desk, laps: Ints, lap: int) -> int:
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


@inner
def usable_s(tables: Tables, moment_s: int) -> int:
    """Return the usable truce seconds before a moment, and all after the last window (P3)."""
    if len(tables.windows) == 0:
        return moment_s
    total = max(0, moment_s - tables.windows[-1, 1])
    for w in range(len(tables.windows)):
        total += max(0, min(moment_s, tables.windows[w, 1]) - tables.windows[w, 0])
    return total


@inner
def _score(tables: Tables, desk: Desk, sheet: Sheet, goal: Goal) -> None:
    """Keep score of a loaded movement that has been posted."""
    column, n = sheet.order[O.COLUMN], sheet.order[O.TRIPS]
    first, steps = tables.columns[column, C.STEP], tables.columns[column, C.STEPS]
    crossed = 0
    for i in range(steps):
        if tables.roads[tables.steps[first + i, 0], R.TRUCE]:
            crossed = sheet.roads[i, TAIL_OUT]
    closes = tables.windows[-1, 1] - goal.soft_s if len(tables.windows) else NEVER
    for j in range(n):
        free = sheet.trips[j, W.FREE]
        late = max(0, free - goal.horizon_s, crossed - closes)
        weight = 0
        for group in range(len(tables.groups)):
            weight += sheet.loads[j, group] * tables.groups[group, G.WEIGHT]
        if late == 0:
            desk.counts[N.OUT] += weight
            desk.counts[N.OUT_SOFT] += 1000 * weight
            desk.counts[N.WAITED] += weight * free
        elif late < goal.soft_s:
            desk.counts[N.OUT_SOFT] += weight * (1000 * (goal.soft_s - late) // goal.soft_s)
        usable = usable_s(tables, free)
        desk.counts[N.LAST] = max(desk.counts[N.LAST], usable)
        desk.counts[N.SUM_FREE] += weight * usable


@inner
def _unpromise(tables: Tables, desk: Desk, lap: int) -> None:
    """Give back the vehicles of a lap that is over."""
    for j in range(desk.vehicles[lap]):
        kind, place = desk.trips[lap, j, A.TYPE], desk.trips[lap, j, A.FROM]
        first = tables.types[kind, V.FIRST]
        for vehicle in range(first, first + tables.types[kind, V.NUMBER]):
            if desk.promised[vehicle] and desk.state.vehicles[vehicle, 1] == place:
                desk.promised[vehicle] = 0
                break


@inner
def _promise(tables: Tables, desk: Desk, lap: int) -> None:
    """Promise the lap as many vehicles as its trips ask for, where they stand."""
    for j in range(desk.vehicles[lap]):
        kind, place = desk.trips[lap, j, A.TYPE], desk.trips[lap, j, A.FROM]
        first = tables.types[kind, V.FIRST]
        best = NONE
        for vehicle in range(first, first + tables.types[kind, V.NUMBER]):
            if (
                not desk.promised[vehicle]
                and desk.state.vehicles[vehicle, 1] == place
                and (best == NONE or desk.state.vehicles[vehicle, 0] < desk.state.vehicles[best, 0])
            ):
                best = vehicle
        if best != NONE:
            desk.promised[best] = 1


@inner
def _give_up(tables: Tables, desk: Desk, lap: int) -> None:
    """Pass over a lap that stands but cannot go."""
    desk.status[lap] = PASSED
    _unpromise(tables, desk, lap)
    for group in range(len(tables.groups)):
        desk.left[0, group] += desk.loads[lap, group]


@inner
def _prepare(tables: Tables, services: Services, desk: Desk, laps: Ints) -> bool:
    """Choose the next lap's vehicles, if they can be chosen now; returns whether the lap was passed over."""
    lap = desk.counts[N.NEXT]
    if lap >= len(laps) or desk.counts[N.PREPARED]:
        return False
    way = _select(tables, services, desk, laps, lap)
    if way == LATER:
        return False
    if way != NO_LAP:
        _write_trips(tables, services, desk, laps, lap, way)
        if _trim(tables, services, desk, laps, lap):
            desk.counts[N.PREPARED] = 1
            desk.counts[N.WAY] = way
            desk.counts[N.IN_S] = 0
            return False
    desk.status[lap] = PASSED
    left = 0
    for group in range(len(tables.groups)):
        left += desk.left[0, group]
    desk.counts[N.NEXT] = lap + 1 if left else len(laps)  # nobody is left: no later lap either
    return True


@inner
def _next_out(services: Services, desk: Desk, laps: Ints) -> int:
    """Return the lap that may leave loaded first, as far as is known; of the laps at one place only the first."""
    best = NONE
    for lap in range(desk.counts[N.FIRST], desk.counts[N.NEXT]):
        if desk.status[lap] != STANDS or (best != NONE and desk.out_s[lap] >= desk.out_s[best]):
            continue
        origin, is_first = services.origin[laps[lap, SERVICE]], True
        for other in range(desk.counts[N.FIRST], lap):
            if desk.status[other] == STANDS and services.origin[laps[other, SERVICE]] == origin:
                is_first = False
        if is_first:
            best = lap
    return best


@inner
def turn(tables: Tables, services: Services, desk: Desk, laps: Ints, goal: Goal) -> bool:
    """Take one decision; returns whether there was one to take.

    What is known of a departure is a moment that it cannot precede, since others only take up time. So only the one
    that seems first is asked again, until it is first for certain.
    """
    while _prepare(tables, services, desk, laps):
        pass
    if desk.counts[N.PREPARED] and desk.counts[N.WAY] == ALONE:
        _send_in(tables, services, desk, laps)
        return True
    while True:
        out = _next_out(services, desk, laps)
        inward = desk.counts[N.PREPARED] and (out == NONE or desk.counts[N.IN_S] < desk.out_s[out])
        if inward:
            if desk.counts[N.ON_IN]:
                _send_in(tables, services, desk, laps)
                return True
            desk.counts[N.IN_S] = _ask_in(
                tables, services, desk, laps, desk.counts[N.NEXT], desk.counts[N.WAY]
            )
            desk.counts[N.ON_IN] = 1
            if desk.counts[N.IN_S] >= NEVER:
                _leave_out(services, desk, len(laps))
                return True
        elif out == NONE:
            return False
        elif desk.counts[N.ON_OUT] == out:
            _send_out(tables, desk, out, goal)
            return True
        else:
            desk.out_s[out] = _ask_out(tables, services, desk, laps, out)
            desk.counts[N.ON_OUT] = out
            if desk.out_s[out] >= NEVER:
                _give_up(tables, desk, out)
                desk.counts[N.ON_OUT] = NONE


@inner
def _leave_out(services: Services, desk: Desk, laps: int) -> None:
    """Pass over the next lap, whose vehicles cannot come; and all later ones when that has become the rule."""
    desk.status[desk.counts[N.NEXT]] = PASSED
    desk.counts[N.SHUT] += 1
    shut = desk.counts[N.SHUT] > 2 * len(services.column) + 4
    desk.counts[N.NEXT] = laps if shut else desk.counts[N.NEXT] + 1
    desk.counts[N.PREPARED] = 0
    desk.counts[N.ON_IN] = 0


@inner
def _send_out(tables: Tables, desk: Desk, lap: int, goal: Goal) -> None:
    """Post the loaded movement on the outward sheet."""
    post(tables, desk.state, desk.out)
    _score(tables, desk, desk.out, goal)
    _unpromise_taken(tables, desk, lap)
    _note(desk, lap, 1)
    desk.status[lap] = GONE
    desk.counts[N.USED] = max(desk.counts[N.USED], lap + 1)
    while desk.counts[N.FIRST] < desk.counts[N.NEXT] and desk.status[desk.counts[N.FIRST]] != STANDS:
        desk.counts[N.FIRST] += 1


@inner
def _send_in(tables: Tables, services: Services, desk: Desk, laps: Ints) -> None:
    """Send the next lap's vehicles in, or, where they come alone, let them stand ready."""
    lap = desk.counts[N.NEXT]
    desk.ways[lap] = desk.counts[N.WAY]
    copy(desk.came[lap], desk.trips[lap, :, A.FROM])
    if desk.counts[N.WAY] == ALONE:
        _promise(tables, desk, lap)
    else:
        post(tables, desk.state, desk.inward)
        _note(desk, lap, 0)
        for j in range(desk.vehicles[lap]):
            desk.trips[lap, j, A.FROM] = services.origin[laps[lap, SERVICE]]
            desk.promised[desk.inward.trips[j, W.VEHICLE]] = 1
    for group in range(len(tables.groups)):
        desk.left[0, group] -= desk.loads[lap, group]
    for place in range(len(tables.places)):
        desk.room[0, place] += desk.room[1, place]
    desk.status[lap] = STANDS
    desk.counts[N.SHUT] = 0
    desk.out_s[lap] = 0
    desk.counts[N.NEXT] += 1
    desk.counts[N.PREPARED] = 0


@inner
def _unpromise_taken(tables: Tables, desk: Desk, lap: int) -> None:
    """Take the promise off the vehicles that left, or off others of their type that stand where they stood."""
    for j in range(desk.vehicles[lap]):
        vehicle = desk.out.trips[j, W.VEHICLE]
        kind, place = desk.trips[lap, j, A.TYPE], desk.trips[lap, j, A.FROM]
        if desk.promised[vehicle]:
            desk.promised[vehicle] = 0
            continue
        first = tables.types[kind, V.FIRST]
        for other in range(first, first + tables.types[kind, V.NUMBER]):
            if desk.promised[other] and desk.state.vehicles[other, 1] == place:
                desk.promised[other] = 0
                break


@inner
def _note(desk: Desk, lap: int, loaded: int) -> None:
    """Note what was posted; what the sheets say is out of date now."""
    desk.counts[N.ON_OUT] = NONE
    desk.counts[N.ON_IN] = 0
    desk.posted[desk.counts[N.ORDERS], 0] = lap
    desk.posted[desk.counts[N.ORDERS], 1] = loaded
    desk.counts[N.ORDERS] += 1
