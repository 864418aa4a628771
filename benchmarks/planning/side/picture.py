"""Gap over time, by contender, for each group of instances."""

from collections.abc import Iterator, Sequence
from typing import Any

import altair

from benchmarks.planning.side.curve import SAMPLED_S
from benchmarks.planning.side.table import Compared, away, best_bound
from korridor.pictures.render import svg
from korridor.pictures.theme import CONFIG

NO_PLAN = 1.0
"""The gap of who has no plan yet: all of it."""


def picture(compared: Sequence[Compared], tools: Sequence[str], limit_s: float) -> str:
    """Draw the mean gap to the best bound of the run after so many seconds, as SVG."""
    rows = list(_rows(compared, tools, limit_s))
    groups = list(dict.fromkeys(row["group"] for row in rows))
    base = (
        altair.Chart(altair.Data(values=rows))
        .mark_line(point=True, interpolate="step-after")
        .encode(
            x=altair.X(
                "at_s:Q",
                title="seconds",
                scale=altair.Scale(type="log"),
                axis=altair.Axis(values=list(SAMPLED_S)),
            ),
            y=altair.Y("gap:Q", title="mean gap to the best bound", axis=altair.Axis(format=".0%")),
            color=altair.Color(
                "tool:N",
                title=None,
                sort=list(tools),
                legend=altair.Legend(orient="top", symbolType="stroke", symbolSize=600),
            ),
            strokeDash=altair.StrokeDash("tool:N", sort=list(tools), legend=None),
        )
        .properties(width=360, height=200)
    )
    facets = base.facet(facet=altair.Facet("group:N", title=None, sort=groups), columns=2).resolve_scale(
        y="independent"
    )
    specification: dict[str, Any] = facets.to_dict()
    specification["config"] = CONFIG
    return svg(specification)


def _rows(compared: Sequence[Compared], tools: Sequence[str], limit_s: float) -> Iterator[dict[str, Any]]:
    for group in dict.fromkeys(instance.group for instance, _, _ in compared):
        members = [each for each in compared if each[0].group == group]
        for tool in tools:
            for at_s in SAMPLED_S:
                gaps = [gap for each in members if (gap := _gap(each, tool, at_s)) is not None]
                if gaps and at_s <= min(limit_s, max(instance.seconds for instance, _, _ in members)):
                    yield {"group": group, "tool": tool, "at_s": at_s, "gap": sum(gaps) / len(gaps)}


def _gap(each: Compared, tool: str, at_s: float) -> float | None:
    """Return a contender's gap at a moment; ``None`` where it was not asked, or nobody proves anything."""
    instance, curves, _ = each
    bound = best_bound(instance, curves)
    curve = next((curve for curve in curves if curve.tool == tool), None)
    if curve is None or bound is None:
        return None
    gap = away(instance, curve.at(at_s).value, bound)
    return NO_PLAN if gap is None else min(gap, NO_PLAN)
