"""Which column of a sheet is which: by its heading, wherever it stands."""

import re
from typing import NamedTuple

from korridor.operation.fault import Fault
from korridor.operation.near import near, one_of
from korridor.operation.sort import UNITS, Belongs
from korridor.operation.units import shown
from korridor.operation.workbook.cells import Cell, SheetCells, cell_name
from korridor.operation.workbook.sheets import Column, Sheet
from korridor.operation.workbook.value import Unusable
from korridor.operation.workbook.words import clean

LEFT_ALONE = "#"
"""A heading or a sheet that begins so is the user's own, and is left alone."""

_WITH_UNIT = re.compile(r"(.*?)\s*[(\[]\s*([^()\[\]]*?)\s*[)\]]")
_ASIDE = "; put # before it to have it left alone"


_MOST_UNKNOWN = 20
"""So many headings that nobody knows are told; a sheet of another kind has thousands."""


class Heading(NamedTuple):
    """A column that was found, and the unit of its numbers."""

    column: Column
    unit: str


class Headings:
    """The row of headings of a sheet.

    Attributes
    ----------
    row : int
        Where it stands; 0 where there is none.
    found : dict of int to Heading
        By the number of the column.
    missing : list of Column
        Those that every row needs and that have no heading.
    faults : list of Fault
    doubtful : bool
        Whether there are headings that nobody knows, so that any value may be missing.
    """

    def __init__(self, sheet: Sheet, cells: SheetCells, file: str) -> None:
        self._sheet, self._cells, self._file = sheet, cells, file
        self.found: dict[int, Heading] = {}
        self.faults: list[Fault] = []
        self.doubtful = False
        self._by_name = {folded(column.heading): column for column in sheet.all_columns}
        self.missing: list[Column] = []
        self.row = next((row for row, there in sorted(cells.rows.items()) if self._is_headings(there)), 0)
        if self.row:
            self._read(cells.rows[self.row])
        elif cells.rows:
            row = min(cells.rows)
            what = f"no row of headings; this sheet needs {self._needed()} in one row above what is written"
            self._fault(row, 1, what)

    def repeats(self, row: dict[int, Cell]) -> bool:
        """Whether a row is the headings once more, as pasted tables bring them."""
        headings = self._cells.rows[self.row]
        enough = len(row) >= min(2, len(self.found))  # a thing may be called 'name'
        return enough and all(
            column in headings and words_of(cell) == words_of(headings[column])
            for column, cell in row.items()
        )

    def _is_headings(self, row: dict[int, Cell]) -> bool:
        known = [cell for cell in row.values() if folded(words_of(cell)) in self._by_name]
        return len(known) >= min(2, len(self._sheet.all_columns))

    def _needed(self) -> str:
        return ", ".join(column.title for column in self._sheet.all_columns if self._sheet.needed(column))

    def _read(self, row: dict[int, Cell]) -> None:
        for number, cell in sorted(row.items()):
            words = words_of(cell) if len(self.faults) < _MOST_UNKNOWN else ""
            if words and not words.startswith(LEFT_ALONE):
                self._heading(number, words)
        there = {heading.column for heading in self.found.values()}
        needed = [column for column in self._sheet.all_columns if self._sheet.needed(column)]
        self.missing = [column for column in needed if column not in there]
        for column in self.missing:
            what = f"the column {shown(column.title)} is missing; this sheet needs {self._needed()}"
            self._fault(self.row, 1, what)

    def _heading(self, number: int, words: str) -> None:
        column = self._by_name.get(folded(words))
        if column is None:
            titles = [each.title for each in self._sheet.all_columns]
            what = f"{shown(words)} is not a heading of this sheet; {near(words, titles)}{one_of(titles)}{_ASIDE}"
            self._fault(self.row, number, what)
            self.doubtful = True
            return
        for other, heading in self.found.items():
            if heading.column == column:
                first = cell_name(self._sheet.name, self.row, other)
                what = f"the heading {shown(words)} stands here a second time, and first in {first}; keep one{_ASIDE}"
                self._fault(self.row, number, what)
                return
        self.found[number] = Heading(column, self._unit(number, words, column))

    def _unit(self, number: int, words: str, column: Column) -> str:
        try:
            return unit_in(words, column, self._sheet.belongs(column))
        except Unusable as error:
            self._fault(self.row, number, str(error))
            return column.unit

    def _fault(self, row: int, column: int, what: str) -> None:
        self.faults.append(Fault(self._file, row, cell_name(self._cells.name, row, column), what))


def unit_in(words: str, column: Column, what: Belongs) -> str:
    """The unit that a heading names; empty where it names none.

    Raises
    ------
    Unusable
        If it is none of the quantity's units.
    """
    match, units = _WITH_UNIT.fullmatch(words), UNITS.get(what.sort, {})
    if match is None or not units:
        return ""
    unit = next((each for each in units if each.casefold() == match[2].casefold()), "")
    if not unit:
        raise Unusable(
            f"{shown(match[2])} is not a unit here; write {column.title} (units: {', '.join(units)})"
        )
    return unit


def folded(words: str) -> str:
    """A heading without its unit, whatever its capitals and spaces."""
    match = _WITH_UNIT.fullmatch(words)
    return " ".join((match[1] if match else words).replace("_", " ").casefold().split())


def words_of(cell: Cell) -> str:
    """What stands in a cell, as text without blanks around it."""
    return clean(cell.value) if isinstance(cell.value, str) else str(cell.value)
