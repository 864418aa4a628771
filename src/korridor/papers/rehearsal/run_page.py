"""One run of a rehearsal as a paper: the movement graph of what happened in it, and its movements as a table."""

from pathlib import Path
from typing import Any

from korridor.operation.operation import Operation
from korridor.papers.drawn import drawn
from korridor.papers.movements_csv import movements_csv
from korridor.papers.page import page
from korridor.papers.plan_mark import plan_mark
from korridor.papers.rehearsal.run_words import break_words, headline, not_there
from korridor.papers.report import PANELS_ON_A_SHEET
from korridor.papers.word import without_the_word
from korridor.pictures.clock import Clock
from korridor.pictures.graph_rows import graph_rows
from korridor.pictures.movement_graph import movement_graph
from korridor.pictures.stopped import Stop
from korridor.planning.plan import Plan
from korridor.rehearsal.happened import Ending
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.one_run import OneRun
from korridor.rehearsal.statistics.amount import amount
from korridor.version import __version__
from korridor.whole import write_whole


def write_run(plan: Plan, run: OneRun, folder: str | Path) -> tuple[Path, ...]:
    """Write ``run-N.html`` and ``run-N-movements.csv``, whole or not at all; the internal edition.

    Parameters
    ----------
    plan : Plan
        The one that was rehearsed.
    run : OneRun
    folder : Path
        Made if it does not exist; files of these names in it are replaced.

    Returns
    -------
    tuple of Path
        The files.
    """
    name = f"run-{run.run}"
    texts = {f"{name}.html": run_html(plan, run), f"{name}-movements.csv": run_csv(plan.operation, run)}
    return write_whole(Path(folder), texts)


def run_csv(operation: Operation, run: OneRun) -> str:
    """Return what happened as ``movements.csv`` of a plan has it, with how each movement ended.

    Of one that did not arrive what comes after it turned back, or is stuck, is left empty.
    """
    stopped_s = {each.movement.rank: run.stopped_s(each) for each in run.happened}
    ended = {each.movement.rank: str(each.ending) for each in run.happened}
    movements = [each.movement for each in run.happened]
    return without_the_word(movements_csv(operation, movements, ended, stopped_s))


def run_html(plan: Plan, run: OneRun) -> str:
    """Return one run as an HTML page."""
    operation = plan.operation
    rows = graph_rows(operation, [each.movement for each in run.happened], _stops(run), run.breaks)
    words: dict[str, Any] = {
        "operation": operation,
        "plan": plan,
        "mark": plan_mark(plan),
        "clock": Clock(operation.start),
        "version": __version__,
        "run": run,
        "headline": headline(run),
        "breaks": tuple(break_words(operation, run)),
        "not_there": tuple(not_there(operation, run)),
        "stranded": run.stranded_persons,
        "exposure": amount(run.exposure_person_s, Measure.EXPOSURE) if run.exposure_person_s else "",
        "graph": [
            drawn(f"graph-{at}", movement_graph(sheet))
            for at, sheet in enumerate(rows.sheets(PANELS_ON_A_SHEET))
        ],
        "unit": rows.corridor.unit,
        "undrawn": ", ".join(rows.undrawn),
    }
    return page("run.html", words, css="report.css")


def _stops(run: OneRun) -> dict[int, Stop]:
    found = {}
    for each in run.happened:
        stopped_s = run.stopped_s(each)
        if stopped_s is not None:
            back = each.ending is Ending.TURNED_BACK
            found[each.movement.rank] = Stop(stopped_s, back, str(each.ending))
    return found
