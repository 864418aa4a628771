"""What events post, added up by account and moment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from math import inf
from typing import NamedTuple

from korridor.events.bookkeeping import Assigned
from korridor.events.event import Event
from korridor.ledger.carried import Tasks, carried, said_in
from korridor.ledger.flows import flows_of
from korridor.ledger.heads import Heads
from korridor.ledger.interval import Interval
from korridor.ledger.merged import Movements
from korridor.ledger.posting import Posting
from korridor.ledger.recounts import recounted, stated_in
from korridor.ledger.standing import Report, reports_of

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
    moment: int


class Sums:
    """Intervals added up by cell, with their numbers: what is taken away again leaves nothing."""

    def __init__(self) -> None:
        self.cells: dict[Cell, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])

    def add(self, postings: Iterable[Posting], sign: int = 1) -> None:
        """Add postings, or take them away."""
        for posting in postings:
            moment = microseconds(posting.at)
            self._add(posting.target, INTO, posting.heads, moment, sign)
            self._add(posting.source, OUT_OF, posting.heads, moment, sign)

    def rows(self, span: int = 1) -> Iterator[tuple[str | int, ...]]:
        """Yield a row for each cell that changed, moments cut to so many microseconds."""
        found: dict[Cell, list[int]] = {}
        for cell, sums in self.cells.items():
            if any(sums):
                here = found.setdefault(cell._replace(moment=cell.moment // span), [0, 0, 0, 0, 0])
                for n, value in enumerate(sums):
                    here[n] += value
        return ((*cell, *sums) for cell, sums in sorted(found.items()) if any(sums))

    def _add(self, account: str, way: str, heads: Heads, moment: int, sign: int) -> None:
        self._put(Cell(account, way, "", "", moment), heads.total, sign)
        for scheme, classes in heads.breakdowns.items():
            self._put(Cell(account, way, scheme.value, "", moment), heads.total, sign)
            for name, interval in classes.items():
                self._put(Cell(account, way, scheme.value, name, moment), interval, sign)

    def _put(self, cell: Cell, interval: Interval, sign: int) -> None:
        sums = self.cells[cell]
        sums[0] += sign
        if interval.low == -inf:
            sums[2] += sign
        else:
            sums[1] += sign * int(interval.low)
        if interval.high == inf:
            sums[4] += sign
        else:
            sums[3] += sign * int(interval.high)


def postings_of(events: Collection[Event], tasks: Tasks) -> list[Posting]:
    """Return what whole cases post; but for what a recount finds, which depends on all the others."""
    reports = reports_of(events)
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
