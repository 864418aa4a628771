"""The search's door: an operation in, the orders of the best list of laps found so far out."""

from concurrent.futures import ThreadPoolExecutor

from korridor.chance import stream
from korridor.clockwork.run import depots_of
from korridor.clockwork.state import State, T, beginning, resized
from korridor.clockwork.tables import Ints
from korridor.events.order import Order
from korridor.operation.operation import Operation
from korridor.planning.laps.aim import MOST_OUT, SAFETY, weight_left
from korridor.planning.laps.anneal import anneal
from korridor.planning.laps.as_orders import orders_of
from korridor.planning.laps.begins import Begins, Blank, from_patterns
from korridor.planning.laps.dispatch.desk import Goal, N, desk_for
from korridor.planning.laps.manners import AT_ONCE, JOINS, MANNER, with_manners
from korridor.planning.laps.rotas import TEMPERATURES as ROTA_TEMPERATURES
from korridor.planning.laps.rotas import Heats, Rota
from korridor.planning.laps.setting import SOFT_S, setting
from korridor.planning.laps.snapshots import snapshots_for
from korridor.planning.plan import Objective

CHAINS = 2
"""Searches side by side; a part of the method, not of the machine, so that work alone decides the plan (P4)."""

ROUND = 400
"""Iterations of each chain in a round."""

LIST_ROUNDS = 8
"""Rounds in which the list is annealed lap by lap before rotas try again."""

TEMPERATURES = (0.008, 0.004, 0.002, 0.001)
"""Where each round begins, as a share of what is made small; taken in turn."""


LARGE = 8000
"""Laps × vehicles from which on no round is longer than others, so that a time limit is kept."""

