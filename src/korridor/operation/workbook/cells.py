"""The sheets of a workbook with what stands in their cells, as a person sees them."""

import re
from dataclasses import dataclass, field
from datetime import datetime, time

from openpyxl.styles.numbers import is_date_format, is_timedelta_format
from openpyxl.utils.datetime import from_excel

from korridor.operation.workbook.book import Book, unescaped
from korridor.operation.workbook.package import Handler, NoWorkbook, Package

_DIGITS = re.compile(r"[-+]?[0-9]{1,15}")
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384

_FORMULA = "a formula stands here; put its value there (copy, then paste values only)"
_NO_SPAN = "a span of time stands here, in the spreadsheet's own form; format the cell as a number and write it again"
_NO_DAY = "a time without a day; write for example 2016-12-15 09:00, or +6 h for six hours after the start"


@dataclass(frozen=True)
class Cell:
    """What stands in a cell.

    Attributes
    ----------
    row, column : int
        Counted from 1.
    value : bool, int, float, str or datetime
    trouble : str
        Why the value cannot be used, and what to do; empty where it can.
    per_cent : str
        Of a number that is shown in per cent: what is shown, where a share may stand.
    """

    row: int
    column: int
    value: bool | int | float | str | datetime
    trouble: str = ""
    per_cent: str = ""


@dataclass
class SheetCells:
    """A sheet with its cells.

    Attributes
    ----------
    rows : dict of int to dict of int to Cell
        By row and column; empty cells are left out.
    merged : list of str
        Ranges of merged cells, such as ``A1:B2``.
    """

    name: str
    hidden: bool = False
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)


def read_cells(content: bytes) -> list[SheetCells]:
    """Read the sheets of a workbook, in its order.

    Raises
    ------
    NoWorkbook
        If the file is none that is read here.
    """
    package = Package(content)
    book = Book(package)
    return [_Sheet(package, book, part, SheetCells(name, hidden)).cells for name, hidden, part in book.sheets]


class _Sheet(Handler):
    """Reads one sheet's cells as its elements go by."""

    def __init__(self, package: Package, book: Book, part: str, cells: SheetCells) -> None:
        self._book, self.cells = book, cells
        self._row, self._column = 0, 0
        self._said: dict[str, str] = {}
        self._value: list[str] = []
        self._text: list[str] = []
        self._formula = False
        if part:
            package.walk(part, self)

    def start(self, inside: list[str], said: dict[str, str]) -> None:
        match inside[-1]:
            case "row":
                self._row, self._column = _within(said.get("r"), self._row + 1, _LAST_ROW), 0
            case "c":
                self._said, self._formula = said, False
                self._value.clear()
                self._text.clear()
                place = _REFERENCE.fullmatch(said.get("r", ""))
                self._column = _within(
                    None, column_number(place[1]) if place else self._column + 1, _LAST_COLUMN
                )
            case "f":
                self._formula = True
            case "mergeCell":
                self.cells.merged.append(said.get("ref", ""))

    def text(self, inside: list[str], words: str) -> None:
        if inside[-1] == "v":
            self._value.append(words)
        elif inside[-1] == "t" and "is" in inside and "rPh" not in inside:
            self._text.append(words)

    def end(self, inside: list[str]) -> None:
        if inside[-1] == "c" and (cell := self._cell()) is not None:
            self.cells.rows.setdefault(cell.row, {})[cell.column] = cell

    def _cell(self) -> Cell | None:
        kind, value = self._said.get("t", "n"), "".join(self._value)
        if self._formula:
            return self._made("", _FORMULA)
        if kind == "inlineStr":
            value = "".join(self._text)
        elif kind == "s":
            value = self._book.text(value) or ""
        if value == "":
            return None
        match kind:
            case "s" | "inlineStr" | "str" | "d":
                return self._made(value if kind == "s" else unescaped(value))
            case "b":
                return self._made(value.strip() in ("1", "true"))
            case "e":
                return self._made(
                    value, f"{value[:20]} stands here, an error of the spreadsheet; write the value itself"
                )
        return self._number(value.strip())

    def _made(self, value: bool | int | float | str | datetime, trouble: str = "") -> Cell:
        return Cell(self._row, self._column, value, trouble)

    def _number(self, text: str) -> Cell:
        """A number; or the moment that it is shown as, or why it cannot be used as it is shown."""
        shown_as = self._book.shown_as(self._said.get("s", "0"))
        try:
            number: int | float = int(text) if _DIGITS.fullmatch(text) else float(text)
        except ValueError:
            return self._made(text, f"{text[:30]!r} is no number; write it again")
        if not -1e300 < number < 1e300:
            return self._made(text, f"{text[:30]} is no number that anything has; write it again")
        if is_timedelta_format(shown_as):
            return self._made(number, _NO_SPAN)
        if is_date_format(shown_as):
            return self._moment(number, shown_as)
        if "%" in shown_as:
            what = f"{number * 100:.15g}% stands here; format the cell as a number, not in per cent, and write it again"
            return Cell(self._row, self._column, number, what, f"{number * 100:.15g} %")
        return self._made(number)

    def _moment(self, number: int | float, shown_as: str) -> Cell:
        try:
            moment = from_excel(number, self._book.epoch)
        except (OverflowError, ValueError):
            return self._made(
                number, f"{number} is shown as a date and is none; write it as 2016-12-15T09:00+02:00"
            )
        if isinstance(moment, time):
            return self._made(moment.isoformat("minutes"), _NO_DAY)
        assert isinstance(moment, datetime)
        if moment.microsecond:
            return self._made(str(moment), f"{moment} has parts of a second; whole seconds only")
        if not re.search("[hH]", shown_as):
            day = moment.date().isoformat()
            return self._made(day, f"{day} is a day without a time; write for example {day} 09:00")
        return self._made(moment)


def column_number(letters: str) -> int:
    """3 for ``C``, 27 for ``AA``."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(column: int) -> str:
    """``C`` for 3, ``AA`` for 27."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def cell_name(sheet: str, row: int, column: int) -> str:
    """``people!C12``; in quotes where the sheet's name has a space, as spreadsheets write it."""
    quoted = sheet if sheet.isidentifier() else f"'{sheet}'"
    return f"{quoted}!{column_letters(column)}{row}"


def _within(text: str | None, otherwise: int, most: int) -> int:
    number = int(text) if text is not None and _DIGITS.fullmatch(text) else otherwise
    if not 1 <= number <= most:
        raise NoWorkbook("damaged; open it in a spreadsheet program and save it again as .xlsx")
    return number
