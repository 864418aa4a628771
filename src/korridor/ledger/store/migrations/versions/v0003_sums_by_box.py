"""Posted sums by boxes of time, from which a balance at any moment is had; those by the hour go, and are posted anew."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
BOX = ("happened_box", "known_box", "posted_box")
MOMENT = ("happened", "known", "posted")


def upgrade() -> None:
    """Make the new tables; books of the earlier form are begun anew when they are next asked."""
    for name, spans in (("sums_by_box", BOX), ("sums_by_moment_in_box", (*BOX, *MOMENT))):
        op.create_table(
            name,
            sa.Column("account", sa.Text, primary_key=True),
            *(sa.Column(span, sa.BigInteger, primary_key=True, autoincrement=False) for span in spans),
            sa.Column("way", sa.Text, primary_key=True),
            sa.Column("scheme", sa.Text, primary_key=True),
            sa.Column("class", sa.Text, primary_key=True),
            sa.Column("postings", Whole, nullable=False),
            sa.Column("low", sa.BigInteger, nullable=False),
            sa.Column("low_open", Whole, nullable=False),
            sa.Column("high", sa.BigInteger, nullable=False),
            sa.Column("high_open", Whole, nullable=False),
            sqlite_with_rowid=False,
        )
    for name in ("sums_by_hour", "sums_by_moment"):
        op.drop_table(name)
