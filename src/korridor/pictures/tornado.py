"""A tornado: what each change brings in the runs, the most on top, each with its interval; what may be noise is grey."""

from dataclasses import asdict, dataclass

import altair as alt

from korridor.pictures import theme
from korridor.pictures.axis import of_field
from korridor.pictures.row_names import row_names
from korridor.pictures.specification import Specification, finished, table

_ROW_PX = 30
_NAMES_PX = 330
TOLD, NOISE = "told from noise", "not told from noise"
PLANNED, LIMIT = "re-planned, by the plan", "no plan can beat"


@dataclass(frozen=True)
class Blade:
    """One change: its gain in the runs with the interval, in the picture's unit; and what plan and limit gain by it.

    Attributes
    ----------
    noise : bool
        Whether the runs do not tell the gain from none.
    low, high, planned, limit : float or None
        ``None`` where not known.
    """

    change: str
    gain: float
    low: float | None
    high: float | None
    noise: bool
    planned: float | None
    limit: float | None
    says: str


@dataclass(frozen=True)
class TornadoRows:
    """The tidy rows of one tornado, from top to bottom; ``unit`` is what is counted along the bottom."""

    blades: tuple[Blade, ...]
    unit: str


def tornado(rows: TornadoRows) -> Specification:
    """Return the Vega-Lite specification of a tornado; at least one change."""
    x = alt.X("gain:Q", title=rows.unit, scale=_scale(rows), axis=alt.Axis(format=",.0f", tickCount=6))
    names = row_names([blade.change for blade in rows.blades], _NAMES_PX)
    y = alt.Y("row:O", axis=names, scale=alt.Scale(paddingInner=0.35))
    chart = alt.LayerChart(layer=[*_blades(x, y), *_marks(rows, x, y), _nought(x)])
    chart.width, chart.height = theme.WIDTH_PX - 200, max(2, len(rows.blades)) * _ROW_PX
    blades = [asdict(blade) | {"row": row} for row, blade in enumerate(rows.blades)]
    return finished(
        chart,
        "What each change brings in the runs, with its interval; beside it what it brings by the plan, and by the limit.",
        {
            "blades": [blade | {"told": NOISE if blade["noise"] else TOLD} for blade in blades],
            "marks": [
                {"row": blade["row"], "gain": blade[field], "what": what, "says": blade["says"]}
                for blade in blades
                for what, field in ((PLANNED, "planned"), (LIMIT, "limit"))
                if blade[field] is not None
            ],
            "nought": [{"gain": 0}],
        },
    )


def _scale(rows: TornadoRows) -> alt.Scale:
    shown = [
        each or 0
        for blade in rows.blades
        for each in (blade.gain, blade.low, blade.high, blade.planned, blade.limit)
    ]
    low, high = min([0, *shown]), max([0, *shown])
    room = 0.05 * (high - low) or 1
    return alt.Scale(domain=[low - room * (low < 0), high + room], nice=False)


def _blades(x: alt.X, y: alt.Y) -> list[alt.Chart]:
    blades = table("blades")
    colour = alt.Color(
        "told:N",
        title="in the runs",
        scale=alt.Scale(domain=[TOLD, NOISE], range=[theme.LOADED, "#c4c9cd"]),
        legend=alt.Legend(symbolType="square", symbolSize=140),
    )
    tooltip = [alt.Tooltip("change:N", title="change"), alt.Tooltip("says:N", title="brings")]
    bars = blades.mark_bar(height=14).encode(x=x, y=y, color=colour, tooltip=tooltip)
    low = of_field(x, "low")
    spread = blades.transform_filter("isValid(datum.low)").mark_rule(color=theme.INK, strokeWidth=1.6)
    return [bars, spread.encode(x=low, x2="high:Q", y=y, tooltip=tooltip)]


def _marks(rows: TornadoRows, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Draw what plan and limit gain, where any is known."""
    if all(blade.planned is None and blade.limit is None for blade in rows.blades):
        return []
    names = [PLANNED, LIMIT]
    points = table("marks").mark_point(size=70, strokeWidth=1.6, color=theme.EMPTY)
    shape = alt.Shape("what:N", title=None, scale=alt.Scale(domain=names, range=["triangle-up", "diamond"]))
    return [points.encode(x=x, y=y, shape=shape, tooltip=alt.Tooltip("says:N", title="brings"))]


def _nought(x: alt.X) -> alt.Chart:
    drawn: alt.Chart = table("nought").mark_rule(color=theme.INK, strokeWidth=1).encode(x=x)
    return drawn
