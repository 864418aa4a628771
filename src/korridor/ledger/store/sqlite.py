"""All that is said to SQLite and to no other database."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from korridor.ledger.store.address import Address

BUSY_S = 10.0
"""So long another writer is waited for."""

WRITES = "korridor_writes"
"""The execution option of connections that write: they take the lock when they begin, not when they first write."""

LOG = ("PRAGMA journal_mode = WAL",)
"""Of a new log: readers and one writer at once, and one sync a commit. The file remembers it."""

ERASABLE = ("PRAGMA secure_delete = ON", "PRAGMA journal_mode = TRUNCATE")
"""Of what must be erasable: what is deleted is overwritten, and no older copy of a page stays in a log."""


def sqlite_engine(address: Address | None, habits: tuple[str, ...], busy_s: float = BUSY_S) -> Engine:
    """Return an engine on a file, or without an address on a database in memory, empty.

    Every connection syncs at each commit (``synchronous = FULL``, A13: in a write-ahead log only that outlasts a power
    cut, https://www.sqlite.org/pragma.html#pragma_synchronous), keeps foreign keys, and begins when it is told to.
    """
    if address is None:
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        engine = create_engine(address.url, connect_args={"timeout": busy_s})

    @event.listens_for(engine, "connect")
    def _connected(connection: sqlite3.Connection, _: Any) -> None:
        connection.isolation_level = None  # or Python would begin and end transactions as it thinks fit
        for habit in (*habits, "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON"):
            connection.execute(habit)

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def is_sqlite(path: Path) -> bool:
    """Whether a file begins as SQLite's do (https://www.sqlite.org/fileformat.html)."""
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\x00"
