"""The log of reads in a store: who read what is sensitive (X3). It is only ever added to."""

import os
from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Column, Connection, LargeBinary, Table, Text, insert, select

from korridor.ledger.store.chunks import chunks
from korridor.ledger.store.tables import Whole, tables

MARK_BYTES = 16

reads = Table(
    "reads",
    tables,
    Column("number", Whole, primary_key=True, comment="in this store"),
    Column("mark", LargeBinary(MARK_BYTES), nullable=False, unique=True, comment="in whatever store"),
    Column("at", Text, nullable=False),
    Column("post", Text),
    Column("organisation", Text),
    Column("purpose", Text, nullable=False),
    Column("part", Text, nullable=False),
    Column("of", Text),
    Column("receipt", Whole, nullable=False, comment="the last event that was there"),
)


class KeptRead(NamedTuple):
    """A read as a store keeps it."""

    mark: bytes
    at: str
    post: str | None
    organisation: str | None
    purpose: str
    part: str
    of: str | None
    receipt: int


def new_mark() -> bytes:
    """Return what a read is known by when stores are joined: from the system's own source, no draw of a seed."""
    return os.urandom(MARK_BYTES)


def add_reads(connection: Connection, kept: Collection[KeptRead]) -> None:
    """Add reads in their order; one that is there already is there once."""
    there: set[bytes] = set()
    for some in chunks(each.mark for each in kept):
        there.update(connection.scalars(select(reads.c.mark).where(reads.c.mark.in_(some))))
    if new := [each._asdict() for each in kept if each.mark not in there]:
        connection.execute(insert(reads), new)


def kept_reads(connection: Connection) -> list[KeptRead]:
    """Return all reads in the order in which they were added."""
    columns = [reads.c[name] for name in KeptRead._fields]
    return [KeptRead(*row) for row in connection.execute(select(*columns).order_by(reads.c.number))]
