"""What is reached against the longest time aboard allowed: what was found, what no plan can beat, and the room between."""

from dataclasses import asdict, dataclass
from itertools import pairwise

import altair as alt

from korridor.pictures import theme
from korridor.pictures.specification import Specification, finished, table

_HEIGHT_PX = 260


@dataclass(frozen=True)
class FrontierStep:
    """From this limit on, so much; ``None`` where nothing was found or is known.

    Attributes
    ----------
    limit_h : float
    value, bound : float or None
        In the picture's unit.
    """

    limit_h: float
    value: float | None
    bound: float | None
    says: str


@dataclass(frozen=True)
class FrontierRows:
    """The tidy rows of one frontier, the tightest limit first.

    Attributes
    ----------
    unit : str
        What is counted up the side.
    today_h : float or None
        The limit that the file sets for everybody.
    """

    steps: tuple[FrontierStep, ...]
    unit: str
    today_h: float | None
    from_zero: bool = True


def frontier_chart(rows: FrontierRows) -> Specification:
    """Return the Vega-Lite specification of a frontier."""
    last_h = max(step.limit_h for step in rows.steps) * 1.06
    amounts = [each for step in rows.steps for each in (step.value, step.bound) if each is not None]
    low, high = min(amounts, default=0.0), max(amounts, default=1.0)
    least = 0.0 if rows.from_zero else low - 0.15 * max(high - low, 0.05 * high)
    x = alt.X(
        "limit_h:Q",
        title="longest time aboard allowed, in hours",
        scale=alt.Scale(domain=[0, last_h], nice=False),
    )
    y = alt.Y(
        "value:Q",
        title=rows.unit,
        scale=alt.Scale(domain=[least, high + 0.1 * max(high - least, 1e-9)], nice=False, zero=False),
        axis=alt.Axis(format=",.1f" if high < 20 else ",.0f"),
    )
    tooltip = [alt.Tooltip("says:N", title="limit")]
    marks = table("steps", "datum.drawn && datum.value !== null")
    # What was found with a limit can be done up to the next one; what holds for a limit holds down to the one before.
    layers = [
        table("band").mark_rect(color="#cfd9e0", opacity=0.8).encode(x=x, x2="to_h:Q", y=y, y2="bound:Q"),
        table("steps", "datum.bound !== null")
        .mark_line(interpolate="step-before", color=theme.BOUND, strokeDash=[5, 3], strokeWidth=1.5)
        .encode(x=x, y=alt.Y("bound:Q")),
        table("steps", "datum.value !== null")
        .mark_line(interpolate="step-after", color=theme.LOADED, strokeWidth=2.5)
        .encode(x=x, y=y),
        marks.mark_point(filled=True, size=45, color=theme.LOADED).encode(x=x, y=y, tooltip=tooltip),
        *_today(),
    ]
    chart = alt.LayerChart(layer=layers)
    chart.width, chart.height = theme.WIDTH_PX - 40, _HEIGHT_PX
    steps = [asdict(step) | {"drawn": True} for step in rows.steps]
    steps.append({**steps[-1], "limit_h": last_h, "drawn": False, "bound": None})
    today = [] if rows.today_h is None else [{"limit_h": rows.today_h, "says": "the file's limit"}]
    return finished(
        chart,
        f"Frontier: {rows.unit} against the longest time aboard allowed, found and at most possible.",
        {
            "steps": steps,
            "band": [
                {"limit_h": now.limit_h, "to_h": then.limit_h, "value": now.value, "bound": then.bound}
                for now, then in pairwise(rows.steps)
                if now.value is not None and then.bound is not None
            ],
            "today": today,
        },
    )


def _today() -> list[alt.Chart]:
    today = table("today")
    x = alt.X("limit_h:Q")
    return [
        today.mark_rule(color=theme.FAINT, strokeDash=[2, 2]).encode(x=x),
        today.mark_text(align="right", baseline="top", dx=-4, dy=2, color=theme.FAINT).encode(
            x=x, y=alt.value(0), text="says:N"
        ),
    ]
