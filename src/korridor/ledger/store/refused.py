"""A store that cannot be used: one line that says which and why."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from korridor.operation.fault import Fault, Faults

# The names of SQLite's result codes (https://www.sqlite.org/rescode.html), longest first where one begins another.
_WORDS = {
    "SQLITE_BUSY": "another program is writing to it and does not end; try again",
    "SQLITE_LOCKED": "another program is writing to it and does not end; try again",
    "SQLITE_READONLY": "it cannot be written to; copy it to a folder in which you may write",
    "SQLITE_PERM": "you may not open it; ask its owner, or copy it to a folder of your own",
    "SQLITE_FULL": "the disk is full; nothing of this was recorded: make room and record it again",
    "SQLITE_IOERR": "the disk does not take it; nothing of this was recorded: is it full, or was it taken out?",
    "SQLITE_TOOBIG": "an event is larger than a store can hold",
    "SQLITE_CANTOPEN": "it cannot be opened; you need to be able to write to it and to its folder",
    "SQLITE_NOTADB": "it is not a Korridor store; name another file, or a new one",
    "SQLITE_CORRUPT": "it is damaged; keep this file, and go on from a copy",
}


class ReadOnly(Faults):
    """A store that can be read and not written to."""


_READ_ONLY = ("SQLITE_READONLY", "25006", "42501")
"""SQLite's; and PostgreSQL's of a transaction that only reads, and of missing rights."""


def refused(store: object, why: str) -> Faults:
    """Say of a whole store why it cannot be used."""
    return Faults([Fault(str(store), 1, "", why)])


@contextmanager
def said_of(store: object) -> Iterator[None]:
    """Turn what the database complains of into one line.

    Raises
    ------
    korridor.operation.fault.Faults
        For whatever the database refuses, :class:`ReadOnly` where it is only not to be written to; a fault of this
        program's own SQL passes as it is.
    """
    try:
        yield
    except DBAPIError as error:
        if (why := _why(error)) is None:
            raise
        faults = refused(store, why)
        raise (ReadOnly(faults.faults) if _read_only(error) else faults) from error


def _read_only(error: DBAPIError) -> bool:
    code = getattr(error.orig, "sqlite_errorname", None) or getattr(error.orig, "sqlstate", None)
    return code is not None and code.startswith(_READ_ONLY)


def _why(error: DBAPIError) -> str | None:
    name = getattr(error.orig, "sqlite_errorname", None)
    if name is not None:
        return next((words for code, words in _WORDS.items() if name.startswith(code)), None)
    # PostgreSQL's classes of connection, resources, an operator's act, and rights (its manual, appendix A).
    state = getattr(error.orig, "sqlstate", None)
    if state is None and error.connection_invalidated is False and "connect" not in str(error.orig).lower():
        return None
    if state is None or state[:2] in ("08", "25", "28", "3D", "42", "53", "55", "57", "58"):
        return f"the server says: {str(error.orig).strip().splitlines()[0]}"
    return None
