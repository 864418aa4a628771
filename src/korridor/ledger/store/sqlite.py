"""All that is said to SQLite and to no other database."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from korridor.ledger.store.address import Address

BUSY_S = 10.0
"""So long another writer is waited for."""

IMMUTABLE = "immutable"
"""What an engine's URL says of a file that is read as it lies."""

WRITES = "korridor_writes"
"""The execution option of connections that write: they take the lock when they begin, not when they first write."""

LOG = ("PRAGMA journal_mode = WAL",)
"""Of a new log: readers and one writer at once, and one sync a commit. The file remembers it."""

ERASABLE = ("PRAGMA secure_delete = ON", "PRAGMA journal_mode = TRUNCATE")
"""Of what must be erasable: what is deleted is overwritten, and no older copy of a page stays in a log."""


def sqlite_engine(
    address: Address | None, habits: tuple[str, ...], busy_s: float = BUSY_S, *, as_it_lies: bool = False
) -> Engine:
    """Return an engine on a file, or without an address on a database in memory, empty.

    Every connection syncs at each commit (``synchronous = FULL``, A13: in a write-ahead log only that outlasts a power
    cut, https://www.sqlite.org/pragma.html#pragma_synchronous), keeps foreign keys, and begins when it is told to. A file that
    is read *as it lies* is never written to, and what lies beside it is not looked at.
    """
    if address is None:
        engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    elif as_it_lies:
        assert address.path is not None
        query = {"mode": "ro", IMMUTABLE: "1", "uri": "true"}
        engine = create_engine(URL.create("sqlite", database=address.path.resolve().as_uri(), query=query))
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


def lies_sealed(path: Path) -> bool:
    """Whether a file can be read only as it lies: a write-ahead log needs a file beside it, and none can be made there.

    So it is on a medium, or in a folder, that is not to be written to (https://www.sqlite.org/wal.html#readonly).
    """
    connection = sqlite3.connect(path)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError as error:
        return error.sqlite_errorname.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY"))
    except sqlite3.DatabaseError:  # it is damaged, or something else: said when it is opened
        return False
    finally:
        connection.close()
    return False


def is_sqlite(path: Path) -> bool:
    """Whether a file begins as SQLite's do (https://www.sqlite.org/fileformat.html)."""
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\x00"
