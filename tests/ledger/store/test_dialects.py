from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import ClauseElement, Engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from korridor.ledger.ledger import Ledger
from korridor.ledger.posted.tables import by_box
from korridor.ledger.store.rows import _adding, _statement
from korridor.ledger.store.tables import tables
from tests.ledger.store.test_postgresql import DAY

DIALECTS: tuple[Dialect, ...] = (sqlite.dialect(), postgresql.dialect())


@pytest.fixture
def statements() -> Iterator[list[ClauseElement]]:
    """All statements that are executed meanwhile."""
    found: list[ClauseElement] = []

    def executed(connection: Any, statement: Any, *rest: Any) -> None:
        if isinstance(statement, ClauseElement):
            found.append(statement)

    event.listen(Engine, "before_execute", executed)
    yield found
    event.remove(Engine, "before_execute", executed)


def test_all_statements_are_of_both_databases(statements: list[ClauseElement]):
    """Every statement of a day recorded, noted, accounted, asked for and erased can be said to either database."""
    with Ledger() as ledger:
        ledger.read(DAY)
        ledger.read(DAY)
        ledger.account()
        ledger.balance("reception:ATAREB", "2016-12-15T18:00+02:00", "2016-12-15T19:00+02:00")
        ledger.erase(["D1:1"])
        assert ledger.log.twins() == [] and ledger.log.not_understood() == {}
    assert len(statements) > 30
    for statement in statements:
        for dialect in DIALECTS:
            assert str(statement.compile(dialect=dialect))


def test_all_tables_are_of_both_databases():
    """Every table and index can be made in either database; a count of receipts does not end at two thousand million."""
    for dialect in DIALECTS:
        for table in tables.sorted_tables:
            made = str(CreateTable(table).compile(dialect=dialect))
            assert "receipt INTEGER" not in made or dialect.name == "sqlite"
            assert all(str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes)


def test_what_goes_to_the_driver_is_of_both_databases():
    """Rows that are inserted, or added up, by the driver's own loop have their words in either database."""
    for dialect in DIALECTS:
        for make in (_statement, _adding):
            text, _ = make(by_box, dialect)
            assert text.startswith("INSERT INTO sums_by_box")
            assert ("ON CONFLICT" in text) == (make is _adding)
