"""Dispatch a list from where it has changed."""

from korridor.clockwork.tables import Ints, Tables
from korridor.compiled import inner
from korridor.planning.laps.dispatch.desk import Desk, Goal, N
from korridor.planning.laps.dispatch.turn import turn
from korridor.planning.laps.services import Services
from korridor.planning.laps.snapshots import Snapshots, take_snapshot


@inner
def follow(tables: Tables, services: Services, desk: Desk, shots: Snapshots, laps: Ints, goal: Goal) -> None:
    """Dispatch on from where the desk stands, keeping a snapshot as each lap comes up."""
    kept = desk.counts[N.NEXT]
    going = True
    while going:
        going = turn(tables, services, desk, laps, goal)
        while kept < desk.counts[N.NEXT]:
            kept += 1
            # laps passed over together come up together; a list changed there is taken up at the first of them
            if kept < len(laps) and kept == desk.counts[N.NEXT] and not desk.counts[N.PREPARED]:
                take_snapshot(shots, desk, kept)
            elif kept < len(laps):
                shots.counts[2 * kept + 1 - shots.slot[kept], N.NEXT] = -1
    while kept + 1 < len(laps):
        kept += 1
        shots.counts[2 * kept + 1 - shots.slot[kept], N.NEXT] = -1


@inner
def restart(shots: Snapshots, lap: int) -> int:
    """Return the last lap not after ``lap`` at which the dispatch of the list in force can be taken up."""
    while shots.counts[2 * lap + shots.slot[lap], N.NEXT] != lap:
        lap -= 1
    return lap
