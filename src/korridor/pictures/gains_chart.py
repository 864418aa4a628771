"""What each change brings: how far the limit moves beside what the re-planned operation gains."""

from dataclasses import asdict, dataclass

import altair as alt

from korridor.pictures import theme
from korridor.pictures.row_names import row_names
from korridor.pictures.specification import Specification, finished, table

_ROW_PX = 30
_NAMES_PX = 330
_PLAN, _LIMIT = "found: the plan gets better", "possible at most: the limit gives way"


@dataclass(frozen=True)
class Gain:
    """One change: what its plan gains and its limit gives, in the picture's unit; ``None`` is not known."""

    change: str
    plan: float | None
    limit: float | None
    says: str


@dataclass(frozen=True)
class GainRows:
    """The tidy rows of one picture of gains, from top to bottom.

    Attributes
    ----------
    unit : str
        What is counted along the bottom.
    noise : float
        What searching gains with nothing changed.
    """

    gains: tuple[Gain, ...]
    unit: str
    noise: float


def gains_chart(rows: GainRows) -> Specification:
    """Return the Vega-Lite specification of a picture of gains."""
    largest = max((each or 0 for gain in rows.gains for each in (gain.plan, gain.limit)), default=0)
    x = alt.X(
        "gain:Q",
        title=rows.unit,
        scale=alt.Scale(domain=[0, max(largest, rows.noise, 1) * 1.08], nice=False),
        axis=alt.Axis(format=",.0f", tickCount=6, tickMinStep=1),
    )
    names = row_names([gain.change for gain in rows.gains], _NAMES_PX)
    y = alt.Y("row:O", axis=names, scale=alt.Scale(paddingInner=0.3))
    colour = alt.Color(
        "what:N",
        title=None,
        scale=alt.Scale(domain=[_PLAN, _LIMIT], range=[theme.LOADED, "#b9c7d1"]),
        legend=alt.Legend(symbolType="square", symbolSize=140, labelLimit=400),
    )
    bars = (
        table("bars")
        .mark_bar(stroke=theme.INK, strokeWidth=0.4)
        .encode(
            x=x,
            y=y,
            yOffset=alt.YOffset("what:N", sort=[_PLAN, _LIMIT], scale=alt.Scale(paddingInner=0.05)),
            color=colour,
            tooltip=[alt.Tooltip("change:N", title="change"), alt.Tooltip("says:N", title="brings")],
        )
    )
    noise = table("noise")
    chart = alt.LayerChart(
        layer=[
            noise.mark_rect(color="#e6d9a8", opacity=0.8).encode(x=alt.X("from:Q"), x2="to:Q"),
            bars,
        ]
    )
    chart.width, chart.height = theme.WIDTH_PX - 200, max(2, len(rows.gains)) * _ROW_PX
    return finished(
        chart,
        "What each change brings: the re-planned gain beside how far the limit that no plan can beat gives way.",
        {
            "bars": [
                {"row": row, "change": gain.change, "gain": amount, "what": what, "says": gain.says}
                for row, gain in enumerate(rows.gains)
                for what, amount in ((_PLAN, gain.plan), (_LIMIT, gain.limit))
                if amount is not None
            ],
            "noise": [{"from": 0, "to": rows.noise}] if rows.noise else [],
            "gains": [asdict(gain) for gain in rows.gains],
        },
    )
