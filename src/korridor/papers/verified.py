"""Whether a plan keeps the rules, for a person and for a program."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from korridor.operation.fault import one_line
from korridor.planning.plan import Plan
from korridor.planning.verify import Broken


def verified_lines(file: str, plan: Plan, broken: Sequence[Broken], files: Sequence[Path]) -> Iterator[str]:
    """Yield each broken rule with its number and figures, or that all are kept, and what was written."""
    name = one_line(f"{file}: {plan.operation.name}")
    if broken:
        for each in broken:
            yield one_line(str(each))
        yield f"{name}: the plan breaks rules of docs/semantics.md; no report is written."
        return
    yield f"{name}: the plan of {len(plan.movements):,} movements keeps every rule of docs/semantics.md."
    yield "Written: " + ", ".join(str(path) for path in files)


def verified_document(plan: Plan, broken: Sequence[Broken], files: Sequence[Path]) -> dict[str, Any]:
    """Return the same as a document."""
    return {
        "operation": plan.operation.name,
        "kept": not broken,
        "broken": [{"rule": each.rule, "where": each.where, "what": each.what} for each in broken],
        "files": [str(path) for path in files],
    }
