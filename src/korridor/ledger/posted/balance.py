"""What is in an account at a moment, as known at another, from the posted books."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from math import inf

from sqlalchemy import Connection

from korridor.events.code_lists import CLASSES, UNKNOWN, Scheme
from korridor.events.journeys import Merged
from korridor.events.keeping import Reclassified
from korridor.ledger.balance import Balance
from korridor.ledger.heads import Heads
from korridor.ledger.interval import Interval
from korridor.ledger.merged import Movements
from korridor.ledger.posted.box import Corner
from korridor.ledger.posted.cases import events_by_key
from korridor.ledger.posted.changes import by_then, known_by
from korridor.ledger.posted.corner import rows_in
from korridor.ledger.posted.sums import INTO, OUT_OF, microseconds, tasks_of
from korridor.ledger.posted.ties import ASSIGNED, MERGED, reclassified, stated
from korridor.ledger.recounts import recounted, stated_in
from korridor.ledger.standing import Report, Version, reports_of

_ABOARD = "aboard:"


def balance_of(
    connection: Connection, account: str, as_of: datetime | None = None, known_at: datetime | None = None
) -> Balance | None:
    """Return an account's balance as of a moment, as known at another; ``None`` if nothing was posted to it."""
    corner = Corner(
        None if as_of is None else microseconds(as_of), None if known_at is None else microseconds(known_at)
    )
    merged = _versions(connection, [MERGED], corner)
    movements = Movements(version.fact for version in merged if isinstance(version.fact, Merged))
    names = _names(account, movements)
    moved = [
        version
        for version in _versions(connection, [reclassified(name).key for name in names], corner)
        if isinstance(version.fact, Reclassified) and movements.account(version.fact.of) == account
    ]
    last = _last_count(connection, account, corner)
    since = None if last is None else last[1]
    after = None if since is None else microseconds(since)
    into, out_of = _sums(connection, names, corner._replace(since=after))
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


def _reports(connection: Connection, keys: list[str], corner: Corner) -> list[Report]:
    known = known_by(events_by_key(connection, keys), corner.known_at)
    return by_then(reports_of(known), corner.as_of)


def _versions(connection: Connection, keys: list[str], corner: Corner) -> list[Version]:
    return [version for report in _reports(connection, keys, corner) for version in report.versions]


def _last_count(connection: Connection, account: str, corner: Corner) -> tuple[Heads, datetime] | None:
    reports = _reports(connection, [stated(account).key], corner)
    said = [each for report in reports for each in stated_in(report) if each.account == account]
    if not said:
        return None
    tasks = tasks_of(_reports(connection, [ASSIGNED], corner))
    return recounted(said, (), tasks).last.get(account)


def _sums(
    connection: Connection, names: list[str], corner: Corner
) -> tuple[tuple[Heads, ...], tuple[Heads, ...]]:
    """Return what went in and out, in a corner of time; each added up."""
    found: dict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for way, scheme, name, *sums in rows_in(connection, names, corner):
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


def _interval(sums: list[int]) -> Interval:
    _, low, low_open, high, high_open = sums
    return Interval(-inf if low_open else low, inf if high_open else high)
