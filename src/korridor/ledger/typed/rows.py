"""The rows of a CSV file, with the lines that they begin on."""

import csv
from collections.abc import Iterator
from typing import NamedTuple

from korridor.operation.fault import Fault, Faults

_DELIMITERS = ",;\t"


class Row(NamedTuple):
    """A row: the line it begins on, and its cells by column; empty cells are left out."""

    line: int
    cells: dict[str, str]


def header_of(text: str) -> list[str]:
    """Return the names of the columns; none where the first line cannot be one of names."""
    first = _lines(text)[0].strip()
    try:
        return [name.strip() for name in next(csv.reader([first], delimiter=_delimiter(first)), [])]
    except csv.Error:
        return []


def rows_of(text: str, file: str) -> Iterator[Row]:
    r"""Read a CSV file, its columns set apart by commas, semicolons or tabs.

    Raises
    ------
    korridor.operation.fault.Faults
        Where a column has no name or two have the same, a row has more cells than columns, or a quotation does not end.

    Examples
    --------
    >>> list(rows_of("time,kind\n14:20,passed\n", "a.csv"))
    [Row(line=2, cells={'time': '14:20', 'kind': 'passed'})]
    """
    names = header_of(text)
    if wrong := [name for n, name in enumerate(names) if not name or name in names[:n]]:
        what = (
            f"{wrong[0]!r} stands over two columns; once is allowed" if wrong[0] else "a column has no name"
        )
        raise Faults([Fault(file, 1, "", what)])
    # Only the ends of lines that a person sees are ends, so that no other sign shifts the count of lines.
    lines = _lines(text)
    reader = csv.reader((f"{each}\n" for each in lines), delimiter=_delimiter(lines[0]), strict=True)
    line = 1
    try:
        for number, cells in enumerate(reader):
            if number and any(cell.strip() for cell in cells):
                if len(cells) > len(names):
                    what = f"{len(cells)} cells, and {len(names)} columns; a cell with a comma needs quotes"
                    raise Faults([Fault(file, line, "", what)])
                found = {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
                yield Row(line, {name: cell for name, cell in found.items() if cell})
            line = reader.line_num + 1
    except csv.Error as error:
        raise Faults([Fault(file, line, "", f"{error}; put cells with commas between quotes")]) from None


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _delimiter(first: str) -> str:
    return max(_DELIMITERS, key=first.count)
