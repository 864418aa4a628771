"""What was reported of people out, over the band of what was rehearsed."""

from dataclasses import asdict

import altair as alt

from korridor.operation.operation import Operation
from korridor.pictures import theme
from korridor.pictures.axis import time_x
from korridor.pictures.clock import DAY_S, HOUR_S, Clock
from korridor.pictures.hindcast_rows import INPUT, MET, NOT_MET, columns_of, figures_of, top_of, verdict_of
from korridor.pictures.specification import Specification, finished, table
from korridor.pictures.truce_layers import truce_layers
from korridor.pictures.windows import edges, spans
from korridor.rehearsal.hindcast.held import Hindcast

_HEIGHT_PX = 340
_ROW_PX = 17
_ROOM = 1.06


def hindcast_chart(found: Hindcast, operation: Operation) -> Specification:
    """Return the Vega-Lite specification: the band over time, each cumulative figure as an interval, and a list below.

    Figures of a span that does not begin with the operation are no points of this curve; the list has them, without a
    place in the picture.
    """
    ends_s = max(operation.horizon_s or 0, len(found.by_hour) * HOUR_S)
    until_s = min(ends_s, (operation.horizon_s or ends_s) + DAY_S // 4)
    x = time_x(Clock(operation.start), 0, until_s)
    cumulative = [each for each in found.held if each.reported.since_s == 0]
    most = max([hour.p95 for hour in found.by_hour] + [top_of(each) for each in cumulative]) * _ROOM
    y = alt.Y(
        "persons:Q",
        title="people out",
        scale=alt.Scale(domain=[0, most], nice=False),
        axis=alt.Axis(format=",d", tickMinStep=1),
    )
    figures = figures_of(cumulative, until_s, most)
    chart = alt.LayerChart(layer=[*truce_layers(x), *_band(x, y), *_intervals(x, y)])
    chart.width, chart.height = theme.WIDTH_PX, _HEIGHT_PX
    listed = _listed(len(found.held))
    numbers = {each.reported.claim: figure.number for each, figure in zip(cumulative, figures, strict=True)}
    return finished(
        alt.VConcatChart(vconcat=[chart, listed]),
        "People out over time: what 5 to 95 of 100 runs came to, and what was reported.",
        {
            "band": [
                {"moment_s": 0, "p5": 0, "p50": 0, "p95": 0},
                *(
                    {"moment_s": (hour.hour + 1) * HOUR_S, "p5": hour.p5, "p50": hour.p50, "p95": hour.p95}
                    for hour in found.by_hour
                    if (hour.hour + 1) * HOUR_S <= until_s
                ),
            ],
            "figures": [asdict(figure) for figure in figures],
            "listed": [
                {
                    "row": row,
                    "verdict": verdict_of(each),
                    **columns_of(each, numbers.get(each.reported.claim)),
                }
                for row, each in enumerate(found.held)
            ],
            "truce": [asdict(span) for span in spans(operation, 0, until_s)],
            "edges": [asdict(edge) for edge in edges(operation, 0, until_s)],
        },
    )


def _band(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    band = table("band")
    area = band.mark_area(color=theme.LOADED, opacity=0.25)
    line = band.mark_line(color=theme.LOADED, strokeWidth=2)
    middle = y.copy()
    middle.shorthand = "p50:Q"
    low = y.copy()
    low.shorthand = "p5:Q"
    return [area.encode(x=x, y=low, y2="p95:Q"), line.encode(x=x, y=middle)]


def _colour() -> alt.Color:
    return alt.Color(
        "verdict:N",
        title="reported",
        scale=alt.Scale(domain=[MET, NOT_MET, INPUT], range=[theme.INK, theme.EMPTY, theme.FAINT]),
        legend=alt.Legend(symbolType="square", symbolSize=120),
    )


def _intervals(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Draw a bar between the bounds, a thin line where one is open, and the figure's number above it."""
    figures = table("figures")

    def of(field: str) -> alt.Y:
        axis: alt.Y = y.copy()
        axis.shorthand = f"{field}:Q"
        return axis

    tooltip = alt.Tooltip("says:N", title="reported")
    thin = figures.mark_rule(strokeDash=[2, 3], strokeWidth=1).encode(
        x=x, y=of("least"), y2="most:Q", color=_colour()
    )
    bar = figures.mark_rule(strokeWidth=5).encode(
        x=x, y=of("low"), y2="high:Q", color=_colour(), tooltip=tooltip
    )
    ends = [
        figures.mark_point(shape="square", filled=True, size=40, opacity=1).encode(
            x=x, y=of(field), color=_colour(), tooltip=tooltip
        )
        for field in ("low", "high")
    ]
    number = figures.mark_text(align="right", baseline="middle", dx=-5, fontWeight="bold").encode(
        x=x, y=of("low"), text="number:N", color=_colour()
    )
    return [thin, bar, *ends, number]


def _listed(rows: int) -> alt.LayerChart:
    """The list: a row a figure, in columns."""
    listed = table("listed")
    row = alt.Y("row:O", axis=None)
    columns = {
        "number": 0,
        "claim": 24,
        "day": 66,
        "source": 170,
        "figure": 430,
        "rehearsed": 550,
        "verdict": 665,
    }
    chart = alt.LayerChart(
        layer=[
            listed.mark_text(
                align="left", limit=250 if field == "source" else 0, fontSize=theme.TEXT_PX
            ).encode(y=row, x=alt.value(at), text=f"{field}:N", color=_colour())
            for field, at in columns.items()
        ]
    )
    chart.width, chart.height = theme.WIDTH_PX, max(1, rows) * _ROW_PX
    chart.title = alt.TitleParams("What was reported, and what 5 to 95 of 100 runs came to in the same span")
    return chart
