"""The map: places, roads and how many people each carries, over land and country borders."""

from typing import Any

import altair as alt

from korridor.operation.place import Kind, Side
from korridor.pictures import theme
from korridor.pictures.frame import WIDTH_PX, Frame
from korridor.pictures.graph_layout import legend_persons
from korridor.pictures.land import CREDIT
from korridor.pictures.map_layout import MapLayout
from korridor.pictures.map_rows import CONTROLLED, PLAIN, TRUCE
from korridor.pictures.map_tables import map_tables
from korridor.pictures.specification import Specification, finished, table

_WATER, _LAND, _COAST, _BORDER = "#dfe6ea", "#fbfaf6", "#8b959c", "#55606a"

# Told apart by shape, not by colour; Vega draws each path in a square from -1 to 1.
_SHAPES = {
    Kind.ASSEMBLY: "circle",
    Kind.DEPOT: "square",
    Kind.CHECKPOINT: "diamond",
    Kind.TRANSFER: "triangle-right",
    Kind.TRANSIT_CENTRE: "triangle-up",
    Kind.RECEPTION: "M-0.85,0.85V-0.1L0,-0.95L0.85,-0.1V0.85Z",
    Kind.HOSPITAL: "cross",
    Kind.JUNCTION: "M-0.45,0A0.45,0.45,0,1,0,0.45,0A0.45,0.45,0,1,0,-0.45,0Z",
}

# Dark, middle, light: a grey print keeps the order. Colours of Okabe and Ito's kin, as in the theme.
_SIDES = {Side.INSIDE: "#7a2f00", Side.CORRIDOR: "#e8a33d", Side.SAFE: "#d5ebf7"}

_DASHES: dict[str, list[float]] = {TRUCE: [7, 3], CONTROLLED: [2, 2.5], PLAIN: [1, 0]}
_SYMBOL_AREA = 150
_MOST_FLOW_PX = 18

_OF_A_ROAD = {
    "road_name": "road",
    "control": "kind",
    "through": "through",
    "forth": "people",
    "back": "people, other way",
}
_BELOW = f"{CREDIT} Roads are schematic."


def map_picture(layout: MapLayout) -> Specification:
    """Return the Vega-Lite specification of a map, laid out by ``map_layout``."""
    frame, most = layout.frame, layout.most_persons
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, WIDTH_PX], nice=False, zero=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[frame.height_px, 0], nice=False, zero=False), axis=None)
    layers = [
        *_base(),
        *(_flows(x, y, most) if any(line.road.persons for line in layout.lines) else []),
        *(_roads(x, y, layout) if layout.lines else []),
        *(_inset(x, y) if layout.inset else []),
        *_furniture(x, y, frame),
        *_places(x, y, layout),
        *_texts(x, y),
    ]
    chart = alt.LayerChart(layer=layers)
    chart.width, chart.height = WIDTH_PX, frame.height_px
    chart.view = alt.ViewBackground(fill=_WATER, stroke=None)
    return finished(
        chart,
        "Map: places, the roads between them, and how many people each carries; schematic roads.",
        map_tables(layout),
    )


def _base() -> list[alt.Chart]:
    """Draw land, coast and borders; they lie in pixels already."""
    plain: dict[str, Any] = {"type": "identity", "scale": 1, "translate": [0, 0]}

    def shape(name: str, **marks: Any) -> alt.Chart:
        drawn: alt.Chart = table(name).mark_geoshape(clip=True, tooltip=None, **marks).project(**plain)
        return drawn

    return [
        # The stroke hides where one tile of the base ends and the next begins.
        shape("land", fill=_LAND, stroke=_LAND, strokeWidth=0.7),
        shape("coast", filled=False, stroke=_COAST, strokeWidth=0.8),
        shape("borders", filled=False, stroke=_BORDER, strokeWidth=1.2, strokeDash=[9, 3, 2, 3]),
    ]


def _roads(x: alt.X, y: alt.Y, layout: MapLayout) -> list[alt.Chart]:
    controls = [control for control in _DASHES if any(line.road.control == control for line in layout.lines)]
    dash = alt.Scale(domain=controls, range=[_DASHES[control] for control in controls])
    roads = table("roads").mark_line(clip=True, color=theme.INK, strokeJoin="round")
    return [
        roads.encode(
            x=x, y=y, detail="road:N", order="step:Q",
            strokeDash=alt.StrokeDash("control:N", title="roads", scale=dash, legend=alt.Legend(orient="right")),
            strokeWidth=alt.condition(f"datum.control === '{PLAIN}'", alt.value(1), alt.value(2.2)),
            tooltip=_tooltip(_OF_A_ROAD),
        )
    ]  # fmt: skip


