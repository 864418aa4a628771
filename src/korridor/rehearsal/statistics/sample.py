"""One measure over many runs: all that intervals and quantiles need of it, in bounded memory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from korridor.rehearsal.statistics.histogram import Histogram
from korridor.rehearsal.statistics.moments import Moments


@dataclass(frozen=True)
class Sample:
    """What the runs came to by one measure.

    Attributes
    ----------
    moments : Moments
    histogram : Histogram
    above_zero : int
        In how many runs there was any of it.
    """

    moments: Moments
    histogram: Histogram
    above_zero: int

    @classmethod
    def of(cls, values: NDArray[np.int64]) -> Sample:
        """Take up an array [run]."""
        return cls(Moments.of(values), Histogram.of(values), int(np.count_nonzero(values > 0)))

    @classmethod
    def total(cls, parts: Iterable[Sample]) -> Sample:
        """Add up what was taken up apart."""
        several = tuple(parts)
        return cls(
            Moments.total(part.moments for part in several),
            Histogram.total(part.histogram for part in several),
            sum(part.above_zero for part in several),
        )

    @property
    def runs(self) -> int:
        """In how many runs the measure had a meaning."""
        return self.moments.runs
