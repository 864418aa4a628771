"""The accounts as a flow: who went from where to where, who is unexplained in red, who is too many apart."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Final

import altair as alt

from korridor.ledger.account import NOT_THE_SAME_PEOPLE, Account
from korridor.pictures import theme
from korridor.pictures.flow_layout import FlowLayout, flow_layout
from korridor.pictures.flow_rows import MISSING, TOO_MANY, UNDER_WAY, flow_rows
from korridor.pictures.specification import Specification, finished, table

RED: Final = "#b3140c"
_COLOURS: Final = {"went": theme.LOADED, MISSING: RED, TOO_MANY: theme.EMPTY, UNDER_WAY: theme.FAINT}


def flow_chart(account: Account) -> Specification:
    """Return the Vega-Lite specification of the books as a flow.

    A ribbon is as wide as its heads are many: dark as far as they are sure, light up to what they may be. Of a count without an
    upper limit the light part has no measure.
    """
    drawn = flow_layout(flow_rows(account))
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, drawn.width_px], nice=False))
    y = alt.Y("top:Q", axis=None, scale=alt.Scale(domain=[drawn.height_px, 0], nice=False))
    chart = alt.LayerChart(layer=[*_bands(x, y), *_nodes(x, y)])
    chart.width, chart.height = drawn.width_px, drawn.height_px
    chart.title = alt.TitleParams(NOT_THE_SAME_PEOPLE, fontWeight="normal", anchor="start")
    return finished(
        chart,
        "Who went from which account to which; who is unexplained in red, who is too many apart from it.",
        {"bands": [asdict(each) for each in drawn.edges], "boxes": _boxes(drawn)},
    )


def _boxes(drawn: FlowLayout) -> list[dict[str, object]]:
    return [asdict(box) | {"x": box.left} for box in drawn.boxes]


def _bands(x: alt.X, y: alt.Y) -> Iterator[alt.Chart]:
    """Yield a layer for each kind, and for what is sure of it and what may be."""
    for kind, colour in _COLOURS.items():
        for part, opacity in (("sure", 0.62), ("perhaps", 0.22)):
            bands = table("bands", f"datum.part == '{kind}, {part}'")
            area = bands.mark_area(orient="vertical", color=colour, opacity=opacity)
            yield area.encode(x=x, y=y, y2="bottom:Q", detail="band:N", tooltip="says:N")


def _nodes(x: alt.X, y: alt.Y) -> Iterator[alt.Chart]:
    """Yield the accounts, and what each is called."""
    for kind, colour in (_COLOURS | {"went": theme.INK}).items():
        boxes = table("boxes", f"datum.kind == '{kind}'")
        yield boxes.mark_rect(color=colour).encode(x=x, x2="right:Q", y=y, y2="bottom:Q")
        # White below: on a long day ribbons pass behind the words.
        for look in ({"stroke": "white", "strokeWidth": 3.5, "opacity": 0.85}, {"color": colour}):
            words = boxes.mark_text(align="left", baseline="bottom", dy=-3, fontSize=theme.SMALL_PX, **look)
            yield words.encode(x=x, y=y, text="says:N")
