"""An exported table of kept claims, read back: ``.csv`` or ``.json``."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from korridor.claims.kept.review import Claims
from korridor.claims.kept.table import COLUMNS, NEEDED, kept_of
from korridor.operation.fault import Fault, Faults

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_MOST_BYTES: Final = 200_000_000


def read_table(path: Path) -> Claims:
    """Read the claims of an exported table, ``.csv`` or ``.json``.

    Raises
    ------
    Faults
        For every row that is none, or if the file is no such table.
    """
    try:
        data = path.read_bytes() if path.stat().st_size <= _MOST_BYTES else None
        rows = None if data is None else _rows(path, data.decode("utf-8-sig"))
    except OSError as error:
        raise Faults(
            [Fault(str(path), 1, "", f"{error.strerror}; name a table that claims export wrote")]
        ) from None
    except (ValueError, csv.Error) as error:
        raise Faults([Fault(str(path), 1, "", f"is no table of claims: {error}")]) from None
    if rows is None:
        raise Faults([Fault(str(path), 1, "", f"more than {_MOST_BYTES:,} bytes; export it in parts")])
    found, faults = [], []
    for line, row in rows:
        if missing := [name for name in COLUMNS if name in NEEDED and name not in row]:
            faults.append(
                Fault(str(path), line, "", f"has no {', '.join(missing)}; export it with claims export")
            )
            continue
        try:
            found.append(kept_of(row))
        except ValidationError as error:
            first = error.errors()[0]
            faults.append(Fault(str(path), line, ".".join(map(str, first["loc"])), first["msg"]))
        except ValueError as error:
            faults.append(Fault(str(path), line, "", str(error)))
    if faults:
        raise Faults(faults)
    return tuple(found)


def _rows(path: Path, text: str) -> Iterable[tuple[int, Mapping[str, Any]]]:
    if path.suffix == ".json":
        rows = json.loads(text)
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise ValueError("it is to be a list of rows; make one with korridor claims export")
        return list(enumerate(rows, start=1))
    table = csv.DictReader(io.StringIO(text, newline=""))
    # A line that ends too early has no cell there, which is something else than an empty one.
    return [
        (table.line_num, {name: _unguarded(cell) for name, cell in row.items() if cell is not None})
        for row in table
    ]


def _unguarded(cell: Any) -> Any:
    """Take away the apostrophe that keeps a spreadsheet from running a text as a formula."""
    guarded = isinstance(cell, str) and cell[:1] == "'" and cell[1:2] in _FORMULA and len(cell) > 1
    return cell[1:] if guarded else cell