def _flows(x: alt.X, y: alt.Y, most: int) -> list[alt.Chart]:
    wide = alt.Scale(domain=[0, most], range=[0, _MOST_FLOW_PX])
    flows = table("roads", "datum.persons > 0").mark_line(
        clip=True, color=theme.LOADED, opacity=0.45, strokeCap="butt", strokeJoin="round"
    )
    arrows = table("arrows").mark_point(
        shape="triangle", filled=True, color=theme.LOADED, opacity=1, size=110, stroke="white", strokeWidth=1
    )
    return [
        flows.encode(
            x=x, y=y, detail="road:N", order="step:Q",
            strokeWidth=alt.StrokeWidth(
                "persons:Q", title="people carried", scale=wide,
                legend=alt.Legend(orient="right", values=legend_persons(most), format=",d", symbolStrokeColor=theme.LOADED,
                                  symbolOpacity=0.45),
            ),
            tooltip=_tooltip(_OF_A_ROAD),
        ),
        arrows.encode(x=x, y=y, angle=alt.Angle("bearing:Q", scale=None), tooltip="says:N"),
    ]  # fmt: skip


def _places(x: alt.X, y: alt.Y, layout: MapLayout) -> list[alt.Chart]:
    kinds = [kind for kind in Kind if any(place.kind == kind for place, _ in layout.places)]
    sides = [side for side in Side if any(place.side == side for place, _ in layout.places)]
    shapes = alt.Scale(domain=kinds, range=[_SHAPES[kind] for kind in kinds])
    fills = alt.Scale(domain=sides, range=[_SIDES[side] for side in sides])
    points = table("places").mark_point(
        filled=True, opacity=1, size=_SYMBOL_AREA, stroke=theme.INK, strokeWidth=1.3
    )
    drawn: alt.Chart = points.encode(
        x=x, y=y,
        shape=alt.Shape("kind:N", title="places", scale=shapes, legend=_legend(symbolFillColor="white")),
        fill=alt.Fill("side:N", title="side", scale=fills, legend=_legend(symbolType="circle")),
        tooltip=_tooltip({"place": "place", "kind": "kind", "side": "side", "people": "people", "at": "at"}),
    )  # fmt: skip
    return [drawn]


def _legend(**more: Any) -> alt.Legend:
    return alt.Legend(
        orient="right", symbolStrokeColor=theme.INK, symbolStrokeWidth=1.3, symbolSize=_SYMBOL_AREA, **more
    )


def _texts(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Draw labels over a pale edge of their own, so that a line behind them does not cross them out."""
    texts = table("texts").mark_text(
        baseline="middle", align=alt.ExprRef("datum.align"), limit=alt.ExprRef("datum.most_px"),
        fontSize=alt.ExprRef("datum.size_px"), fontWeight=alt.ExprRef("datum.weight"),
    )  # fmt: skip
    behind = texts.copy()
    behind.mark.stroke, behind.mark.strokeWidth, behind.mark.strokeJoin = _LAND, 3, "round"
    behind.mark.opacity = 0.85
    return [each.encode(x=x, y=y, text="says:N") for each in (behind, texts)]


def _furniture(x: alt.X, y: alt.Y, frame: Frame) -> list[alt.Chart]:
    """Draw the scale bar, north, and whose borders these are."""
    scale, north = table("scale"), table("north")
    edge = north.mark_rect(fill=None, stroke=theme.FAINT, tooltip=None)
    bar = scale.mark_rule(color=theme.INK, strokeWidth=3)
    credit = table("north").mark_text(align="right", baseline="top", color=theme.FAINT, text=_BELOW)
    return [
        bar.encode(x=x, x2="x2:Q", y=y),
        scale.mark_text(align="left", baseline="bottom", dy=-4).encode(x=x, y=y, text="says:N"),
        north.mark_point(shape="triangle-up", filled=True, opacity=1, size=150, color=theme.INK).encode(
            x=x, y=y
        ),
        north.mark_text(dy=18, fontWeight="bold", fontSize=12, text="N").encode(x=x, y=y),
        # Over the land, whose own stroke would hide it.
        edge.encode(x=alt.value(0), x2=alt.value(WIDTH_PX), y=alt.value(0), y2=alt.value(frame.height_px)),
        credit.encode(x=alt.value(WIDTH_PX), y=alt.value(frame.height_px + 5)),
    ]


def _inset(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    inset = table("inset")
    beside: alt.Y = y.copy()
    beside.shorthand = "says_y:Q"
    return [
        inset.mark_rect(fill=None, stroke=theme.INK, strokeWidth=1).encode(x=x, x2="x2:Q", y=y, y2="y2:Q"),
        inset.mark_text(align="left", baseline="middle", fontStyle="italic").encode(
            x=x, y=beside, text="says:N"
        ),
    ]


def _tooltip(fields: dict[str, str]) -> list[alt.Tooltip]:
    return [alt.Tooltip(f"{field}:N", title=title) for field, title in fields.items()]
