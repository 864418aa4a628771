"""Improve a list of laps by simulated annealing.

Acceptance is by random thresholds (a change for the worse by up to *temperature × u*, *u* uniform), which
needs no exponential and so gives the same search on every machine (C9); cf. Dueck and Scheuer, "Threshold
accepting", 1990, doi 10.1016/0021-9991(90)90201-B. The end of the last window is soft in every other round:
who comes a little late counts in part, which shows the way to lists that just fit.
"""

from korridor.chance import stream
from korridor.clockwork.copied import copy
from korridor.clockwork.state import State
from korridor.clockwork.tables import Ints, Tables
from korridor.compiled import compiled, inner
from korridor.planning.laps.aim import Aim, energy
from korridor.planning.laps.dispatch.desk import Desk, Goal, N, begin
from korridor.planning.laps.follow import follow, restart
from korridor.planning.laps.moves.change import change
from korridor.planning.laps.moves.pick import pick
from korridor.planning.laps.services import Services
from korridor.planning.laps.snapshots import Snapshots, go_back, put_in_force, take_snapshot


@inner
def _copy_list(target: Ints, source: Ints) -> None:
    for lap in range(len(source)):
        copy(target[lap], source[lap])


@inner
def _repeat(laps: Ints, period: int) -> None:
    """Let laps come round again and again: a periodic timetable, Serafini and Ukovich, 1989, doi 10.1137/0402049."""
    for lap in range(period, len(laps)):
        copy(laps[lap], laps[lap - period])


@compiled
def anneal(
    tables: Tables,
    services: Services,
    desk: Desk,
    shots: Snapshots,
    start: State,
    laps: Ints,
    trial: Ints,
    best: Ints,
    goal: Goal,
    aim: Aim,
    temperature: float,
    iterations: int,
    period: int,
    rng: stream.State,
) -> float:
    """Improve ``laps`` in place, from a temperature down to none; ``trial`` is working space of the same shape.

    ``best`` gets the best list met, and its energy is returned. Without iterations the list is dispatched and judged.
    The list becomes a rota of ``period`` laps that come round again and again; where that is all of it, each lap can be
    changed alone.
    """
    _repeat(laps, period)
    begin(desk, start)
    take_snapshot(shots, desk, 0)
    shots.slot[0] = 1 - shots.slot[0]
    follow(tables, services, desk, shots, laps, goal)
    put_in_force(shots, desk, 0)
    now = energy(desk, aim)
    used = desk.counts[N.USED]
    lowest = now
    _copy_list(best, laps)
    for iteration in range(iterations):
        _copy_list(trial, laps)
        rota = trial[:period]
        first = change(tables, services, rota, used, rng)
        if pick(rng, 3) == 0:
            first = min(first, change(tables, services, rota, used, rng))
        _repeat(trial, period)
        first = restart(shots, first)
        go_back(shots, desk, first)
        follow(tables, services, desk, shots, trial, goal)
        then = energy(desk, aim)
        limit = temperature * (iterations - iteration) / iterations
        if then <= now + limit * stream.unit(rng):
            _copy_list(laps, trial)
            now = then
            used = desk.counts[N.USED]
            put_in_force(shots, desk, first)
            if now < lowest:
                lowest = now
                _copy_list(best, laps)
    return lowest
