"""What each source said, as intervals one below the other in order of time; open ends are open, the books are a line."""

from dataclasses import asdict
from typing import Any, Final, Literal

import altair as alt

from korridor.pictures import theme
from korridor.pictures.axis import of_field
from korridor.pictures.claims_rows import ClaimRows
from korridor.pictures.specification import Specification, finished, table
from korridor.pictures.text_width import shortened

_ROW_PX = 22
_NAMES_PX = 265
_WHEN_PX = 125
_GAP_PX = 8
_WIDTH_PX = theme.WIDTH_PX - _NAMES_PX - _WHEN_PX
_COLUMNS: Final[tuple[tuple[str, int, Literal["left", "right"]], ...]] = (
    ("date", -_NAMES_PX - _WHEN_PX, "left"),
    ("name", -_GAP_PX, "right"),
    ("words", _WIDTH_PX + _GAP_PX, "left"),
)
"""Each column's field, pixels from the plot's left edge, and on which side of that it stands."""

_AGREES, _CLASHES = "can be true beside the others", "clashes with another figure (≠)"
_BOOKS = "the books"


def claims_chart(rows: ClaimRows) -> Specification:
    """Return the Vega-Lite specification of a picture of claims."""
    x = alt.X(
        "low:Q",
        title=rows.counted,
        scale=alt.Scale(domain=[rows.begins, rows.ends], nice=False),
        axis=alt.Axis(format=",.0f", tickCount=6),
    )
    lines = max(2, len(rows.claims))
    y = alt.Y("row:Q", axis=None, scale=alt.Scale(domain=[lines - 0.5, -0.5], nice=False))
    layers = [*_intervals(x, y, bool(rows.books)), *_columns(y)]
    if rows.books:
        layers = [*_books(x, y), *layers]
    chart = alt.LayerChart(layer=layers)
    chart.width, chart.height = _WIDTH_PX, lines * _ROW_PX
    return finished(
        chart, rows.shows, {"claims": _written(rows), "books": [asdict(each) for each in rows.books]}
    )


def _written(rows: ClaimRows) -> list[dict[str, object]]:
    """The rows with their texts as wide as there is room; a date stands once, at its first row."""
    before = ("", *(each.when for each in rows.claims))
    return [
        asdict(each)
        | {
            "verdict": _CLASHES if each.clashes else _AGREES,
            "name": shortened(each.source, _NAMES_PX, theme.TEXT_PX),
            "date": "" if each.when == earlier else each.when,
        }
        for each, earlier in zip(rows.claims, before, strict=False)
    ]


def _intervals(x: alt.X, y: alt.Y, with_books: bool) -> list[alt.Chart]:
    """Thin what a round figure may stand for, thick the words, dashed with a head what is open."""
    colour = alt.Color(
        "verdict:N",
        title=None,
        scale=alt.Scale(
            domain=[_AGREES, _CLASHES, *([_BOOKS] if with_books else [])],
            range=[theme.LOADED, theme.EMPTY, theme.BOUND],
        ),
        legend=alt.Legend(symbolType="square", symbolSize=140, symbolOpacity=1, labelLimit=400),
    )
    tooltip = [alt.Tooltip("when:N"), alt.Tooltip("source:N"), alt.Tooltip("words:N", title="says")]
    shared: dict[str, Any] = {"y": y, "color": colour, "tooltip": tooltip}
    said_low, said_high, high = (of_field(x, name) for name in ("said_low", "said_high", "high"))
    closed = "!datum.opens_left && !datum.opens_right"
    is_open = "datum.opens_left || datum.opens_right"
    return [
        table("claims", closed).mark_rule(strokeWidth=1.5).encode(x=x, x2="high:Q", **shared),
        table("claims", closed).mark_rule(strokeWidth=8).encode(x=said_low, x2="said_high:Q", **shared),
        table("claims", is_open)
        .mark_rule(strokeWidth=2.5, strokeDash=[5, 3])
        .encode(x=x, x2="high:Q", **shared),
        # A bound, and a figure that is one number, is a stroke: a bar of no width is not seen.
        table("claims", "!datum.opens_left")
        .mark_tick(thickness=3, size=15, opacity=1)
        .encode(x=said_low, **shared),
        table("claims", "!datum.opens_right")
        .mark_tick(thickness=3, size=15, opacity=1)
        .encode(x=said_high, **shared),
        _head("right").encode(x=high, **shared),
        _head("left").encode(x=x, **shared),
    ]


def _head(side: str) -> alt.Chart:
    drawn: alt.Chart = table("claims", f"datum.opens_{side}").mark_point(
        shape=f"triangle-{side}", filled=True, size=70, opacity=1
    )
    return drawn


def _columns(y: alt.Y) -> list[alt.Chart]:
    """Left when and who, right the words."""
    return [
        table("claims")
        .mark_text(align=align, fontSize=theme.TEXT_PX, color=theme.INK)
        .encode(x=alt.value(place), y=y, text=f"{field}:N")
        for field, place, align in _COLUMNS
    ]


def _books(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """A band beside the rows of its time, with a line where it ends; of an exact count it is the line alone."""
    top, high = of_field(y, "top"), of_field(x, "high")
    says = alt.Tooltip("says:N", title="says")
    edges = (x, "!datum.opens_left"), (high, "!datum.opens_right")
    return [
        table("books")
        .mark_rect(fill=theme.GRID, fillOpacity=0.5)
        .encode(x=x, x2="high:Q", y=top, y2="bottom:Q", tooltip=says),
        *(
            table("books", closed)
            .mark_rule(strokeWidth=2.5, stroke=theme.BOUND)
            .encode(x=where, y=top, y2="bottom:Q", tooltip=says)
            for where, closed in edges
        ),
    ]
