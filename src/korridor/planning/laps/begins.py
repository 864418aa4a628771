"""What a search of laps begins with: lists of laps by plain rules, or the list that a plan comes from."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from korridor.clockwork.tables import Index, Ints
from korridor.events.order import Order
from korridor.planning.laps.laps_of import Dispatch, laps_of, matched
from korridor.planning.laps.patterns import patterns
from korridor.planning.laps.services import Services


@dataclass(frozen=True)
class Blank:
    """What lists to begin with are written for.

    Attributes
    ----------
    laps : int
        How many a list has.
    dispatch : callable
        From a list to the orders that it comes to.
    """

    index: Index
    services: Services
    laps: int
    dispatch: Dispatch


Begins = Callable[[Blank], Iterator[tuple[Ints, int]]]
"""Lists to begin with, and after how many laps each comes round again."""


def from_patterns(blank: Blank) -> Iterator[tuple[Ints, int]]:
    """Begin with plain rules that a dispatcher could follow."""
    return patterns(blank.index, blank.services, blank.laps)


def from_orders(orders: Sequence[Order]) -> Begins:
    """Begin with the list that a plan comes from; with plain rules where there is none, or nothing of it can go."""

    def begins(blank: Blank) -> Iterator[tuple[Ints, int]]:
        # Who is carried on from where they were brought is no part of a list of laps.
        origins = {blank.index.place_names[int(origin)] for origin in blank.services.origin}
        mine = [each for each in orders if not each.loaded or each.origin in origins]
        laps, goes = laps_of(blank.index, blank.services, mine, blank.laps), False
        if mine:
            laps, goes = matched(laps, mine, blank.dispatch, blank.services)
        if goes:
            yield laps, len(laps)
        else:
            yield from from_patterns(blank)

    return begins
