"""How a workbook looks: headings that stay, drop-down lists, a word on every column."""

from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from korridor.operation.operation import Operation
from korridor.operation.sort import Belongs, Sort
from korridor.operation.workbook.explanations import ABOUT, explanations
from korridor.operation.workbook.sheets import README, Column, Settings, Sheet

_ROWS = 1000
"""So many rows have drop-down lists; more can be written without."""

_HEAD = PatternFill("solid", fgColor="1F3B57")
_NEEDED = PatternFill("solid", fgColor="0B6E6E")
_WHITE = Font(color="FFFFFF", bold=True)
_GREY = Font(color="666666")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_WIDE = {
    "note": 60,
    "source": 45,
    "summary": 60,
    "path": 32,
    "to": 36,
    "through": 50,
    "serves": 36,
    "out of": 30,
    "quantity": 24,
    "of": 26,
}


class Looks:
    """Makes the sheets of a workbook, empty but for their headings."""

    def __init__(self, book: Workbook, operation: Operation) -> None:
        self._book = book
        self._classes = operation.classes

    def read_me(self) -> None:
        """Make the sheet that explains the others."""
        sheet = self._book.create_sheet(README)
        for row, about in enumerate(ABOUT, start=1):
            sheet.cell(row, 1, about).font = Font(bold=row == 1, size=14 if row == 1 else 11)
        first = len(ABOUT) + 2
        for column, title in enumerate(
            ("sheet", "column", "what it is", "if it is left empty", "example"), start=1
        ):
            _head(sheet, first, column, title, needed=False)
        for row, line in enumerate(explanations(), start=first + 1):
            for column, text in enumerate(line, start=1):
                cell = sheet.cell(row, column, text)
                cell.alignment, cell.data_type = _WRAPPED, "s"
        for letter, width in zip("ABCDE", (20, 26, 80, 40, 34), strict=True):
            sheet.column_dimensions[letter].width = width
        sheet.freeze_panes = f"A{first + 1}"

    def settings_sheet(self, settings: Settings) -> Worksheet:
        """Make a sheet of settings."""
        sheet: Worksheet = self._book.create_sheet(settings.name)
        for column, title in enumerate(("setting", "value", "# what it is"), start=1):
            _head(sheet, 1, column, title, needed=False)
        for row, setting in enumerate(settings.rows, start=2):
            sheet.cell(row, 1, setting.title).font = Font(bold=True)
            said = sheet.cell(row, 3, settings.explained(setting))
            said.font, said.alignment = _GREY, _WRAPPED
            sheet.cell(row, 2).alignment = _WRAPPED
        for letter, width in zip("ABC", (20, 44, 90), strict=True):
            sheet.column_dimensions[letter].width = width
        sheet.freeze_panes = "B2"
        return sheet

    def finish_settings(self, sheet: Worksheet, settings: Settings) -> None:
        """Put in the drop-down lists."""
        for row, setting in enumerate(settings.rows, start=2):
            _offer(sheet, f"B{row}", self._offers(setting, settings.belongs(setting)))

    def sheet(self, kind: Sheet) -> Worksheet:
        """Make a sheet with a row for each thing."""
        sheet: Worksheet = self._book.create_sheet(kind.name)
        for number, column in enumerate(kind.all_columns, start=1):
            cell = _head(sheet, 1, number, column.title, kind.needed(column))
            cell.comment = _comment(kind.explained(column))
            width = _WIDE.get(column.heading, max(11, len(column.title) + 3))
            sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.freeze_panes = "B2"
        return sheet

    def finish(self, sheet: Worksheet, kind: Sheet) -> None:
        """Put in the drop-down lists; names come from the sheet where they are given."""
        for number, column in enumerate(kind.all_columns, start=1):
            letter = get_column_letter(number)
            _offer(sheet, f"{letter}2:{letter}{_ROWS}", self._offers(column, kind.belongs(column)))
        if sheet.max_column and sheet.max_row > 1:
            width = {
                get_column_letter(1): max(
                    len(str(sheet.cell(row, 1).value or "")) for row in range(1, sheet.max_row + 1)
                )
            }
            for letter, needed in width.items():
                dimension = sheet.column_dimensions[letter]
                dimension.width = max(dimension.width, min(needed + 2, 40))

    def _offers(self, column: Column, what: Belongs) -> str:
        """A list of words, or where they stand."""
        if column.names in ("places", "fleet", "gates") and what.sort is not Sort.LIST:
            return f"{column.names}!$A$2:$A${_ROWS}"
        if column.names == "windows":
            return '"announced,happened"'
        if column.names == "classes" or column.heading == "class":
            also = ("default",) if column.names == "classes" else ()
            return f'"{",".join((*self._classes, *also))}"'
        if what.sort is Sort.TRUTH:
            return '"yes,no"'
        return f'"{",".join(what.words)}"' if what.words else ""


def _offer(sheet: Worksheet, cells: str, offers: str) -> None:
    if offers:
        # A warning, not a wall: korridor check says more than a spreadsheet can.
        rule = DataValidation(
            type="list", formula1=offers, allow_blank=True, errorStyle="warning", showErrorMessage=True
        )
        rule.errorTitle, rule.error = "Korridor", "This is not in the list. Keep it anyway?"
        rule.add(cells)
        sheet.add_data_validation(rule)


def _head(sheet: Worksheet, row: int, column: int, title: str, needed: bool) -> Any:
    cell = sheet.cell(row, column, title)
    cell.font, cell.fill = _WHITE, _NEEDED if needed else _HEAD
    cell.alignment = Alignment(wrap_text=True, vertical="center")
    return cell


def _comment(text: str) -> Comment:
    comment = Comment(text, "Korridor")
    comment.width, comment.height = 320, 40 + 18 * (len(text) // 40 + 1)
    return comment
