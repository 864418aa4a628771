"""One decision after another: the next lap is sent in, or one that stands goes out."""

from korridor.clockwork.copied import copy
from korridor.clockwork.sheet import A, O, W
from korridor.clockwork.step import post
from korridor.clockwork.tables import NEVER, NONE, Ints, Tables
from korridor.compiled import inner
from korridor.planning.laps.dispatch.asking import ask_in, ask_out
from korridor.planning.laps.dispatch.coming import ALONE, LATER, NO_LAP, way_in, write_trips
from korridor.planning.laps.dispatch.desk import GONE, JOINED, PASSED, SERVICE, STANDS, Desk, Goal, N
from korridor.planning.laps.dispatch.joining import join, waits_for
from korridor.planning.laps.dispatch.promises import promise, unpromise, unpromise_taken
from korridor.planning.laps.dispatch.score import score
from korridor.planning.laps.dispatch.still import still_holds
from korridor.planning.laps.dispatch.trimming import may_leave, trim
from korridor.planning.laps.manners import JOINS, LETS_IN, LETS_OUT, MANNER
from korridor.planning.laps.services import Services


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
        out = _next_out(services, desk, laps, True)
        if out == NONE and not desk.counts[N.PREPARED]:
            out = _next_out(services, desk, laps, False)  # nobody comes for whom to wait
            if out != NONE and desk.status[out] == JOINED:
                if may_leave(tables, services, desk, laps, out, NONE):
                    desk.status[out] = STANDS
                else:
                    _give_up(tables, desk, out)
                    return True
        inward = desk.counts[N.PREPARED] and (out == NONE or desk.counts[N.IN_S] < desk.out_s[out])
        if inward:
            if desk.counts[N.ON_IN]:
                _send_in(tables, services, desk, laps)
                return True
            desk.counts[N.IN_S] = ask_in(
                tables, services, desk, laps, desk.counts[N.NEXT], desk.counts[N.WAY]
            )
            desk.counts[N.ON_IN] = 1
            if desk.counts[N.IN_S] >= NEVER:
                _leave_out(services, desk, len(laps))
                return True
        elif out == NONE:
            return False
        elif desk.counts[N.ON_OUT] == out:
            _send_out(tables, services, desk, out, goal)
            return True
        else:
            desk.out_s[out] = ask_out(tables, services, desk, laps, out)
            desk.counts[N.ON_OUT] = out
            if desk.out_s[out] >= NEVER:
                _give_up(tables, desk, out)
                desk.counts[N.ON_OUT] = NONE


@inner
def _prepare(tables: Tables, services: Services, desk: Desk, laps: Ints) -> bool:
    """Choose the next lap's vehicles, if they can be chosen now; returns whether the lap was passed over."""
    lap = desk.counts[N.NEXT]
    if lap >= len(laps) or desk.counts[N.PREPARED]:
        return False
    way = way_in(tables, services, desk, laps, lap)
    if way == LATER:
        return False
    if way != NO_LAP:
        write_trips(tables, services, desk, laps, lap, way)
        if trim(tables, services, desk, laps, lap):
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
def _next_out(services: Services, desk: Desk, laps: Ints, patient: bool) -> int:
    """Return the lap that may leave loaded first, as far as is known; of the laps at one place only the first.

    While they are patient, laps wait for others as their manner says.
    """
    best = NONE
    for lap in range(desk.counts[N.FIRST], desk.counts[N.NEXT]):
        if desk.status[lap] != STANDS and (patient or desk.status[lap] != JOINED):
            continue
        if best != NONE and desk.out_s[lap] >= desk.out_s[best]:
            continue
        if patient and _lets_another(desk, laps, lap):
            continue
        origin, is_first = services.origin[laps[lap, SERVICE]], True
        for other in range(desk.counts[N.FIRST], lap):
            if desk.status[other] == STANDS and services.origin[laps[other, SERVICE]] == origin:
                is_first = False
        if is_first:
            best = lap
    return best


@inner
def _lets_another(desk: Desk, laps: Ints, lap: int) -> bool:
    """Whether a lap lets the next one come in, or leave, before it leaves itself."""
    manner, after = laps[lap, MANNER], lap + 1
    if after == len(laps) or (manner != LETS_IN and manner != LETS_OUT):
        return False
    if desk.counts[N.NEXT] <= after:
        return True
    return manner == LETS_OUT and (desk.status[after] == STANDS or desk.status[after] == JOINED)


@inner
def _send_in(tables: Tables, services: Services, desk: Desk, laps: Ints) -> None:
    """Send the next lap's vehicles in, or, where they come alone, let them stand ready."""
    lap = desk.counts[N.NEXT]
    desk.ways[lap] = desk.counts[N.WAY]
    copy(desk.came[lap], desk.trips[lap, :, A.FROM])
    if desk.counts[N.WAY] == ALONE:
        promise(tables, desk, lap)
    else:
        post(tables, desk.state, desk.inward)
        _note(desk, lap, 0)
        desk.counts[N.ON_IN] = 0
        if desk.counts[N.ON_OUT] != NONE and not still_holds(tables, desk.out, desk.inward):
            desk.counts[N.ON_OUT] = NONE
        for j in range(desk.vehicles[lap]):
            desk.trips[lap, j, A.FROM] = services.origin[laps[lap, SERVICE]]
            desk.promised[desk.inward.trips[j, W.VEHICLE]] = 1
    desk.arrived[lap] = desk.vehicles[lap]
    for group in range(len(tables.groups)):
        desk.left[0, group] -= desk.loads[lap, group]
    for place in range(len(tables.places)):
        desk.room[0, place] += desk.room[1, place]
    other = waits_for(desk, laps, lap)
    if other != NONE:
        join(desk, other, lap)
    has_room = desk.vehicles[lap] < desk.trips.shape[1]
    desk.status[lap] = JOINED if has_room and laps[lap, MANNER] == JOINS else STANDS
    desk.counts[N.SHUT] = 0
    desk.out_s[lap] = 0
    desk.counts[N.NEXT] += 1
    desk.counts[N.PREPARED] = 0


@inner
def _send_out(tables: Tables, services: Services, desk: Desk, lap: int, goal: Goal) -> None:
    """Post the loaded movement on the outward sheet."""
    post(tables, desk.state, desk.out)
    score(tables, services, desk, desk.out, goal)
    unpromise_taken(tables, desk, lap)
    _note(desk, lap, 1)
    desk.counts[N.ON_OUT] = NONE
    if desk.counts[N.ON_IN] and not still_holds(tables, desk.inward, desk.out):
        desk.counts[N.ON_IN] = 0
    desk.status[lap] = GONE
    desk.counts[N.USED] = max(desk.counts[N.USED], lap + 1)
    while desk.counts[N.FIRST] < desk.counts[N.NEXT] and desk.status[desk.counts[N.FIRST]] not in (
        STANDS,
        JOINED,
    ):
        desk.counts[N.FIRST] += 1


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
def _give_up(tables: Tables, desk: Desk, lap: int) -> None:
    """Pass over a lap that stands but cannot go."""
    desk.status[lap] = PASSED
    unpromise(tables, desk, lap)
    for group in range(len(tables.groups)):
        desk.left[0, group] += desk.loads[lap, group]


@inner
def _note(desk: Desk, lap: int, loaded: int) -> None:
    """Note what was posted."""
    desk.posted[desk.counts[N.ORDERS], 0] = lap
    desk.posted[desk.counts[N.ORDERS], 1] = loaded
    desk.posted[desk.counts[N.ORDERS], 2] = desk.out.order[O.NOT_BEFORE] if loaded else 0
    desk.counts[N.ORDERS] += 1
