"""The best that a vehicle can do by a moment, where loads earn and room costs (docs/bounds-shuttle.md).

A dynamic program over what time is left, exact and in whole numbers. Trips take at least a second (``takes_time``).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from korridor.compiled import allocating
from korridor.planning.shuttle.lots import Lots
from korridor.planning.shuttle.shuttle import Whole

NOTHING = -(1 << 60)
"""The worth of what cannot be done any more."""


class Worth(NamedTuple):
    """The most that can still be earned.

    Attributes
    ----------
    free : array (receptions, seconds + 1)
        By the time left, for a vehicle that has just unloaded at a reception; never negative.
    loaded : array (lots, seconds + 1)
        By the time left, for a vehicle that departs with a load of a lot; the load itself not counted.
    """

    free: Whole
    loaded: Whole


def worth_of(lots: Lots, kind: int, seconds: int, load_prices: Whole, room_prices: Whole) -> Worth:
    """The worth of time for vehicles of a type, at prices for a load of each lot and for a person's room."""
    worth = Worth(
        np.zeros((len(lots.room_persons), seconds + 1), dtype=np.int64),
        np.full((len(lots.loads), seconds + 1), NOTHING, dtype=np.int64),
    )
    cost, deliver_s = lots.persons[:, None] * room_prices, lots.deliver_s[kind]
    approach_s = lots.approach_s[kind, : len(room_prices)]
    at_once = deliver_s.min(axis=1, initial=1) == 0
    legs_s = np.concatenate([approach_s.ravel(), deliver_s.ravel()])
    span_s = int(legs_s[legs_s > 0].min(initial=seconds + 1))
    _fill(approach_s, deliver_s, at_once, load_prices, cost, worth.free, worth.loaded, span_s)
    return worth


def earnings_of(lots: Lots, kind: int, stand: int, worth: Worth, load_prices: Whole) -> Whole:
    """The most that a vehicle earns from a stand within the whole time, by the lot that it loads first."""
    left_s = worth.free.shape[1] - 1 - lots.approach_s[kind, stand]
    lot = np.arange(len(left_s))
    return np.where(left_s < 0, NOTHING, load_prices + worth.loaded[lot, np.maximum(left_s, 0)])


def excess(lots: Lots, seconds: int, load_prices: Whole, room_prices: Whole) -> int:
    """What all loads are worth, less what vehicles can earn in so many seconds and what all room costs."""
    worth = int(lots.loads @ load_prices) - int(lots.room_persons @ room_prices)
    for kind in sorted({kind for kind, _, _ in lots.fleets}):
        table = worth_of(lots, kind, seconds, load_prices, room_prices)
        for its, stand, number in lots.fleets:
            if its == kind:
                earned = earnings_of(lots, kind, stand, table, load_prices)
                worth -= number * max(0, int(earned.max(initial=0)))
    return worth


@allocating
def _fill(
    approach_s: Whole,
    deliver_s: Whole,
    at_once: NDArray[np.bool_],
    load_prices: Whole,
    cost: Whole,
    free: Whole,
    loaded: Whole,
    span_s: int,
) -> None:
    """Fill in the worth of time, a span no longer than the shortest leg at a time.

    So what a span looks at lies before it, but for legs that take no time. A lot that is delivered in no time
    (``at_once``) looks at ``free`` of the same moment, and comes after it. As trips take a second, it is approached
    in no time from nowhere, so ``free`` does not look at it.
    """
    for begins_s in range(0, free.shape[1], span_s):
        ends_s = min(begins_s + span_s, free.shape[1])
        for lot in range(len(loaded)):
            if not at_once[lot]:
                _deliver(deliver_s[lot], cost[lot], free, loaded[lot], begins_s, ends_s)
        for room in range(len(free)):
            for lot in range(len(loaded)):
                _raise(free[room], loaded[lot], approach_s[room, lot], load_prices[lot], begins_s, ends_s)
        for lot in range(len(loaded)):
            if at_once[lot]:
                _deliver(deliver_s[lot], cost[lot], free, loaded[lot], begins_s, ends_s)


@allocating
def _deliver(deliver_s: Whole, cost: Whole, free: Whole, loaded: Whole, begins_s: int, ends_s: int) -> None:
    """The most that a vehicle earns from a departure on, over a span of time left."""
    for room in range(len(deliver_s)):
        _raise(loaded, free[room], deliver_s[room], -cost[room], begins_s, ends_s)


@allocating
def _raise(worth: Whole, after: Whole, leg_s: int, earns: int, begins_s: int, ends_s: int) -> None:
    """Raise a worth, over a span of time left, to what is earned and the worth after a leg."""
    begins_s = max(begins_s, leg_s)
    if begins_s < ends_s:
        here, there = worth[begins_s:ends_s], after[begins_s - leg_s : ends_s - leg_s]
        for step in range(len(here)):
            here[step] = max(here[step], there[step] + earns)
