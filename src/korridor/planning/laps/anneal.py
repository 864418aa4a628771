"""Improve a list of laps by simulated annealing.

Acceptance is by random thresholds (a change for the worse by up to *temperature × u*, *u* uniform), which
needs no exponential and so gives the same search on every machine (C9); cf. Dueck and Scheuer, "Threshold
accepting", 1990, doi 10.1016/0021-9991(90)90201-B. The end of the last window is soft in every other round:
who comes a little late counts in part, which shows the way to lists that just fit.
"""

from typing import NamedTuple

import numpy as np

from korridor.chance import stream
from korridor.clockwork.copied import copy
from korridor.clockwork.state import State, T
from korridor.clockwork.tables import C, G, Ints, Tables, V, X
from korridor.compiled import compiled, inner
from korridor.planning.laps.dispatch import SERVICE, Desk, Goal, N, begin, turn
from korridor.planning.laps.services import Services
from korridor.planning.laps.snapshots import Snapshots, go_back, put_in_force, take_snapshot


class Aim(NamedTuple):
    """What a list is judged by.

    Attributes
    ----------
    sought : int
        ``MOST_OUT`` (for *exposure*, too; ``SAFETY`` once all are out), ``CLEARANCE`` or ``WAITING``.
    total : int
        Weight of all people.
    span_s : int
        Usable seconds in all windows; scales moments.
    until_s : int
        How long people wait who are not out.
    risk_s : int
        What a person runs at about, in seconds by weight of risk; scales time at risk.
    """

    sought: int
    total: int
    span_s: int
    until_s: int
    risk_s: int


MOST_OUT, CLEARANCE, WAITING, SAFETY = range(4)


EARLINESS = 0.03
"""How much of a person's weight being out at once, not at the very end, counts in the search: it tells equal lists apart."""

LEFT, SOONER = 10.0, 0.1
"""Where time at risk is made small: what somebody left counts beside somebody's risk, and what being out at once counts."""


@compiled
def energy(desk: Desk, aim: Aim) -> float:
    """Return what the search makes small, in persons (most out) or seconds (clearance, waiting)."""
    count = desk.counts
    if aim.sought == WAITING:
        waited = count[N.WAITED] + (aim.total - count[N.OUT]) * aim.until_s
        return waited / max(1, aim.total)
    if aim.sought == CLEARANCE:
        left = aim.total - count[N.OUT_SOFT] / 1000.0
        if left > 0.0:
            return 2.0 * aim.span_s + left * 10.0
        return count[N.LAST] + 0.1 * count[N.SUM_FREE] / max(1, aim.total)
    early = count[N.SUM_FREE] / max(1, aim.span_s)
    if aim.sought == SAFETY:
        return LEFT * (aim.total - count[N.OUT]) + desk.state.tally[T.RISK] / aim.risk_s + SOONER * early
    return EARLINESS * early - count[N.OUT_SOFT] / 1000.0 * (1.0 + EARLINESS)


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
def _restart(shots: Snapshots, lap: int) -> int:
    """Return the last lap not after ``lap`` at which the dispatch of the list in force can be taken up."""
    while shots.counts[2 * lap + shots.slot[lap], N.NEXT] != lap:
        lap -= 1
    return lap


@inner
def _pick(rng: stream.State, n: int) -> int:
    """Draw a whole number below ``n``."""
    return int(stream.below(rng, n))


