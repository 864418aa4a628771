"""The best that a vehicle can do by a moment, where loads earn and room costs (docs/bounds-shuttle.md).

A dynamic program over what time is left, exact and in whole numbers. Trips take at least a second (``takes_time``).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from korridor.compiled import allocating, inlined
from korridor.planning.shuttle.lots import Lots
from korridor.planning.shuttle.shuttle import Whole
from korridor.planning.shuttle.split import Path

NOTHING = -(1 << 60)
"""The worth of what cannot be done any more."""


class Prices(NamedTuple):
    """Whole numbers, of a load by lot, of a person's room by reception, and of the cases supposed."""

    loads: Whole
    rooms: Whole
    cases: Whole


class Earned(NamedTuple):
    """What legs earn at some prices, by how much time is left after them.

    Attributes
    ----------
    least_s : array (spans)
        From so much time left on, ascending from 0.
    approach : array (spans, types, stands, lots)
    deliver : array (spans, types, lots, receptions)
    """

    least_s: Whole
    approach: Whole
    deliver: Whole


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


def earned_of(lots: Lots, seconds: int, prices: Prices, path: Path = ()) -> Earned:
    """What each leg earns; a case's price is earned by what must be more, and paid by what may not be."""
    # Whoever departs, or is out, by some moment has at least so much time left.
    since_s = [0 if case.counted.by_s is None else max(0, seconds - case.counted.by_s) for case in path]
    least_s = np.unique(np.array([0, *since_s], dtype=np.int64))
    spans = len(least_s)
    approach = np.zeros((spans, *lots.approach_s.shape), dtype=np.int64) + prices.loads
    deliver = np.zeros((spans, *lots.deliver_s.shape), dtype=np.int64) - lots.persons[:, None] * prices.rooms
    for case, price, from_s in zip(path, prices.cases.tolist(), since_s, strict=True):
        legs = approach if case.counted.approaches else deliver
        legs[np.ix_(least_s >= from_s, *map(np.arange, legs.shape[1:]))] += (
            case.sign * price * case.counted.of(lots)
        )
    return Earned(least_s, approach, deliver)


def worth_of(lots: Lots, kind: int, seconds: int, earned: Earned) -> Worth:
    """The worth of time for vehicles of a type."""
    worth = Worth(
        np.zeros((lots.rooms, seconds + 1), dtype=np.int64),
        np.full((len(lots.loads), seconds + 1), NOTHING, dtype=np.int64),
    )
    deliver_s, approach_s = lots.deliver_s[kind], lots.approach_s[kind, : lots.rooms]
    _fill(
        approach_s,
        deliver_s,
        earned.least_s,
        earned.approach[:, kind, : lots.rooms],
        earned.deliver[:, kind],
        deliver_s.min(axis=1, initial=1) == 0,
        worth.free,
        worth.loaded,
    )
    return worth


def earnings_of(lots: Lots, kind: int, stand: int, worth: Worth, earned: Earned) -> Whole:
    """The most that a vehicle earns from a stand within the whole time, by the lot that it loads first."""
    left_s = worth.free.shape[1] - 1 - lots.approach_s[kind, stand]
    lot, span = (
        np.arange(len(left_s)),
        np.searchsorted(earned.least_s, np.maximum(left_s, 0), side="right") - 1,
    )
    most = earned.approach[span, kind, stand, lot] + worth.loaded[lot, np.maximum(left_s, 0)]
    return np.where(left_s < 0, NOTHING, most)


def worth_of_all(lots: Lots, prices: Prices, path: Path = ()) -> int:
    """What vehicles must earn together in every plan in which these cases hold."""
    worth = int(lots.loads @ prices.loads) - int(lots.room_persons @ prices.rooms)
    return worth + sum(
        case.sign * case.trips * price for case, price in zip(path, prices.cases.tolist(), strict=True)
    )


def excess(lots: Lots, seconds: int, prices: Prices, path: Path = ()) -> int:
    """What vehicles must earn together, less what they can in so many seconds."""
    over, earned = worth_of_all(lots, prices, path), earned_of(lots, seconds, prices, path)
    for kind in sorted({kind for kind, _, _ in lots.fleets}):
        worth = worth_of(lots, kind, seconds, earned)
        for its, stand, number in lots.fleets:
            if its == kind:
                most = earnings_of(lots, kind, stand, worth, earned)
                over -= number * max(0, int(most.max(initial=0)))
    return over


@allocating
def _fill(
    approach_s: Whole,
    deliver_s: Whole,
    least_s: Whole,
    to_load: Whole,
    to_unload: Whole,
    at_once: NDArray[np.bool_],
    free: Whole,
    loaded: Whole,
) -> None:
    """Fill in the worth of time, a second more at a time; each says what it is worth to what comes before it.

    A lot that is delivered in no time (``at_once``) looks at ``free`` of the same moment, and comes after it. As trips
    take a second, it is approached in no time from nowhere, so ``free`` does not look at it.
    """
    span, alike = 0, len(least_s) == 1
    for left_s in range(free.shape[1]):
        if span + 1 < len(least_s) and least_s[span + 1] == left_s:
            span += 1
        for lot in range(len(loaded)):
            if not at_once[lot] and _is_news(loaded, lot, left_s, alike):
                _tell_receptions(loaded, lot, left_s, free, approach_s, to_load, span)
        for room in range(len(free)):
            if _is_news(free, room, left_s, alike):
                _tell_lots(free, room, left_s, loaded, deliver_s, to_unload, span)
        for lot in range(len(loaded)):
            if at_once[lot] and _is_news(loaded, lot, left_s, alike):
                _tell_receptions(loaded, lot, left_s, free, approach_s, to_load, span)


@inlined
def _is_news(worth: Whole, here: int, left_s: int, alike: bool) -> bool:
    """Whether a moment can be worth something new to what leads there.

    Where legs earn alike at all times more time is worth no less, and only where worth rises there is news. Rises are
    few: that is what makes it quick.
    """
    if alike and left_s > 0 and worth[here, left_s] <= worth[here, left_s - 1]:
        worth[here, left_s] = worth[here, left_s - 1]
        return False
    return worth[here, left_s] > NOTHING


@allocating
def _tell_receptions(
    loaded: Whole, lot: int, left_s: int, free: Whole, approach_s: Whole, to_load: Whole, span: int
) -> None:
    """What a departure is worth to the receptions that vehicles come from."""
    for room in range(len(free)):
        at_s = left_s + approach_s[room, lot]
        if at_s < free.shape[1]:
            free[room, at_s] = max(free[room, at_s], loaded[lot, left_s] + to_load[span, room, lot])


@allocating
def _tell_lots(
    free: Whole, room: int, left_s: int, loaded: Whole, deliver_s: Whole, to_unload: Whole, span: int
) -> None:
    """What being unloaded at a reception is worth to the loads that are taken there."""
    for lot in range(len(loaded)):
        at_s = left_s + deliver_s[lot, room]
        if at_s < loaded.shape[1]:
            loaded[lot, at_s] = max(loaded[lot, at_s], free[room, left_s] + to_unload[span, lot, room])
