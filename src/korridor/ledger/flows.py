"""A1, A4: events that take people from one account to another, and say both."""

from __future__ import annotations

from collections.abc import Iterator

from korridor.events.around import PassedOutside
from korridor.events.bookkeeping import Closed, Matched
from korridor.events.facts import Fact
from korridor.events.head_count import HeadCount
from korridor.events.journeys import Diverted, Joined, Returned, Transferred
from korridor.events.keeping import (
    Born,
    Died,
    HandedOver,
    Left,
    Released,
    ReportedMissing,
    TakenIntoCustody,
)
from korridor.ledger.heads import Heads, ranged
from korridor.ledger.merged import Movements
from korridor.ledger.posting import UNEXPLAINED, Posting, deficit_of, surplus_of
from korridor.ledger.standing import Report

Flow = tuple[str, str, HeadCount]
"""From which account, to which, and how many."""


def flow_of(fact: Fact | None) -> Flow | None:
    """Return where a fact takes people from and to; ``None`` where it does not say both."""
    match fact:
        case Transferred() | Released() | Returned():
            return fact.of, fact.to, fact.count
        case TakenIntoCustody():
            return fact.of, f"custody:{fact.into}", fact.count
        case HandedOver():
            return fact.of, f"handed:{fact.to}", fact.count
        case Left():
            return fact.of, f"left:{fact.way}", fact.count
        case PassedOutside(of=str(of)):
            return of, "left:outside-convoys", fact.count
        case Born():
            return "source:born", fact.to, fact.count
        case Joined():
            return "source:joined", f"aboard:{fact.on}", fact.count
        case Died():
            return fact.of, f"dead:{fact.kept}", fact.count
        case Diverted(into=str(into), count=HeadCount() as count):
            return f"aboard:{fact.on}", f"aboard:{into}", count
        case ReportedMissing():
            return fact.of, UNEXPLAINED + fact.of, fact.count
        case Closed():
            return deficit_of(fact.of), f"closed:{fact.reason}", fact.count
        case Matched():
            return deficit_of(fact.deficit), surplus_of(fact.surplus), fact.count
    return None


def flows_of(report: Report, movements: Movements) -> Iterator[Posting]:
    """Yield what a report takes from account to account: a range where its versions are at odds.

    Versions that name different accounts may each be true: so many in each, or nobody.
    """
    by_way: dict[tuple[str, str], list[tuple[Heads, int]]] = {}
    for n, version in enumerate(report.versions):
        if flow := flow_of(version.fact):
            source, target, count = flow
            way = movements.account(source), movements.account(target)
            by_way.setdefault(way, []).append((Heads.of(count), n))
    for (source, target), found in by_way.items():
        versions = [report.versions[n] for _, n in found]
        heads = ranged(heads for heads, _ in found)
        yield Posting(
            what=versions[0].fact.kind if versions[0].fact else "",
            source=source,
            target=target,
            heads=heads if len(found) == len(report.versions) else heads.perhaps,
            at=min(version.occurred_at for version in versions),
            posts=tuple(sorted({version.post for version in versions})),
            events=tuple(sorted({version.event.id for version in versions})),
        )