@inner
def change(tables: Tables, services: Services, laps: Ints, used: int, rng: stream.State) -> int:
    """Change a list at random; return the first lap that differs."""
    i = _pick(rng, min(len(laps), used + 2))
    move = _pick(rng, 11)
    if move <= 2:
        _resize(tables, services, laps, i, rng)
        return i
    j = min(len(laps) - 1, i + 1 + _pick(rng, 6))
    if move <= 4 or j == i:  # two laps change places
        _exchange(laps, i, j)
        return i
    if move == 5:
        _serve_elsewhere(tables, services, laps, i, rng)
        return i
    if move == 6:  # a lap less
        for lap in range(i, len(laps) - 1):
            copy(laps[lap], laps[lap + 1])
        return i
    if move == 7:  # a lap more
        for lap in range(len(laps) - 1, i, -1):
            copy(laps[lap], laps[lap - 1])
        _serve_elsewhere(tables, services, laps, i, rng)
        return i
    if move == 8:  # a lap goes later
        for lap in range(i, j):
            _exchange(laps, lap, lap + 1)
        return i
    kind = _pick(rng, len(tables.types))
    if move == 9:  # many laps in a row get larger, or smaller
        more = 2 * _pick(rng, 2) - 1
        for lap in range(i, min(len(laps), i + 2 + _pick(rng, used + 1))):
            if laps[lap, 1 + 3 * kind] > 0:
                laps[lap, 1 + 3 * kind] += more
                _within(tables, services, laps, lap)
        return i
    n = 1 + _pick(rng, 4)
    a, b = (i, j) if _pick(rng, 2) else (j, i)
    n = min(n, laps[a, 1 + 3 * kind])
    laps[a, 1 + 3 * kind] -= n
    laps[b, 1 + 3 * kind] += n
    _within(tables, services, laps, b)
    return i


@inner
def _exchange(laps: Ints, i: int, j: int) -> None:
    for column in range(laps.shape[1]):
        laps[i, column], laps[j, column] = laps[j, column], laps[i, column]


@inner
def _resize(tables: Tables, services: Services, laps: Ints, i: int, rng: stream.State) -> None:
    """Change how many vehicles of a type go, or sometimes their destination or layout."""
    kind = _pick(rng, len(tables.types))
    service = laps[i, SERVICE]
    if services.choices[service, kind] == 0:
        return
    what = _pick(rng, 8)
    if what == 0:
        laps[i, 2 + 3 * kind] = _pick(rng, services.choices[service, kind])
    elif what == 1:
        laps[i, 3 + 3 * kind] = _pick(rng, tables.types[kind, V.LAYOUTS])
    elif what < 5:
        laps[i, 1 + 3 * kind] += 1 + _pick(rng, 3)
    else:
        laps[i, 1 + 3 * kind] -= 1 + _pick(rng, 3)
    _within(tables, services, laps, i)


@inner
def _serve_elsewhere(tables: Tables, services: Services, laps: Ints, i: int, rng: stream.State) -> None:
    laps[i, SERVICE] = _pick(rng, len(services.column))
    _within(tables, services, laps, i)


@inner
def _within(tables: Tables, services: Services, laps: Ints, i: int) -> None:
    """Bring a lap within what its service, the fleet and the convoy rule allow."""
    service, total = laps[i, SERVICE], 0
    in_column = tables.columns[services.column[service], C.STEPS] > 0
    for kind in range(len(tables.types)):
        choices = services.choices[service, kind]
        most = tables.types[kind, V.NUMBER] if choices else 0
        n = max(0, min(laps[i, 1 + 3 * kind], most))
        if in_column:
            n = min(n, tables.rule[X.MOST] - total)
        laps[i, 1 + 3 * kind] = n
        laps[i, 2 + 3 * kind] = min(laps[i, 2 + 3 * kind], max(0, choices - 1))
        total += n


@inner
def _copy_list(target: Ints, source: Ints) -> None:
    for lap in range(len(source)):
        copy(target[lap], source[lap])


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
    rng: stream.State,
) -> float:
    """Improve ``laps`` in place, from a temperature down to none; ``trial`` is working space of the same shape.

    ``best`` gets the best list met, and its energy is returned. Without iterations the list is dispatched and judged.
    """
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
        first = change(tables, services, trial, used, rng)
        if _pick(rng, 3) == 0:
            first = min(first, change(tables, services, trial, used, rng))
        first = _restart(shots, first)
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


def weight_of(tables: Tables) -> int:
    """Return the weight of all people."""
    return int(np.dot(tables.groups[:, G.PARTIES], tables.groups[:, G.WEIGHT]))


def weight_left(tables: Tables, state: State) -> int:
    """Return the weight of the people who still stand where they stood at the start."""
    return int(np.dot(state.left, tables.groups[:, G.WEIGHT]))
