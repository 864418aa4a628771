"""A1 to A9: from a set of events to the books at a moment, step by step; each step is a function of the one before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import groupby

from korridor.events.around import AidIn, Asked, Guarantee, Incident
from korridor.events.bookkeeping import Assigned
from korridor.events.event import Event
from korridor.events.journeys import Merged
from korridor.events.keeping import Reclassified
from korridor.events.written_event import event_bytes
from korridor.ledger.account import Account, Beside, Differed, Row
from korridor.ledger.at_odds import from_names, from_versions, said
from korridor.ledger.balance import Balance, balances_of, class_rows
from korridor.ledger.carried import Tasks, carried, said_in
from korridor.ledger.doubt import Doubt
from korridor.ledger.flows import flows_of
from korridor.ledger.holdings import held_of
from korridor.ledger.interval import Interval, whole
from korridor.ledger.legs import legs_of
from korridor.ledger.merged import Movements
from korridor.ledger.posting import Posting
from korridor.ledger.recounts import Recounted, recounted, stated_in
from korridor.ledger.sightings import sightings
from korridor.ledger.standing import Report, Version, reports_of
from korridor.ledger.stream import streams_of
from korridor.ledger.task import Open, in_order
from korridor.ledger.voyage import voyages_of
from korridor.ledger.worklist import from_accounts, from_classes, from_doubts, from_held, from_legs

AGREEING = (Open.RECOUNT_DUE, Open.WAITING)
"""What is to be done though counts agree."""


def account_of(events: Collection[Event], as_of: datetime, known_at: datetime) -> Account:
    """Return the books as of a moment, from what had been recorded by another.

    Parameters
    ----------
    events : collection of Event
        Each once; their order does not matter.
    as_of, known_at : datetime
        With an offset.
    """
    known = tuple(_by_number(event for event in events if event.known(known_at)))
    reports = tuple(_by_then(reports_of(known), as_of))
    versions = [version for report in reports for version in report.versions]
    movements = Movements(v.fact for v in versions if isinstance(v.fact, Merged))
    tasks = _tasks(versions)

    postings = [posting for report in reports for posting in flows_of(report, movements)]
    of_trips, doubts = carried((said for report in reports for said in said_in(report)), tasks, movements)
    postings += of_trips
    recounts = recounted((each for report in reports for each in stated_in(report)), postings, tasks)
    postings += recounts.postings
    postings.sort(
        key=lambda posting: (posting.at.astimezone(UTC), posting.events, posting.source, posting.target)
    )

    moved = [(movements.account(v.fact.of), v) for v in versions if isinstance(v.fact, Reclassified)]
    balances = _with_recounts(postings, moved, recounts)
    merged = _merged(versions, movements)
    legs = legs_of(postings, balances, voyages_of(versions, movements), tasks, merged, as_of)
    held = held_of(versions, postings, balances)
    every_doubt: list[Doubt] = [*doubts, *recounts.doubts, *sightings(versions, postings, movements)]
    since = {name: posting.at for posting in reversed(postings) for name in (posting.source, posting.target)}
    since |= {name: version.occurred_at for name, version in moved if name not in since}
    worklist = in_order(
        [
            *from_legs(legs, as_of),
            *from_accounts(balances, postings, recounts.last, tasks),
            *from_classes(balances, since),
            *from_doubts(every_doubt),
            *from_held(held, as_of),
            *from_versions(reports),
            *from_names(known),
        ]
    )
    return Account(
        as_of=as_of,
        known_at=known_at,
        counts_agree=all(task.what in AGREEING for task in worklist),
        accounts=tuple(rows_of(balances)),
        legs=legs,
        held=held,
        worklist=worklist,
        differed=tuple(_differed(every_doubt, reports)),
        beside=tuple(_beside(versions)),
        streams=streams_of(postings),
    )


def _by_number(events: Iterable[Event]) -> Iterator[Event]:
    """Yield events by device and number, so that no step depends on the order in which they came."""
    in_order = sorted(events, key=lambda event: (event.device, event.number))
    for _, several in groupby(in_order, key=lambda event: event.id):
        twins = list(several)
        yield from twins if len(twins) == 1 else sorted(twins, key=event_bytes)


def _by_then(reports: Collection[Report], as_of: datetime) -> Iterator[Report]:
    """Leave out what had not happened by then."""
    for report in reports:
        happened = tuple(v for v in report.versions if v.occurred_at <= as_of)
        if happened:
            yield replace(report, versions=happened)


def _tasks(versions: Collection[Version]) -> Tasks:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for version in versions:
        if isinstance(version.fact, Assigned):
            found[version.fact.counts, version.fact.at].add(version.fact.to)
    return {key: frozenset(posts) for key, posts in found.items()}


def _with_recounts(
    postings: Collection[Posting], moved: Collection[tuple[str, Version]], recounts: Recounted
) -> dict[str, Balance]:
    """Return the balances; of an account that was recounted, what was counted last and what was posted since."""
    facts = [(name, v.fact) for name, v in moved if isinstance(v.fact, Reclassified)]
    balances = balances_of(postings, facts)
    moved_in: dict[str, list[Version]] = defaultdict(list)
    for name, version in moved:
        moved_in[name].append(version)
    touching: dict[str, list[Posting]] = defaultdict(list)
    for posting in postings:
        for name in {posting.source, posting.target} & recounts.last.keys():
            touching[name].append(posting)
    for name, (heads, at) in recounts.last.items():
        later = [
            fact for v in moved_in[name] if v.occurred_at > at and isinstance(fact := v.fact, Reclassified)
        ]
        after = balances_of(
            (posting for posting in touching[name] if posting.at > at), [(name, fact) for fact in later]
        ).get(name, Balance())
        balances[name] = replace(after, into=(heads, *after.into))
    return balances


def _merged(versions: Collection[Version], movements: Movements) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for version in versions:
        if isinstance(version.fact, Merged):
            for movement in (version.fact.movement, version.fact.into):
                leg = movements.leg(movement)
                if movement != leg:
                    found[leg].add(movement)
    return {leg: tuple(sorted(several)) for leg, several in found.items()}


def rows_of(balances: Mapping[str, Balance]) -> Iterator[Row]:
    """Yield the rows of accounts, in all and by class."""
    for name, balance in sorted(balances.items()):
        given = name.startswith(("source:", "surplus:"))
        heads = balance.total.negative if given else balance.total
        yield _row(name, None, None, heads)
        if not given:
            for scheme, class_name, of_class in class_rows(balance):
                yield _row(name, scheme.value, class_name, of_class)


def _row(name: str, scheme: str | None, class_name: str | None, heads: Interval) -> Row:
    return Row(account=name, scheme=scheme, class_=class_name, low=whole(heads.low), high=whole(heads.high))


def _differed(doubts: Collection[Doubt], reports: Collection[Report]) -> Iterator[Differed]:
    """Yield counts that differ: no difference is hidden by one of them having been chosen (A8)."""
    for doubt in doubts:
        says = tuple(map(str, doubt.counts))
        yield Differed(what=doubt.what, about=doubt.about, says=says, settled=not doubt.open)
    for report in reports:
        if report.set_aside:
            versions = (*report.versions, *report.set_aside)
            first = report.versions[0]
            yield Differed(
                what=first.fact.kind if first.fact else "taken back",
                about=first.event.id,
                says=tuple(said(version) for version in versions),
                settled=True,
            )


def _beside(versions: Collection[Version]) -> Iterator[Beside]:
    ordered = sorted(versions, key=lambda version: (version.occurred_at, version.event.id))
    for version in ordered:
        if isinstance(version.fact, (Incident, Guarantee, AidIn, Asked)):
            yield Beside(
                event=version.event.id, occurred_at=version.occurred_at, post=version.post, what=version.fact
            )
