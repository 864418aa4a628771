"""The log, twins, what was not understood, and the posted books.

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
    _make_the_books()
    op.bulk_insert(store, [{"format": "korridor-ledger"}])


def _make_the_books() -> None:
    op.create_table(
        "posted",
        sa.Column("form", Whole, primary_key=True, autoincrement=False),
        sa.Column("receipt", Whole, nullable=False),
    )
    op.create_table(
        "members",
        sa.Column("receipt", Whole, primary_key=True, autoincrement=False),
        sa.Column("case_id", Whole, nullable=False),
    )
    op.create_index("ix_members_case_id", "members", ["case_id"])
    op.create_table(
        "case_keys",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("about", sa.Text),
        sa.Column("case_id", Whole, nullable=False),
    )
    op.create_index("ix_case_keys_case_id", "case_keys", ["case_id"])
    op.create_index("ix_case_keys_about", "case_keys", ["about"])
    op.create_table(
        "awaited",
        sa.Column("device", sa.Text, primary_key=True),
        sa.Column("number", Whole, primary_key=True, autoincrement=False),
        sa.Column("by_receipt", Whole, primary_key=True, autoincrement=False),
    )
    for name, span in (("sums_by_hour", "hour"), ("sums_by_moment", "moment")):
        op.create_table(
            name,
            sa.Column("account", sa.Text, primary_key=True),
            sa.Column("way", sa.Text, primary_key=True),
            sa.Column("scheme", sa.Text, primary_key=True),
            sa.Column("class", sa.Text, primary_key=True),
            sa.Column(span, sa.BigInteger, primary_key=True, autoincrement=False),
            sa.Column("postings", Whole, nullable=False),
            sa.Column("low", sa.BigInteger, nullable=False),
            sa.Column("low_open", Whole, nullable=False),
            sa.Column("high", sa.BigInteger, nullable=False),
            sa.Column("high_open", Whole, nullable=False),
        )
