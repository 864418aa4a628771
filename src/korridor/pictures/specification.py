"""How a picture becomes one Vega-Lite specification: named tables, the shared looks, what it shows."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from korridor.pictures import theme

Specification = dict[str, Any]
"""A Vega-Lite specification; page, PNG and SVG are drawn from the same one."""

Table = Sequence[Mapping[str, object]]


def table(name: str, where: str | None = None) -> alt.Chart:
    """Return an empty chart over the named table, of the rows where a Vega expression holds."""
    chart = alt.Chart(alt.NamedData(name=name))
    return chart if where is None else chart.transform_filter(where)


def finished(
    chart: alt.LayerChart | alt.VConcatChart, shows: str, tables: Mapping[str, Table]
) -> Specification:
    """Return the specification of a chart with its tables.

    Parameters
    ----------
    chart : altair.LayerChart or altair.VConcatChart
    shows : str
        What the picture shows, for those who cannot see it.
    tables : mapping of str to rows
        The named tables' rows; they are added last, as they need no checking by Altair.
    """
    specification: Specification = chart.to_dict()
    specification |= {"config": theme.CONFIG, "description": shows}
    return specification | {"datasets": {name: list(rows) for name, rows in tables.items()}}
