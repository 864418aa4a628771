"""Things down the side, time along the bottom: a cell is the darker, the more of it there was then."""

from dataclasses import asdict, dataclass

import altair as alt

from korridor.pictures import theme
from korridor.pictures.axis import of_field, time_x
from korridor.pictures.clock import Clock
from korridor.pictures.specification import Specification, finished, table
from korridor.pictures.truce_layers import truce_layers
from korridor.pictures.windows import Edge, Span

_ROW_PX = 22
_NAMES_PX = 300


@dataclass(frozen=True)
class Cell:
    """So much of a thing in a span; ``says`` is that in words."""

    thing: str
    begins_s: int
    ends_s: int
    amount: float
    says: str


@dataclass(frozen=True)
class CellRows:
    """The tidy rows of one picture of cells; ``things`` from top to bottom.

    Attributes
    ----------
    shows : str
        What the picture shows, for those who cannot see it.
    scale : str
        What the shade means.
    most : float or None
        What the darkest shade stands for; the largest amount where not given.
    """

    clock: Clock
    begins_s: int
    ends_s: int
    things: tuple[str, ...]
    cells: tuple[Cell, ...]
    truce: tuple[Span, ...]
    edges: tuple[Edge, ...]
    shows: str
    scale: str
    most: float | None = None


def cell_chart(rows: CellRows) -> Specification:
    """Return the Vega-Lite specification of a picture of cells."""
    x = time_x(rows.clock, rows.begins_s, rows.ends_s)
    chart = alt.LayerChart(layer=[*(truce_layers(x) if rows.truce else []), _cells(x, rows)])
    chart.width, chart.height = theme.WIDTH_PX - 60, max(2, len(rows.things)) * _ROW_PX
    return finished(
        chart,
        rows.shows,
        {
            "cells": [asdict(cell) for cell in rows.cells],
            "truce": [asdict(span) for span in rows.truce],
            "edges": [asdict(edge) for edge in rows.edges],
        },
    )


def _cells(x: alt.X, rows: CellRows) -> alt.Chart:
    names = alt.Axis(title=None, labelLimit=_NAMES_PX, domain=False, ticks=False)
    percent = rows.most == 1
    domain = {"domainMin": 0} if rows.most is None else {"domain": [0, rows.most], "clamp": True}
    shade = alt.Color(
        "amount:Q",
        title=rows.scale,
        scale=alt.Scale(**domain, range=theme.FEW_TO_MANY),
        legend=alt.Legend(format=".0%" if percent else ",.0f", tickCount=2, gradientLength=140),
    )
    tooltip = [alt.Tooltip("thing:N", title="what"), alt.Tooltip("says:N", title="when, how much")]
    drawn: alt.Chart = (
        table("cells")
        .mark_rect(clip=True)
        .encode(
            x=of_field(x, "begins_s"),
            x2="ends_s:Q",
            y=alt.Y("thing:N", sort=list(rows.things), axis=names, scale=alt.Scale(paddingInner=0.22)),
            color=shade,
            tooltip=tooltip,
        )
    )
    return drawn
