"""The tables of a store: the log, and what was odd about it. They are only ever added to."""

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
"""What the one row of ``store`` says: by it a store is known, and whoever adds to the log holds it."""

store = Table(
    "store",
    tables,
    Column("format", Text, primary_key=True),
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
