"""Laps whose vehicles come in apart and leave in one column."""

from korridor.clockwork.copied import copy
from korridor.clockwork.tables import NONE, Ints
from korridor.compiled import inner
from korridor.planning.laps.dispatch.desk import GONE, JOINED, SERVICE, Desk, N


@inner
def waits_for(desk: Desk, laps: Ints, lap: int) -> int:
    """Return the lap that stands and will leave with this one, or ``NONE``; there is never more than one."""
    for other in range(desk.counts[N.FIRST], lap):
        if desk.status[other] == JOINED and laps[other, SERVICE] == laps[lap, SERVICE]:
            return other
    return NONE


@inner
def join(desk: Desk, other: int, lap: int) -> None:
    """Let a lap that stands leave with another one."""
    for j in range(desk.vehicles[other]):
        copy(desk.trips[lap, desk.vehicles[lap] + j], desk.trips[other, j])
    desk.vehicles[lap] += desk.vehicles[other]
    for group in range(desk.loads.shape[1]):
        desk.loads[lap, group] += desk.loads[other, group]
    desk.status[other] = GONE
