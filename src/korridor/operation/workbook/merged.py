"""Merged cells: only the first of them holds a value, whatever a person sees."""

import re
from collections.abc import Iterator

from korridor.operation.fault import Fault
from korridor.operation.workbook.cells import SheetCells, cell_name, column_number

_RANGE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")
_SHOWN = 20


def merged_faults(cells: SheetCells, first_row: int, file: str) -> Iterator[Fault]:
    """Yield each range of merged cells from a row on; a title above it may be merged."""
    matches = [match for text in cells.merged if (match := _RANGE.fullmatch(text))]
    for match in [match for match in matches if int(match[4] or match[2]) >= first_row][:_SHOWN]:
        row, column = int(match[2]), column_number(match[1])
        what = f"the cells {match[0]} are merged; unmerge them, and write the value in each where it holds"
        yield Fault(file, max(row, 1), cell_name(cells.name, max(row, 1), column), what)
