"""The truce behind a chart: open, closing and closed spans, and when windows open and close."""

import altair as alt

from korridor.pictures import theme
from korridor.pictures.axis import of_field
from korridor.pictures.specification import table
from korridor.pictures.windows import BROKEN


def truce_layers(x: alt.X, where: str | None = None, broken: bool = False) -> list[alt.Chart]:
    """Return the layers.

    Parameters
    ----------
    x : altair.X
        The chart's time axis.
    where : str, optional
        A Vega expression: which rows to draw of the tables ``truce`` (``state``, ``begins_s``, ``ends_s``)
        and ``edges`` (``moment_s``, ``says``, ``late``).
    broken : bool
        Whether the truce broke anywhere on the picture.
    """
    shades = theme.SPANS | ({BROKEN: theme.BROKEN} if broken else {})
    scale = alt.Scale(domain=list(shades), range=list(shades.values()))
    shade = table("truce", where).mark_rect(clip=True, opacity=0.75)
    edges = table("edges", where)
    aligned = alt.ExprRef("datum.late ? 'right' : 'left'")
    return [
        shade.encode(
            x=of_field(x, "begins_s"), x2="ends_s:Q", fill=alt.Fill("state:N", title="truce", scale=scale)
        ),
        edges.mark_rule(color=theme.INK, strokeWidth=1, strokeDash=[2, 2]).encode(x=x),
        edges.mark_text(align=aligned, baseline="bottom").encode(x=x, y=alt.value(-3), text="says:N"),
    ]
