"""``plan.json``: a plan as a file, versioned and checked on reading."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from korridor.operation.fault import MOST_FAULTS, Fault, Faults, path_text
from korridor.operation.text import read_text
from korridor.planning.plan import Plan

MOST_BYTES = 30_000_000
"""The plan of eastern Aleppo has less than a tenth of it."""

MOST_TABLES, MOST_VALUES = 200_000, 600_000
"""Each takes hundreds of bytes once it is read or refused, and two in the file."""

FORMAT, VERSION = "korridor-plan", 1


def plan_json(plan: Plan) -> str:
    """Return the plan as the text of ``plan.json``."""
    return plan.model_dump_json() + "\n"


def read_plan(path: str | Path) -> Plan:
    """Read a ``plan.json``.

    Raises
    ------
    korridor.operation.fault.Faults
        If the file cannot be read, is not JSON, not a plan, of another version, or not well-formed.
    """
    path = Path(path)
    text = read_text(path, MOST_BYTES)
    if text.count("[") + text.count("{") > MOST_TABLES or text.count(",") > MOST_VALUES:
        what = f"more than {MOST_TABLES} lists and tables, or {MOST_VALUES} values; no plan has so many"
        raise _fault(path, what)
    try:
        tree = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        why = getattr(error, "msg", "nested too deep")
        what = f"not JSON ({why}); a plan is the plan.json that korridor plan writes"
        raise _fault(path, what, getattr(error, "lineno", 1)) from error
    found = tree if isinstance(tree, dict) else {}
    if found.get("format") != FORMAT:
        raise _fault(
            path, f"{found.get('format')!r} is not a plan's format; only {FORMAT!r} is", where="format"
        )
    if found.get("version") != VERSION:
        raise _fault(
            path,
            f"{found.get('version')!r} is not a version this program reads; only {VERSION} is",
            where="version",
        )
    try:
        return Plan.model_validate_json(text)
    except ValidationError as error:
        raise Faults(_faults(path, error)) from error


def _fault(path: Path, what: str, line: int = 1, where: str = "") -> Faults:
    return Faults([Fault(str(path), line, where, what)])


def _faults(path: Path, error: ValidationError) -> Iterator[Fault]:
    """Say each error where it stands; a plan's file is one line, so the path is what helps."""
    if error.error_count() > MOST_FAULTS:
        what = f"{error.error_count()} values are wrong; a plan is the plan.json that korridor plan writes"
        yield Fault(str(path), 1, "", what)
        return
    for detail in error.errors(include_url=False):
        where: tuple[Any, ...] = detail["loc"]
        yield Fault(str(path), 1, path_text(where), detail["msg"].removeprefix("Value error, "))
