"""Names of rows beside a chart of bars, in two lines where they are long."""

import json
from collections.abc import Sequence

import altair as alt

from korridor.pictures import theme
from korridor.pictures.text_width import in_two_lines


def row_names(names: Sequence[str], most_px: int) -> alt.Axis:
    """Return the axis of a field that numbers rows from 0: two names may be cut to the same words.

    Parameters
    ----------
    names : sequence of str
        By row.
    most_px : int
        How wide a line may be.
    """
    lines = [in_two_lines(name, most_px, theme.TEXT_PX) for name in names]
    label = f"{json.dumps(lines)}[datum.value]"
    # Vega hangs a second line below the first; half a line higher the two are level with their bars.
    higher = {"condition": {"test": f"length({label}) > 1", "value": -theme.TEXT_PX / 2}, "value": 0}
    return alt.Axis(title=None, labelExpr=label, labelLimit=0, labelOffset=higher, domain=False, ticks=False)
