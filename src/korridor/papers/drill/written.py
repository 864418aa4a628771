"""``drill.html``, ``drill.svg``, ``drill.png`` and ``drill.json``: a drill as a page, a picture and figures."""

import json
from pathlib import Path
from typing import Any

from korridor.clerks.drilled import Drilled
from korridor.clerks.faults import KNOWN
from korridor.papers.drawn import drawn
from korridor.papers.drill.rows import drill_rows
from korridor.papers.drill.words import alarm_words, by_words, how_words, kept_words, rate_words
from korridor.papers.page import page
from korridor.papers.word import without_the_word_in
from korridor.pictures.drill_chart import drill_chart
from korridor.pictures.render import png, svg
from korridor.rehearsal.statistics.amount import percent
from korridor.version import __version__
from korridor.whole import write_whole

PAGE = "drill.html"


def write_drill(found: Drilled, folder: str | Path) -> tuple[Path, ...]:
    """Write page, picture and figures, whole or not at all; the internal edition.

    Parameters
    ----------
    found : Drilled
    folder : str or Path
        Made if it does not exist; files of these names in it are replaced.

    Returns
    -------
    tuple of Path
        The files.
    """
    chart = drill_chart(drill_rows(found))
    document = without_the_word_in(found.model_dump(mode="json"))
    text = json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    words = {
        "operation": {"name": found.operation},
        "how": how_words(found),
        "asked": alarm_words(found.kept),
        "lines": list(kept_words(found)),
        "chart": drawn("drill", chart),
        "rows": _rows(found),
        "faults": [
            {"key": key, "value": value, "meaning": KNOWN[key].meaning, "source": KNOWN[key].source}
            for key, value in found.faults.said.items()
        ],
        "seed": found.seed,
        "version": __version__,
    }
    html = page("drill.html", words, css="report.css")
    files: dict[str, Any] = {PAGE: html, "drill.svg": svg(chart), "drill.png": png(chart), "drill.json": text}
    return write_whole(Path(folder), files)


def _rows(found: Drilled) -> list[dict[str, str]]:
    return [
        {
            "acting_on": alarm_words(kept),
            "noticed": percent(kept.noticed.value),
            "half": by_words(kept, "p50"),
            "most": by_words(kept, "p90"),
            "false": rate_words(kept.false_alarms_a_day.value),
        }
        for kept in found.trade_off
    ]
