"""``rehearsal.html`` and ``rehearsal.json``: the paper as files."""

from pathlib import Path

from korridor.papers.page import page
from korridor.papers.plan_file import plan_json
from korridor.papers.rehearsal.rehearsal_file import NAME, Rehearsal, rehearsal_json
from korridor.papers.rehearsal.section import rehearsal_section
from korridor.pictures.clock import Clock
from korridor.planning.plan import Plan
from korridor.version import __version__
from korridor.whole import write_whole

PAGE = "rehearsal.html"


def write_rehearsal(
    plan: Plan, rehearsal: Rehearsal, folder: str | Path, with_plan: bool = False
) -> tuple[Path, ...]:
    """Write ``rehearsal.html`` and ``rehearsal.json``, whole or not at all; the internal edition.

    Parameters
    ----------
    plan : Plan
        The one that was rehearsed.
    rehearsal : Rehearsal
    folder : Path
        Made if it does not exist; files of these names in it are replaced.
    with_plan : bool
        Whether ``plan.json`` is written too: of a plan that stands nowhere else.

    Returns
    -------
    tuple of Path
        The files.
    """
    texts = {PAGE: rehearsal_html(plan, rehearsal), NAME: rehearsal_json(rehearsal)}
    return write_whole(Path(folder), texts | ({"plan.json": plan_json(plan)} if with_plan else {}))


def rehearsal_html(plan: Plan, rehearsal: Rehearsal) -> str:
    """Return the paper as one HTML page."""
    words = {
        "operation": plan.operation,
        "plan": plan,
        "clock": Clock(plan.operation.start),
        "version": __version__,
        "mark": rehearsal.plan,
        "rehearsal": rehearsal_section(plan, rehearsal),
    }
    return page("rehearsal.html", words, css="report.css")
