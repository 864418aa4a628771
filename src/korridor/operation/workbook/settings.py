"""A sheet of settings: what is set in one column, its value in the next."""

from korridor.operation.fault import Fault, Where
from korridor.operation.near import near, one_of
from korridor.operation.units import shown
from korridor.operation.workbook.cells import Cell, SheetCells, cell_name
from korridor.operation.workbook.growing import Growing
from korridor.operation.workbook.headings import LEFT_ALONE, Headings, folded, unit_in, words_of
from korridor.operation.workbook.merged import merged_faults
from korridor.operation.workbook.rows import MOST_FAULTS
from korridor.operation.workbook.sheets import UTC_OFFSET, Column, Settings, Sheet
from korridor.operation.workbook.value import Unusable, Values, offset_in

SETTING, VALUE = Column("setting", ()), Column("value", ())


class SettingsRows:
    """Reads a sheet of settings into the tree.

    Attributes
    ----------
    offset : str
        The offset from UTC that it sets; empty where it sets none.
    faults : list of Fault
    doubtful : set of tuple
        The paths of those faults.
    """

    def __init__(self, settings: Settings, cells: SheetCells, file: str, tree: Growing) -> None:
        self._settings, self._cells, self._file, self._tree = settings, cells, file, tree
        self.offset = ""
        self.faults: list[Fault] = []
        self.doubtful: set[Where] = set()
        self._rows = {folded(row.heading): row for row in settings.rows}

    def read(self) -> None:
        """Read every row; the offset first, which other rows need."""
        headings = Headings(Sheet(self._settings.name, (), (SETTING,), (VALUE,), ""), self._cells, self._file)
        self.faults += [*headings.faults, *merged_faults(self._cells, headings.row, self._file)]
        columns = {heading.column: number for number, heading in headings.found.items()}
        if not {SETTING, VALUE} <= set(columns):
            self.doubtful |= {row.path[:1] for row in self._settings.rows if row.path}
            return
        found = self._found(headings.row, columns[SETTING], columns[VALUE])
        for name, number in found.items():
            if self._rows[name] == UTC_OFFSET and (cell := self._cells.rows[number].get(columns[VALUE])):
                self._offset(cell)
        for name, number in found.items():
            if self._rows[name] != UTC_OFFSET:
                self._setting(self._rows[name], number, columns)

    def _found(self, headings: int, column: int, value: int) -> dict[str, int]:
        """The row of each setting."""
        found: dict[str, int] = {}
        for number, row in sorted(self._cells.rows.items()):
            words = words_of(row[column]) if column in row else ""
            name = folded(words)
            if number <= headings or words.startswith(LEFT_ALONE) or len(self.faults) > MOST_FAULTS:
                continue
            if not words:
                if value in row and words_of(row[value]):
                    self._fault(
                        number,
                        column,
                        f"{shown(words_of(row[value]))} stands beside no setting; write which it is",
                    )
            elif name not in self._rows:
                titles = [each.title for each in self._settings.rows]
                what = f"{shown(words)} is not a setting of this sheet; {near(words, titles)}{one_of(titles)}"
                self._fault(number, column, f"{what}; put # before it to have it left alone")
            elif name in found:
                self._fault(
                    number,
                    column,
                    f"stands here a second time, and first in row {found[name]}; write it once",
                )
            else:
                found[name] = number
        return found

    def _offset(self, cell: Cell) -> None:
        try:
            if cell.trouble:
                raise Unusable(cell.trouble)
            self.offset = offset_in(words_of(cell))
        except Unusable as error:
            self._fault(cell.row, cell.column, str(error))
            self.offset = "Z"  # or every date would be at fault for it
            self.doubtful.add(("start",))

    def _setting(self, row: Column, number: int, columns: dict[Column, int]) -> None:
        what = self._settings.belongs(row)
        cell = self._cells.rows[number].get(columns[VALUE])
        name = cell_name(self._cells.name, number, columns[VALUE])
        try:
            unit = unit_in(words_of(self._cells.rows[number][columns[SETTING]]), row, what)
        except Unusable as error:
            self._fault(number, columns[SETTING], str(error))
            self.doubtful.add(row.path)
            return
        try:
            written = Values(self.offset, ()).written(cell, what, unit, name) if cell else None
        except Unusable as error:
            self._fault(number, columns[VALUE], str(error))
            self.doubtful.add(row.path)
            return
        if written is not None:
            self._tree.put(row.path, written, number, name)
        elif self._settings.needed(row):
            self._fault(number, columns[VALUE], f"{row.heading} is missing; write it here")
            self.doubtful.add(row.path)

    def _fault(self, row: int, column: int, what: str) -> None:
        self.faults.append(Fault(self._file, row, cell_name(self._cells.name, row, column), what))
