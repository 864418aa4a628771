"""Read a workbook: its cells become the same tree that YAML becomes, each value with its cell."""

import re
from collections.abc import Iterable

from korridor.operation.fault import Fault, Faults, Where, path_text
from korridor.operation.near import near, one_of
from korridor.operation.units import shown
from korridor.operation.workbook.cells import SheetCells, cell_name, read_cells
from korridor.operation.workbook.growing import Growing
from korridor.operation.workbook.headings import LEFT_ALONE
from korridor.operation.workbook.package import NoWorkbook
from korridor.operation.workbook.rows import Rows
from korridor.operation.workbook.settings import SettingsRows
from korridor.operation.workbook.sheets import README, SETTINGS, SHEETS
from korridor.operation.workbook.value import NO_OFFSET, Values
from korridor.operation.workbook.words import clean
from korridor.operation.written import Written

_NEEDED = {
    "operation": ("name",),
    **{name: (name,) for name in ("places", "roads", "people", "fleet")},
    **dict.fromkeys(("depots", "layouts"), ("fleet",)),
}
"""The sheets without which there is no operation, and what is doubtful where one is missing."""

_CELL = re.compile(r"'?([^'!]+)'?!\$?([A-Z]{1,3})\$?([0-9]{1,7})")


def read_sheets(content: bytes, file: str) -> tuple[Written, list[Fault], set[Where]]:
    """Read the sheets of a workbook.

    Returns
    -------
    Written
        An operation's tree, with what could be read.
    list of Fault
        What is wrong with sheets, headings and single cells.
    set of tuple
        The paths of those faults.

    Raises
    ------
    Faults
        Where the file is no workbook that is read here.
    """
    try:
        sheets = read_cells(content)
    except NoWorkbook as error:
        raise Faults([Fault(file, 1, "", str(error))]) from None
    reading = _Reading(sheets, file)
    reading.all()
    return reading.tree.written(), reading.faults, reading.doubtful


def _sections(name: str) -> set[Where]:
    """The parts of an operation that a sheet speaks of."""
    parts = {
        row.path[:1] for settings in SETTINGS if settings.name == name for row in settings.rows if row.path
    }
    return parts | {sheet.entry[:1] for sheet in SHEETS if sheet.name == name}


class _Reading:
    def __init__(self, sheets: list[SheetCells], file: str) -> None:
        self._file = file
        self._sheets: dict[str, SheetCells] = {}
        self._offset_told = False
        self.tree = Growing()
        self.faults: list[Fault] = []
        self.doubtful: set[Where] = set()
        for sheet in sheets:
            name = clean(sheet.name).casefold()
            if name in self._sheets and sheet.rows:
                self._fault(
                    sheet, f"two sheets are called {shown(name)}; keep one, or put # before the other's name"
                )
            self._sheets.setdefault(name, sheet)

    def all(self) -> None:
        """Read settings first: dates need the offset; then places and the rest, which name them."""
        self._look_at_names()
        offset = ""
        for settings in SETTINGS:
            if cells := self._sheet(settings.name):
                read = SettingsRows(settings, cells, self._file, self.tree)
                read.read()
                self._take(read.faults, read.doubtful)
                offset = read.offset or offset
        known: dict[str, dict[str, int]] = {}
        for sheet in SHEETS:
            if cells := self._sheet(sheet.name):
                values = Values(offset, known.get("places", {}))
                rows = Rows(sheet, cells, self._file, self.tree, values, known, self.doubtful)
                rows.read()
                self._take(rows.faults, rows.doubtful)
                known[sheet.name] = {name: place for place, name in enumerate(rows.names)}
        self._vehicles_complete(known.get("fleet", {}))
        self._sources_by_cell()

    def _take(self, faults: list[Fault], doubtful: set[Where]) -> None:
        for fault in faults:
            if NO_OFFSET not in fault.what or not self._offset_told:  # one offset mends every date
                self.faults.append(fault)
            self._offset_told = self._offset_told or NO_OFFSET in fault.what
        self.doubtful |= doubtful

    def _look_at_names(self) -> None:
        names = [*(each.name for each in SETTINGS), *(each.name for each in SHEETS), README]
        for folded, sheet in self._sheets.items():
            if folded not in names and not folded.startswith(LEFT_ALONE) and sheet.rows:
                what = f"{shown(sheet.name)} is not a sheet of an operation; {near(folded, names)}{one_of(names)}"
                self._fault(sheet, f"{what}; put # before its name to have it left alone")
        for name, path in _NEEDED.items():
            if name not in self._sheets:
                what = f"the sheet {shown(name)} is missing; add it, or begin with korridor new NAME --xlsx"
                self.faults.append(Fault(self._file, 1, "", what))
                self.doubtful.add(path)

    def _sheet(self, name: str) -> SheetCells | None:
        """A sheet that is read: known, and to be seen."""
        sheet = self._sheets.get(name)
        if sheet is None or not sheet.hidden:
            return sheet
        if sheet.rows:
            self._fault(
                sheet, "this sheet is hidden, so nobody would see what is planned with; show it, or delete it"
            )
        self.doubtful |= {_NEEDED[name]} if name in _NEEDED else _sections(name)
        return None

    def _fault(self, sheet: SheetCells, what: str) -> None:
        row = min(sheet.rows, default=1)
        self.faults.append(Fault(self._file, row, cell_name(sheet.name, row, 1), what))

    def _vehicles_complete(self, types: Iterable[str]) -> None:
        """Say which types of vehicle have no row on the sheets that belong to the fleet."""
        told = ("fleet",) in self.doubtful  # a row that names no type is at fault, and not the type
        doubtful = {where[:3] for where in self.doubtful}
        for name in types:
            for sheet, what in (("depots", "how many stand where"), ("layouts", "how many places it has")):
                path = ("fleet", name, sheet)
                if self.tree.begun(path) or path in doubtful:
                    continue
                self.doubtful.add(path)
                if not told:
                    line, cell = self.tree.spot(("fleet", name))
                    words = f"{shown(name)} has no row on the sheet {sheet}; write there {what}"
                    self.faults.append(Fault(self._file, line, cell, words))

    def _sources_by_cell(self) -> None:
        """A source may name its value's cell; what is kept is the value's path."""
        by_cell = {name.replace("'", ""): where for name, where in self.tree.cells.items()}
        for cell, where in [
            (cell, where) for cell, where in self.tree.cells.items() if where[::2] == ("sources", "path")
        ]:
            path = self.tree.text(where)
            match = _CELL.fullmatch(path.text) if path else None
            if path is None or match is None:
                continue
            found = by_cell.get(f"{match[1]}!{match[2]}{match[3]}")
            if found is None:
                what = f"{shown(path.text)} is not the cell of a value; name one that is, or a path such as roads[3].length"
                self.faults.append(Fault(self._file, path.line, cell, what))
                self.doubtful.add(where)
            else:
                said = path_text(found)
                self.tree.put(where, Written(path.line, said, said, cell=cell), path.line, cell)
