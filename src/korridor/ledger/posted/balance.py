"""What is in an account now, from the posted books."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from math import inf

from sqlalchemy import Connection, func, select

from korridor.events.code_lists import CLASSES, UNKNOWN, Scheme
from korridor.events.journeys import Merged
from korridor.events.keeping import Reclassified
from korridor.ledger.balance import Balance
from korridor.ledger.heads import Heads
from korridor.ledger.interval import Interval
from korridor.ledger.merged import Movements
from korridor.ledger.posted.cases import events_by_key
from korridor.ledger.posted.post import HOUR
from korridor.ledger.posted.sums import INTO, OUT_OF, microseconds, tasks_of
from korridor.ledger.posted.tables import by_hour, by_moment
from korridor.ledger.posted.ties import ASSIGNED, MERGED, reclassified, stated
from korridor.ledger.recounts import recounted, stated_in
from korridor.ledger.standing import Version, reports_of

_ABOARD = "aboard:"
_Sum = tuple[str, str, str, int, int, int, int, int]


def balance_of(connection: Connection, account: str) -> Balance | None:
    """Return an account's balance; ``None`` if nothing was ever posted to it."""
    movements = Movements(
        version.fact for version in _versions(connection, [MERGED]) if isinstance(version.fact, Merged)
    )
    names = _names(account, movements)
    moved = [
        version
        for version in _versions(connection, [reclassified(name).key for name in names])
        if isinstance(version.fact, Reclassified) and movements.account(version.fact.of) == account
    ]
    last = _last_count(connection, account)
    since = None if last is None else last[1]
    into, out_of = _sums(connection, names, since)
    facts = tuple(
        version.fact
        for version in moved
        if isinstance(version.fact, Reclassified) and (since is None or version.occurred_at > since)
    )
    if last is not None:
        return Balance((last[0], *into), out_of, facts)
    return Balance(into, out_of, facts) if into or out_of or facts else None


def _names(account: str, movements: Movements) -> list[str]:
    """Return the names under which people were posted who are in this account by now."""
    if not account.startswith(_ABOARD):
        return [account]
    movement, mark, rest = account[len(_ABOARD) :].partition("/")
    if movements.leg(movement) != movement:
        return []
    return [f"{_ABOARD}{each}{mark}{rest}" for each in movements.going_on_as(movement)]


def _versions(connection: Connection, keys: list[str]) -> list[Version]:
    reports = reports_of(events_by_key(connection, keys))
    return [version for report in reports for version in report.versions]


def _last_count(connection: Connection, account: str) -> tuple[Heads, datetime] | None:
    reports = reports_of(events_by_key(connection, [stated(account).key]))
    said = [each for report in reports for each in stated_in(report) if each.account == account]
    if not said:
        return None
    tasks = tasks_of(reports_of(events_by_key(connection, [ASSIGNED])))
    return recounted(said, (), tasks).last.get(account)


def _sums(
    connection: Connection, names: list[str], since: datetime | None
) -> tuple[tuple[Heads, ...], tuple[Heads, ...]]:
    """Return what went in and out, after a moment if one is given; each added up."""
    found: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for way, scheme, name, *sums in _rows(connection, names, since):
        here = found[way, scheme, name]
        for n, value in enumerate(sums):
            here[n] += int(value)
    return _added(found, INTO), _added(found, OUT_OF)


def _added(found: Mapping[tuple[str, str, str], list[int]], way: str) -> tuple[Heads, ...]:
    """Return what :func:`korridor.ledger.heads.added` would of all postings: one amount, or none."""
    everybody = found[way, "", ""]
    if not everybody[0]:
        return ()
    breakdowns = {}
    for scheme in Scheme:
        told_apart = found[way, scheme.value, ""]
        if told_apart[0]:
            classes = {name: list(found[way, scheme.value, name]) for name in CLASSES[scheme]}
            # Who was not counted in this scheme is of class unknown in it.
            for n, (each, of_them) in enumerate(zip(everybody, told_apart, strict=True)):
                classes[UNKNOWN][n] += each - of_them
            breakdowns[scheme] = {name: _interval(sums) for name, sums in classes.items()}
    return (Heads(_interval(everybody), breakdowns),)


def _rows(connection: Connection, names: list[str], since: datetime | None) -> list[_Sum]:
    hours, moments = by_hour.c, by_moment.c
    after = None if since is None else microseconds(since)
    rows: list[_Sum] = []
    for table, span in ((by_hour, hours.hour), (by_moment, moments.moment)):
        if after is None and table is by_moment:
            continue
        columns = table.c
        said = (columns.way, columns.scheme, columns["class"])
        added = [
            func.sum(each)
            for each in (columns.postings, columns.low, columns.low_open, columns.high, columns.high_open)
        ]
        asked = select(*said, *added).where(columns.account.in_(names)).group_by(*said)
        if after is not None:
            hour = after // HOUR
            within = span > hour if table is by_hour else span.between(after + 1, (hour + 1) * HOUR - 1)
            asked = asked.where(within)
        rows += [tuple(row) for row in connection.execute(asked)]
    return rows


def _interval(sums: list[int]) -> Interval:
    _, low, low_open, high, high_open = sums
    return Interval(-inf if low_open else low, inf if high_open else high)
