"""What events post, added up by account and by the moments from which it counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from math import inf
from typing import NamedTuple

from korridor.events.bookkeeping import Assigned
from korridor.ledger.carried import Tasks, carried, said_in
from korridor.ledger.flows import flows_of
from korridor.ledger.interval import NOBODY, Interval
from korridor.ledger.merged import Movements
from korridor.ledger.posted.box import Change
from korridor.ledger.posting import Posting
from korridor.ledger.recounts import recounted, stated_in
from korridor.ledger.standing import Report

INTO, OUT_OF = "into", "out_of"
UNMERGED = Movements(())
"""Accounts are kept under the names that events give them; which movements are one by now is asked when a balance is."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Cell(NamedTuple):
    """What a sum is of."""

    account: str
    way: str
    scheme: str
    class_: str
    posted: int


Amount = tuple[int, int, int, int, int]
"""How many postings; their lows, how many have none; their highs, how many have none."""


def amounts_of(postings: Iterable[Posting]) -> dict[Cell, Amount]:
    """Add up postings by cell: intervals with their numbers, so that what is taken away again leaves nothing."""
    found: dict[Cell, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for posting in postings:
        moment = microseconds(posting.at)
        for account, way in ((posting.target, INTO), (posting.source, OUT_OF)):
            _put(found[Cell(account, way, "", "", moment)], posting.heads.total)
            for scheme, classes in posting.heads.breakdowns.items():
                _put(found[Cell(account, way, scheme.value, "", moment)], posting.heads.total)
                for name, interval in classes.items():
                    if interval != NOBODY:
                        _put(found[Cell(account, way, scheme.value, name, moment)], interval)
    return {cell: (sums[0], sums[1], sums[2], sums[3], sums[4]) for cell, sums in found.items()}


class Sums:
    """Amounts by account and change."""

    def __init__(self) -> None:
        self._found: dict[tuple[Cell, Change], list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])

    def add(self, amounts: Mapping[Cell, Amount], happened: int, known: int, sign: int = 1) -> None:
        """Add what begins to count at two moments, or take it away."""
        for cell, amount in amounts.items():
            here = self._found[cell, Change(happened, known, cell.posted)]
            for n, value in enumerate(amount):
                here[n] += sign * value

    def by_moment(self) -> Iterator[tuple[str | int, ...]]:
        """Yield a row for each change that is one."""
        for (cell, change), sums in sorted(self._found.items()):
            if any(sums):
                yield (cell.account, *change.box, *change, cell.way, cell.scheme, cell.class_, *sums)

    def by_box(self) -> Iterator[tuple[str | int, ...]]:
        """Yield a row for each box in which anything changes."""
        found: dict[tuple[str | int, ...], list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
        for (cell, change), sums in self._found.items():
            here = found[cell.account, *change.box, cell.way, cell.scheme, cell.class_]
            for n, value in enumerate(sums):
                here[n] += value
        return ((*key, *sums) for key, sums in sorted(found.items()) if any(sums))


def postings_of(reports: Collection[Report], tasks: Tasks) -> list[Posting]:
    """Return what whole cases post; but for what a recount finds, which depends on all the others."""
    postings = [posting for report in reports for posting in flows_of(report, UNMERGED)]
    postings += carried((said for report in reports for said in said_in(report)), tasks, UNMERGED)[0]
    estimates = [each for report in reports for each in stated_in(report) if each.estimated]
    return [*postings, *recounted(estimates, (), tasks).postings]


def tasks_of(reports: Iterable[Report]) -> dict[tuple[str, str], frozenset[str]]:
    """Return the posts whose task it is to count something somewhere."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for report in reports:
        for version in report.versions:
            if isinstance(version.fact, Assigned):
                found[version.fact.counts, version.fact.at].add(version.fact.to)
    return {key: frozenset(posts) for key, posts in found.items()}


def microseconds(moment: datetime) -> int:
    """Return a moment as microseconds since 1970, by UTC."""
    return (moment - _EPOCH) // _MICROSECOND


def interval_of_sums(sums: Sequence[int]) -> Interval:
    """Return what an amount says."""
    _, low, low_open, high, high_open = sums
    return Interval(-inf if low_open else low, inf if high_open else high)


def _put(sums: list[int], interval: Interval) -> None:
    sums[0] += 1
    if interval.low == -inf:
        sums[2] += 1
    else:
        sums[1] += int(interval.low)
    if interval.high == inf:
        sums[4] += 1
    else:
        sums[3] += int(interval.high)
