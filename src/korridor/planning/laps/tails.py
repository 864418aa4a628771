"""Another end for a list: from some lap on it is destroyed and made again as a rota.

A large neighbourhood (Shaw, 1998, doi 10.1007/3-540-49481-2_30), of which many members are judged (Pisinger and Ropke, 2007,
doi 10.1016/j.cor.2005.09.012). What suits the days before a gate opens seldom suits the hours after it, and the last
round before a window closes is not like the others.
"""

from korridor.chance import stream
from korridor.clockwork.copied import copy
from korridor.clockwork.tables import Ints, Tables
from korridor.compiled import compiled
from korridor.planning.laps.aim import Aim, energy
from korridor.planning.laps.dispatch.desk import Desk, Goal
from korridor.planning.laps.follow import follow, restart
from korridor.planning.laps.services import Services
from korridor.planning.laps.snapshots import Snapshots, go_back

CUTS = 8
"""Places in the list at which the end is cut off."""

ROTAS = 200
"""Rotas of which an end is made, at each of them."""


def cuts(used: int, rng: stream.State) -> list[int]:
    """Draw the laps from which on the list is made again; all in its latter half, where what is lost cannot be made good."""
    half = used // 2
    return sorted({half + int(stream.below(rng, max(1, used - half))) for _ in range(CUTS)})


@compiled
def judge_tail(
    tables: Tables,
    services: Services,
    desk: Desk,
    shots: Snapshots,
    base: Ints,
    trial: Ints,
    rota: Ints,
    since: int,
    goal: Goal,
    aim: Aim,
) -> float:
    """Return the energy of the list dispatched last, were a rota to take over from a lap on; ``trial`` becomes that list."""
    for lap in range(len(base)):
        copy(trial[lap], base[lap] if lap < since else rota[(lap - since) % len(rota)])
    go_back(shots, desk, restart(shots, since))
    follow(tables, services, desk, shots, trial, goal)
    return energy(desk, aim)
