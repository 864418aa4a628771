"""Kept claims as rows of a table, and back again: what is exported can be taken over at another desk, decisions included."""

from collections.abc import Mapping
from typing import Any, Final

from korridor.claims.claim import Claim
from korridor.claims.kept.kept import Kept

Row = dict[str, str | int | float | None]

COLUMNS: Final = (
    "file", "quote", "quantity", "unit", "category", "low", "high", "state", "subset_of", "place", "time", "sources",
    "lang", "verdict", "working", "mended", "reason", "decided_at", "basis", "dates", "clock", "wording", "begin", "end",
    "as_read",
)  # fmt: skip
NEEDED: Final = frozenset(COLUMNS) - {"time", "mended"}
"""The others are there for whoever reads the table, and say again what these say."""


def row_of(each: Kept) -> Row:
    """Return a claim as it stands, with what was decided; of ``sources`` the last author stands first."""
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
        "basis": time.basis if time else None,
        "dates": " ".join(time.dates) if time else None,
        "clock": time.clock if time else None,
        "wording": time.wording if time else None,
        "begin": claim.span[0],
        "end": claim.span[1],
        "as_read": each.claim.model_dump_json() if each.mended else None,
    }


def kept_of(row: Mapping[str, Any]) -> Kept:
    """Return the claim of a row; an empty cell is none.

    Raises
    ------
    ValueError
        If a cell holds what it cannot.
    """
    given = {name: None if row[name] == "" else row[name] for name in NEEDED}
    stands = Claim.model_validate(
        {name: given[name] for name in ("file", "quantity", "state", "subset_of", "place", "lang")}
        # Words that may be empty, and are no gaps then.
        | {name: given[name] or "" for name in ("quote", "unit", "category")}
        | {"low": _number(given["low"]), "high": _number(given["high"])}
        | {"span": (given["begin"], given["end"]), "time": _time(given)}
        | {"sources": tuple(str(given["sources"] or "").split(" < ")[::-1]) if given["sources"] else ()}
    )
    as_read = Claim.model_validate_json(given["as_read"]) if given["as_read"] else None
    return Kept(
        claim=as_read or stands,
        mended=None if as_read is None else stands,
        verdict=given["verdict"],
        working=given["working"] == "yes",
        reason=given["reason"],
        decided_at=given["decided_at"],
    )


def _time(given: Mapping[str, Any]) -> dict[str, Any] | None:
    if given["basis"] is None:
        return None
    return {
        "basis": given["basis"],
        "dates": tuple((given["dates"] or "").split()),
        "clock": given["clock"],
        "wording": given["wording"] or "",
    }


def _number(cell: str | int | float | None) -> int | float | None:
    """A whole number stays one: 951 is not 951.0."""
    if not isinstance(cell, str):
        return cell
    return int(cell) if cell.lstrip("-").isdecimal() else float(cell)
