"""How long until a lost vehicle is noticed, against how often somebody is called for nothing; and the delays one by one."""

from dataclasses import asdict, dataclass

import altair as alt

from korridor.pictures import theme
from korridor.pictures.specification import Specification, finished, table

_HEIGHT_PX = 250
_SHADES = [theme.EMPTY, theme.LOADED, theme.INK]
SOONEST = "1 person or more, at once"
_DASHES = [[2, 2], [1, 0], [6, 3]]


@dataclass(frozen=True)
class Threshold:
    """What comes of one threshold.

    Attributes
    ----------
    persons : str
        As the legend says it.
    age : str
    asked : bool
        Whether it is the one that was asked about.
    false_alarms : float
        A day.
    half_h : float
        By when half of all lost vehicles are noticed, in hours after they were due.
    says : str
    """

    persons: str
    age: str
    asked: bool
    false_alarms: float
    half_h: float
    says: str


@dataclass(frozen=True)
class DrillRows:
    """The tidy rows of a drill.

    Attributes
    ----------
    thresholds : tuple of Threshold
        By number of persons, then by age.
    delays_h, soonest_h : tuple of float
        Of those that were noticed, at the threshold asked about; and acting on one person, at once.
    lost : int
        How many vehicles were lost in all.
    asked : str
        The threshold asked about, in words.
    """

    thresholds: tuple[Threshold, ...]
    delays_h: tuple[float, ...]
    soonest_h: tuple[float, ...]
    lost: int
    asked: str


def drill_chart(rows: DrillRows) -> Specification:
    """Return the Vega-Lite specification: the trade-off above, by when how many are noticed below."""
    chart = alt.VConcatChart(vconcat=[_trade_off(rows), _noticed(rows)]).resolve_scale(
        color="independent", strokeDash="independent"
    )
    last_h = _last_h(rows)
    curves = {SOONEST: rows.soonest_h, rows.asked: rows.delays_h}
    return finished(
        chart,
        "How long until half of lost vehicles are noticed against false alarms a day, for several thresholds; and how many are "
        "noticed by when.",
        {
            "thresholds": [asdict(each) for each in rows.thresholds],
            "steps": [
                {"acting": acting, **step}
                for acting, delays_h in curves.items()
                for step in _steps(delays_h, rows.lost, last_h)
            ],
            "end": [
                {"share": _steps(rows.delays_h, rows.lost, last_h)[-1]["share"], "says": _in_the_end(rows)}
            ],
        },
    )


def _trade_off(rows: DrillRows) -> alt.LayerChart:
    x = alt.X(
        "false_alarms:Q",
        title="false alarms a day",
        scale=alt.Scale(domainMin=0),
        axis=alt.Axis(format=",.3~g"),
    )
    y = alt.Y(
        "half_h:Q",
        title=["half of the lost noticed by,", "hours after they were due"],
        scale=alt.Scale(domainMin=0),
    )
    names = list(dict.fromkeys(each.persons for each in rows.thresholds if not each.asked)) or ["nothing"]
    colour = alt.Color(
        "persons:N",
        title="acting on",
        sort=names,
        scale=alt.Scale(domain=names, range=_SHADES[: len(names)]),
        legend=alt.Legend(symbolType="stroke"),
    )
    dash = alt.StrokeDash("persons:N", sort=names, scale=alt.Scale(domain=names, range=_DASHES[: len(names)]))
    tooltip = [alt.Tooltip("says:N", title="threshold")]
    others, asked = table("thresholds", "!datum.asked"), table("thresholds", "datum.asked")
    first = table("thresholds", f"!datum.asked && datum.persons === {names[0]!r}")
    chart = alt.LayerChart(
        layer=[
            others.mark_line(strokeWidth=1.5).encode(
                x=x, y=y, color=colour, strokeDash=dash, order=alt.Order("half_h:Q")
            ),
            others.mark_point(filled=True, size=35, opacity=1).encode(
                x=x, y=y, color=colour, tooltip=tooltip
            ),
            first.mark_text(align="left", baseline="bottom", dx=5, dy=-3).encode(x=x, y=y, text="age:N"),
            asked.mark_point(shape="diamond", size=170, strokeWidth=2, color=theme.BOUND).encode(
                x=x, y=y, tooltip=tooltip
            ),
        ]
    )
    chart.width, chart.height = theme.WIDTH_PX - 60, _HEIGHT_PX
    chart.title = alt.TitleParams("Sooner, or quieter: each point a threshold, waiting for the age beside it")
    return chart


def _noticed(rows: DrillRows) -> alt.LayerChart:
    x = alt.X(
        "delay_h:Q",
        title="hours after it was due",
        scale=alt.Scale(domain=[0, _last_h(rows)], nice=False),
        axis=alt.Axis(tickCount=8, format="~g"),
    )
    y = alt.Y(
        "share:Q",
        title="lost vehicles noticed",
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(format=".0%"),
    )
    names = list(dict.fromkeys((SOONEST, rows.asked)))
    legend = alt.Legend(symbolType="stroke", labelLimit=theme.WIDTH_PX)
    colour = alt.Color(
        "acting:N",
        title="acting on",
        sort=names,
        scale=alt.Scale(domain=names, range=[theme.EMPTY, theme.LOADED][-len(names) :]),
        legend=legend,
    )
    dash = alt.StrokeDash(
        "acting:N", sort=names, scale=alt.Scale(domain=names, range=[[5, 3], [1, 0]][-len(names) :])
    )
    steps, end = table("steps"), table("end")
    chart = alt.LayerChart(
        layer=[
            steps.mark_line(interpolate="step-after", strokeWidth=2).encode(
                x=x, y=y, color=colour, strokeDash=dash
            ),
            end.mark_text(align="right", baseline="top", dx=-4, dy=6).encode(
                x=alt.value(theme.WIDTH_PX - 60), y=y, text="says:N"
            ),
        ]
    )
    chart.width, chart.height = theme.WIDTH_PX - 60, _HEIGHT_PX - 50
    chart.title = alt.TitleParams(
        "By when how many of the lost are noticed; the diamond above, and as soon as can be"
    )
    return chart


def _steps(delays_h: tuple[float, ...], lost: int, last_h: float) -> list[dict[str, float]]:
    """By when how many are noticed: from nobody at nought to those that ever are."""
    found = [{"delay_h": 0.0, "share": 0.0}]
    found += [
        {"delay_h": delay_h, "share": (n + 1) / lost}
        for n, delay_h in enumerate(sorted(delays_h))
        if delay_h <= last_h
    ]
    return [*found, {"delay_h": last_h, "share": found[-1]["share"]}]


def _last_h(rows: DrillRows) -> float:
    """Where the picture ends: when nineteen in twenty of those that are noticed have been, and some time after."""
    asked = sorted(rows.delays_h) or [0.0]
    return max(1.0, 1.6 * asked[len(asked) * 19 // 20 if len(asked) > 1 else 0])


def _in_the_end(rows: DrillRows) -> str:
    """Say how many are ever noticed; some of them after the picture's end."""
    return f"{len(rows.delays_h):,} of {rows.lost:,} noticed in the end"
