"""The best that a vehicle can do by a moment, where loads earn and room costs (docs/bounds-shuttle.md).

A dynamic program over what time is left, exact and in whole numbers. Trips take at least a second (``takes_time``).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from korridor.compiled import compiled
from korridor.planning.shuttle.lots import Lots
from korridor.planning.shuttle.shuttle import Whole

NOTHING = -(1 << 60)
"""The worth of what cannot be done any more."""


class Worth(NamedTuple):
    """The most that can still be earned.

    Attributes
    ----------
    free : array (seconds + 1, receptions)
        By the time left, for a vehicle that has just unloaded at a reception.
    loaded : array (seconds + 1, lots)
        By the time left, for a vehicle that departs with a load of a lot; the load itself not counted.
    """

    free: Whole
    loaded: Whole


def worth_of(lots: Lots, kind: int, seconds: int, load_prices: Whole, room_prices: Whole) -> Worth:
    """The worth of time for vehicles of a type, at prices for a load of each lot and for a person's room."""
    worth = Worth(
        np.zeros((seconds + 1, len(lots.room_persons)), dtype=np.int64),
        np.full((seconds + 1, len(lots.loads)), NOTHING, dtype=np.int64),
    )
    cost, deliver_s = lots.persons[:, None] * room_prices, lots.deliver_s[kind]
    at_once = deliver_s.min(axis=1, initial=1) == 0
    _fill(lots.approach_s[kind], deliver_s, at_once, load_prices, cost, worth.free, worth.loaded)
    return worth


def earnings_of(lots: Lots, kind: int, stand: int, worth: Worth, load_prices: Whole) -> Whole:
    """The most that a vehicle earns from a stand within the whole time, by the lot that it loads first."""
    left_s = len(worth.free) - 1 - lots.approach_s[kind, stand]
    lot = np.arange(len(left_s))
    return np.where(left_s < 0, NOTHING, load_prices + worth.loaded[np.maximum(left_s, 0), lot])


@compiled
def _fill(
    approach_s: Whole,
    deliver_s: Whole,
    at_once: NDArray[np.bool_],
    load_prices: Whole,
    cost: Whole,
    free: Whole,
    loaded: Whole,
) -> None:
    """Fill in the worth of time, second by second.

    A lot that is delivered in no time (``at_once``) looks at ``free`` of the same second, and comes after it. As
    trips take a second, it is approached in no time from nowhere, so ``free`` does not look at it.
    """
    for left_s in range(len(free)):
        for lot in range(len(deliver_s)):
            if not at_once[lot]:
                loaded[left_s, lot] = _best_room(deliver_s[lot], cost[lot], free, left_s)
        for room in range(free.shape[1]):
            free[left_s, room] = _best_lot(approach_s[room], load_prices, loaded, left_s)
        for lot in range(len(deliver_s)):
            if at_once[lot]:
                loaded[left_s, lot] = _best_room(deliver_s[lot], cost[lot], free, left_s)


@compiled
def _best_room(deliver_s: Whole, cost: Whole, free: Whole, left_s: int) -> int:
    """The most that a vehicle earns from a departure on."""
    best = NOTHING
    for room in range(len(deliver_s)):
        if deliver_s[room] <= left_s:
            best = max(best, free[left_s - deliver_s[room], room] - cost[room])
    return best


@compiled
def _best_lot(approach_s: Whole, load_prices: Whole, loaded: Whole, left_s: int) -> int:
    """The most that a vehicle earns from where it is free; nothing is always possible."""
    best = 0
    for lot in range(len(approach_s)):
        if approach_s[lot] <= left_s:
            best = max(best, load_prices[lot] + loaded[left_s - approach_s[lot], lot])
    return best
