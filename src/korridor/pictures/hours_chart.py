"""People out within each hour: the middle run as a bar, and how far eight of ten runs spread, as a line over it."""

from dataclasses import asdict, dataclass

import altair as alt

from korridor.pictures import theme
from korridor.pictures.axis import of_field, time_x
from korridor.pictures.clock import Clock
from korridor.pictures.specification import Specification, finished, table
from korridor.pictures.truce_layers import truce_layers
from korridor.pictures.windows import Edge, Span

_HEIGHT_PX = 220


@dataclass(frozen=True)
class HourOut:
    """How many persons come out in a span: by the plan, and in a tenth, half and nine tenths of the runs at most."""

    begins_s: int
    ends_s: int
    middle_s: float
    planned: int
    p10: float
    p50: float
    p90: float
    says: str


@dataclass(frozen=True)
class HoursRows:
    """The tidy rows of one picture of people out by the hour."""

    clock: Clock
    begins_s: int
    ends_s: int
    hours: tuple[HourOut, ...]
    truce: tuple[Span, ...]
    edges: tuple[Edge, ...]


def hours_chart(rows: HoursRows) -> Specification:
    """Return the Vega-Lite specification of people out by the hour."""
    x = time_x(rows.clock, rows.begins_s, rows.ends_s)
    most = max([1, *(max(hour.p90, hour.planned) for hour in rows.hours)])
    y = alt.Y(
        "p50:Q",
        title="people out in the hour",
        scale=alt.Scale(domain=[0, most * 1.08]),
        axis=alt.Axis(format=",d", tickMinStep=1),
    )
    chart = alt.LayerChart(layer=[*(truce_layers(x) if rows.truce else []), *_hours(x, y)])
    chart.width, chart.height = theme.WIDTH_PX, _HEIGHT_PX
    return finished(
        chart,
        "People out hour by hour: the middle run, how far eight of ten runs spread, and the plan.",
        {
            "hours": [asdict(hour) for hour in rows.hours],
            "truce": [asdict(span) for span in rows.truce],
            "edges": [asdict(edge) for edge in rows.edges],
        },
    )


def _hours(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    hours = table("hours")
    tooltip = alt.Tooltip("says:N", title="people out")
    names = ["the middle run", "8 of 10 runs", "the plan"]
    colour = alt.Scale(domain=names, range=[theme.FEW_TO_MANY[0], theme.FEW_TO_MANY[1], theme.EMPTY])

    def as_(name: str) -> alt.Chart:
        named: alt.Chart = hours.transform_calculate(what=f"'{name}'")
        return named

    shade = alt.Color(
        "what:N", title=None, scale=colour, legend=alt.Legend(symbolType="square", symbolSize=120)
    )
    begins, at = of_field(x, "begins_s"), of_field(x, "middle_s")
    planned = of_field(y, "planned")
    low = of_field(y, "p10")
    return [
        as_(names[0])
        .mark_bar(clip=True)
        .encode(x=begins, x2="ends_s:Q", y=y, y2=alt.datum(0), color=shade, tooltip=tooltip),
        as_(names[1])
        .mark_rule(clip=True, strokeWidth=2.2)
        .encode(x=at, y=low, y2="p90:Q", color=shade, tooltip=tooltip),
        as_(names[2])
        .mark_rule(clip=True, strokeWidth=2.2, strokeDash=[5, 2])
        .encode(x=begins, x2="ends_s:Q", y=planned, color=shade, tooltip=tooltip),
    ]
