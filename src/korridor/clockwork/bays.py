"""C2, C6, C7: bays and lanes; whoever comes next takes the one that is free first."""

from korridor.clockwork.hours import fit_after
from korridor.clockwork.tables import NEVER, NONE, Ints, P, Tables, X
from korridor.compiled import inner


@inner
def free_first(free_s: Ints, first: int, number: int) -> int:
    """Return which of ``number`` bays or lanes from ``first`` on is free first (ties: lowest)."""
    best = first
    for other in range(first + 1, first + number):
        if free_s[other] < free_s[best]:
            best = other
    return best


@inner
def take_bay(tables: Tables, free_s: Ints, place: int, from_s: int, lasts_s: int) -> tuple[int, int]:
    """Take a bay of a place for a while, not before ``from_s``, within hours.

    Returns the bay, ``NONE`` where they are unlimited, and the begin, ``NEVER`` where hours are too short.
    """
    row = tables.places[place]
    bay, at = NONE, from_s
    if row[P.BAYS] != NONE:
        bay = free_first(free_s, row[P.BAY], row[P.BAYS])
        at = max(at, free_s[bay])
    at = fit_after(at, lasts_s, row[P.OPENS], row[P.CLOSES], tables.rule[X.START_CLOCK])
    if bay != NONE and at < NEVER:
        free_s[bay] = at + lasts_s
    return bay, at
