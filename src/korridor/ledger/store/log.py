"""The log of a store: added to by many, read in order of receipt."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, Engine, select

from korridor.ledger.store.address import Address
from korridor.ledger.store.append import Heads, append, last_numbers, last_receipt
from korridor.ledger.store.chunks import chunks
from korridor.ledger.store.entry import Entry, Received
from korridor.ledger.store.group_commit import GroupCommit
from korridor.ledger.store.opened import in_memory, opened
from korridor.ledger.store.refused import refused, said_of
from korridor.ledger.store.sqlite import BUSY_S, IMMUTABLE, WRITES
from korridor.ledger.store.tables import log, not_understood, twins

T = TypeVar("T")

_PAGE = 1000


class Kept(NamedTuple):
    """An event as the log has it: its place in the order of receipt, and its bytes."""

    receipt: int
    body: bytes


class Log:
    """An append-only log of events.

    Parameters
    ----------
    engine : sqlalchemy.Engine
        On an opened store.
    address : Address or str
        What messages call it.
    """

    def __init__(self, engine: Engine, address: Address | str) -> None:
        self.engine = engine
        self.address = address
        self._writing = engine.execution_options(**{WRITES: True})
        self._writer: Connection | None = None
        self._heads = Heads()
        self._group = GroupCommit(self._commit)
        self._lay = self._lies()

    @classmethod
    def open(cls, address: Address | None, *, new: bool = False, busy_s: float = BUSY_S) -> "Log":
        """Open the log of a store; without an address, a new one in memory.

        Raises
        ------
        korridor.operation.fault.Faults
            One line that says why it cannot be opened.
        """
        if address is None:
            return cls(in_memory(), "memory")
        return cls(opened(address, new=new, busy_s=busy_s), address)

    def record(self, entries: Sequence[Entry]) -> Received:
        """Add entries; they are on the disk when this returns (A13). Several threads may do it at once.

        Raises
        ------
        korridor.operation.fault.Faults
            Where the store does not take them; then none of them is in it.
        """
        return self._group.record(entries) if entries else Received(())

    def kept(self, after: int = 0, up_to: int | None = None) -> Iterator[Kept]:
        """Read events in order of receipt, from the one after ``after`` on; others may record meanwhile."""
        end = self.receipts if up_to is None else up_to
        while after < end:
            # A page at a time: a reader who takes long holds nobody up, and no old page has to be kept for it.
            asked = select(log.c.receipt, log.c.body).where(log.c.receipt > after, log.c.receipt <= end)
            with self._reading() as connection:
                rows = connection.execute(asked.order_by(log.c.receipt).limit(_PAGE)).all()
            yield from (Kept(receipt, body) for receipt, body in rows)
            after = rows[-1].receipt if len(rows) == _PAGE else end

    @property
    def receipts(self) -> int:
        """How many events the log holds: the receipt of the last one."""
        with self._reading() as connection:
            return last_receipt(connection)

    def twins(self) -> list[tuple[int, int]]:
        """Return the receipts of events that have another one's number, each with the first one's (A11)."""
        with self._reading() as connection:
            return [
                (receipt, of) for receipt, of in connection.execute(select(twins).order_by(twins.c.receipt))
            ]

    def not_understood(self) -> dict[int, str]:
        """Return why each event that was not understood was not, by receipt (A9)."""
        asked = select(not_understood.c.receipt, not_understood.c.reason).order_by(not_understood.c.receipt)
        with self._reading() as connection:
            return {receipt: reason for receipt, reason in connection.execute(asked)}

    def with_numbers(self, keys: Iterable[tuple[str, int]]) -> dict[tuple[str, int], list[bytes]]:
        """Return the bytes of all events of these devices and numbers, in order of receipt; those that there are."""
        by_device: dict[str, set[int]] = {}
        for device, number in keys:
            by_device.setdefault(device, set()).add(number)
        found: dict[tuple[str, int], list[bytes]] = {}
        with self._reading() as connection:
            for device, numbers in by_device.items():
                for some in chunks(sorted(numbers)):
                    asked = (
                        select(log.c.number, log.c.body)
                        .where(log.c.device == device, log.c.number.in_(some))
                        .order_by(log.c.receipt)
                    )
                    for number, body in connection.execute(asked):
                        found.setdefault((device, number), []).append(body)
        return found

    def next_numbers(self, names: Iterable[str]) -> dict[str, int]:
        """Return the number after the last one of each device."""
        with self._reading() as connection:
            found = last_numbers(connection, names, Heads())
        return {device: number + 1 for device, number in found.items()}

    def look(self, at: Callable[[Connection], T]) -> T:
        """Return what a function finds in the store, in one transaction that only reads."""
        with self._reading() as connection:
            return at(connection)

    def write(self, what: Callable[[Connection], T]) -> T:
        """Let a function write to the store, in one transaction."""
        with said_of(self.address), self._writing.begin() as connection:
            return what(connection)

    def close(self) -> None:
        """Let go of the store."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None
        self.engine.dispose()

    def __enter__(self) -> "Log":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with said_of(self.address), self.engine.connect() as connection:
            yield connection
        if self._lies() != self._lay:
            raise refused(self.address, "it was changed while it was read; try again")

    def _lies(self) -> tuple[int, int] | None:
        """Return size and time of a file that is read as it lies: of such a one SQLite does not see that it changes."""
        path = getattr(self.address, "path", None)
        if path is None or IMMUTABLE not in self.engine.url.query:
            return None
        found = path.stat()
        return found.st_size, found.st_mtime_ns

    def _commit(self, entries: Sequence[Entry]) -> Received:
        """Commit entries; one thread at a time, on a connection that is kept for it."""
        try:
            with said_of(self.address):
                if self._writer is None:
                    self._writer = self._writing.connect()
                with self._writer.begin():
                    return append(self._writer, entries, self._heads)
        except BaseException:
            self._heads = Heads()
            raise
