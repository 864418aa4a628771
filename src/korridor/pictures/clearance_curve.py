"""The clearance curve: people out over time, against the limit that no plan can pass."""

from dataclasses import asdict

import altair as alt

from korridor.pictures import theme
from korridor.pictures.axis import time_x
from korridor.pictures.curve_rows import CurveRows
from korridor.pictures.specification import Specification, Table, finished, table
from korridor.pictures.truce_layers import truce_layers

_HEIGHT_PX = 280


def clearance_curve(rows: CurveRows) -> Specification:
    """Return the Vega-Lite specification of a clearance curve."""
    x = time_x(rows.clock, rows.begins_s, rows.ends_s)
    most = max(rows.people, rows.limit.persons if rows.limit else 0)
    whole = alt.Axis(format=",d", tickMinStep=1)
    y = alt.Y("persons:Q", title="people out", scale=alt.Scale(domain=[0, most * 1.1]), axis=whole)
    layers = [*(truce_layers(x) if rows.truce else []), *_people(y), _curve(x, y), *_limit(x, y)]
    chart = alt.LayerChart(layer=layers)
    chart.width, chart.height = theme.WIDTH_PX, _HEIGHT_PX
    return finished(
        chart,
        "Clearance curve: people out over time, against the limit that no plan can pass.",
        {
            "steps": [asdict(step) for step in rows.steps],
            "people": [{"persons": rows.people, "says": f"{rows.people:,} people counted in the file"}],
            "limit": _limit_rows(rows),
            "truce": [asdict(span) for span in rows.truce],
            "edges": [asdict(edge) for edge in rows.edges],
        },
    )


def _limit_rows(rows: CurveRows) -> Table:
    if rows.limit is None:
        return []
    late = 2 * rows.limit.moment_s > rows.begins_s + rows.ends_s
    return [asdict(rows.limit) | {"late": late}]


def _people(y: alt.Y) -> list[alt.Chart]:
    people = table("people")
    words = people.mark_text(align="left", baseline="top", dy=4)
    return [
        people.mark_rule(color=theme.FAINT, strokeWidth=1).encode(y=y),
        words.encode(y=y, x=alt.value(4), text="says:N"),
    ]


def _curve(x: alt.X, y: alt.Y) -> alt.Chart:
    tooltip = [alt.Tooltip("when:N", title="by"), alt.Tooltip("persons:Q", title="people out", format=",")]
    line = table("steps").mark_line(interpolate="step-after", color=theme.LOADED, strokeWidth=2.5)
    drawn: alt.Chart = line.encode(x=x, y=y, tooltip=tooltip)
    return drawn


def _limit(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Draw the bound as a point, its words towards the side where there is room."""
    limit = table("limit")
    point = limit.mark_point(shape="diamond", size=90, filled=True, color=theme.BOUND)
    words = limit.mark_text(
        align=alt.ExprRef("datum.late ? 'right' : 'left'"), baseline="bottom", dy=-7, fontWeight="bold"
    )
    return [point.encode(x=x, y=y, tooltip="says:N"), words.encode(x=x, y=y, text="says:N")]
