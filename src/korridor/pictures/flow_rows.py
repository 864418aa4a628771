"""Who went where, as tidy rows: accounts in columns, and ribbons between them that are as wide as heads are many."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from korridor.ledger.account import Account
from korridor.ledger.leg import Leg, Span
from korridor.ledger.posting import SURPLUS, UNEXPLAINED
from korridor.ledger.recounts import ESTIMATE

LEGS_COLUMN: Final = 1
LAST_COLUMN: Final = 4
MOST_LEGS: Final = 16
"""So many legs have a place of their own; of more, those of which nothing is open stand together by way."""

ABOARD: Final = "aboard:"
MISSING, TOO_MANY, UNDER_WAY = "unexplained", "too many", "on the way"

Node = tuple[int, str]
"""The column, and the account or what stands for it."""


@dataclass(frozen=True)
class Ribbon:
    """Heads from one node to another; ``kind`` is *went*, *unexplained*, *too many* or *on the way*."""

    source: Node
    target: Node
    heads: Span
    kind: str


@dataclass(frozen=True)
class FlowRows:
    """What a flow picture is drawn from; ``names`` of nodes, where they stand for more than one account."""

    ribbons: tuple[Ribbon, ...]
    names: dict[Node, str]


def flow_rows(account: Account) -> FlowRows:
    """Return the ribbons of the books: who is missing and who is too many each have their own, never netted."""
    stands_for = _together(account)
    found: dict[tuple[Node, Node, str], list[Span]] = defaultdict(list)
    for source, target, heads, kind in _all(account, stands_for):
        if (heads.low or 0) > 0 or heads.high is None or heads.high > 0:
            found[source, target, kind].append(heads)
    ribbons = tuple(
        Ribbon(source, target, _sum(spans), kind) for (source, target, kind), spans in sorted(found.items())
    )
    several: dict[str, int] = defaultdict(int)
    for name in stands_for.values():
        several[name] += 1
    names = {
        (LEGS_COLUMN, name): f"{number} legs, {name}" if number > 1 else name
        for name, number in several.items()
    }
    return FlowRows(ribbons, names)


def _together(account: Account) -> dict[str, str]:
    """Return, by leg, what it stands as: itself, or, on a long day, all that went the same way and of which nothing is open."""
    if len(account.legs) <= MOST_LEGS:
        return {leg.leg: leg.leg for leg in account.legs}
    ways: dict[str, set[str]] = defaultdict(set)
    for each in account.streams:
        if each.source.startswith(ABOARD):
            ways[each.source[len(ABOARD) :]].add(f"to {each.target.partition(':')[2]}")
        if each.target.startswith(ABOARD):
            ways[each.target[len(ABOARD) :]].add(f"from {each.source.partition(':')[2]}")
    return {
        leg.leg: leg.leg if _open(leg) or not ways[leg.leg] else " ".join(sorted(ways[leg.leg]))
        for leg in account.legs
    }


def _open(leg: Leg) -> bool:
    return not leg.counts_agree or not leg.aboard.nobody


def _all(account: Account, stands_for: dict[str, str]) -> Iterator[tuple[Node, Node, Span, str]]:
    """Yield every ribbon: of the legs first, then what happened to people who were somewhere."""

    def leg(name: str) -> Node:
        return LEGS_COLUMN, stands_for.get(name[len(ABOARD) :], name[len(ABOARD) :])

    beside = []
    known = set()
    for each in account.streams:
        from_leg, to_leg = each.source.startswith(ABOARD), each.target.startswith(ABOARD)
        if from_leg and to_leg:
            yield leg(each.source), (2, f"into {leg(each.target)[1]}"), each, "went"
            yield (0, f"out of {leg(each.source)[1]}"), leg(each.target), each, "went"
        elif from_leg:
            known.add((2, each.target))
            yield leg(each.source), (2, each.target), each, "went"
        elif to_leg:
            yield (0, each.source), leg(each.target), each, "went"
        elif not each.source.startswith(ESTIMATE):
            beside.append(each)
    for each_leg in account.legs:
        at = leg(ABOARD + each_leg.leg)
        yield at, (2, MISSING), each_leg.unexplained, MISSING
        yield (0, TOO_MANY), at, each_leg.surplus, TOO_MANY
        yield at, (2, UNDER_WAY), each_leg.aboard, UNDER_WAY
    for source, target, heads in _onward(
        ((e.source, e.target, Span(low=e.low, high=e.high)) for e in beside), known
    ):
        kind = MISSING if target[1].startswith(UNEXPLAINED) else "went"
        yield source, target, heads, TOO_MANY if source[1].startswith(SURPLUS) else kind


def _onward(beside: Iterable[tuple[str, str, Span]], known: set[Node]) -> Iterator[tuple[Node, Node, Span]]:
    """Yield what went between accounts of people who are somewhere, a column further than where they came to."""
    waiting, columns = list(beside), {name: column for column, name in known}
    for _ in range(LAST_COLUMN):
        ready = [each for each in waiting if each[0] in columns]
        for source, target, heads in ready:
            column = min(columns[source], LAST_COLUMN - 1)
            columns.setdefault(target, column + 1)
            yield (column, source), (column + 1, target), heads
        waiting = [each for each in waiting if each not in ready]
    for source, target, heads in waiting:
        came = columns.get(target, 2)
        yield (max(0, came - 1) if came > 2 else 0, source), (came, target), heads


def _sum(spans: list[Span]) -> Span:
    highs = [each.high for each in spans]
    high = None if None in highs else sum(each for each in highs if each is not None)
    return Span(low=sum(max(0, each.low or 0) for each in spans), high=high)
