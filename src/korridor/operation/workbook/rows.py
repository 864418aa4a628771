"""A sheet with a row for each thing, read into the tree."""

from collections.abc import Collection

from korridor.operation.fault import Fault, Where
from korridor.operation.near import near, one_of
from korridor.operation.quantity import Quantity
from korridor.operation.units import shown
from korridor.operation.workbook.cells import Cell, SheetCells, cell_name
from korridor.operation.workbook.growing import Growing
from korridor.operation.workbook.headings import LEFT_ALONE, Heading, Headings, words_of
from korridor.operation.workbook.merged import merged_faults
from korridor.operation.workbook.sheets import GATES, NAME, NEXT, Column, Sheet
from korridor.operation.workbook.value import Unusable, Values

_SECTIONS = ("places", "fleet", "gates")
_WORDS = {"windows": ("announced", "happened"), "quantities": tuple(map(str, Quantity))}
_NOUNS = {"windows": "a set of windows", "quantities": "an uncertain quantity"}

MOST_FAULTS = 100
"""So many faults of one sheet are enough to mend at once; each is looked into, and that takes time."""

Row = dict[int, Cell]


class Rows:
    """Reads the rows of a sheet into the tree.

    Parameters
    ----------
    known : dict of str to dict of str to int
        By sheet: the names that it has given, and their places in it; rows that add to a place, a type or a
        gate must name one.
    unsure : set of tuple
        Parts of the operation in which names may be missing through another fault.

    Attributes
    ----------
    names : list of str
        The names that this sheet gives, in order.
    faults : list of Fault
    doubtful : set of tuple
        The paths of those faults.
    """

    def __init__(
        self,
        sheet: Sheet,
        cells: SheetCells,
        file: str,
        tree: Growing,
        values: Values,
        known: dict[str, dict[str, int]],
        unsure: set[Where],
    ) -> None:
        self._sheet, self._cells, self._file = sheet, cells, file
        self._tree, self._values, self._known = tree, values, known
        self._unsure = unsure
        self.names: list[str] = []
        self.faults: list[Fault] = []
        self.doubtful: set[Where] = set()
        self._headings = Headings(sheet, cells, file)
        # Empty cells of other columns say nothing, and most cells are empty.
        self._minded = {column for column in sheet.columns if sheet.needed(column) or sheet.paired(column)}
        self._last: dict[Where, int] = {}

    def read(self) -> None:
        """Read every row; an empty one, and the headings once more, are passed over."""
        headings = self._headings
        self.faults += [*headings.faults, *merged_faults(self._cells, headings.row, self._file)]
        section = self._sheet.entry[:1]
        if not headings.row and self._cells.rows:
            self.doubtful.add(section)
        if len(self._sheet.entry) == 2 and not self._tree.begun(section):
            self._tree.begin_section(
                section, headings.row or 1, self._name(headings.row or 1, 1), self._sheet.entry[1]
            )
        strays: set[int] = set()
        for number, row in sorted(self._cells.rows.items()):
            if len(self.faults) > MOST_FAULTS:
                self.doubtful.add(section)
                break
            row = {column: cell for column, cell in row.items() if words_of(cell) or cell.trouble}
            if number < headings.row:
                self._above(number, row)
            elif number > headings.row > 0 and not headings.repeats(row):
                strays |= self._strays(number, row, strays)
                self._row(number, {c: cell for c, cell in row.items() if c in headings.found})

    def _above(self, number: int, row: Row) -> None:
        if len(row) > 1 and not any(words_of(cell).startswith(LEFT_ALONE) for cell in row.values()):
            what = f"stands above the headings, which are in row {self._headings.row}; move it below them"
            self._fault(number, min(row), what)

    def _strays(self, number: int, row: Row, told: set[int]) -> set[int]:
        """Tell of values in columns that have no heading at all, once a column."""
        headings = self._cells.rows[self._headings.row]
        strays = {column for column in row if column not in headings and column not in told}
        for column in sorted(strays):
            what = f"{shown(words_of(row[column]))} stands in a column without a heading; write one in row {self._headings.row}"
            self._fault(number, column, f"{what}, or # to have the column left alone")
        return strays

    def _row(self, number: int, row: Row) -> None:
        if not row:
            return
        cells = {self._headings.found[column].column: cell for column, cell in row.items()}
        entry = self._entry(number, cells)
        if entry is None:
            self.doubtful.add(self._sheet.entry[:1])  # what names it elsewhere is not at fault
            return
        line, spot = number, self._name(number, min(row))
        self._tree.begin(entry if self._sheet.columns[0].path else entry[:-1], line, spot)
        for column, heading in self._headings.found.items():
            if heading.column not in self._sheet.keys and (column in row or heading.column in self._minded):
                self._cell(entry, number, column, heading, cells)
        for missing in self._headings.missing:
            self.doubtful.add((*entry, *missing.path[:1]))
        if self._headings.doubtful:
            self.doubtful.add(entry)
        if self._sheet is GATES:
            self._gate_named(entry)

    def _gate_named(self, entry: Where) -> None:
        """Keep a gate's name: its schedule, on another sheet, finds it by that."""
        name = self._tree.text((*entry, "name"))
        if name and name.text in self.names:
            what = f"{shown(name.text)} stands here a second time; give each gate a name of its own"
            self.faults.append(Fault(self._file, name.line, name.cell, what))
        self.names.append(name.text if name else "")

    def _entry(self, number: int, cells: dict[Column, Cell]) -> Where | None:
        """The path of what a row stands for; ``None`` where its names do not tell."""
        path: list[str | int] = []
        keys = iter(self._sheet.keys)
        for step in self._sheet.entry:
            if step == NEXT:
                place = self._last[tuple(path)] = self._last.get(tuple(path), -1) + 1
                path.append(place)
            elif step == NAME:
                name = self._key(number, next(keys), cells)
                if name is None:
                    return None
                path.append(self._known["gates"][name] if path == ["gates"] else name)
            else:
                path.append(step)
        found = tuple(path)
        if self._sheet.entry[-1] == NAME and (line := self._tree.begun(found)):
            column = next(c for c, h in self._headings.found.items() if h.column == self._sheet.keys[-1])
            self._fault(
                number,
                column,
                f"{shown(path[-1])} stands here a second time, and first in row {line}; write it once",
            )
            return None
        if self._sheet.entry == (self._sheet.name, NAME):
            self.names.append(str(path[-1]))
        return found

    def _key(self, number: int, key: Column, cells: dict[Column, Cell]) -> str | None:
        column = next((c for c, heading in self._headings.found.items() if heading.column == key), 0)
        if not column:
            return None
        try:
            written = (
                self._values.written(cells[key], self._sheet.belongs(key), "", "") if key in cells else None
            )
        except Unusable as error:
            self._fault(number, column, str(error))
            return None
        if written is None:
            self._fault(number, column, f"{key.heading} is missing; every row of this sheet needs one")
            return None
        name = str(written.value)
        if name == "value":
            self._fault(
                number, column, "'value' cannot be a name in a file of an operation; write another one"
            )
            return None
        allowed = self._allowed(key)
        if allowed is not None and name not in allowed:
            if self._sheet.entry[:1] in self._unsure:
                return None
            kind = _NOUNS.get(key.names, f"a name on the sheet {key.names}")
            self._fault(
                number, column, f"{shown(name)} is not {kind}; {near(name, allowed)}{one_of(allowed)}"
            )
            return None
        return name

    def _allowed(self, key: Column) -> Collection[str] | None:
        """The names that a row may add to; ``None`` where any will do, or is looked up with all the others."""
        if key.names in _WORDS:
            return _WORDS[key.names]
        adds = len(self._sheet.entry) > 2 and self._sheet.entry[0] in _SECTIONS and key == self._sheet.keys[0]
        return self._known.get(key.names, {}) if adds else None

    def _cell(
        self, entry: Where, number: int, column: int, heading: Heading, cells: dict[Column, Cell]
    ) -> None:
        what, path = self._sheet.belongs(heading.column), (*entry, *heading.column.path)
        name = self._name(number, column)
        cell = cells.get(heading.column)
        try:
            written = self._values.written(cell, what, heading.unit, name) if cell else None
        except Unusable as error:
            self._fault(number, column, str(error))
            self.doubtful.add(path[:-1] if self._sheet.paired(heading.column) else path)
            return
        whole = path[:-1] if self._sheet.paired(heading.column) and len(heading.column.path) > 1 else path
        if written is not None:
            self._tree.put(path, written, number, name)
        elif self._sheet.needed(heading.column) or self._other_of_pair(heading.column, cells):
            offer = one_of(what.words) if what.words else "write it here"
            self._fault(number, column, f"{heading.column.heading} is missing; {offer}")
            self.doubtful.add(whole)

    def _other_of_pair(self, column: Column, cells: dict[Column, Cell]) -> bool:
        """Whether the other half of a pair is given, as latitude without longitude."""
        half = column.path[:-1]
        return self._sheet.paired(column) and any(
            c.path[:-1] == half and c != column for c in cells if c.path
        )

    def _name(self, row: int, column: int) -> str:
        return cell_name(self._cells.name, row, column)

    def _fault(self, row: int, column: int, what: str) -> None:
        self.faults.append(Fault(self._file, row, self._name(row, column), what))
