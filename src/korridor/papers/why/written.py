"""``why.html`` and ``why.json``: the paper as files."""

import json
from pathlib import Path

from korridor.operation.operation import Operation
from korridor.papers.page import page
from korridor.papers.why.document import why_document
from korridor.papers.why.section import why_section
from korridor.papers.word import without_the_word_in
from korridor.pictures.clock import Clock
from korridor.planning.why.why import Why
from korridor.version import __version__
from korridor.whole import write_whole

PAGE, DOCUMENT = "why.html", "why.json"


def write_why(why: Why, folder: str | Path) -> tuple[Path, ...]:
    """Write ``why.html`` and ``why.json``, whole or not at all; the internal edition.

    Parameters
    ----------
    why : Why
    folder : Path
        Made if it does not exist; files of these names in it are replaced.

    Returns
    -------
    tuple of Path
        The files.
    """
    return write_whole(Path(folder), {PAGE: why_html(why), DOCUMENT: why_json(why)})


def why_json(why: Why) -> str:
    """Return the document as the text of ``why.json``."""
    document = without_the_word_in(why_document(why))
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def why_html(why: Why) -> str:
    """Return the paper as one HTML page."""
    operation: Operation = why.plan.operation
    words = {
        "operation": operation,
        "plan": why.plan,
        "clock": Clock(operation.start),
        "version": __version__,
        "why": why_section(why),
    }
    return page("why.html", words, css="report.css")
