"""A bound on the clearance of plain shuttles: prices that prove a moment too soon (docs/bounds-shuttle.md)."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from korridor.operation.operation import Operation
from korridor.planning.certificate import MOST_FIGURES, MOST_PRICE, MOST_STEPS, TourCertificate
from korridor.planning.shuttle.draft import draft
from korridor.planning.shuttle.flow import flow_prices
from korridor.planning.shuttle.lineup import line_up, times
from korridor.planning.shuttle.lots import Lots, lots_of
from korridor.planning.shuttle.master import Master, Solved, Tour
from korridor.planning.shuttle.prices import NOTHING, Worth, earnings_of, excess, worth_of
from korridor.planning.shuttle.shuttle import Whole, shuttle_of
from korridor.planning.shuttle.tours import legs_of

Prices = tuple[Whole, Whole]
"""Of loads by lot, and of a person's room by reception."""

STEPS = 8_000_000_000
"""Steps of the dynamic program that are spent at most, unless the caller says otherwise: some ten seconds."""

NONE_LEFT = 1e-7
"""So few loads left are none."""

FAR_S = 1 << 40
"""Later than any moment; some of them can be added."""


@dataclass(frozen=True)
class ShuttleBound:
    """What no plan can beat.

    Attributes
    ----------
    bound_s : int
        Nobody's plan is done sooner.
    certificate : TourCertificate or None
        That a second less is too soon, whatever plans do; ``None`` where the bound is 0, or speaks of straight ways only.
    iterations : int
        Iterations of linear programs (P4).
    """

    bound_s: int
    certificate: TourCertificate | None
    iterations: int


def _never() -> bool:
    return False


def shuttle_bound(
    operation: Operation,
    *,
    known_s: int | None = None,
    straight: bool = False,
    steps: int = STEPS,
    enough: Callable[[], bool] = _never,
) -> ShuttleBound:
    """Bound the clearance of a plain shuttle from below.

    Parameters
    ----------
    operation : Operation
        ``ValueError`` where ``is_plain_shuttle`` does not hold.
    known_s : int or None
        The clearance of a known plan; the bound is no more.
    straight : bool
        Whether only plans count in which vehicles go straight from where they unload to where they load.
    steps : int
        Work to spend; equal input and steps give equal bounds (P4), unless it is stopped.
    enough : callable
        Asked now and then whether to stop; what is proved by then is the bound.
    """
    lots = lots_of(operation, straight=straight)
    if not lots.takes_time or not len(lots.loads):
        return ShuttleBound(0, None, 0)
    if known_s is None:
        legs = legs_of(shuttle_of(operation))
        known_s = int(times(legs, line_up(legs, draft(shuttle_of(operation))[0]))[0])
    search = _Search(lots, min(known_s, _latest_s(lots)), steps, enough)
    search.run()
    if search.prices is None:
        return ShuttleBound(0, None, search.master.iterations)
    load_prices, room_prices = search.prices
    certificate = TourCertificate(
        too_soon_s=search.low_s - 1,
        load_prices=tuple(map(int, load_prices)),
        room_prices=tuple(map(int, room_prices)),
    )
    return ShuttleBound(search.low_s, None if straight else certificate, search.master.iterations)


