"""Which events were received before: asked only where one may be among them."""

from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256

from sqlalchemy import Connection, select

from korridor.ledger.store.chunks import chunks
from korridor.ledger.store.entry import Entry
from korridor.ledger.store.tables import log, not_understood

Row = tuple[int, str | None, int | None, bytes]
_Key = tuple[str | None, int | bytes | None]


class Earlier:
    """What the log held before a batch, and what of the batch has been added, by device and number.

    Parameters
    ----------
    connection : sqlalchemy.Connection
    entries : sequence of Entry
        The batch.
    last : dict of str to int
        Each device's highest number before the batch; above it the log has nothing.
    """

    def __init__(self, connection: Connection, entries: Sequence[Entry], last: dict[str, int]) -> None:
        self._connection = connection
        self._entries = entries
        self._last = last
        self._added = 0

    def of(self, entry: Entry, rows: Sequence[Row]) -> dict[bytes, int]:
        """Return the bytes of all events with this one's number, each with its receipt; ``rows`` is what was added."""
        for receipt, device, number, body in rows[self._added :]:
            self._by_key.setdefault(self._key(device, number, body), {})[body] = receipt
        self._added = len(rows)
        return self._by_key.get(self._key(*entry[:3]), {})

    @staticmethod
    def digest(body: bytes) -> bytes:
        """Return what bytes without a number are found by."""
        return sha256(body).digest()

    def _key(self, device: str | None, number: int | None, body: bytes) -> _Key:
        return (None, self.digest(body)) if device is None else (device, number)

    @cached_property
    def _by_key(self) -> dict[_Key, dict[bytes, int]]:
        found: dict[_Key, dict[bytes, int]] = {}
        for receipt, device, number, body in self._rows():
            found.setdefault(self._key(device, number, body), {})[body] = receipt
        return found

    def _rows(self) -> list[Row]:
        columns = select(log.c.receipt, log.c.device, log.c.number, log.c.body)
        found: list[Row] = []
        for device, numbers in self._numbers().items():
            for chunk in chunks(numbers):
                asked = columns.where(log.c.device == device, log.c.number.in_(chunk))
                found.extend(self._connection.execute(asked))
        for digests in chunks(self.digest(entry.body) for entry in self._entries if entry.device is None):
            asked = columns.join(not_understood).where(
                log.c.device.is_(None), not_understood.c.digest.in_(digests)
            )
            found.extend(self._connection.execute(asked))
        return found

    def _numbers(self) -> dict[str, set[int]]:
        """Return which numbers of this batch the log may have."""
        numbers: dict[str, set[int]] = {}
        for device, number, _, _ in self._entries:
            if device is not None and number is not None and number <= self._last[device]:
                numbers.setdefault(device, set()).add(number)
        return numbers
