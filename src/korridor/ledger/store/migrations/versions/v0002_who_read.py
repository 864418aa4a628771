"""Who read what is sensitive (X3): a table that the database itself only lets be added to."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

Whole = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WORDS = "reads are only ever added to"


def upgrade() -> None:
    """Make the table of reads, empty: who read before is not known."""
    op.create_table(
        "reads",
        sa.Column("number", Whole, primary_key=True),
        sa.Column("mark", sa.LargeBinary(16), nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("post", sa.Text),
        sa.Column("organisation", sa.Text),
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("part", sa.Text, nullable=False),
        sa.Column("of", sa.Text),
        sa.Column("receipt", Whole, nullable=False),
        sa.UniqueConstraint("mark", name="uq_reads_mark"),
    )
    if op.get_bind().dialect.name == "sqlite":
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER reads_no_{act.lower()} BEFORE {act} ON reads "
                f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION reads_stay() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{WORDS}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER reads_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON reads "
        "FOR EACH STATEMENT EXECUTE FUNCTION reads_stay()"
    )
