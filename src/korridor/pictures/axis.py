"""A time axis in seconds whose labels are the operation's clock."""

import json
from typing import TypeVar

import altair as alt

from korridor.pictures.clock import DAY_S, Clock

STEPS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, DAY_S)
"""Steps that divide a day as clocks do."""

_MOST_TICKS = 13

Axis = TypeVar("Axis", alt.X, alt.Y)


def step_s(length_s: int, most: int) -> int:
    """Return the smallest step that cuts ``length_s`` into no more than ``most`` parts."""
    days = -(-length_s // (most * DAY_S)) * DAY_S
    return next((step for step in STEPS_S if length_s <= step * most), days)


def ticks(clock: Clock, begins_s: int, ends_s: int) -> list[int]:
    """Return the moments at which the clock's face shows a whole step."""
    step = step_s(ends_s - begins_s, _MOST_TICKS)
    first_s = begins_s + -(clock.face_s + begins_s) % step
    return list(range(first_s, ends_s + 1, step))


def time_x(clock: Clock, begins_s: int, ends_s: int) -> alt.X:
    """Return the axis of ``moment_s``, its ticks' words written out.

    The words come from the operation's clock, and the axis itself only knows seconds: so the time zone of
    whoever looks at it plays no part.
    """
    words = {str(tick): clock.tick(tick) for tick in ticks(clock, begins_s, ends_s)}
    axis = alt.Axis(values=list(map(int, words)), labelExpr=f"({json.dumps(words)})[datum.value]", title=None)
    scale = alt.Scale(domain=[begins_s, ends_s], nice=False, zero=False)
    return alt.X("moment_s:Q", scale=scale, axis=axis)


def of_field(axis: Axis, field: str) -> Axis:
    """Return the same axis for another column."""
    other: Axis = axis.copy()
    other.shorthand = f"{field}:Q"
    return other
