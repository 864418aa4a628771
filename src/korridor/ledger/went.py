"""What streams say of one account: who came to it, who went from it, and who of those came to somewhere else for certain."""

from collections.abc import Callable, Collection, Iterable
from math import inf

from korridor.ledger.interval import Interval, total
from korridor.ledger.posting import SURPLUS, UNEXPLAINED
from korridor.ledger.recounts import ESTIMATE
from korridor.ledger.stream import Stream

ABOARD = "aboard:"
_NOT_GONE = ("left:stayed", "closed:", UNEXPLAINED, SURPLUS, "source:")
_NOT_COME = (UNEXPLAINED, SURPLUS, "source:")

Ours = Callable[[str], bool]
"""Whether an account is one of those that are asked about."""


def is_estimated(streams: Iterable[Stream], account: str) -> bool:
    """Whether anybody has said, or counted, how many there were before anybody left."""
    return any(each.source.startswith(ESTIMATE) and each.target == account for each in streams)


def came(streams: Iterable[Stream], accounts: Collection[str]) -> Interval:
    """Who came to some accounts from others."""
    return _sum(
        each
        for each in streams
        if each.target in accounts and each.source not in accounts and not each.source.startswith(_NOT_COME)
    )


def went(streams: Iterable[Stream], places: Collection[str]) -> Interval:
    """Who went from some accounts to others."""
    return _sum(
        each
        for each in streams
        if each.source in places and each.target not in places and not each.target.startswith(_NOT_GONE)
    )


def certainly_out(streams: Collection[Stream], places: Collection[str]) -> float:
    """How many who left some places by convoy have certainly come to others.

    Who came off a leg may have got on elsewhere: so many are taken off.
    """
    out: float = 0
    for leg in {e.target for e in streams if e.source in places and e.target.startswith(ABOARD)}:
        left = _sum(each for each in streams if each.source in places and each.target == leg)
        others = _sum(each for each in streams if each.source not in places and each.target == leg)
        arrived = _sum(
            each
            for each in streams
            if each.source == leg
            and each.target not in places
            and not each.target.startswith((ABOARD, *_NOT_GONE))
        )
        out += max(0, min(left.low, arrived.low - others.high))
    return out


def crossing(streams: Collection[Stream], ours: Ours) -> tuple[float, float]:
    """At most so many came into some accounts, and went out of them."""
    into = _sum(each for each in streams if ours(each.target) and not ours(each.source))
    out = _sum(each for each in streams if ours(each.source) and not ours(each.target))
    return into.high, out.high


def more_than(later: float, earlier: float) -> float:
    """How much a sum grew; without limit where the later one is."""
    return inf if later == inf else max(0, later - earlier)


def _sum(streams: Iterable[Stream]) -> Interval:
    return total(each.interval for each in streams)
