"""What precision was asked for, and what became of it."""

from __future__ import annotations

from korridor.operation.frozen import Frozen
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.outcome import Outcome
from korridor.rehearsal.statistics.precision import Kind
from korridor.rehearsal.statistics.stopping import Stopped, Why


class Asked(Frozen):
    """How a rehearsal ended, and whether what was asked for is reached.

    Attributes
    ----------
    precision : str or None
        As it was asked for: ``1 %`` of the mean, ``20 persons``, ``2 points`` of the chance that all are out.
    kind : Kind or None
        What that is held against.
    measure : Measure
        Whose it is, or the first of the answer.
    reached : bool or None
        ``None`` where none was asked for.
    half_width, asked_half_width : float or None
        Of the 95 % interval, in the measure's unit or as a chance.
    stopped : Why
    most_runs : int
        The cap.
    """

    precision: str | None
    kind: Kind | None
    measure: Measure
    reached: bool | None
    half_width: float | None
    asked_half_width: float | None
    stopped: Why
    most_runs: int

    @classmethod
    def of(cls, outcome: Outcome, stopped: Stopped, first: Measure) -> Asked:
        """Say how it ended."""
        asked = stopped.precision
        mean = None if asked is None else asked.seen(outcome)
        return cls(
            precision=None if asked is None else asked.written,
            kind=None if asked is None else asked.kind,
            measure=first if asked is None else asked.measure,
            reached=stopped.reached,
            half_width=None if mean is None else mean.half_width,
            asked_half_width=None if asked is None or mean is None else asked.target(mean),
            stopped=stopped.why,
            most_runs=stopped.most_runs,
        )
