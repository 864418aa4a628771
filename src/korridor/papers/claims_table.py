"""Kept claims as a table, for spreadsheets and other programs."""

import csv
import io
from collections.abc import Iterable

from korridor.claims.kept.kept import Kept
from korridor.claims.kept.table import COLUMNS, Row, row_of
from korridor.papers.cell import safe


def claims_table(kept: Iterable[Kept]) -> list[Row]:
    """Return one row a claim as it stands, with what was decided."""
    return [row_of(each) for each in kept]


def claims_csv(kept: Iterable[Kept]) -> str:
    """Return the rows as CSV; an open bound is an empty cell."""
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows({name: safe(row[name]) for name in COLUMNS} for row in claims_table(kept))
    return text.getvalue()
