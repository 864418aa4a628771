"""A4: who is missing from the trips of a movement, and who is too many: never one against the other.

Where heads are known by vehicle, each trip is reckoned by itself. What is known of the whole movement only, and not by
vehicle, may belong to any of its trips: who got out of the movement draws on whoever is left in its trips, and who got into it
may be those who got out of a trip too many.
"""

from collections.abc import Iterable
from typing import NamedTuple

from korridor.ledger.interval import NOBODY, Interval, total


class Part(NamedTuple):
    """What is left in the books of one trip (below zero: more came out than went in), and whether it is over."""

    rest: Interval
    over: bool


NO_PART = Part(NOBODY, False)


class LeftOver(NamedTuple):
    """Who is unexplained, who is too many, and who is still on the way."""

    unexplained: Interval
    surplus: Interval
    aboard: Interval


def left_over(trips: Iterable[Part], whole: Part = NO_PART) -> LeftOver:
    """Reckon a movement.

    Parameters
    ----------
    trips : iterable of Part
    whole : Part
        What is known of the movement as a whole, beyond its trips.

    Examples
    --------
    Three are missing from one bus and two too many came with another: that stays so.

    >>> found = left_over([Part(Interval(3, 3), True), Part(Interval(-2, -2), True)])
    >>> found.unexplained.low, found.surplus.low
    (3, 2)
    """
    parts = tuple(trips)
    over = total(part.rest.at_least(0) for part in parts if part.over)
    on_the_way = total(part.rest.at_least(0) for part in parts if not part.over)
    too_many = total(part.rest.negative.at_least(0) for part in parts)
    boarded, drawn = whole.rest.at_least(0), whole.rest.negative.at_least(0)

    unplaced = boarded.minus(too_many).at_least(0)
    in_trips = over.plus(on_the_way)
    surplus = too_many.minus(boarded).at_least(0).plus(drawn.minus(in_trips).at_least(0))
    rest = in_trips.minus(drawn).at_least(0)
    unexplained = _share(rest, over, on_the_way)
    aboard = _share(rest, on_the_way, over)
    if whole.over:
        return LeftOver(unexplained.plus(unplaced), surplus, aboard)
    return LeftOver(unexplained, surplus, aboard.plus(unplaced))


def _share(rest: Interval, own: Interval, others: Interval) -> Interval:
    """Return how many of the rest are of these trips, when nobody knows whom of them a draw took."""
    if others == NOBODY:
        return rest
    low = rest.low - others.high if others.high < float("inf") else 0
    return Interval(max(0, min(low, own.low)), min(rest.high, own.high))
