"""What held people up, hour by hour: the darker, the more people of loaded columns stood waiting for it."""

from dataclasses import asdict, dataclass

import altair as alt

from korridor.pictures import theme
from korridor.pictures.axis import of_field, time_x
from korridor.pictures.clock import Clock
from korridor.pictures.specification import Specification, finished, table
from korridor.pictures.truce_layers import truce_layers
from korridor.pictures.windows import Edge, Span

_ROW_PX = 24


@dataclass(frozen=True)
class Held:
    """So many persons, on average over the span, were held by one thing."""

    thing: str
    begins_s: int
    ends_s: int
    persons: float
    when: str


@dataclass(frozen=True)
class WaitingRows:
    """The tidy rows of one waiting chart; ``things`` from top to bottom."""

    clock: Clock
    begins_s: int
    ends_s: int
    things: tuple[str, ...]
    held: tuple[Held, ...]
    truce: tuple[Span, ...]
    edges: tuple[Edge, ...]


def waiting_chart(rows: WaitingRows) -> Specification:
    """Return the Vega-Lite specification of a waiting chart."""
    x = time_x(rows.clock, rows.begins_s, rows.ends_s)
    layers = [*(truce_layers(x) if rows.truce else []), _cells(x, rows.things)]
    chart = alt.LayerChart(layer=layers)
    chart.width, chart.height = theme.WIDTH_PX, max(2, len(rows.things)) * _ROW_PX
    return finished(
        chart,
        "What people of loaded columns wait for, over time: the darker, the more people.",
        {
            "held": [asdict(held) for held in rows.held],
            "truce": [asdict(span) for span in rows.truce],
            "edges": [asdict(edge) for edge in rows.edges],
        },
    )


def _cells(x: alt.X, things: tuple[str, ...]) -> alt.Chart:
    names = alt.Axis(title=None, labelLimit=theme.LABEL_PX + 60, domain=False, ticks=False)
    tooltip = [
        alt.Tooltip("thing:N", title="waiting for"),
        alt.Tooltip("when:N", title="when"),
        alt.Tooltip("persons:Q", title="people held, on average", format=",.0f"),
    ]
    # From a middle tone on: even few people held must show on the shaded truce behind.
    shade = alt.Color(
        "persons:Q",
        title="people held",
        scale=alt.Scale(domainMin=0, range=theme.FEW_TO_MANY),
        legend=alt.Legend(format=",.0f", tickCount=3, tickMinStep=1, gradientLength=120),
    )
    drawn: alt.Chart = (
        table("held")
        .mark_rect(clip=True)
        .encode(
            x=of_field(x, "begins_s"),
            x2="ends_s:Q",
            y=alt.Y("thing:N", sort=list(things), axis=names, scale=alt.Scale(paddingInner=0.25)),
            color=shade,
            tooltip=tooltip,
        )
    )
    return drawn
