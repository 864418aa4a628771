"""The versions of a store: an older one is brought up to date, a newer one is left alone."""

from pathlib import Path

from sqlalchemy import ColumnClause, Connection, Text, column, inspect, select, table

VERSIONS = ("0001", "0002", "0003")
"""All there have been, oldest first; a test holds that the migrations are these."""

MIGRATIONS = Path(__file__).with_name("migrations")

_VERSION: ColumnClause[str] = column("version_num", Text)
_ALEMBIC = table("alembic_version", _VERSION)


def version_of(connection: Connection) -> str | None:
    """Return the version that a database says it has; nothing if it says none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(select(_VERSION).select_from(_ALEMBIC)).scalar()
    return found


def migrate(connection: Connection, to: str = VERSIONS[-1]) -> None:
    """Bring a database to a version, an empty one from nothing, within the connection's transaction."""
    from alembic import command  # read only here: it takes longer than opening a store
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
