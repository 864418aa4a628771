"""A cell's value as the file of an operation would have it written, by what belongs in the cell."""

import re
from collections.abc import Container
from datetime import datetime

from korridor.operation.sort import UNITS, Belongs, Sort
from korridor.operation.units import parse_instant, shown
from korridor.operation.workbook.cells import Cell
from korridor.operation.workbook.words import clean, names_in, number_text, plain
from korridor.operation.written import Written

_NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?")
_WHOLE = re.compile(r"[-+]?[0-9]{1,15}")
_WITHOUT_OFFSET = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(?::[0-9]{2})?")
_TRUTHS = {"yes": True, "true": True, "no": False, "false": False}
_TWO_WAYS = re.compile(r"[-+]?[1-9][0-9]{0,2}\.[0-9]{3}")

NO_OFFSET = (
    "has no offset from UTC; write one behind 'UTC offset' on the sheet operation, for example +02:00, or write "
    "the moment as text: 2016-12-15T09:00+02:00"
)


class Unusable(Exception):  # noqa: N818 - it is the cell's fault
    """A cell whose value cannot stand there; its text says why, and what to do."""


class Values:
    """Reads cells.

    Parameters
    ----------
    offset : str
        The offset from UTC of moments without one; empty where the workbook names none.
    places : container of str
        The names of the places, to tell several in one cell from one with a comma.
    """

    def __init__(self, offset: str, places: Container[str]) -> None:
        self._offset, self._places = offset, places

    def written(self, cell: Cell, what: Belongs, unit: str, name: str) -> Written | None:
        """Return what a cell holds; ``None`` for one with nothing but blanks.

        Raises
        ------
        Unusable
            Where that cannot stand there.
        """
        value = cell.value
        if cell.per_cent and what.sort in (Sort.UNCERTAIN_SHARE, Sort.CHANCE):
            return Written(cell.row, cell.per_cent, cell.per_cent, cell=name)
        if cell.trouble:
            raise Unusable(cell.trouble)
        if isinstance(value, str) and clean(value) == "":
            return None
        if isinstance(value, datetime):
            value = self._moment(value, what)
        if what.sort is Sort.LIST:
            names = names_in(str(value) if not isinstance(value, float) else number_text(value), self._places)
            items = tuple(Written(cell.row, each, each or '""', cell=name) for each in names)
            return Written(cell.row, items, cell=name)
        found = self._single(value, what, unit)
        return Written(cell.row, found, _text(found), cell=name)

    def _moment(self, value: datetime, what: Belongs) -> str:
        if what.sort not in (Sort.MOMENT, Sort.INSTANT):
            raise Unusable(
                f"a date stands here, {value}, where {what.sort.one} belongs; if the spreadsheet made it of something "
                "else, format the cell as text and write it again"
            )
        return value.isoformat(" ", "seconds" if value.second else "minutes")

    def _single(self, value: bool | int | float | str, what: Belongs, unit: str) -> bool | int | str:
        if isinstance(value, str):
            value = plain(value)
        match what.sort:
            case Sort.TRUTH:
                return _truth(value)
            case Sort.MOMENT | Sort.INSTANT:
                return self._with_offset(_text(value))
            case Sort.WORD:
                return _word(_text(value), what.words)
            case Sort.WHOLE | Sort.COUNT:
                text = _text(value)
                return int(text) if _WHOLE.fullmatch(text) else text
            case _ if what.sort in UNITS and not isinstance(value, bool):
                return _quantity(value, unit)
        return _text(value)

    def _with_offset(self, text: str) -> str:
        if not _WITHOUT_OFFSET.fullmatch(text):
            return text
        if not self._offset:
            raise Unusable(f"{text} {NO_OFFSET}")
        return text.replace(" ", "T") + self._offset


def offset_in(text: str) -> str:
    """Read what stands behind 'UTC offset'.

    Raises
    ------
    Unusable
        If it is no offset.
    """
    text = clean(text).upper().removeprefix("UTC").strip()
    if re.fullmatch("[-+][0-9]{1,2}", text):
        text = f"{text[0]}{int(text[1:]):02}:00"
    try:
        parse_instant(f"2016-12-15T09:00{text or 'Z'}")
    except ValueError:
        raise Unusable(f"{shown(text)} is not an offset from UTC; write for example +02:00") from None
    return text or "Z"


def _truth(value: bool | int | float | str) -> bool | str:
    if isinstance(value, (int, float)) and value in (0, 1):
        return bool(value)
    text = _text(value)
    if text.casefold() not in _TRUTHS:
        raise Unusable(f"{shown(text)} is neither yes nor no; write yes or no")
    return _TRUTHS[text.casefold()]


def _word(text: str, words: tuple[str, ...]) -> str:
    return next((word for word in words if word.casefold() == text.casefold()), text)


def _quantity(value: int | float | str, unit: str) -> str | int:
    """A number in the unit of its heading; without one it stays bare, and is refused as in every file."""
    text = value if isinstance(value, str) else number_text(value)
    if not unit or not _NUMBER.fullmatch(text):
        return text
    # A number is a number: its point is no mark of thousands, as it might be in a text.
    return f"{text}0 {unit}" if not isinstance(value, str) and _TWO_WAYS.fullmatch(text) else f"{text} {unit}"


def _text(value: bool | int | float | str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else number_text(value)
