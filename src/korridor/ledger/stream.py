"""A1: heads that went from one account to another, added up; what a leg carried is one account here."""

from collections import defaultdict
from collections.abc import Iterable

from korridor.ledger.interval import Interval, total
from korridor.ledger.leg import Span
from korridor.ledger.merged import leg_of
from korridor.ledger.posting import Posting


class Stream(Span):
    """From low to high heads that went from one account to another until the moment of the books.

    Attributes
    ----------
    source, target : str
        Accounts; ``aboard:M1`` is a whole leg, with all its vehicles.
    """

    source: str
    target: str


def streams_of(postings: Iterable[Posting]) -> tuple[Stream, ...]:
    """Return what went between accounts, by their names; what went from vehicle to vehicle of one leg is left out."""
    found: dict[tuple[str, str], list[Interval]] = defaultdict(list)
    for posting in postings:
        way = _whole(posting.source), _whole(posting.target)
        if way[0] != way[1]:
            found[way].append(posting.heads.total)
    sums = {way: Span.of(total(heads)) for way, heads in found.items()}
    return tuple(
        Stream(source=source, target=target, low=sums[source, target].low, high=sums[source, target].high)
        for source, target in sorted(sums)
    )


def _whole(account: str) -> str:
    leg = leg_of(account)
    return account if leg is None else f"aboard:{leg}"
