"""A bound on the clearance of plain shuttles: prices that prove a moment too soon (docs/bounds-shuttle.md)."""

from collections.abc import Callable
from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.planning.certificate import (
    MOST_FIGURES,
    MOST_STEPS,
    Leaf,
    Node,
    ShuttleCertificate,
    TourCertificate,
    TreeCertificate,
)
from korridor.planning.shuttle.complete import complete
from korridor.planning.shuttle.dive import Diver
from korridor.planning.shuttle.draft import draft
from korridor.planning.shuttle.exchange import Exchange
from korridor.planning.shuttle.farthest import farthest_prices
from korridor.planning.shuttle.flow import flow_prices
from korridor.planning.shuttle.generate import Spent, settle
from korridor.planning.shuttle.lineup import line_up, times
from korridor.planning.shuttle.lots import Lots, lots_of
from korridor.planning.shuttle.master import Master
from korridor.planning.shuttle.prices import Prices, excess
from korridor.planning.shuttle.safe import in_range
from korridor.planning.shuttle.shuttle import Shuttle, shuttle_of
from korridor.planning.shuttle.tours import legs_of
from korridor.planning.shuttle.tree import grow, leaf

STEPS = 20_000_000_000
"""Steps of the dynamic program that are spent at most, unless the caller says otherwise: some ten seconds."""

DIVES = (5, 4, 3, 2, 1, 0)
"""Dives end by so many thousandths after the bound; each has the tours that those before it have found."""

FINE_S = 1000
"""Bounds sooner than this have no thousandths: then as many dives are too many."""

SHORT = 5
"""So many trips a vehicle at most, on average: where tours are longer, dives leave much, and take long."""


@dataclass(frozen=True)
class ShuttleBound:
    """What no plan can beat.

    Attributes
    ----------
    bound_s : int
        Nobody's plan is done sooner.
    certificate : TourCertificate, TreeCertificate or None
        That a second less is too soon; ``None`` where the bound is 0.
    iterations : int
        Iterations of linear programs (P4).
    """

    bound_s: int
    certificate: ShuttleCertificate | None
    iterations: int


def _never() -> bool:
    return False


def shuttle_bound(
    operation: Operation,
    *,
    known_s: int | None = None,
    steps: int = STEPS,
    enough: Callable[[], bool] = _never,
    exchange: Exchange | None = None,
) -> ShuttleBound:
    """Bound the clearance of a plain shuttle from below.

    Parameters
    ----------
    operation : Operation
        ``ValueError`` where ``is_plain_shuttle`` does not hold.
    known_s : int or None
        The clearance of a known plan; the bound is no more.
    steps : int
        Work to spend; equal input and steps give equal bounds (P4), unless it is stopped.
    enough : callable
        Asked now and then whether to stop; what is proved by then is the bound.
    exchange : Exchange or None
        Where sooner plans are told of, from either side.
    """
    lots, shuttle = lots_of(operation), shuttle_of(operation)
    if not lots.takes_time or not len(lots.loads):
        return ShuttleBound(0, None, 0)
    if known_s is None:
        legs = legs_of(shuttle)
        known_s = int(times(legs, line_up(legs, draft(shuttle)[0]))[0])
    exchange = Exchange(operation, known_s) if exchange is None else exchange
    exchange.searched(known_s)
    search = _Search(lots, shuttle, exchange, Spent(steps, enough))
    search.run()
    return ShuttleBound(search.low_s, search.certificate(), search.master.iterations)


