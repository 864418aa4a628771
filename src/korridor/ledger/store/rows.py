"""Many rows at once, by the statement that SQLAlchemy makes and the driver's own loop."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert
from sqlalchemy.dialects import postgresql, sqlite


def insert_rows(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows of plain values, in the order of the table's columns.

    The values go to the driver as they are: of a thousand events looking at each value again takes longer than writing them does.
    """
    if not rows:
        return
    text, names = _statement(table, connection.dialect)
    values = list(rows) if names is None else [dict(zip(names, row, strict=True)) for row in rows]
    connection.exec_driver_sql(text, values)


def add_rows(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Add rows of numbers to those that are there: what is no part of the key is added up."""
    if not rows:
        return
    text, names = _adding(table, connection.dialect)
    values = list(rows) if names is None else [dict(zip(names, row, strict=True)) for row in rows]
    connection.exec_driver_sql(text, values)


@cache
def _adding(table: Table, dialect: Dialect) -> tuple[str, tuple[str, ...] | None]:
    names = [column.name for column in table.columns]
    # Both databases say it in the same words, and SQLAlchemy has them apart for each.
    put = postgresql.insert(table) if dialect.name == "postgresql" else sqlite.insert(table)
    added = {
        column.name: table.c[column.name] + put.excluded[column.name]
        for column in table.columns
        if not column.primary_key
    }
    statement = put.on_conflict_do_update(index_elements=list(table.primary_key), set_=added)
    compiled = statement.compile(dialect=dialect, column_keys=names)
    return str(compiled), None if compiled.positional else tuple(names)


@cache
def _statement(table: Table, dialect: Dialect) -> tuple[str, tuple[str, ...] | None]:
    """Return the statement's text; and where the driver wants values by name, the names."""
    compiled = insert(table).compile(dialect=dialect, column_keys=[column.name for column in table.columns])
    return str(compiled), None if compiled.positional else tuple(column.name for column in table.columns)
