"""Opening a store: a new one is made whole or not at all, an older one is brought up to date, anything else is left alone."""

import os
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, select
from sqlalchemy.exc import ProgrammingError

from korridor.ledger.store.address import Address
from korridor.ledger.store.refused import ReadOnly, refused, said_of
from korridor.ledger.store.server import server_engine
from korridor.ledger.store.sqlite import BUSY_S, LOG, WRITES, is_sqlite, lies_sealed, sqlite_engine
from korridor.ledger.store.tables import FORMAT, store
from korridor.ledger.store.versions import VERSIONS, migrate, version_of

_STRANGE = "it is not a Korridor store; name another file, or a new one"
_STRANGE_DATABASE = "this database has tables, but no Korridor store; name an empty one"
_NONE = "there is no store here; korridor record makes one"
_OLDER = "an older Korridor made it, and it cannot be brought up to date here; copy it to a folder in which you may write"


def opened(address: Address, *, new: bool, busy_s: float = BUSY_S) -> Engine:
    """Open a store.

    Parameters
    ----------
    address : Address
    new : bool
        Whether to make one where there is none.
    busy_s : float
        How long to wait for another program that writes.

    Returns
    -------
    sqlalchemy.Engine
        On a store of the newest version. One that lies where nobody may write is read as it lies.

    Raises
    ------
    korridor.operation.fault.Faults
        One line that says why it cannot be opened: nothing there, something else, a newer version, no right to write.
    """
    with said_of(address):
        if address.path is None:
            engine = server_engine(address)
        else:
            _look_at(address.path, address, new)
            sealed = lies_sealed(address.path)
            if sealed:
                _nothing_beside(address.path, address)
            engine = sqlite_engine(address, (), busy_s, as_it_lies=sealed)
        try:
            _bring_up_to_date(engine, address, new)
        except BaseException:
            engine.dispose()
            raise
    return engine


def in_memory() -> Engine:
    """Return a new, empty store that is gone with the program."""
    engine = sqlite_engine(None, ())
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        migrate(connection)
    return engine


def _look_at(path: Path, address: Address, new: bool) -> None:
    """Refuse what is no store before SQLite sees it: it would take an empty file for a database."""
    try:
        if not path.exists():
            if not new:
                raise refused(address, _NONE)
            if not path.parent.is_dir():
                raise refused(
                    address, f"there is no folder {path.parent}; make it, or name a file in another"
                )
            _make(path)
        elif not path.is_file() or not is_sqlite(path):
            raise refused(
                address, f"a folder is not a store; name a file in it{os.sep}" if path.is_dir() else _STRANGE
            )
    except OSError as error:
        raise refused(address, f"{error.strerror}; name a file that you may write") from None


def _nothing_beside(path: Path, address: Address) -> None:
    """Refuse a file of which the newest part lies beside it: to read it without would be silently wrong."""
    beside = path.with_name(path.name + "-wal")
    if beside.exists() and beside.stat().st_size:
        raise refused(
            address,
            f"what was recorded last is in {beside.name} beside it, and cannot be read where nobody may write; "
            "copy both to a folder in which you may write",
        )


def _make(path: Path) -> None:
    """Make a store aside, and give it its name when it is whole; who was quicker wins."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        engine = sqlite_engine(Address.of_file(aside), LOG)
        try:
            with engine.execution_options(**{WRITES: True}).begin() as connection:
                migrate(connection)
        finally:
            engine.dispose()
        try:
            os.link(aside, path)
        except FileExistsError:
            pass
        except OSError:  # a file system without links, such as that of most memory sticks
            aside.rename(path)
    finally:
        for each in (aside, *(aside.with_name(aside.name + end) for end in ("-wal", "-shm"))):
            each.unlink(missing_ok=True)


def _bring_up_to_date(engine: Engine, address: Address, new: bool) -> None:
    with engine.connect() as connection:
        found = _found(connection, address)
    if found == VERSIONS[-1]:
        return
    if found is None and not new:
        raise refused(address, _NONE)
    try:
        with said_of(address), engine.execution_options(**{WRITES: True}).begin() as connection:
            if _found(connection, address) != VERSIONS[-1]:  # somebody else may have, while we waited
                migrate(connection)
    except ReadOnly:
        raise refused(address, _OLDER) from None
    except ProgrammingError:  # two made the same tables at once, and the other one was quicker
        with engine.connect() as connection:
            if _found(connection, address) != VERSIONS[-1]:
                raise


def _found(connection: Connection, address: Address) -> str | None:
    """Return the version of the store that is there; nothing where a database is empty."""
    names = inspect(connection).get_table_names()
    if not names and address.path is None:
        return None
    version = version_of(connection)
    if "store" not in names or version is None or connection.scalar(select(store.c.format)) != FORMAT:
        raise refused(address, _STRANGE if address.path is not None else _STRANGE_DATABASE)
    if version not in VERSIONS:
        raise refused(
            address,
            f"a newer Korridor made it (version {version}, this one knows up to {VERSIONS[-1]}); install that one",
        )
    return version
