"""Column generation: tours found by their prices, until prices prove a moment too soon or no load is left.

Lübbecke and Desrosiers, "Selected topics in column generation", 2005, doi 10.1287/opre.1050.0234.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from korridor.planning.shuttle.fitting import fitting_tours
from korridor.planning.shuttle.lots import Lots
from korridor.planning.shuttle.master import Master, Solved
from korridor.planning.shuttle.prices import (
    Prices,
    earned_of,
    earnings_of,
    worth_of,
    worth_of_all,
)
from korridor.planning.shuttle.safe import in_range
from korridor.planning.shuttle.split import Path
from korridor.planning.shuttle.tour import Tour
from korridor.planning.shuttle.trace import Left, tour_from

NONE_LEFT = 1e-7
"""So few loads left are none."""

FIRSTS = 12
"""So many tours are taken at most from one pricing and fleet, each beginning with another lot."""

SMOOTH = 0.3
"""How much of the prices are those that proved most so far."""


class Spent:
    """Work that may still be done: steps of the dynamic program, and time."""

    def __init__(self, steps: int, enough: Callable[[], bool]) -> None:
        self.steps, self._enough = steps, enough

    @property
    def goes_on(self) -> bool:
        """Whether there is work left, and nobody says that it is enough."""
        return self.steps > 0 and not self._enough()

    def price(self, lots: Lots, seconds: int) -> None:
        """Count the steps of the dynamic program for so many seconds."""
        self.steps -= 2 * lots.kinds * len(lots.loads) * lots.rooms * (seconds + 1)


class Outcome(Enum):
    """What is known of a case once no tour is missing."""

    OPEN = auto()
    """Vehicles that share their time among tours can do it."""
    STUCK = auto()
    """Neither is known; work ran out, or the numbers are too fine."""


@dataclass(frozen=True)
class Priced:
    """What is over at some prices, and tours that earn more than they should."""

    over: int
    tours: tuple[Tour, ...]


def settle(lots: Lots, master: Master, seconds: int, path: Path, spent: Spent) -> Prices | Outcome:
    """Prices that prove a moment too soon where these cases hold, or why there are none.

    Prices are smoothed towards those that prove most so far (Wentges 1997, doi 10.1016/S0969-6016(97)00001-4); where these find
    no tour, the program's own do.
    """
    best: tuple[int, Prices] | None = None
    while spent.goes_on:
        solved = master.solve()
        if solved.left < NONE_LEFT:
            return Outcome.OPEN
        added = False
        for prices in _between(best, solved.prices):
            priced = price(lots, seconds, prices, path, spent, solved)
            if priced.over > 0 and in_range(lots, seconds, prices):
                return prices
            if best is None or priced.over > best[0]:
                best = (priced.over, prices)
            added = any([master.add(tour) for tour in priced.tours])
            if added:
                break
        if not added:
            return Outcome.STUCK
    return Outcome.STUCK


def price(
    lots: Lots,
    seconds: int,
    prices: Prices,
    path: Path,
    spent: Spent,
    solved: Solved,
    left: Left | None = None,
) -> Priced:
    """Find the tours that earn most, exactly; with ``left``, of those that fit it."""
    spent.price(lots, seconds)
    over, earned, tours = worth_of_all(lots, prices, path), earned_of(lots, seconds, prices, path), []
    for kind in sorted({kind for kind, _, _ in lots.fleets}):
        worth = worth_of(lots, kind, seconds, earned)
        for fleet, (its, stand, number) in enumerate(lots.fleets):
            if its == kind:
                most = earnings_of(lots, kind, stand, worth, earned)
                over -= number * max(0, int(most.max(initial=0)))
                least = max(0.0, solved.fleet_prices[fleet]) + 1
                if left is not None:
                    tours += list(fitting_tours(lots, fleet, worth, earned, left, int(least)))
                    continue
                first = [lot for lot in np.argsort(-most, kind="stable")[:FIRSTS] if most[lot] > least]
                tours += [tour_from(lots, fleet, int(lot), worth, earned) for lot in first]
    return Priced(over, tuple(tours))


def _between(best: tuple[int, Prices] | None, prices: Prices) -> Iterator[Prices]:
    """Prices on the way from the best ones to the program's, and these."""
    if best is not None:
        yield Prices(
            *(
                np.rint(SMOOTH * kept + (1 - SMOOTH) * its).astype(np.int64)
                for kept, its in zip(best[1], prices, strict=True)
            )
        )
    yield prices
