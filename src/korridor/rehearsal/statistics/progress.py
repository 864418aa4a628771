"""How far a rehearsal has come, for whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from korridor.rehearsal.measure import Measure
from korridor.rehearsal.outcome import Outcome
from korridor.rehearsal.statistics.amount import amount
from korridor.rehearsal.statistics.mean import Mean
from korridor.rehearsal.statistics.precision import Kind, Precision, first_mean
from korridor.rehearsal.statistics.stopping import Stopping


@dataclass(frozen=True)
class Progress:
    """The interval so far.

    Attributes
    ----------
    runs, most_runs : int
        Done, and the cap.
    measure : Measure
        The first of the answer, or the one whose precision is asked for.
    mean : Mean or None
        With its interval; ``None`` where there is none yet.
    precision : Precision or None
        What is asked for.
    """

    runs: int
    most_runs: int
    measure: Measure
    mean: Mean | None
    precision: Precision | None

    @classmethod
    def of(cls, outcome: Outcome, stopping: Stopping, first: Measure) -> Progress:
        """What is known after these runs."""
        asked = stopping.precision
        mean = first_mean(outcome, first) if asked is None else asked.seen(outcome)
        measure = first if asked is None else asked.measure
        return cls(outcome.runs, stopping.most_runs, measure, mean, asked)

    @property
    def needed_runs(self) -> int:
        """How many runs it will take, as it looks now: the width shrinks with the root of their number."""
        if self.precision is None or self.mean is None or not self.mean.half_width:
            return self.most_runs
        target = self.precision.target(self.mean)
        if target == 0:
            return self.most_runs
        more = (self.mean.half_width / target) ** 2
        return min(self.most_runs, max(self.runs, round(self.runs * more)))

    @property
    def share(self) -> float:
        """How much is done, from 0 to 1, for a bar."""
        return self.runs / self.needed_runs

    def words(self) -> str:
        """``1,536 of about 2,900 runs · people out: 34,120 ± 85, asked ± 34``."""
        about = "about " if self.precision is not None and self.needed_runs < self.most_runs else ""
        said = f"{self.runs:,} of {about}{self.needed_runs:,} runs"
        if self.mean is None:
            return said
        chance = self.precision is not None and self.precision.kind is Kind.CHANCE
        what = "all are out" if chance else self.measure.said
        value = f"{100 * self.mean.value:.1f} %" if chance else amount(self.mean.value, self.measure)
        half = (
            "" if self.mean.half_width is None else f" ± {_width(self.mean.half_width, self.measure, chance)}"
        )
        asked = ""
        if self.precision is not None:
            asked = f", asked ± {_width(self.precision.target(self.mean), self.measure, chance)}"
        return f"{said} · {what}: {value}{half}{asked}"


Watch = Callable[[Progress], None]


def _width(value: float, measure: Measure, chance: bool) -> str:
    return f"{100 * value:.1f} points" if chance else amount(value, measure)
