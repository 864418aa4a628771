"""What is in an account at a moment, as known at another, from the posted books."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection

from korridor.events.code_lists import CLASSES, UNKNOWN, Scheme
from korridor.events.journeys import Merged
from korridor.events.keeping import Reclassified
from korridor.ledger.balance import Balance
from korridor.ledger.heads import Heads
from korridor.ledger.merged import Movements
from korridor.ledger.posted.box import Corner
from korridor.ledger.posted.corner import rows_in
from korridor.ledger.posted.open_accounts import found_by_recounts
from korridor.ledger.posted.standing import reports_in, versions_in
from korridor.ledger.posted.sums import INTO, OUT_OF, interval_of_sums, microseconds, tasks_of
from korridor.ledger.posted.ties import ASSIGNED, MERGED, reclassified, stated
from korridor.ledger.posting import SURPLUS, UNEXPLAINED
from korridor.ledger.recounts import recounted, stated_in

_ABOARD = "aboard:"


def balance_of(
    connection: Connection, account: str, as_of: datetime | None = None, known_at: datetime | None = None
) -> Balance | None:
    """Return an account's balance as of a moment, as known at another; ``None`` if nothing was posted to it."""
    corner = Corner(
        None if as_of is None else microseconds(as_of), None if known_at is None else microseconds(known_at)
    )
    if account.startswith((UNEXPLAINED, SURPLUS)):
        into, out_of = _sums(connection, [account], corner)
        found = found_by_recounts(connection, account, corner)
        balance = Balance((*into, *found.into), (*out_of, *found.out_of))
        return balance if balance.into or balance.out_of else None
    merged = versions_in(connection, [MERGED], corner)
    movements = Movements(version.fact for version in merged if isinstance(version.fact, Merged))
    names = _names(account, movements)
    moved = [
        version
        for version in versions_in(connection, [reclassified(name).key for name in names], corner)
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


def _last_count(connection: Connection, account: str, corner: Corner) -> tuple[Heads, datetime] | None:
    reports = reports_in(connection, [stated(account).key], corner)
    said = [each for report in reports for each in stated_in(report) if each.account == account]
    if not said:
        return None
    tasks = tasks_of(reports_in(connection, [ASSIGNED], corner))
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
            breakdowns[scheme] = {name: interval_of_sums(sums) for name, sums in classes.items()}
    return (Heads(interval_of_sums(everybody), breakdowns),)
