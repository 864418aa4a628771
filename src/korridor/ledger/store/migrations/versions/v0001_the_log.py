"""The log, its devices, twins, and what was not understood.

What a migration makes is written out here and not taken from ``tables``: those may change, and what version 0001 was may not.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables of an empty store."""
    store = op.create_table(
        "store",
        sa.Column("format", sa.Text, primary_key=True),
        sa.Column("receipts", Whole, nullable=False),
    )
    op.create_table(
        "devices",
        sa.Column("device", sa.Text, primary_key=True),
        sa.Column("last_number", Whole, nullable=False),
        sa.Column("last_receipt", Whole, nullable=False),
    )
    op.create_table(
        "log",
        sa.Column("receipt", Whole, primary_key=True, autoincrement=False),
        sa.Column("device", sa.Text),
        sa.Column("number", Whole),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_log_device_number", "log", ["device", "number"])
    op.create_table(
        "twins",
        sa.Column("receipt", Whole, sa.ForeignKey("log.receipt"), primary_key=True, autoincrement=False),
        sa.Column("of_receipt", Whole, nullable=False),
    )
    op.create_table(
        "not_understood",
        sa.Column("receipt", Whole, sa.ForeignKey("log.receipt"), primary_key=True, autoincrement=False),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_index("ix_not_understood_digest", "not_understood", ["digest"])
    op.bulk_insert(store, [{"format": "korridor-ledger", "receipts": 0}])
