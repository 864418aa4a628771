"""Write an operation as a workbook."""

import io
import re
from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction

from openpyxl import Workbook
from openpyxl.utils.exceptions import IllegalCharacterError
from openpyxl.worksheet.worksheet import Worksheet

from korridor.operation.fault import Where
from korridor.operation.operation import Operation
from korridor.operation.read import read_workbook
from korridor.operation.sort import UNITS, Sort
from korridor.operation.spelt import spelt_operation
from korridor.operation.with_sources import listed
from korridor.operation.workbook.looks import Looks
from korridor.operation.workbook.sheets import (
    NAME,
    NEXT,
    SETTINGS,
    SHEETS,
    UTC_OFFSET,
    Settings,
    Sheet,
)
from korridor.operation.workbook.words import in_cell, list_cell, number_text
from korridor.operation.write import held_by
from korridor.operation.written import Written

LONGEST = 32_000
"""A cell holds 32,767 characters; spreadsheets cut off what is longer."""

_MOST_DIGITS = 10**12
_FIRST_YEAR = 1901  # before that, the spreadsheets' calendar is not everybody's
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")

Value = bool | int | float | str | datetime


def operation_workbook(operation: Operation) -> bytes:
    """Return an operation as the bytes of a workbook.

    Raises
    ------
    ValueError
        If the operation holds what a workbook cannot, so that another one would be read.
    """
    tree = spelt_operation(operation).table
    tree["sources"] = Written(0, tuple(listed(said) for said in operation.sources))
    book = Workbook()
    book.remove(book.worksheets[0])
    looks = Looks(book, operation)
    filling = _Filling(operation, Written(0, tree))
    looks.read_me()
    for settings in SETTINGS:
        sheet = looks.settings_sheet(settings)
        filling.settings(sheet, settings)
        looks.finish_settings(sheet, settings)
    for kind in SHEETS:
        sheet = looks.sheet(kind)
        filling.rows(sheet, kind)
        looks.finish(sheet, kind)
    content = io.BytesIO()
    book.save(content)
    held_by(operation, "a workbook", lambda: read_workbook(content.getvalue(), "file.xlsx"))
    return content.getvalue()


class _Filling:
    """Puts an operation's values into cells."""

    def __init__(self, operation: Operation, tree: Written) -> None:
        self._tree = tree
        self._offset = (
            operation.start.isoformat()[19:]
            if operation.start and operation.start.utcoffset() is not None
            else ""
        )

    def settings(self, sheet: Worksheet, settings: Settings) -> None:
        for number, row in enumerate(settings.rows, start=2):
            if row == UTC_OFFSET:
                _put(sheet, number, 2, self._offset or None)
            elif (written := _at(self._tree, row.path)) is not None:
                _put(sheet, number, 2, self._value(written, settings.belongs(row).sort, row.unit))

    def rows(self, sheet: Worksheet, kind: Sheet) -> None:
        for number, (names, entry) in enumerate(_entries(self._tree, kind), start=2):
            for column, name in enumerate(names, start=1):
                _put(sheet, number, column, in_cell(name))
            for place, column_kind in enumerate(kind.columns, start=len(names) + 1):
                if (written := _at(entry, column_kind.path)) is not None:
                    value = self._value(written, kind.belongs(column_kind).sort, column_kind.unit)
                    _put(sheet, number, place, value)

    def _value(self, written: Written, sort: Sort, unit: str) -> Value | None:
        value = written.value
        if isinstance(value, tuple):
            return list_cell(item.text if item.value else "" for item in value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        if value is None or isinstance(value, int):
            return value
        if isinstance(value, float):
            return value if float(number_text(value)) == value else written.text
        assert isinstance(value, str)
        if sort in UNITS:
            return _in_unit(value, UNITS[sort], unit)
        if sort in (Sort.MOMENT, Sort.INSTANT):
            return self._moment(value)
        return in_cell(value)

    def _moment(self, text: str) -> datetime | str:
        """A date of the spreadsheet's, where it has the offset that the workbook names."""
        if not self._offset or not text.endswith(self._offset) or int(text[:4]) < _FIRST_YEAR:
            return text
        return datetime.fromisoformat(text.removesuffix(self._offset))


def _entries(written: Written, kind: Sheet) -> Iterator[tuple[tuple[str, ...], Written]]:
    """Yield the names and the value of each row."""
    for names, entry in _matching(written, kind.entry):
        if kind.entry[2:3] != ("per_person",) or names[-1] != "default":  # which stands on the sheet places
            yield names, entry


def _matching(written: Written | None, steps: Where) -> Iterator[tuple[tuple[str, ...], Written]]:
    if written is None:
        return
    if not steps:
        yield (), written
        return
    step, rest = steps[0], steps[1:]
    if step not in (NAME, NEXT):
        yield from _matching(written.table.get(str(step)), rest)
        return
    named = written.table.items() if step == NAME else ()
    listed_here = ((str(item.table["name"].value), item) for item in written.items) if step == NAME else ()
    for name, inner in (*named, *listed_here):
        if isinstance(inner.value, (dict, tuple)) or not rest:
            yield from (((name, *names), entry) for names, entry in _matching(inner, rest))
    for item in written.items if step == NEXT else ():
        yield from _matching(item, rest)


def _at(written: Written, path: Where) -> Written | None:
    here: Written | None = written
    for step in path:
        if here is None:
            return None
        inside = isinstance(step, int) and step < len(here.items)
        here = here.items[int(step)] if inside else here.table.get(str(step))
    return here


def _in_unit(text: str, units: dict[str, int], unit: str) -> int | float | str:
    """A quantity as a number of the heading's unit; with its own unit where that does not come out even."""
    amount, own = text.split(" ")
    number = Fraction(amount) * units[own] / units[unit]
    if number.denominator == 1:
        return int(number)
    even = (number * 1000).denominator == 1 and number < _MOST_DIGITS
    return float(number) if even else text


def _put(sheet: Worksheet, row: int, column: int, value: Value | None) -> None:
    if value is None:
        return
    cell = sheet.cell(row, column)
    if not isinstance(value, str):
        cell.value = value
        if isinstance(value, datetime):
            cell.number_format = "yyyy-mm-dd hh:mm:ss" if value.second else "yyyy-mm-dd hh:mm"
        return
    text = _LOOKS_ESCAPED.sub("_x005F_", value).replace("\r", "_x000D_")
    if len(text) > LONGEST:
        raise ValueError(
            f"a workbook cannot hold this operation: a text of {len(text):,} characters is too long"
        )
    try:
        cell.value = text
    except IllegalCharacterError:
        raise ValueError(
            f"a workbook cannot hold this operation: {text[:60]!r} has a control character"
        ) from None
    cell.data_type = "s"  # a name that begins with = is a name
