"""The movement graph: time against distance along the corridor, one line a column, out and back.

The form is that of FM 55-10, appendix E, and of every railway: a line that climbs is a column on its way out,
one that falls comes back, one that is level stands and waits.
"""

from dataclasses import asdict
from typing import Any

import altair as alt

from korridor.pictures import theme
from korridor.pictures.axis import time_x
from korridor.pictures.graph_layout import ends, height_px, legend_persons, place_lines, placed_numbers
from korridor.pictures.graph_rows import EMPTY, LOADED, GraphRows
from korridor.pictures.panels import Panel
from korridor.pictures.specification import Specification, finished, table
from korridor.pictures.truce_layers import truce_layers
from korridor.pictures.windows import BROKEN

_TOUCH_PX = 9
"""How near to a line a pointer has to come."""

_TOOLTIP = {
    "movement": "movement",
    "persons": "people aboard",
    "origin": "from",
    "release": "to",
    "departs": "departs",
    "released": "is there by",
    "stands": "stands on the way",
    "ended": "came",
}


def movement_graph(rows: GraphRows) -> Specification:
    """Return the Vega-Lite specification of a movement graph.

    Parameters
    ----------
    rows : GraphRows
        With at least one panel.
    """
    channels: dict[str, Any] = dict.fromkeys(("fill", "stroke", "strokeDash", "strokeWidth"), "shared")
    panels = [_panel(rows, number, panel) for number, panel in enumerate(rows.panels)]
    chart = alt.vconcat(*panels, spacing=16).resolve_scale(**channels).resolve_legend(**channels)
    return finished(
        chart,
        "Movement graph: time against distance along the corridor, one line for each column, out and back.",
        {
            "lines": [asdict(line) for line in rows.lines],
            "points": [asdict(point) for point in rows.points],
            "numbers": placed_numbers(rows),
            "truce": [{"panel": panel} | asdict(span) for panel, span in rows.truce],
            "edges": [{"panel": panel} | asdict(edge) for panel, edge in rows.edges],
            "places": place_lines(rows),
            "stops": [asdict(stop) for stop in rows.stops],
        },
    )


def _panel(rows: GraphRows, number: int, panel: Panel) -> alt.LayerChart:
    """Return one panel; all have the same scales."""
    here = f"datum.panel === {number}"
    x = time_x(rows.clock, panel.begins_s, panel.ends_s)
    y = alt.Y("far:Q", scale=alt.Scale(domain=list(ends(rows)), nice=False, zero=False), axis=None)
    most = max(line.persons for line in rows.lines)
    broken = any(span.state == BROKEN for _, span in rows.truce)
    layers = [
        *(truce_layers(x, here, broken) if rows.truce else []),
        *_places(y),
        _lines(here, x, y, most),
        _numbers(here, x, y),
        *(_stops(here, x, y) if rows.stops else []),
        _segments(here, x, y),
    ]
    chart = alt.LayerChart(layer=layers)
    chart.title = alt.TitleParams(_title(rows, panel), offset=18 if rows.edges else 6)
    chart.width, chart.height = theme.WIDTH_PX, height_px(rows)
    return chart


def _title(rows: GraphRows, panel: Panel) -> str:
    clock, begins_s, ends_s = rows.clock, panel.begins_s, panel.ends_s
    if clock.start is None:
        return "" if len(rows.panels) == 1 else f"{clock.moment(begins_s)} to {clock.moment(ends_s)}"
    first, last = clock.day(begins_s), clock.day(ends_s - 1)
    return first if first == last else f"{first} – {last}"


def _places(y: alt.Y) -> list[alt.Chart]:
    places = table("places")
    beside: alt.Y = y.copy()
    beside.shorthand = "label_far:Q"
    name = places.mark_text(align="right", baseline="middle", limit=theme.LABEL_PX, fontSize=theme.TEXT_PX)
    far = places.mark_text(align="left", baseline="middle", color=theme.FAINT)
    return [
        places.mark_rule(color=theme.GRID, strokeWidth=0.7).encode(y=y),
        name.encode(y=beside, x=alt.value(-8), text="place:N", tooltip="place:N"),
        far.encode(y=beside, x=alt.value(theme.WIDTH_PX + 6), text="distance:N"),
    ]


def _lines(here: str, x: alt.X, y: alt.Y, most: int) -> alt.Chart:
    kinds = [LOADED, EMPTY]
    colour = alt.Scale(domain=kinds, range=[theme.LOADED, theme.EMPTY])
    # Whole or dashed: who prints in grey, or cannot tell the colours, sees which columns are empty.
    dash = alt.Scale(domain=kinds, range=[[1, 0], [5, 3]])
    lines = table("points", here).transform_lookup("line", _said()).mark_line(clip=True, strokeJoin="round")
    drawn: alt.Chart = lines.encode(
        x=x,
        y=y,
        detail="line:N",
        order="step:Q",
        stroke=alt.Stroke("aboard:N", title="column", scale=colour),
        strokeDash=alt.StrokeDash("aboard:N", title="column", scale=dash),
        strokeWidth=alt.StrokeWidth(
            "persons:Q",
            title="people aboard",
            scale=alt.Scale(domain=[0, max(1, most)], range=[1.2, 5]),
            legend=alt.Legend(values=legend_persons(most), format=",d"),
        ),
    )
    return drawn


def _stops(here: str, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Mark where columns turned back, or are stuck."""
    stops = table("stops", here)
    said = [alt.Tooltip("movement:N", title="movement"), alt.Tooltip("says:N", title="came")]
    marks = stops.mark_point(shape="cross", angle=45, size=110, filled=True, color=theme.BOUND, clip=True)
    words = stops.mark_text(align="left", baseline="middle", dx=8, fontWeight="bold", clip=True)
    return [marks.encode(x=x, y=y, tooltip=said), words.encode(x=x, y=y, text="says:N")]


def _segments(here: str, x: alt.X, y: alt.Y) -> alt.Chart:
    """Lay an unseen segment over each stretch of a line, to be asked: a line itself answers at its corners only."""
    segments = (
        table("points", here)
        .transform_window(
            next_moment_s="lead(moment_s)",
            next_far="lead(far)",
            groupby=["line"],
            sort=[alt.SortField("step")],
        )
        .transform_filter("isValid(datum.next_moment_s)")
        .transform_lookup("line", _said())
        .mark_rule(clip=True, strokeWidth=_TOUCH_PX, opacity=0)
    )
    drawn: alt.Chart = segments.encode(
        x=x,
        x2="next_moment_s:Q",
        y=y,
        y2="next_far:Q",
        tooltip=[alt.Tooltip(f"{field}:N", title=title) for field, title in _TOOLTIP.items()],
    )
    return drawn


def _said() -> alt.LookupData:
    """What there is to say of a line."""
    return alt.LookupData(alt.NamedData(name="lines"), key="line", fields=[*_TOOLTIP, "aboard"])


def _numbers(here: str, x: alt.X, y: alt.Y) -> alt.Chart:
    loaded = f"datum.aboard === '{LOADED}'"
    colour = alt.condition(loaded, alt.value(theme.LOADED), alt.value(theme.EMPTY))
    text = table("numbers", here).mark_text(align="left", baseline="middle")
    drawn: alt.Chart = text.encode(x=x, y=y, text="movement:N", color=colour)
    return drawn
