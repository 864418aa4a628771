"""The side store: what people wrote in words, apart from the log so that it can be erased (X1)."""

import os
from collections.abc import Iterable
from hashlib import sha256

from sqlalchemy import (
    Column,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    delete,
    insert,
    inspect,
    select,
)

from korridor.ledger.store.address import Address
from korridor.ledger.store.chunks import chunks
from korridor.ledger.store.refused import refused, said_of
from korridor.ledger.store.server import server_engine
from korridor.ledger.store.sqlite import BUSY_S, ERASABLE, WRITES, is_sqlite, sqlite_engine

FORMAT = "korridor-notes"
VERSION = 1
SALT_BYTES = 16
MOST_LETTERS = 4000
"""A remark of two pages; longer ones are papers, and belong in a file of their own."""

_tables = MetaData()
_side_store = Table(
    "side_store",
    _tables,
    Column("format", Text, primary_key=True),
    Column("version", Integer, nullable=False),
)
_notes = Table(
    "notes",
    _tables,
    Column("reference", Text, primary_key=True),
    Column("salt", LargeBinary(SALT_BYTES), nullable=False),
    Column("text", Text, nullable=False),
)


def reference_of(salt: bytes, text: str) -> str:
    """Return what an event keeps of a text: it shows that a text is the one, and does not let one be guessed without its salt.

    Examples
    --------
    >>> reference_of(bytes(16), "the driver says two got off at the bridge")[:12]
    'a242813b8e34'
    """
    return sha256(salt + text.encode()).hexdigest()


class Notes:
    """The texts of a store, each with a salt of its own.

    Parameters
    ----------
    address : Address or None
        The side store's own, ``Address.notes`` of its store; in memory without one. It is made when the first text is kept.
    """

    def __init__(self, address: Address | None, *, busy_s: float = BUSY_S) -> None:
        self.address = address if address is not None else "memory"
        self._path = address.path if address is not None else None
        with said_of(self.address):
            if address is not None and address.path is None:
                self._engine = server_engine(address)
            else:
                self._look_at()
                self._engine = sqlite_engine(address, ERASABLE, busy_s)
        self._made = False

    def keep(self, texts: Iterable[str]) -> list[str]:
        """Keep texts; they are on the disk when this returns.

        Returns
        -------
        list of str
            The reference of each.

        Raises
        ------
        korridor.operation.fault.Faults
            Where the side store does not take them.
        ValueError
            For a text that is too long.
        """
        rows = []
        for text in texts:
            if len(text) > MOST_LETTERS:
                raise ValueError(f"a note of {len(text)} letters; {MOST_LETTERS} or fewer")
            # Nobody may guess a salt, so it is no draw of a seed: the system's own source.
            salt = os.urandom(SALT_BYTES)
            rows.append({"reference": reference_of(salt, text), "salt": salt, "text": text})
        if rows:
            with said_of(self.address):
                self._make()
                with self._writing().begin() as connection:
                    connection.execute(insert(_notes), rows)
        return [str(row["reference"]) for row in rows]

    def texts(self, references: Iterable[str]) -> dict[str, str]:
        """Return the texts that are still there, by reference."""
        found: dict[str, str] = {}
        with said_of(self.address):
            if self._is_there():
                with self._engine.connect() as connection:
                    for some in chunks(references):
                        asked = select(_notes.c.reference, _notes.c.text).where(_notes.c.reference.in_(some))
                        found.update((reference, text) for reference, text in connection.execute(asked))
        return found

    def erase(self, references: Iterable[str]) -> int:
        """Erase texts with their salts, for good; return how many were still there.

        The events that refer to them stay as they are, byte for byte. What a file system or a backup keeps of an erased
        page is not in this program's hands.
        """
        erased = 0
        with said_of(self.address):
            if self._is_there():
                with self._writing().begin() as connection:
                    for some in chunks(references):
                        erased += connection.execute(
                            delete(_notes).where(_notes.c.reference.in_(some))
                        ).rowcount
        return erased

    def take_over(self, other: "Notes") -> None:
        """Keep the texts that another side store has, under the references that they have there."""
        with said_of(other.address):
            if not other._is_there():
                return
            with other._engine.connect() as connection:
                rows = [row._asdict() for row in connection.execute(select(_notes))]
        here = self.texts(row["reference"] for row in rows)
        if new := [row for row in rows if row["reference"] not in here]:
            with said_of(self.address):
                self._make()
                with self._writing().begin() as connection:
                    connection.execute(insert(_notes), new)

    def close(self) -> None:
        """Let go of the side store."""
        self._engine.dispose()

    def _writing(self) -> Engine:
        return self._engine.execution_options(**{WRITES: True})

    def _look_at(self) -> None:
        if (
            self._path is not None
            and self._path.exists()
            and not (self._path.is_file() and is_sqlite(self._path))
        ):
            raise refused(
                self.address, "this is where the notes belong, but it is something else; move it away"
            )

    def _is_there(self) -> bool:
        """Whether there is a side store; one that is something else, or newer, is refused."""
        if self._made:
            return True
        if self._path is not None and not self._path.exists():
            return False
        with self._engine.connect() as connection:
            if not inspect(connection).get_table_names():
                return False
            row = None
            if inspect(connection).has_table("side_store"):
                row = connection.execute(select(_side_store.c.format, _side_store.c.version)).first()
        if row is None or row.format != FORMAT:
            raise refused(
                self.address, "this is where the notes belong, but it is something else; move it away"
            )
        if row.version > VERSION:
            raise refused(self.address, f"a newer Korridor made it (version {row.version}); install that one")
        self._made = True
        return True

    def _make(self) -> None:
        if not self._is_there():
            with self._writing().begin() as connection:
                if not inspect(connection).has_table("side_store"):  # somebody else may have, while we waited
                    _tables.create_all(connection)
                    connection.execute(insert(_side_store), {"format": FORMAT, "version": VERSION})
            self._made = True
