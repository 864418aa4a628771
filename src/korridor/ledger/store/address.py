"""Where a store is: a file, or the URL of a database."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from korridor.ledger.store.refused import refused

NOTES = "notes"
"""What the side store's name ends with: ``books.db`` has ``books.notes.db``, the database ``books`` has ``books_notes``."""


@dataclass(frozen=True)
class Address:
    """A store's address.

    Attributes
    ----------
    url : sqlalchemy.URL
    path : pathlib.Path or None
        The file; nothing for a database that a server keeps.
    """

    url: URL
    path: Path | None

    @classmethod
    def read(cls, text: str | Path) -> "Address":
        """Read what a person typed: the path of a file, or a URL such as ``postgresql+psycopg://books@server/books``.

        Raises
        ------
        korridor.operation.fault.Faults
            Where a URL cannot be read.
        """
        text = str(text)
        if "://" not in text:
            return cls.of_file(Path(text))
        try:
            url = make_url(text)
        except ArgumentError:
            raise refused(text, "is not a URL; write postgresql+psycopg://USER@SERVER/DATABASE") from None
        if url.get_backend_name() == "sqlite":
            if not url.database:
                raise refused(text, "names no file; write sqlite:///books.db, or the file alone")
            return cls.of_file(Path(url.database))
        return cls(url, None)

    @classmethod
    def of_file(cls, path: Path) -> "Address":
        """Return the address of a file."""
        return cls(URL.create("sqlite", database=str(path)), path)

    @property
    def notes(self) -> "Address":
        """The side store that belongs to it."""
        if self.path is not None:
            return Address.of_file(self.path.with_name(f"{self.path.stem}.{NOTES}{self.path.suffix}"))
        return Address(self.url.set(database=f"{self.url.database}_{NOTES}"), None)

    def __str__(self) -> str:
        """Return it as messages show it: never with a password."""
        return str(self.path) if self.path is not None else self.url.render_as_string(hide_password=True)
