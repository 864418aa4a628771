"""A6, A7: who is in an account is counted again: what the books have beyond that is unexplained, what they lack is a surplus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from korridor.events.facts import Fact
from korridor.events.keeping import Counted, Estimated
from korridor.ledger.carried import Tasks
from korridor.ledger.doubt import Count, Doubt, differ
from korridor.ledger.heads import Heads, ranged
from korridor.ledger.interval import NOBODY, Interval
from korridor.ledger.posting import SURPLUS, UNEXPLAINED, Posting
from korridor.ledger.standing import Report

COUNTED = "counted"
ESTIMATE = "source:estimate"


@dataclass(frozen=True)
class Stated:
    """How many somebody says there are in an account, counted or estimated."""

    account: str
    estimated: bool
    heads: Heads
    at: datetime
    posts: tuple[str, ...]
    events: tuple[str, ...]
    chosen: bool


@dataclass(frozen=True)
class Recounted:
    """What recounts do to the books.

    Attributes
    ----------
    postings : tuple of Posting
        Opening estimates, and what each recount found missing or too much.
    doubts : tuple of Doubt
        Counts of one account at one moment that differ, and estimates that do.
    last : dict of str to Heads and datetime
        By account the last recount, and when it was.
    """

    postings: tuple[Posting, ...]
    doubts: tuple[Doubt, ...]
    last: Mapping[str, tuple[Heads, datetime]]


def stated_in(report: Report) -> Iterable[Stated]:
    """Yield what a report says of who is in an account."""
    found = defaultdict(list)
    for version in report.versions:
        if key := _key(version.fact):
            found[key].append(version)
    for (account, estimated), versions in found.items():
        heads = ranged(_heads(version.fact) for version in versions)
        yield Stated(
            account=account,
            estimated=estimated,
            heads=heads if len(versions) == len(report.versions) else heads.perhaps,
            at=min(version.occurred_at for version in versions),
            posts=tuple(sorted({version.post for version in versions})),
            events=tuple(sorted({version.event.id for version in versions})),
            chosen=any(version.chosen for version in versions),
        )


def _heads(fact: Fact | None) -> Heads:
    assert isinstance(fact, (Estimated, Counted))
    return Heads.of(fact.count)


def _key(fact: Fact | None) -> tuple[str, bool] | None:
    match fact:
        case Estimated():
            return fact.at, True
        case Counted() if not fact.of.startswith("aboard:"):
            return fact.of, False
    return None


def recounted(stated: Iterable[Stated], postings: Iterable[Posting], tasks: Tasks) -> Recounted:
    """Hold what was counted in each account against what the books have there at that moment."""
    by_account = defaultdict(list)
    for each in stated:
        by_account[each.account].append(each)
    touching: dict[str, list[tuple[Posting, int]]] = defaultdict(list)
    for posting in postings:
        if posting.source in by_account:
            touching[posting.source].append((posting, -1))
        if posting.target in by_account:
            touching[posting.target].append((posting, 1))
    found: list[Posting] = []
    doubts: list[Doubt] = []
    last = {}
    for account, said in sorted(by_account.items()):
        one = _OfOneAccount(account, tasks.get((COUNTED, account.partition(":")[2]), frozenset()))
        one.go_through(said, touching[account])
        found += one.postings
        doubts += one.doubts
        if one.last is not None:
            last[account] = one.last
    return Recounted(tuple(found), tuple(doubts), last)


class _OfOneAccount:
    def __init__(self, account: str, posts: frozenset[str]) -> None:
        self._account, self._posts = account, posts
        self._books = self._since_opening = self._estimate = NOBODY
        self.postings: list[Posting] = []
        self.doubts: list[Doubt] = []
        self.last: tuple[Heads, datetime] | None = None

    def go_through(self, said: list[Stated], touching: list[tuple[Posting, int]]) -> None:
        estimates = [each for each in said if each.estimated]
        if estimates:
            heads = self._one_count(estimates, "estimated")
            self._post(ESTIMATE, self._account, heads.total, estimates, heads)
            self._books = self._estimate = heads.total
        # Until it has been counted once, a place is only estimated, and so is whatever has an estimate.
        opening = bool(estimates) or self._account.startswith("place:")
        waiting = sorted(touching, key=lambda each: each[0].at)
        moments = defaultdict(list)
        for each in said:
            if not each.estimated:
                moments[each.at].append(each)
        for moment, counts in sorted(moments.items()):
            while waiting and waiting[0][0].at <= moment:
                posting, sign = waiting.pop(0)
                change = posting.heads.total if sign > 0 else posting.heads.total.negative
                self._books = self._books.plus(change)
                self._since_opening = self._since_opening.plus(change)
            self._hold(counts, self._one_count(counts, COUNTED), opening)
            opening = False

    def _hold(self, counts: list[Stated], heads: Heads, opening: bool) -> None:
        missing, found = self._books.minus(heads.total), heads.total
        if opening:
            # There may have been more people before than was estimated, or fewer, but never less than nobody: whoever came
            # in since, and neither left nor is here, is missing.
            missing = self._since_opening.minus(heads.total)
            before = missing.negative.at_least(0)
            self._post(ESTIMATE, self._account, before.minus(self._estimate), counts)
            if missing.high > 0:
                self._post(self._account, UNEXPLAINED + self._account, missing.at_least(0), counts)
        else:
            if missing.high > 0:
                self._post(self._account, UNEXPLAINED + self._account, missing.at_least(0), counts)
            if missing.low < 0:
                self._post(SURPLUS + self._account, self._account, missing.negative.at_least(0), counts)
        self._books, self.last = found, (heads, counts[0].at)

    def _one_count(self, stated: list[Stated], what: str) -> Heads:
        """Return the range of several counts of one moment that stands."""
        standing = [each for each in stated if each.chosen] or [
            each for each in stated if self._posts and set(each.posts) <= self._posts
        ]
        counts = tuple(Count(each.heads.total, each.posts, each.events) for each in stated)
        if differ(counts):
            decided = bool(standing) and len({each.heads.total for each in standing}) == 1
            self.doubts.append(Doubt(what, self._account, counts, stated[0].at, not decided))
        return ranged(each.heads for each in standing or stated)

    def _post(
        self, source: str, target: str, heads: Interval, by: list[Stated], classes: Heads | None = None
    ) -> None:
        self.postings.append(
            Posting(
                what="estimated" if by[0].estimated else COUNTED,
                source=source,
                target=target,
                heads=Heads(heads) if classes is None else classes,
                at=min(each.at for each in by),
                posts=tuple(sorted({post for each in by for post in each.posts})),
                events=tuple(sorted({event for each in by for event in each.events})),
            )
        )
