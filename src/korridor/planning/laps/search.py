"""The search's door: an operation in, the orders of the best list of laps found so far out."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from korridor.chance import stream
from korridor.clockwork.run import depots_of
from korridor.clockwork.sheet import A
from korridor.clockwork.state import State, T, beginning, resized
from korridor.clockwork.tables import C, G, Index, Ints, V, X
from korridor.events.order import Order, TripOrder
from korridor.operation.operation import Operation
from korridor.planning.laps.anneal import (
    CLEARANCE,
    MOST_OUT,
    SAFETY,
    WAITING,
    Aim,
    anneal,
    weight_left,
    weight_of,
)
from korridor.planning.laps.dispatch import SERVICE, Goal, N, desk_for
from korridor.planning.laps.patterns import patterns
from korridor.planning.laps.services import Services, services_of
from korridor.planning.laps.snapshots import snapshots_for
from korridor.planning.plan import Objective

Begins = Callable[[Index, Services, int], Iterator[Ints]]
"""Lists of so many laps to begin with."""

CHAINS = 2
"""Searches side by side; a part of the method, not of the machine, so that work alone decides the plan (P4)."""

ROUND = 400
"""Iterations of each chain in a round."""

MOST_LAPS = 400

SOFT_S = 3600
"""How long after the horizon a person still counts in part, in every other round."""


TEMPERATURES = (0.008, 0.004, 0.002, 0.001)
"""Where each round begins, as a share of what is made small; taken in turn."""


SOUGHT = {
    Objective.MOST_OUT: MOST_OUT,
    Objective.CLEARANCE: CLEARANCE,
    Objective.PRIORITY: WAITING,
    Objective.EXPOSURE: MOST_OUT,
}

LEFT_S = 10**8
"""What a person who is left waits where there is no horizon: longer than any plan lasts."""


class LapSearch:
    """Improve a plan of laps round by round; what is best so far can be asked for at any time.

    Parameters
    ----------
    operation : Operation
    objective : Objective
    seed : int
    start : State, optional
        Where to begin, of an index without people carried on (P5); the operation's start if not given.
    begins : callable, optional
        Yields lists of laps to begin with; the patterns if not given.
    """

    def __init__(
        self,
        operation: Operation,
        objective: Objective,
        seed: int,
        *,
        start: State | None = None,
        begins: Begins = patterns,
    ) -> None:
        self.operation = operation
        self.iterations = 0
        self._seed, self._rounds, self._begins = seed, 0, begins
        self._index = Index(operation, onward=False)
        self._soft = Index(_softened(operation), onward=False).tables
        self._services = services_of(self._index)
        tables = self._index.tables
        span_s = sum(window.closes_s - window.opens_s for window in operation.windows) or _long_s(self._index)
        horizon_s = operation.horizon_s
        self._aim = Aim(
            sought=SOUGHT[objective],
            total=weight_of(tables) if start is None else weight_left(tables, start),
            span_s=span_s,
            until_s=LEFT_S if horizon_s is None else horizon_s,
            risk_s=1,
        )
        self._horizon_s = int(tables.rule[X.HORIZON]) if horizon_s is None else horizon_s
        most = max(
            int(tables.rule[X.MOST]), int(tables.types[:, V.NUMBER].sum()) if not _in_columns(self) else 1
        )
        self._most = max(1, min(most, int(tables.types[:, V.NUMBER].sum())))
        self._laps = _laps_needed(self._index)
        unloads = self._laps * self._most
        state = (
            beginning(tables, depots_of(self._index), unloads) if start is None else resized(start, unloads)
        )
        self._start = state
        self._desks = [desk_for(self._index, state, self._laps, self._most) for _ in range(CHAINS)]
        self._shots = [snapshots_for(desk) for desk in self._desks]
        self._base: Ints | None = None
        self._best: Ints | None = None
        self.lowest = float("inf")
        self.values: tuple[float, ...] = ()

    def begin(self) -> None:
        """Take the best of the patterns."""
        if len(self._services.column):
            for laps in self._begins(self._index, self._services, self._laps):
                self._consider(laps)
                self.iterations += 1

    def round(self) -> bool:
        """Improve the best list by one round of annealing on every chain; returns whether it got better."""
        if self._base is None:
            return False
        if self._aim.sought == MOST_OUT and self.values[0] == -self._aim.total:
            self._turn_to_safety()
        before = self.values
        soft_s = SOFT_S if self._rounds % 2 == 0 and self._aim.sought == MOST_OUT else 0
        share = TEMPERATURES[self._rounds // 2 % len(TEMPERATURES)]
        with ThreadPoolExecutor(CHAINS) as pool:
            found = list(pool.map(lambda chain: self._anneal(chain, soft_s, share), range(CHAINS)))
        for laps in found:
            self._consider(laps)
        self._rounds += 1
        self.iterations += CHAINS * ROUND
        return self.values < before

    def _anneal(self, chain: int, soft_s: int, share: float) -> Ints:
        assert self._base is not None
        best = self._base.copy()
        scale = self._aim.total if self._aim.sought in (MOST_OUT, SAFETY) else self._aim.span_s
        self._run(self._base.copy(), best, chain, soft_s, share * scale, ROUND)
        return best

    def _run(
        self, laps: Ints, best: Ints, chain: int, soft_s: int, temperature: float, iterations: int
    ) -> float:
        return anneal(
            self._soft if soft_s else self._index.tables,
            self._services,
            self._desks[chain],
            self._shots[chain],
            self._start,
            laps,
            laps.copy(),
            best,
            Goal(self._horizon_s, soft_s),
            self._aim,
            temperature,
            iterations,
            stream.new(self._seed, CHAINS * self._rounds + chain),
        )

    def _dispatch(self, laps: Ints) -> float:
        """Dispatch a list by the rules as they are; the first desk then shows what was posted."""
        return self._run(laps, laps.copy(), 0, 0, 0.0, 0)

    def _turn_to_safety(self) -> None:
        """All are out: what is left to better is the time at risk, and then how soon they are."""
        assert self._best is not None
        self._dispatch(self._best)
        risk_s = int(self._desks[0].state.tally[T.RISK]) // max(1, self._aim.total)
        self._aim = self._aim._replace(sought=SAFETY, risk_s=max(1, risk_s))
        self._base, self.lowest = self._best.copy(), self._dispatch(self._best)

    def _consider(self, laps: Ints) -> None:
        """Go on from a list if its energy is the lowest; keep it if its levels are the best (P2)."""
        energy = self._dispatch(laps)
        if not self._desks[0].counts[N.ORDERS]:
            return
        if energy < self.lowest:
            self.lowest, self._base = energy, laps.copy()
        values = self._levels(energy)
        if self._best is None or values < self.values:
            self.values, self._best = values, laps.copy()

    def _levels(self, energy: float) -> tuple[float, ...]:
        """What of the list just dispatched counts, level by level; the less the better."""
        counts, tally = self._desks[0].counts, self._desks[0].state.tally
        if self._aim.sought in (MOST_OUT, SAFETY):
            return (-float(counts[N.OUT]), float(tally[T.RISK]), float(counts[N.LAST]), energy)
        return (energy,)

    def orders(self) -> tuple[Order, ...]:
        """Return the orders of the best list so far."""
        if self._best is None:
            return ()
        self._dispatch(self._best)
        posted = self._desks[0].posted[: self._desks[0].counts[N.ORDERS]].tolist()
        return tuple(self._order(lap, bool(loaded)) for lap, loaded in posted)

    def _order(self, lap: int, loaded: bool) -> Order:
        assert self._best is not None
        desk, names = self._desks[0], self._index.place_names
        service = int(self._best[lap, SERVICE])
        home = names[int(self._services.origin[service])]
        rows = desk.trips[lap, : desk.vehicles[lap]].tolist()
        came = desk.came[lap, : desk.vehicles[lap]].tolist()
        trips = tuple(
            TripOrder(
                vehicle_type=self._index.type_names[row[A.TYPE]],
                layout=row[A.LAYOUT] if loaded else 0,
                comes_from=names[row[A.FROM] if loaded else place],
                destination=names[row[A.TO]] if loaded else home,
            )
            for row, place in zip(rows, came, strict=True)
        )
        column = int(self._services.column[service] if loaded else desk.ways[lap])
        return Order(
            origin=names[int(self._index.tables.columns[column, C.ORIGIN])], loaded=loaded, trips=trips
        )


def _in_columns(search: LapSearch) -> bool:
    return bool(search._index.tables.columns[search._services.column, C.STEPS].any())


def _laps_needed(index: Index) -> int:
    """Laps enough to carry everybody in columns of the least size, within reason."""
    tables = index.tables
    places = max(1, int(tables.layouts.sum(axis=1).max(initial=1)))
    persons = int(np.dot(tables.groups[:, G.PARTIES], tables.groups[:, G.PERSONS]))
    least = max(1, int(tables.rule[X.LEAST]))
    return min(MOST_LAPS, 12 + 2 * len(tables.groups) + -(-persons * 5 // (4 * places * least)))


def _long_s(index: Index) -> int:
    """A scale for moments where there are no windows: a day."""
    return 86400


def _softened(operation: Operation) -> Operation:
    """Return the operation with its last window, and horizon, later by ``SOFT_S``."""
    windows = list(operation.windows)
    if operation.truce is None or not windows:
        return operation
    windows[-1] = windows[-1].model_copy(update={"closes_s": windows[-1].closes_s + SOFT_S})
    truce = operation.truce.model_copy(update={operation.truce.plan_on.value: tuple(windows)})
    return operation.model_copy(update={"truce": truce, "until_s": None})
