"""A plan in a few figures, and in a few lines of plain words."""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from korridor.operation.fault import one_line
from korridor.operation.finding import Finding
from korridor.papers.aboard import longest_aboard
from korridor.papers.aboard_words import aboard_words
from korridor.papers.answer import answer
from korridor.papers.checked import findings_document
from korridor.papers.limits import limit_words
from korridor.papers.robust_words import robust_words
from korridor.pictures.people_out import last_out_s, out_by_group
from korridor.planning.plan import Level, Plan, Status


def summary_document(
    plan: Plan,
    seconds: float,
    files: Sequence[Path] = (),
    findings: Sequence[Finding] = (),
    speaks_of: str | None = None,
) -> dict[str, Any]:
    """Return the figures that ``korridor plan --json`` promises.

    Parameters
    ----------
    seconds : float
        How long planning took.
    files : sequence of Path
        What was written.
    findings : sequence of Finding
        What the check found before.
    speaks_of : str, optional
        The level of which ``value``, ``bound``, ``gap`` and *proved* speak; the first that is not closed, or
        else the first, where it is not given.
    """
    operation, movements = plan.operation, plan.movements
    out = sum(out_by_group(operation, movements).values())
    left = operation.persons - out
    level = _level(plan, speaks_of)
    aboard_s = [line.aboard_s for line in longest_aboard(operation, movements)]
    return {
        "operation": operation.name,
        "status": (Status.PROVED if speaks_of and level and closed(level) else plan.status).value,
        "objective": plan.objective.value,
        "levels": [_figures(each) for each in plan.levels],
        **{key: figure for key, figure in _figures(level).items() if key != "name"},
        "people": {"total": operation.persons, "out": out, "left": left},
        "clearance_s": None if left else last_out_s(operation, movements),
        "longest_aboard_s": max(aboard_s, default=0),
        "movements": len(movements),
        "vehicles_used": len({(t.vehicle_type, t.vehicle) for movement in movements for t in movement.trips}),
        "work": plan.work.search_iterations + plan.work.lp_iterations,
        "seconds": round(seconds, 3),
        "files": [str(file) for file in files],
        "findings": findings_document(findings),
        **({} if plan.robust is None else {"robust": plan.robust.model_dump(mode="json")}),
    }


def closed(level: Level) -> bool:
    """P3: whether a level's value reaches its bound."""
    return level.value is not None and level.value == level.bound


def _level(plan: Plan, speaks_of: str | None) -> Level | None:
    named = [level for level in plan.levels if level.name == speaks_of]
    still_open = [level for level in plan.levels if not closed(level)]
    return next(iter([*named, *still_open, *plan.levels]), None)


def _figures(level: Level | None) -> dict[str, Any]:
    if level is None:
        return {"name": None, "value": None, "bound": None, "gap": None}
    known = level.gap is not None and math.isfinite(level.gap)
    return {
        "name": level.name,
        "value": level.value,
        "bound": level.bound,
        "gap": level.gap if known else None,
    }


def summary_lines(plan: Plan, seconds: float, files: Sequence[Path] = ()) -> Iterator[str]:
    """Yield the plan in plain words: the answer, what no plan can beat, how long people sit aboard."""
    said = answer(plan)
    yield one_line(said.headline)
    for line in (*said.lines, *limit_words(plan), *(aboard_words(plan) if plan.movements else ())):
        yield one_line(line)
    for line in robust_words(plan):
        yield one_line(line)
    work = plan.work
    yield (
        f"Planned in {seconds:.1f} s, with {work.search_iterations:,} steps of search and "
        f"{work.lp_iterations:,} of the linear program; seed {plan.seed}."
    )
    if files:
        yield "Written: " + ", ".join(str(file) for file in files)
