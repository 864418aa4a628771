"""Kept claims as a table, for spreadsheets and other programs."""

import csv
import io
from collections.abc import Iterable
from typing import Final

from korridor.claims.kept.kept import Kept
from korridor.papers.cell import Cell, safe

COLUMNS: Final = (
    "file", "quote", "quantity", "unit", "category", "low", "high", "state", "subset_of", "place", "time", "sources",
    "lang", "verdict", "working", "mended", "reason", "decided_at",
)  # fmt: skip


def claims_table(kept: Iterable[Kept]) -> list[dict[str, Cell]]:
    """Return one row a claim as it stands, with what was decided; of ``sources`` the last author stands first."""
    return [_row(each) for each in kept]


def _row(each: Kept) -> dict[str, Cell]:
    claim, time = each.stands, each.stands.time
    return {
        "file": claim.file,
        "quote": claim.quote,
        "quantity": claim.quantity.value,
        "unit": claim.unit,
        "category": claim.category,
        "low": claim.low,
        "high": claim.high,
        "state": claim.state.value,
        "subset_of": claim.subset_of,
        "place": claim.place,
        "time": (" or ".join(time.dates) or time.wording) if time else None,
        "sources": " < ".join(reversed(claim.sources)),
        "lang": claim.lang,
        "verdict": each.verdict.value,
        "working": "yes" if each.working else "no",
        "mended": "yes" if each.mended else "no",
        "reason": each.reason,
        "decided_at": each.decided_at,
    }


def claims_csv(kept: Iterable[Kept]) -> str:
    """Return the rows as CSV; an open bound is an empty cell."""
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows({name: safe(row[name]) for name in COLUMNS} for row in claims_table(kept))
    return text.getvalue()
