"""Posting: bringing the books of a store up to what its log has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, insert, select, update

from korridor.events.event import Event
from korridor.events.written_event import Malformed, read_event
from korridor.ledger.posted.cases import Cases, cases_by_key, events_at, receipts_in
from korridor.ledger.posted.changes import Assignments, add_changes
from korridor.ledger.posted.sums import Sums
from korridor.ledger.posted.tables import FORM, awaited, by_box, by_moment, case_keys, members, posted
from korridor.ledger.posted.ties import ASSIGNED
from korridor.ledger.store.chunks import chunks
from korridor.ledger.store.rows import add_rows
from korridor.ledger.store.tables import log

BATCH = 5000


def post(connection: Connection, most: int = BATCH) -> bool:
    """Post the next events of the log; return whether there may be more.

    What a case posted before a new event came to it is taken away, and what it posts now is added. In whatever order and batches
    events come, the sums are the same.

    Parameters
    ----------
    connection : sqlalchemy.Connection
        In a transaction that writes.
    most : int
        So many events at once.
    """
    begun = _begun(connection)
    asked = select(log.c.receipt, log.c.body).where(log.c.receipt > begun).order_by(log.c.receipt).limit(most)
    rows = connection.execute(asked).all()
    batch = {receipt: event for receipt, body in rows if (event := _understood(body)) is not None}
    if batch:
        _post(connection, batch)
    if rows:
        connection.execute(update(posted).values(receipt=rows[-1].receipt))
    return len(rows) == most


def _post(connection: Connection, batch: Mapping[int, Event]) -> None:
    cases = Cases(connection, batch)
    assigned = receipts_in(connection, cases_by_key(connection, [ASSIGNED]))
    before = Assignments(events_at(connection, assigned))
    now = before
    touched = set(cases.touched)
    if ASSIGNED in cases.keys or assigned & receipts_in(connection, touched):
        around = assigned | receipts_in(connection, touched)
        now = Assignments([*events_at(connection, around), *batch.values()])
        touched |= _counted_by(connection, before.abouts | now.abouts)
    posted_before = events_at(connection, receipts_in(connection, touched))
    sums = Sums()
    add_changes(sums, posted_before, before, -1)
    add_changes(sums, [*posted_before, *batch.values()], now)
    cases.save()
    add_rows(connection, by_moment, list(sums.by_moment()))
    add_rows(connection, by_box, list(sums.by_box()))


def _begun(connection: Connection) -> int:
    """Return the last event that is posted; books of another form are begun anew."""
    found = connection.execute(select(posted).with_for_update()).one_or_none()
    if found is not None and found.form == FORM:
        return int(found.receipt)
    for table in (posted, members, case_keys, awaited, by_box, by_moment):
        connection.execute(delete(table))
    connection.execute(insert(posted), {"form": FORM, "receipt": 0})
    return 0


def _counted_by(connection: Connection, abouts: Iterable[str]) -> set[int]:
    """Return the cases whose count posts or does not by whose task it is."""
    found: set[int] = set()
    for some in chunks(abouts):
        found.update(connection.scalars(select(case_keys.c.case_id).where(case_keys.c.about.in_(some))))
    return found


def _understood(body: bytes) -> Event | None:
    try:
        event = read_event(body)
    except Malformed:
        return None
    return event if isinstance(event, Event) else None
