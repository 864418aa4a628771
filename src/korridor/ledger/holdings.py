"""A7: the books do not close at arrival: who holds people, whether they may be seen, and when to ask next."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from korridor.events.code_lists import Answer
from korridor.events.keeping import Counted, Holding, TakenIntoCustody
from korridor.ledger.balance import Balance
from korridor.ledger.leg import Span
from korridor.ledger.posting import Posting
from korridor.ledger.standing import Version
from korridor.operation.frozen import Frozen

KEPT = ("reception", "hospital", "custody", "handed")
RECOUNTS = (timedelta(days=1), timedelta(days=7))
"""A7: recounts fall due the day after people came, and a week after."""


class Held(Frozen):
    """An account that stays open after arrival.

    Attributes
    ----------
    account : str
    heads : Span
    holders : tuple of str
        Organisations; of custody also by whose authority.
    access : Answer
        Whether others may see the people; *no* where holders do not agree on it.
    next_enquiry : datetime or None
        When a recount, or an enquiry, is due next.
    last_seen : datetime or None
        When they were counted last, or came.
    nationalities : dict of str to int
        Of custody; totals.
    """

    account: str
    heads: Span
    holders: tuple[str, ...] = ()
    access: Answer = Answer.UNKNOWN
    next_enquiry: datetime | None = None
    last_seen: datetime | None = None
    nationalities: dict[str, int] | None = None


def held_of(
    versions: Iterable[Version], postings: Iterable[Posting], balances: Mapping[str, Balance]
) -> tuple[Held, ...]:
    """Return the accounts that stay open: reception, hospital, custody and what was handed over."""
    came: dict[str, list[datetime]] = defaultdict(list)
    for posting in postings:
        if posting.target.partition(":")[0] in KEPT:
            came[posting.target].append(posting.at)
    holders: dict[str, set[str]] = defaultdict(set)
    access: dict[str, set[Answer]] = defaultdict(set)
    enquiries: dict[str, list[datetime]] = defaultdict(list)
    counted: dict[str, list[datetime]] = defaultdict(list)
    nations: dict[str, Counter[str]] = defaultdict(Counter)
    for version in versions:
        match version.fact:
            case Holding() as fact:
                holders[fact.of].update(fact.holders)
                access[fact.of].add(fact.access)
                if fact.next_enquiry is not None:
                    enquiries[fact.of].append(fact.next_enquiry)
            case Counted() as fact:
                counted[fact.of].append(version.occurred_at)
            case TakenIntoCustody() as fact:
                holders[f"custody:{fact.into}"].add(fact.authority)
                nations[f"custody:{fact.into}"].update(fact.nationalities)
    names = sorted({*came, *(name for name in holders if name.partition(":")[0] in KEPT)})
    return tuple(
        Held(
            account=name,
            heads=Span.of(balances[name].total if name in balances else Balance().total),
            holders=tuple(sorted(holders[name] | ({name[7:]} if name.startswith("handed:") else set()))),
            access=_access(access[name]),
            next_enquiry=next_enquiry(came[name], counted[name], enquiries[name]),
            last_seen=max((*came[name], *counted[name]), default=None),
            nationalities=dict(sorted(nations[name].items())) or None,
        )
        for name in names
    )


def next_enquiry(
    came: Iterable[datetime], counted: Iterable[datetime], asked_for: Iterable[datetime] = ()
) -> datetime | None:
    """Return when people are to be counted, or asked for, next.

    A count settles what falls due a day, or a week, after people came, once half of that span has passed.
    """
    last = max(counted, default=None)
    open_ = [
        moment + span for moment in came for span in RECOUNTS if last is None or last < moment + span / 2
    ]
    open_ += [moment for moment in asked_for if last is None or last < moment]
    return min(open_, default=None)


def _access(said: set[Answer]) -> Answer:
    known = said - {Answer.UNKNOWN}
    if len(known) > 1:
        return Answer.NO
    return next(iter(known), Answer.UNKNOWN)
