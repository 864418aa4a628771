"""The fan of clearance curves: people out over time in many runs, and by the plan."""

from dataclasses import asdict, dataclass

import altair as alt

from korridor.pictures import theme
from korridor.pictures.axis import of_field, time_x
from korridor.pictures.clock import Clock
from korridor.pictures.curve_rows import Step
from korridor.pictures.specification import Specification, finished, table
from korridor.pictures.truce_layers import truce_layers
from korridor.pictures.windows import Edge, Span

_HEIGHT_PX = 320
_PALE, _DARK = "#c3d3de", "#86a8bf"
_LEGEND = alt.Legend(symbolType="square", symbolSize=140, labelLimit=300)
NINE, HALF, MIDDLE, PLAN = "8 of 10 runs", "half of the runs", "the middle run", "the plan"


@dataclass(frozen=True)
class Spread:
    """How many persons are out at a moment, in order of the runs: a tenth, a quarter, half of them have no more."""

    moment_s: int
    p10: float
    p25: float
    p50: float
    p75: float
    p90: float
    says: str


@dataclass(frozen=True)
class FanRows:
    """The tidy rows of one fan; ``people`` is how many the operation's file counts."""

    clock: Clock
    begins_s: int
    ends_s: int
    people: int
    runs: tuple[Spread, ...]
    plan: tuple[Step, ...]
    truce: tuple[Span, ...]
    edges: tuple[Edge, ...]


def fan(rows: FanRows) -> Specification:
    """Return the Vega-Lite specification of a fan of clearance curves."""
    x = time_x(rows.clock, rows.begins_s, rows.ends_s)
    most = max([rows.people, *(each.p90 for each in rows.runs), *(step.persons for step in rows.plan)])
    whole = alt.Axis(format=",d", tickMinStep=1)
    y = alt.Y("p10:Q", title="people out", scale=alt.Scale(domain=[0, most * 1.08]), axis=whole)
    layers = [*(truce_layers(x) if rows.truce else []), *_people(y), *_bands(x, y), *_lines(x, y)]
    chart = alt.LayerChart(layer=layers)
    chart.width, chart.height = theme.WIDTH_PX, _HEIGHT_PX
    return finished(
        chart,
        "People out over time: the band that holds eight of ten runs, the band that holds half, the middle run, and the plan.",
        {
            "runs": [asdict(each) for each in rows.runs],
            "plan": [asdict(step) for step in rows.plan],
            "people": [{"p10": rows.people, "says": f"{rows.people:,} people counted in the file"}],
            "truce": [asdict(span) for span in rows.truce],
            "edges": [asdict(edge) for edge in rows.edges],
        },
    )


def _people(y: alt.Y) -> list[alt.Chart]:
    people = table("people")
    words = people.mark_text(align="left", baseline="top", dy=4)
    return [
        people.mark_rule(color=theme.FAINT, strokeWidth=1).encode(y=y),
        words.encode(y=y, x=alt.value(4), text="says:N"),
    ]


def _scale() -> alt.Scale:
    return alt.Scale(
        domain=[NINE, HALF, MIDDLE, PLAN], range=[_PALE, _DARK, theme.FEW_TO_MANY[1], theme.EMPTY]
    )


def _bands(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    return [
        table("runs")
        .transform_calculate(band=f"'{name}'")
        .mark_area(interpolate="linear", opacity=0.85)
        .encode(
            x=x,
            y=of_field(y, low),
            y2=f"{high}:Q",
            color=alt.Color("band:N", title="people out in", scale=_scale(), legend=_LEGEND),
        )
        for name, low, high in ((NINE, "p10", "p90"), (HALF, "p25", "p75"))
    ]


def _lines(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Draw the middle run and the plan; whole and dashed, so that a grey print tells them apart."""
    colour = alt.Color("line:N", title="people out in", scale=_scale(), legend=_LEGEND)
    runs = table("runs").transform_calculate(line=f"'{MIDDLE}'").mark_line(strokeWidth=2.4)
    plan = table("plan").transform_calculate(line=f"'{PLAN}'")
    stepped = plan.mark_line(strokeWidth=2.4, strokeDash=[6, 3], interpolate="step-after")
    middle = of_field(y, "p50")
    points = table("runs").mark_point(opacity=0, size=160)
    said = alt.Tooltip("says:N", title="by the end of the hour")
    return [
        runs.encode(x=x, y=middle, color=colour),
        stepped.encode(x=x, y=of_field(y, "persons"), color=colour),
        points.encode(x=x, y=middle, tooltip=said),
    ]
