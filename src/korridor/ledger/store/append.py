"""Adding to the log, within one transaction: an event twice is there once, two with one number are both there (A9 to A11)."""

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, insert, select, update

from korridor.ledger.store.chunks import chunks
from korridor.ledger.store.earlier import Earlier
from korridor.ledger.store.entry import Entry, Received
from korridor.ledger.store.rows import insert_rows
from korridor.ledger.store.tables import devices, log, not_understood, store, twins

_SET_DEVICE = (
    update(devices)
    .where(devices.c.device == bindparam("of_device"))
    .values(last_number=bindparam("number"), last_receipt=bindparam("receipt"))
)


def append(connection: Connection, entries: Sequence[Entry]) -> Received:
    """Add entries in their order; what was received before stays as it is.

    A device numbers its events upwards, so most are above its last number, and new without a look at the log.

    Parameters
    ----------
    connection : sqlalchemy.Connection
        In a transaction that writes; what is added is durable when that is committed.
    entries : sequence of Entry

    Returns
    -------
    Received
    """
    # Whoever holds this row adds; on a server the others wait here, in SQLite they wait for the transaction.
    receipts_before: int = connection.scalars(select(store.c.receipts).with_for_update()).one()
    last = _last_numbers(connection, entries)
    known = set(last)
    earlier = Earlier(connection, entries, dict(last))
    receipt = receipts_before
    receipts: list[int] = []
    rows: list[tuple[int, str | None, int | None, bytes]] = []
    strange: list[tuple[int, bytes, str]] = []
    again: set[int] = set()
    pairs: dict[int, tuple[int, int]] = {}
    for at, (device, number, body, reason) in enumerate(entries):
        if device is not None and number is not None and number > last.get(device, -1):
            last[device] = number
        else:
            same_number = earlier.of(entries[at], rows)
            if body in same_number:
                receipts.append(same_number[body])
                again.add(at)
                continue
            if same_number and device is not None:
                pairs[at] = (receipt + 1, min(same_number.values()))
        receipt += 1
        receipts.append(receipt)
        rows.append((receipt, device, number, body))
        if reason is not None:
            strange.append((receipt, earlier.digest(body), reason))
    insert_rows(connection, log, rows)
    insert_rows(connection, twins, list(pairs.values()))
    insert_rows(connection, not_understood, strange)
    _hear(connection, rows, last, known)
    connection.execute(update(store).values(receipts=receipt))
    return Received(receipts, frozenset(again), frozenset(pairs))


def _last_numbers(connection: Connection, entries: Sequence[Entry]) -> dict[str, int]:
    found: dict[str, int] = {}
    for names in chunks({entry.device for entry in entries} - {None}):
        asked = select(devices.c.device, devices.c.last_number).where(devices.c.device.in_(names))
        found.update((device, number) for device, number in connection.execute(asked))
    return found


def _hear(
    connection: Connection,
    rows: Sequence[tuple[int, str | None, int | None, bytes]],
    last: dict[str, int],
    known: set[str],
) -> None:
    """Note of each device its highest number, and when it was last heard."""
    heard = {device: receipt for receipt, device, _, _ in rows if device is not None}
    first = [
        {"device": device, "last_number": last[device], "last_receipt": receipt}
        for device, receipt in heard.items()
        if device not in known
    ]
    if first:
        connection.execute(insert(devices), first)
    more = [
        {"of_device": device, "number": last[device], "receipt": receipt}
        for device, receipt in heard.items()
        if device in known
    ]
    if more:
        connection.execute(_SET_DEVICE, more)
