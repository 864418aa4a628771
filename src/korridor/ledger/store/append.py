"""Adding to the log, within one transaction: an event twice is there once, two with one number are both there (A9 to A11)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, func, select

from korridor.ledger.store.earlier import Earlier, Row
from korridor.ledger.store.entry import Entry, Received
from korridor.ledger.store.rows import insert_rows
from korridor.ledger.store.tables import log, not_understood, store, twins

_LOCK = select(store.c.format).with_for_update()
_LAST_RECEIPT = select(func.max(log.c.receipt))
_LAST_NUMBER = select(func.max(log.c.number)).where(log.c.device == bindparam("of_device"))


@dataclass
class Heads:
    """Where the log stood when it was added to last: as long as nobody else has, it need not be asked again.

    Attributes
    ----------
    receipt : int
        The last one.
    numbers : dict of str to int
        The highest number of each device that was asked for.
    """

    receipt: int = -1
    numbers: dict[str, int] = field(default_factory=dict)


def append(connection: Connection, entries: Sequence[Entry], heads: Heads) -> Received:
    """Add entries in their order; what was received before stays as it is.

    A device numbers its events upwards, so most are above its highest number, and new without a look at the log.

    Parameters
    ----------
    connection : sqlalchemy.Connection
        In a transaction that writes; what is added is durable when that is committed.
    entries : sequence of Entry
    heads : Heads
        Moved on to after these entries; not to be used again if the transaction fails.

    Returns
    -------
    Received
    """
    _stand(connection, heads)
    numbers = last_numbers(connection, {entry.device for entry in entries}, heads)
    earlier = Earlier(connection, entries, dict(numbers))
    receipt = heads.receipt
    receipts: list[int] = []
    rows: list[Row] = []
    strange: list[tuple[int, bytes, str]] = []
    again: set[int] = set()
    pairs: dict[int, tuple[int, int]] = {}
    for at, (device, number, body, reason) in enumerate(entries):
        if device is not None and number is not None and number > numbers[device]:
            numbers[device] = number
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
    heads.receipt = receipt
    return Received(receipts, frozenset(again), frozenset(pairs))


def last_receipt(connection: Connection) -> int:
    """Return the receipt of the last event; 0 if there is none."""
    return connection.scalar(_LAST_RECEIPT) or 0


def last_numbers(connection: Connection, devices: Iterable[str | None], heads: Heads) -> dict[str, int]:
    """Return the highest number of each device, 0 of one that was never heard of."""
    for device in devices:
        if device is not None and device not in heads.numbers:
            heads.numbers[device] = connection.scalar(_LAST_NUMBER, {"of_device": device}) or 0
    return heads.numbers


def _stand(connection: Connection, heads: Heads) -> None:
    """Wait until nobody else adds, and see whether anybody has."""
    if connection.dialect.name != "sqlite":  # there a transaction that writes is alone from its beginning
        connection.execute(_LOCK)
    last = last_receipt(connection)
    if last != heads.receipt:
        heads.receipt = last
        heads.numbers.clear()
