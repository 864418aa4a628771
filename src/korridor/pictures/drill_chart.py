"""How long until a lost vehicle is noticed, against how often somebody is called for nothing; and the delays one by one."""

from dataclasses import asdict, dataclass

import altair as alt

from korridor.pictures import theme
from korridor.pictures.specification import Specification, finished, table

_HEIGHT_PX = 250
_SHADES = [theme.EMPTY, theme.FAINT, theme.LOADED, theme.INK]
_DASHES = [[2, 2], [6, 3], [1, 0], [8, 2, 2, 2]]


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
    delays_h : tuple of float
        Of those that were noticed, at the threshold asked about.
    lost : int
        How many vehicles were lost in all.
    asked : str
        The threshold asked about, in words.
    """

    thresholds: tuple[Threshold, ...]
    delays_h: tuple[float, ...]
    lost: int
    asked: str


def drill_chart(rows: DrillRows) -> Specification:
    """Return the Vega-Lite specification: the trade-off above, by when how many are noticed below."""
    chart = alt.VConcatChart(vconcat=[_trade_off(rows), _noticed(rows)])
    delays = sorted(rows.delays_h)
    steps = [{"delay_h": 0.0, "share": 0.0}]
    steps += [{"delay_h": delay, "share": (n + 1) / rows.lost} for n, delay in enumerate(delays)]
    steps.append({"delay_h": _last_h(rows), "share": len(delays) / rows.lost})
    return finished(
        chart,
        "How long until half of lost vehicles are noticed against false alarms a day, for several thresholds; and how many are "
        "noticed by when.",
        {
            "thresholds": [asdict(each) for each in rows.thresholds],
            "steps": steps,
            "never": [{"share": len(delays) / rows.lost, "says": _never(rows)}],
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
    names = list(dict.fromkeys(each.persons for each in rows.thresholds if not each.asked))
    colour = alt.Color(
        "persons:N", title="acting on", sort=names, scale=alt.Scale(domain=names, range=_SHADES[: len(names)])
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
    )
    y = alt.Y(
        "share:Q",
        title="lost vehicles noticed",
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(format=".0%"),
    )
    steps, never = table("steps"), table("never")
    chart = alt.LayerChart(
        layer=[
            steps.mark_area(interpolate="step-after", color=theme.LOADED, opacity=0.2).encode(x=x, y=y),
            steps.mark_line(interpolate="step-after", color=theme.LOADED, strokeWidth=2).encode(x=x, y=y),
            never.mark_text(align="right", baseline="top", dx=-4, dy=6).encode(
                x=alt.value(theme.WIDTH_PX - 60), y=y, text="says:N"
            ),
        ]
    )
    chart.width, chart.height = theme.WIDTH_PX - 60, _HEIGHT_PX - 50
    chart.title = alt.TitleParams(f"By when how many are noticed, acting on {rows.asked} (the diamond)")
    return chart


def _last_h(rows: DrillRows) -> float:
    return max([1.0, *(1.1 * delay for delay in rows.delays_h)])


def _never(rows: DrillRows) -> str:
    never = rows.lost - len(rows.delays_h)
    return f"{never:,} of {rows.lost:,} never noticed" if never else f"all {rows.lost:,} noticed"
