"""R7: how many come out in each span that was reported of, run by run."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from korridor.rehearsal.block import Block
from korridor.rehearsal.hindcast.reported import Reported
from korridor.rehearsal.measure import Measure

HOUR_S = 3600

Whole = NDArray[np.int64]


def cumulated(block: Block, ends_s: int) -> Whole:
    """Return an array [run, hour] of people out up to the end of each hour, in columns and on their own.

    Nobody says when those leave who leave on their own; they count from the hour in which the last window closes.
    """
    assert block.out_by_hour is not None  # tasks tell it
    out: Whole = block.out_by_hour.copy()
    alone = block.measures.get(Measure.OWN_WAY)
    if alone is not None:
        out[:, _hour(ends_s, out.shape[1]) :] += alone[:, np.newaxis]
    return out


def in_spans(cumulative: Whole, figures: Sequence[Reported]) -> Whole:
    """Return an array [run, figure] of people who come out in each figure's span, by whole hours."""
    hours = cumulative.shape[1]
    table = np.zeros((len(cumulative), len(figures)), dtype=np.int64)
    for at, each in enumerate(figures):
        table[:, at] = cumulative[:, _hour(each.until_s, hours)]
        if each.since_s > 0:
            table[:, at] -= cumulative[:, _hour(each.since_s, hours)]
    return table


def _hour(moment_s: int, hours: int) -> int:
    """Return the hour that ends at a moment, or in which it lies."""
    return min(max(0, -(-moment_s // HOUR_S) - 1), hours - 1)