SLOW_STEPS = 64
"""Where a moment is made small, one change moves it by so much less of its scale than one changes the people out by of theirs."""


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
        Lists of laps to begin with; those of plain rules if not given.
    """

    def __init__(
        self,
        operation: Operation,
        objective: Objective,
        seed: int,
        *,
        start: State | None = None,
        begins: Begins = from_patterns,
    ) -> None:
        self.operation = operation
        self.iterations = 0
        self._begins = begins
        self._seed, self._rounds = seed, 0
        set_up = setting(operation, objective)
        self._index, self._soft, self._services = set_up.index, set_up.soft, set_up.services
        self._aim, self._horizon_s, self._laps = set_up.aim, set_up.horizon_s, set_up.laps
        unloads = self._laps * set_up.most
        if start is None:
            state = beginning(self._index.tables, depots_of(self._index), unloads)
        else:
            state = resized(start, unloads)
            self._aim = self._aim._replace(total=weight_left(self._index.tables, start))
        self._start = state
        self._desks = [desk_for(self._index, state, self._laps, set_up.most) for _ in range(CHAINS)]
        self._shots = [snapshots_for(desk) for desk in self._desks]
        self._base: Ints | None = None
        self._best: Ints | None = None
        self._heats = Heats()
        self._is_large = self._laps * set_up.most > LARGE
        self._starts: list[Rota] = []
        self._list_rounds = 0
        self.lowest = float("inf")
        self.values: tuple[float, ...] = ()

    def begin(self) -> None:
        """Take the best of the lists to begin with."""
        # Where no lap can leave as it came, vehicles from several places have to join.
        for manner in (AT_ONCE, JOINS):
            if self._best is None and len(self._services.column):
                self._try_lists(manner)
        self._starts = self._heats.waiting

    def _try_lists(self, manner: int) -> None:
        """Judge the lists to begin with; those that come round again take part in heats."""
        for plain, period in self._begins(Blank(self._index, self._services, self._laps, self._try)):
            laps = with_manners(plain, len(self._index.type_names))
            laps[:, MANNER] = manner
            energy = self._consider(laps)
            if 2 * period <= self._desks[0].counts[N.USED]:  # else it hardly comes round again
                self._heats.enter(energy, laps, period)
            self.iterations += 1

    def round(self) -> bool:
        """Improve rotas, or the best list, by a round of annealing on every chain; returns whether there is a better plan."""
        if self._base is None:
            return False
        if self._aim.sought == MOST_OUT and self.values[0] == -self._aim.total:
            self._turn_to_safety()
        before = self.values
        if self._list_rounds == LIST_ROUNDS:
            self._list_rounds, self._heats = 0, Heats(self._starts)
        if self._heats.open:
            self._improve_rotas()
        else:
            self._improve_list()
        self._rounds += 1
        return self.values < before

    def _improve_rotas(self) -> None:
        """Anneal the next rotas of the heat, one a chain."""
        share = ROTA_TEMPERATURES[self._heats.heat]
        iterations = ROUND if self._is_large else ROUND << self._heats.heat
        rotas = self._heats.take(CHAINS)

        def annealed(chain: int) -> Rota:
            rota = rotas[chain]
            best = rota.laps.copy()
            energy = self._run(rota.laps.copy(), best, chain, 0, share * self._scale, iterations, rota.period)
            return rota._replace(energy=energy, laps=best)

        with ThreadPoolExecutor(CHAINS) as pool:
            found = list(pool.map(annealed, range(len(rotas))))
        for rota in found:
            self._consider(rota.laps)
        self._heats.give_back(found)
        self.iterations += len(rotas) * iterations

    def _improve_list(self) -> None:
        """Anneal the best list, lap by lap, once on every chain."""
        assert self._base is not None
        base = self._base
        soft_s = SOFT_S if self._rounds % 2 == 0 and self._aim.sought == MOST_OUT else 0
        temperature = TEMPERATURES[self._rounds // 2 % len(TEMPERATURES)] * self._scale

        def annealed(chain: int) -> Ints:
            best = base.copy()
            self._run(base.copy(), best, chain, soft_s, temperature, ROUND, len(base))
            return best

        with ThreadPoolExecutor(CHAINS) as pool:
            found = list(pool.map(annealed, range(CHAINS)))
        for laps in found:
            self._consider(laps)
        self._list_rounds += 1
        self.iterations += CHAINS * ROUND

    @property
    def _scale(self) -> float:
        """What temperatures are shares of."""
        return self._aim.total if self._aim.sought in (MOST_OUT, SAFETY) else self._aim.span_s / SLOW_STEPS

    def _run(
        self,
        laps: Ints,
        best: Ints,
        chain: int,
        soft_s: int,
        temperature: float,
        iterations: int,
        period: int,
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
            period,
            stream.new(self._seed, CHAINS * self._rounds + chain),
        )

    def _dispatch(self, laps: Ints) -> float:
        """Dispatch a list by the rules as they are; the first desk then shows what was posted."""
        laps = with_manners(laps, len(self._index.type_names))
        return self._run(laps, laps.copy(), 0, 0, 0.0, 0, len(laps))

    def _turn_to_safety(self) -> None:
        """All are out: what is left to better is the time at risk, and then how soon they are."""
        assert self._best is not None
        self._dispatch(self._best)
        risk_s = int(self._desks[0].state.tally[T.RISK]) // max(1, self._aim.total)
        self._aim = self._aim._replace(sought=SAFETY, risk_s=max(1, risk_s))
        self._heats, self._starts = Heats(), []
        self._base, self.lowest = self._best.copy(), self._dispatch(self._best)

    def _consider(self, laps: Ints) -> float:
        """Go on from a list if its energy, which is returned, is the lowest; keep it if its levels are the best (P2)."""
        laps = with_manners(laps, len(self._index.type_names))
        energy = self._dispatch(laps)
        if not self._desks[0].counts[N.ORDERS]:
            return energy
        if energy < self.lowest:
            self.lowest, self._base = energy, laps.copy()
        values = self._levels(energy)
        if self._best is None or values < self.values:
            self.values, self._best = values, laps.copy()
        return energy

    def _levels(self, energy: float) -> tuple[float, ...]:
        """What of the list just dispatched counts, level by level; the less the better."""
        counts, tally = self._desks[0].counts, self._desks[0].state.tally
        if self._aim.sought in (MOST_OUT, SAFETY):
            return (-float(counts[N.OUT]), float(tally[T.RISK]), float(counts[N.LAST]), energy)
        return (energy,)

    def orders(self) -> tuple[Order, ...]:
        """Return the orders of the best list so far."""
        return () if self._best is None else tuple(order for _, order in self._posted(self._best))

    def _try(self, laps: Ints) -> list[tuple[int, Order]]:
        """Dispatch a list that is not yet one to consider; that is work, too."""
        self.iterations += 1
        return self._posted(laps)

    def _posted(self, laps: Ints) -> list[tuple[int, Order]]:
        """Dispatch a list; return each order with its lap."""
        self._dispatch(laps)
        return orders_of(self._index, self._services, self._desks[0], laps)
