"""By when everybody is out, over all runs: those that leave somebody behind too."""

from __future__ import annotations

from korridor.operation.frozen import Frozen
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.outcome import Outcome


class AllOutBy(Frozen):
    """By when everybody is out in a tenth, half and nine tenths of *all* runs; ``None``: not in so many of them."""

    p10: int | None
    p50: int | None
    p90: int | None

    @classmethod
    def of(cls, outcome: Outcome) -> AllOutBy:
        """Rank the runs by clearance; those in which somebody is left never come to it and stand after all the others."""
        histogram = outcome.samples[Measure.CLEARANCE].histogram

        def by(percent: int) -> int | None:
            rank = -(-outcome.runs * percent // 100)
            return histogram.ranked([rank])[0] if rank <= outcome.all_out else None

        return cls(p10=by(10), p50=by(50), p90=by(90))
