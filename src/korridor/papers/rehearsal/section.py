"""What stands on the page "What may happen", and as a part of a report: words and pictures."""

from typing import Any

from korridor.papers.drawn import Drawn, drawn
from korridor.papers.rehearsal.advice import advice, dispatch_words, headline
from korridor.papers.rehearsal.assumed import assumed
from korridor.papers.rehearsal.lines import lines
from korridor.papers.rehearsal.rehearsal_file import Rehearsal
from korridor.papers.rehearsal.rows import fan_rows, hours_rows, tornado_rows, waiting_rows
from korridor.pictures.cells import cell_chart
from korridor.pictures.clock import lasting
from korridor.pictures.fan import fan
from korridor.pictures.hours_chart import hours_chart
from korridor.pictures.tornado import tornado
from korridor.planning.plan import Plan
from korridor.rehearsal.statistics.rehearsed_words import stopped_words


def rehearsal_section(plan: Plan, rehearsal: Rehearsal) -> dict[str, Any]:
    """Return what the template ``rehearsal-section.html`` is filled with."""
    found, costs = rehearsal.found, rehearsal.costs
    tornado_of = None if costs is None else tornado_rows(costs)
    return {
        "headline": headline(plan, rehearsal),
        "advice": advice(plan, rehearsal),
        "lines": lines(plan, found),
        "fan": _drawn("rehearsal-fan", fan, fan_rows(plan, found)),
        "hours": _drawn("rehearsal-hours", hours_chart, hours_rows(plan, found)),
        "waiting": _drawn("rehearsal-waiting", cell_chart, waiting_rows(plan, found)),
        "tornado": _drawn("rehearsal-costs", tornado, tornado_of),
        "costs_runs": 0 if costs is None else costs.runs,
        "waits": [
            {
                "name": each.checkpoint,
                **{key: lasting(int(getattr(each, key)), up=True) for key in ("p10", "p50", "p90")},
            }
            for each in found.waits_s
        ],
        "overfull": found.overfull,
        "assumed": assumed(plan.operation),
        "dispatch_words": dispatch_words(plan, rehearsal),
        "stopped_words": stopped_words(found),
    }


def _drawn(name: str, chart: Any, rows: Any) -> Drawn | None:
    return None if rows is None else drawn(name, chart(rows))