class _Search:
    """Moments too soon, and the proof of the latest of them.

    Before ``low_s`` not everybody can be out.
    """

    def __init__(self, lots: Lots, shuttle: Shuttle, exchange: Exchange, spent: Spent) -> None:
        self.lots, self.shuttle, self.exchange, self.spent = lots, shuttle, exchange, spent
        self.low_s = 0
        self.proof: tuple[Node, ...] = ()
        self.master = Master(lots)

    @property
    def known_s(self) -> int:
        """From here on everybody can be out, or no certificate could be checked."""
        return min(self.exchange.clearance_s, _latest_s(self.lots))

    @property
    def open(self) -> bool:
        """Whether there is something to prove, and work left."""
        return self.low_s < self.known_s and self.spent.goes_on

    def run(self) -> None:
        """First what is cheap, then the moments half way between what is proved and what is open; then plans and cases."""
        for prices in (farthest_prices(self.lots), flow_prices(self.lots)):
            if self.low_s < self.known_s and self._excess(self.low_s, prices) > 0:
                self._prove(self.low_s, prices, step_s=(self.known_s - self.low_s) // 4)
        self._halve()
        self._dive()
        self._branch()

    def certificate(self) -> ShuttleCertificate | None:
        """What the bound rests on."""
        if not self.proof:
            return None
        first = self.proof[0]
        if isinstance(first, Leaf):
            return TourCertificate(
                too_soon_s=self.low_s - 1, load_prices=first.load_prices, room_prices=first.room_prices
            )
        return TreeCertificate(too_soon_s=self.low_s - 1, nodes=self.proof)

    def _halve(self) -> None:
        """Prove what prices without cases can."""
        high_s = self.known_s
        while self.open and self.low_s < (high_s := min(high_s, self.known_s)):
            moment_s = (self.low_s + high_s) // 2
            self.master.allow(moment_s)
            found = settle(self.lots, self.master, moment_s, (), self.spent)
            if isinstance(found, Prices):
                self._prove(moment_s, found, step_s=1)
            else:
                high_s = moment_s

    def _dive(self) -> None:
        """Look for plans that are nearly as soon as the bound."""
        vehicles = sum(number for _, _, number in self.lots.fleets)
        if not self.open or self.lots.loads.sum() > SHORT * vehicles:
            return
        diver = Diver(self.lots, self.master.tours)
        for depth in DIVES if self.low_s >= FINE_S else (0,):
            by_s = self.low_s + self.low_s * depth // 1000
            if by_s >= self.known_s:
                continue
            if not self.spent.goes_on:
                return
            tours, left = diver.dive(by_s, self.spent)
            whole = complete(self.lots, tours, left)
            if whole is not None:
                self.exchange.offer(self.lots, self.shuttle, whole)

    def _branch(self) -> None:
        """Take cases apart: for the moment before the best plan, and for sooner ones where that is too hard."""
        high_s = self.known_s
        while self.open and self.low_s < (high_s := min(high_s, self.known_s)):
            moment_s = high_s - 1
            grown = grow(
                self.lots, self.shuttle, self.master, moment_s, self.spent, self._most_leaves(moment_s)
            )
            if grown.nodes is not None:
                self.low_s, self.proof = moment_s + 1, grown.nodes
            elif grown.tours is not None:
                self.exchange.offer(self.lots, self.shuttle, grown.tours)
                high_s = max(tour.length_s(self.lots) for tour in grown.tours)
            else:
                high_s = (self.low_s + moment_s) // 2 if moment_s > self.low_s else self.low_s

    def _most_leaves(self, seconds: int) -> int:
        """So many can be checked."""
        return MOST_STEPS // _steps(self.lots, seconds)

    def _excess(self, seconds: int, prices: Prices) -> int:
        self.spent.price(self.lots, seconds)
        return excess(self.lots, seconds, prices) if in_range(self.lots, seconds, prices) else 0

    def _prove(self, low_s: int, prices: Prices, step_s: int) -> None:
        """Prices prove a moment too soon: find the latest that they prove, by longer and longer steps, then halves."""
        step_s, most_s = max(1, step_s), self.known_s
        while self.spent.goes_on and low_s + step_s < most_s and self._excess(low_s + step_s, prices) > 0:
            low_s, step_s = low_s + step_s, 2 * step_s
        high_s = min(low_s + step_s, most_s)
        while self.spent.goes_on and low_s + 1 < high_s:
            middle_s = (low_s + high_s) // 2
            if self._excess(middle_s, prices) > 0:
                low_s = middle_s
            else:
                high_s = middle_s
        self.low_s, self.proof = low_s + 1, (leaf(prices),)


def _steps(lots: Lots, seconds: int) -> int:
    """What checking one leaf takes."""
    return 2 * lots.kinds * (seconds + 1) * len(lots.loads) * lots.rooms


def _latest_s(lots: Lots) -> int:
    """The latest bound whose certificate may still be checked."""
    figures = len(lots.loads) + lots.rooms
    return min(MOST_STEPS // _steps(lots, 0), MOST_FIGURES // figures)
