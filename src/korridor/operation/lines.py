"""On which line of its file, or row of its sheet, a part of an operation stands."""

from collections.abc import Callable
from pathlib import Path

from korridor.operation.fault import Where
from korridor.operation.read import BEP, WORKBOOK
from korridor.operation.sourced import Unwrapping
from korridor.operation.text import read_bytes, read_text
from korridor.operation.written import read_written

_BEP_LINES = {"fleet": 1, "people": 3, "places": 4}


def lines_of(path: Path) -> Callable[[Where], int | None]:
    """Return what tells the line of a path in a file that has been read before, or of as much as the file has.

    What the file says nothing of has no line: a horizon that was asked for, a limit where none is given.

    Raises
    ------
    korridor.operation.fault.Faults
        Where the file has changed since, and cannot be read any more.
    """
    if path.suffix.lower() == BEP:
        return lambda where: _BEP_LINES.get(str(where[0]), 1)
    file = str(path)
    if path.suffix.lower() == WORKBOOK:
        # who has no workbook need not wait for openpyxl
        from korridor.operation.workbook.read import read_sheets

        written, _, _ = read_sheets(read_bytes(path), file)
    else:
        written, _ = read_written(read_text(path), file)
    bare = Unwrapping(written, file).bare

    def line_of(where: Where) -> int | None:
        found = bare.at(where)
        return None if found is bare else found.line

    return line_of