def _latest_s(lots: Lots) -> int:
    """The latest bound whose certificate may still be checked."""
    kinds, _, count = lots.approach_s.shape
    receptions = len(lots.room_persons)
    return min(MOST_STEPS // (2 * kinds * count * receptions), MOST_FIGURES // (count + receptions))


def _in_range(lots: Lots, seconds: int, prices: Prices) -> bool:
    """Whether a certificate may have such prices, and no sum of them overflows."""
    load_price, room_price = (int(np.abs(each).max(initial=0)) for each in prices)
    trips = seconds + 1 + int(lots.loads.sum())
    persons = int(lots.room_persons.sum()) + int(lots.persons.max())
    small = trips * load_price + persons * room_price < -NOTHING // 2
    return small and max(load_price, room_price) <= MOST_PRICE


class _Search:
    """Moments too soon, and the prices that prove the latest of them.

    Before ``low_s`` not everybody can be out; from ``high_s`` on it is not known, or known that they can.
    """

    def __init__(self, lots: Lots, known_s: int, steps: int, enough: Callable[[], bool]) -> None:
        self.lots = lots
        self.low_s, self.high_s = 0, known_s
        self.steps, self.enough = steps, enough
        self.prices: Prices | None = None
        self.master = Master(lots)

    def run(self) -> None:
        """First what is cheap, then the moments half way between what is proved and what is open."""
        for prices in (_farthest(self.lots), flow_prices(self.lots)):
            if self.low_s < self.high_s and self._excess(self.low_s, prices) > 0:
                self._prove(self.low_s, prices, step_s=(self.high_s - self.low_s) // 4)
        while self.low_s < self.high_s and self._goes_on():
            moment_s = (self.low_s + self.high_s) // 2
            against = self._prices_against(moment_s)
            if against is None:
                self.high_s = moment_s
            else:
                self._prove(moment_s, against, step_s=1)

    def _goes_on(self) -> bool:
        return self.steps > 0 and not self.enough()

    def _excess(self, seconds: int, prices: Prices) -> int:
        self._spend(seconds)
        return excess(self.lots, seconds, *prices) if _in_range(self.lots, seconds, prices) else 0

    def _spend(self, seconds: int) -> None:
        """Count the steps of the dynamic program for so many seconds."""
        kinds, _, lots = self.lots.approach_s.shape
        self.steps -= 2 * kinds * lots * len(self.lots.room_persons) * (seconds + 1)

    def _prove(self, low_s: int, prices: Prices, step_s: int) -> None:
        """Prices prove a moment too soon: find the latest that they prove, by longer and longer steps, then halves."""
        step_s = max(1, step_s)
        while self._goes_on() and low_s + step_s < self.high_s and self._excess(low_s + step_s, prices) > 0:
            low_s, step_s = low_s + step_s, 2 * step_s
        high_s = min(low_s + step_s, self.high_s)
        while self._goes_on() and low_s + 1 < high_s:
            middle_s = (low_s + high_s) // 2
            if self._excess(middle_s, prices) > 0:
                low_s = middle_s
            else:
                high_s = middle_s
        self.low_s, self.prices = low_s + 1, prices

    def _prices_against(self, seconds: int) -> Prices | None:
        """Prices that prove a moment too soon; ``None`` if there are none, or no work is left to find them."""
        self.master.allow(seconds)
        while self._goes_on():
            solved = self.master.solve()
            if solved.left < NONE_LEFT:
                return None
            over, tours = self._priced(seconds, solved)
            if over > 0 and _in_range(self.lots, seconds, (solved.load_prices, solved.room_prices)):
                return solved.load_prices, solved.room_prices
            if not any([self.master.add(tour) for tour in tours]):
                return None
        return None

    def _priced(self, seconds: int, solved: Solved) -> tuple[int, list[Tour]]:
        """What is over at the prices of an optimum, and the tours that earn more than they should."""
        self._spend(seconds)
        prices = (solved.load_prices, solved.room_prices)
        over, tours = int(self.lots.loads @ prices[0]) - int(self.lots.room_persons @ prices[1]), []
        for kind in sorted({kind for kind, _, _ in self.lots.fleets}):
            worth = worth_of(self.lots, kind, seconds, *prices)
            for fleet, (its, stand, number) in enumerate(self.lots.fleets):
                if its == kind:
                    earned = earnings_of(self.lots, kind, stand, worth, prices[0])
                    over -= number * max(0, int(earned.max()))
                    first = np.flatnonzero(earned > np.maximum(0, solved.fleet_prices[fleet]) + 1)
                    tours += [_tour(self.lots, fleet, int(lot), worth, prices) for lot in first]
        return over, tours


def _farthest(lots: Lots) -> Prices:
    """Prices that count nothing but a load of the lot that takes longest to bring out."""
    kinds, stands, count = lots.approach_s.shape
    receptions = len(lots.room_persons)
    free_s = np.full((kinds, stands), FAR_S)
    for kind, stand, _ in lots.fleets:
        free_s[kind, stand] = 0
    while True:
        departs_s = (free_s[:, :, None] + lots.approach_s).min(axis=1)
        out_s = (departs_s[:, :, None] + lots.deliver_s).min(axis=1)
        if (out_s >= free_s[:, :receptions]).all():
            break
        free_s[:, :receptions] = np.minimum(free_s[:, :receptions], out_s)
    longest = (departs_s + lots.deliver_s.min(axis=2)).min(axis=0).argmax()
    return (np.arange(count) == longest).astype(np.int64), np.zeros(receptions, dtype=np.int64)


def _tour(lots: Lots, fleet: int, lot: int, worth: Worth, prices: Prices) -> Tour:
    """The tour that earns most in the whole time, of those that begin with a lot."""
    kind, stand, _ = lots.fleets[fleet]
    load_prices, room_prices = prices
    receptions = np.arange(len(room_prices))
    left_s, trips = worth.free.shape[1] - 1 - int(lots.approach_s[kind, stand, lot]), []
    while True:
        after_s = left_s - lots.deliver_s[kind, lot]
        worths = worth.free[receptions, np.maximum(after_s, 0)] - lots.persons[lot] * room_prices
        room = int(np.where(after_s < 0, NOTHING, worths).argmax())
        trips.append((lot, room))
        left_s = int(after_s[room])
        if worth.free[room, left_s] == 0:
            return Tour(fleet, tuple(trips))
        ahead_s = left_s - lots.approach_s[kind, room]
        worths = load_prices + worth.loaded[np.arange(len(load_prices)), np.maximum(ahead_s, 0)]
        lot = int(np.where(ahead_s < 0, NOTHING, worths).argmax())
        left_s = int(ahead_s[lot])
