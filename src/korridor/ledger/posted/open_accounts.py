"""Who is unexplained, or too many, where people were recounted (A6, A7): from the posted books.

What a recount finds depends on all that was posted before it; but only through sums. So each recount is held against what was
posted since the one before, as one posting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import Connection

from korridor.ledger.balance import Balance
from korridor.ledger.carried import Tasks
from korridor.ledger.heads import Heads
from korridor.ledger.interval import Interval
from korridor.ledger.posted.box import Corner
from korridor.ledger.posted.corner import rows_in
from korridor.ledger.posted.standing import reports_in
from korridor.ledger.posted.sums import INTO, OUT_OF, amounts_of, interval_of_sums, microseconds, tasks_of
from korridor.ledger.posted.ties import ASSIGNED, stated
from korridor.ledger.posting import SURPLUS, UNEXPLAINED, Posting
from korridor.ledger.recounts import Stated, recounted, stated_in

_Net = dict[str, list[int]]


def found_by_recounts(connection: Connection, account: str, corner: Corner) -> Balance:
    """Return what recounts posted to an account such as ``unexplained:reception:ATAREB``."""
    counted = account.removeprefix(UNEXPLAINED).removeprefix(SURPLUS)
    reports = reports_in(connection, [stated(counted).key], corner)
    said = [each for report in reports for each in stated_in(report) if each.account == counted]
    if all(each.estimated for each in said):
        return Balance()
    tasks = tasks_of(reports_in(connection, [ASSIGNED], corner))
    moments = sorted({each.at for each in said if not each.estimated})
    between = _between(connection, counted, corner, moments, _estimates(said, tasks))
    postings = recounted(said, between, tasks).postings
    return Balance(
        tuple(each.heads for each in postings if each.target == account),
        tuple(each.heads for each in postings if each.source == account),
    )


def _estimates(said: Iterable[Stated], tasks: Tasks) -> tuple[Posting, ...]:
    return recounted([each for each in said if each.estimated], (), tasks).postings


def _between(
    connection: Connection,
    account: str,
    corner: Corner,
    moments: list[datetime],
    estimates: tuple[Posting, ...],
) -> Iterator[Posting]:
    """Yield, for each moment, what was posted since the one before; estimates are left out, as counts are held to them."""
    everything = _posted(connection, account, corner)
    before = _net(everything, _of_estimates(account, estimates, None), -1)
    for moment in moments:
        since = microseconds(moment)
        rest = _posted(connection, account, corner._replace(since=since))
        rest = _net(rest, _of_estimates(account, estimates, since), -1)
        change = _net(before, rest, -1)
        heads = interval_of_sums(change[INTO]).minus(interval_of_sums(change[OUT_OF]))
        yield _one(account, heads, moment)
        before = rest


def _posted(connection: Connection, account: str, corner: Corner) -> _Net:
    found: _Net = defaultdict(lambda: [0, 0, 0, 0, 0])
    for way, scheme, _, *sums in rows_in(connection, [account], corner):
        if not scheme:
            for n, value in enumerate(sums):
                found[way][n] += int(value)
    return found


def _of_estimates(account: str, estimates: tuple[Posting, ...], since: int | None) -> _Net:
    found: _Net = defaultdict(lambda: [0, 0, 0, 0, 0])
    for cell, amount in amounts_of(estimates).items():
        if cell.account == account and not cell.scheme and (since is None or cell.posted > since):
            for n, value in enumerate(amount):
                found[cell.way][n] += value
    return found


def _net(one: _Net, other: _Net, sign: int) -> _Net:
    return {way: [a + sign * b for a, b in zip(one[way], other[way], strict=True)] for way in (INTO, OUT_OF)}


def _one(account: str, heads: Interval, at: datetime) -> Posting:
    return Posting(what="posted", source="", target=account, heads=Heads(heads), at=at, posts=(), events=())
