from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

import korridor.ledger.posted.tables  # noqa: F401 - they are made by the migrations, too
from korridor.ledger.store.opened import in_memory
from korridor.ledger.store.tables import tables
from korridor.ledger.store.versions import MIGRATIONS, VERSIONS, migrate, version_of


def test_the_versions_are_the_migrations():
    """The list of versions, by which a newer store is told from an older one, is that of the migrations."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    scripts = list(ScriptDirectory.from_config(config).walk_revisions())
    assert tuple(script.revision for script in reversed(scripts)) == VERSIONS


def test_migrations_make_the_tables():
    """A store made by all migrations has exactly the tables, columns and indices that the program uses."""
    engine = in_memory()
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": lambda name, kind, parents: name != "alembic_version"}
        )
        assert compare_metadata(context, tables) == []
    engine.dispose()


def test_an_older_store_is_brought_up_to_date():
    """From every version on a store comes to the newest."""
    for version in VERSIONS:
        engine = create_engine("sqlite://")
        with engine.begin() as connection:
            migrate(connection, version)
            assert version_of(connection) == version
            migrate(connection)
            assert version_of(connection) == VERSIONS[-1]
        engine.dispose()
