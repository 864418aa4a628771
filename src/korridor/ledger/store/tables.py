"""The tables of a store: the log, who wrote it, and what was odd about it.

The log is only ever added to. Everything else here is said of it again and again from the log itself, but for the
numbers of the store.
"""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

tables = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)

# SQLite numbers rows itself only where the key is called INTEGER; elsewhere that would end at two thousand million.
Whole = BigInteger().with_variant(Integer(), "sqlite")

FORMAT = "korridor-ledger"
"""What the one row of ``store`` begins with: by it a store is known."""

store = Table(
    "store",
    tables,
    Column("format", Text, primary_key=True),
    Column("receipts", Whole, nullable=False, comment="events received so far: the receipt of the last one"),
)

devices = Table(
    "devices",
    tables,
    Column("device", Text, primary_key=True),
    Column("last_number", Whole, nullable=False, comment="the highest number heard of"),
    Column("last_receipt", Whole, nullable=False, comment="when it was last heard, in order of receipt"),
)

log = Table(
    "log",
    tables,
    Column("receipt", Whole, primary_key=True, autoincrement=False, comment="order of receipt, from 1"),
    Column("device", Text, comment="nothing where the bytes do not say it"),
    Column("number", Whole),
    Column("body", LargeBinary, nullable=False, comment="the event's bytes, as they came"),
    Index(None, "device", "number"),
)

twins = Table(
    "twins",
    tables,
    Column("receipt", Whole, ForeignKey("log.receipt"), primary_key=True, autoincrement=False),
    Column("of_receipt", Whole, nullable=False, comment="the first that came with this number (A11)"),
)

not_understood = Table(
    "not_understood",
    tables,
    Column("receipt", Whole, ForeignKey("log.receipt"), primary_key=True, autoincrement=False),
    Column("digest", LargeBinary(32), nullable=False, index=True, comment="SHA-256 of the bytes"),
    Column("reason", Text, nullable=False),
)
