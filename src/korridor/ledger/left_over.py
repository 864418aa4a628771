"""A4: who is missing from the trips of a movement, and who is too many: never one against the other.

Where heads are known by vehicle, each trip is reckoned by itself. What is known of the whole movement only, and not by
vehicle, may belong to any of its trips. Who left or arrived so belongs first to those of which nobody counted who got in, or
out; who joined, died or was held so, to whichever lacks an explanation.
"""

from collections.abc import Iterable
from typing import NamedTuple

from korridor.ledger.interval import NOBODY, Interval, total


class Part(NamedTuple):
    """One trip.

    Attributes
    ----------
    rest : Interval
        What is left of it in the books; below zero where more got out than got in.
    over : bool
        Whether it is over.
    counted_in, counted_out : bool
        Whether who got in, and who got out, was counted for this vehicle.
    """

    rest: Interval
    over: bool
    counted_in: bool = True
    counted_out: bool = True


class Whole(NamedTuple):
    """Who got into a movement, and out of it, in vehicles that nobody named.

    Attributes
    ----------
    into, out_of : Interval
        Who left with it, and who arrived.
    over : bool
    joined, gone : Interval
        Who came in and went off otherwise: joined, was born; died, was held, went over.
    """

    into: Interval = NOBODY
    out_of: Interval = NOBODY
    over: bool = False
    joined: Interval = NOBODY
    gone: Interval = NOBODY


class LeftOver(NamedTuple):
    """Who is unexplained, who is too many, and who is still on the way."""

    unexplained: Interval
    surplus: Interval
    aboard: Interval


NOTHING = Whole()


def left_over(trips: Iterable[Part], whole: Whole = NOTHING) -> LeftOver:
    """Reckon a movement.

    Parameters
    ----------
    trips : iterable of Part
    whole : Whole

    Examples
    --------
    Three are missing from one bus and two too many came with another: that stays so.

    >>> found = left_over([Part(Interval(3, 3), True), Part(Interval(-2, -2), True)])
    >>> found.unexplained.low, found.surplus.low
    (3, 2)
    """
    parts = tuple(trips)
    into, out_of = _gross(whole.into, whole.out_of)
    joined, gone = _gross(whole.joined, whole.gone)
    missing, out_of = _less(_missing(part for part in parts if not part.counted_out), out_of)
    too_many, into = _less(_too_many(part for part in parts if not part.counted_in), into)
    missing = missing.plus(_missing(part for part in parts if part.counted_out))
    too_many = too_many.plus(_too_many(part for part in parts if part.counted_in))
    missing, gone = _less(missing, gone)
    too_many, joined = _less(too_many, joined)

    rest = into.plus(joined).minus(out_of.plus(gone))
    too_many, unplaced = _less(too_many, rest.at_least(0))
    missing, beyond = _less(missing, rest.negative.at_least(0))
    over, on_the_way = (_missing(part for part in parts if part.over is yes) for yes in (True, False))
    unexplained, aboard = _share(missing, over, on_the_way), _share(missing, on_the_way, over)
    surplus = too_many.plus(beyond)
    if whole.over:
        return LeftOver(unexplained.plus(unplaced), surplus, aboard)
    return LeftOver(unexplained, surplus, aboard.plus(unplaced))


def _gross(into: Interval, out_of: Interval) -> tuple[Interval, Interval]:
    """Return who got in and out; fewer than nobody who got in are some who got out."""
    return (
        into.at_least(0).plus(out_of.negative.at_least(0)),
        out_of.at_least(0).plus(into.negative.at_least(0)),
    )


def _less(some: Interval, taken: Interval) -> tuple[Interval, Interval]:
    """Return what is left of some when others are set against them, and what is left of those."""
    return some.minus(taken).at_least(0), taken.minus(some).at_least(0)


def _missing(parts: Iterable[Part]) -> Interval:
    return total(part.rest.at_least(0) for part in parts)


def _too_many(parts: Iterable[Part]) -> Interval:
    return total(part.rest.negative.at_least(0) for part in parts)


def _share(rest: Interval, own: Interval, others: Interval) -> Interval:
    """Return how many of the rest are of these trips, when nobody knows whom of them a draw took."""
    if others == NOBODY:
        return rest
    if rest == own.plus(others):  # nothing drew on them: each is its own
        return own
    low = rest.low - others.high if others.high < float("inf") else 0
    return Interval(max(0, min(low, own.low)), min(rest.high, own.high))
