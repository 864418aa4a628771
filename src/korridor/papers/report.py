"""The report: one file to read, to pin on the wall and to take to the table; the internal edition."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from korridor.claims.agreement.books import Bookkeeper
from korridor.claims.kept.kept import Kept
from korridor.operation.operation import Operation
from korridor.operation.people import Asked
from korridor.papers.aboard import longest_aboard
from korridor.papers.aboard_words import aboard_words
from korridor.papers.answer import answer
from korridor.papers.binding import waiting_rows
from korridor.papers.binding_words import binding_words, run_words
from korridor.papers.drawn import drawn
from korridor.papers.headcount import headcount
from korridor.papers.limits import level_lines, limit_point, limit_words
from korridor.papers.map_files import map_files
from korridor.papers.map_section import map_section
from korridor.papers.movement_table import movement_table
from korridor.papers.movements_csv import movements_csv
from korridor.papers.page import page
from korridor.papers.plan_file import plan_json
from korridor.papers.rehearsal.rehearsal_file import Rehearsal
from korridor.papers.rehearsal.section import rehearsal_section
from korridor.papers.reported.own_figures import own_figures
from korridor.papers.reported.section import reported_section
from korridor.papers.robust_words import robust_lines, robust_words
from korridor.papers.waits import waits
from korridor.papers.why.section import why_section
from korridor.papers.why.written import why_json
from korridor.papers.window_words import window_words
from korridor.papers.word import without_the_word
from korridor.pictures.clearance_curve import clearance_curve
from korridor.pictures.clock import Clock
from korridor.pictures.curve_rows import curve_rows
from korridor.pictures.graph_rows import graph_rows
from korridor.pictures.movement_graph import movement_graph
from korridor.pictures.people_out import last_out_s
from korridor.pictures.waiting_chart import waiting_chart
from korridor.planning.plan import Plan
from korridor.planning.why.why import Why
from korridor.version import __version__
from korridor.whole import write_whole

PANELS_ON_A_SHEET = 5
"""More panels of a movement graph than these cannot be read on one A4 page."""


def write_report(
    plan: Plan,
    folder: str | Path,
    why: Why | None = None,
    rehearsal: Rehearsal | None = None,
    claims: Sequence[Kept] | None = None,
    books: Bookkeeper | None = None,
) -> tuple[Path, ...]:
    """Write ``report.html``, ``movements.csv``, ``plan.json`` and the map's files, whole or not at all.

    Parameters
    ----------
    plan : Plan
        With or without movements.
    folder : Path
        Made if it does not exist; files of these names in it are replaced.
    why : Why, optional
        What binds the plan and what changes would bring; it becomes a section of the report, and ``why.json``.
    rehearsal : Rehearsal, optional
        A rehearsal of this plan; it becomes the part "What may happen".
    claims : sequence of Kept, optional
        What others say, beside the planned and rehearsed figures; those that a person accepted. Nothing else in the
        report changes by them.
    books : Bookkeeper, optional
        The books beside what others say.

    Returns
    -------
    tuple of Path
        The files.
    """
    texts = {
        "report.html": report_html(plan, why, rehearsal, claims, books),
        "movements.csv": without_the_word(movements_csv(plan.operation, plan.movements)),
        "plan.json": plan_json(plan),
        **map_files(plan),
        **({} if why is None else {"why.json": why_json(why)}),
    }
    return write_whole(Path(folder), texts)


def report_html(
    plan: Plan,
    why: Why | None = None,
    rehearsal: Rehearsal | None = None,
    claims: Sequence[Kept] | None = None,
    books: Bookkeeper | None = None,
) -> str:
    """Return the report as one HTML page."""
    operation, movements = plan.operation, plan.movements
    groups = headcount(operation, movements)
    file_text = operation.model_dump_json()
    words: dict[str, Any] = {
        "plan": plan,
        "operation": operation,
        "clock": Clock(operation.start),
        "answer": answer(plan),
        "groups": groups,
        "asked": any(group.asked != Asked() for group in groups),
        "left": [group for group in groups if group.left],
        "limit_words": limit_words(plan),
        "levels": level_lines(plan),
        "robust_words": robust_words(plan),
        "robust_lines": robust_lines(plan),
        "aboard_words": aboard_words(plan),
        "aboard": longest_aboard(operation, movements),
        "movements": movement_table(operation, movements),
        "windows": window_words(operation),
        "sources_words": _sources(operation),
        "map": map_section(plan),
        "why": None if why is None else why_section(why),
        "rehearsal": None if rehearsal is None else rehearsal_section(plan, rehearsal),
        "reported": None if claims is None else reported_section(claims, books, own_figures(plan, rehearsal)),
        "withheld": without_the_word(file_text) != file_text,
        "version": __version__,
    }
    return page("report.html", words | _waiting(plan) | _graph(plan) | _curve(plan))


def _waiting(plan: Plan) -> dict[str, Any]:
    found = waits(plan.operation, plan.movements)
    if not found:
        return {"waiting": None}
    return {
        "waiting": drawn("waiting", waiting_chart(waiting_rows(plan.operation, found))),
        "binding_words": binding_words(plan.operation, found),
        "runs": run_words(plan.operation, found),
    }


def _graph(plan: Plan) -> dict[str, Any]:
    rows = graph_rows(plan.operation, plan.movements)
    sheets = [
        drawn(f"graph-{number}", movement_graph(sheet))
        for number, sheet in enumerate(rows.sheets(PANELS_ON_A_SHEET))
    ]
    return {"graph": sheets, "unit": rows.corridor.unit, "undrawn": _some(rows.undrawn)}


def _curve(plan: Plan) -> dict[str, Any]:
    if last_out_s(plan.operation, plan.movements) is None:
        return {"curve": None}
    limit = limit_point(plan)
    rows = curve_rows(plan.operation, plan.movements, limit)
    return {"curve": drawn("curve", clearance_curve(rows)), "limit_drawn": limit is not None}


def _some(names: tuple[str, ...]) -> str:
    """Return a list that fits in a sentence."""
    return (
        ", ".join(names)
        if len(names) <= 8
        else f"{', '.join(names[:6])} … {names[-1]} ({len(names)} movements)"
    )


def _sources(operation: Operation) -> str:
    assumed = sum(source.assumed for source in operation.sources)
    return (
        f"Values of the file with a source or a note: {len(operation.sources)}. "
        f"Assumptions of ours among them: {assumed}."
    )
