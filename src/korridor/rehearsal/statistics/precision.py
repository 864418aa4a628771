"""How exact an answer is asked to be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from math import inf, isfinite

from korridor.operation.units import shown
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.outcome import Outcome
from korridor.rehearsal.statistics.mean import Mean, mean_of
from korridor.rehearsal.statistics.wilson import wilson


class Kind(StrEnum):
    """What the half-width of an interval is held against."""

    RELATIVE = "of the mean"
    ABSOLUTE = "absolute"
    CHANCE = "of the chance that all are out"


_WRITTEN = re.compile(r"\s*([-+]?[0-9]{1,9}(?:\.[0-9]{1,9})?)\s*([a-z%]*)\s*")
_ABSOLUTE = {
    "persons": {"persons": 1, "person": 1, "people": 1},
    "s": {"s": 1, "min": 60, "h": 3600},
    "person_s": {"min": 60, "h": 3600},
}
_POINTS = ("points", "point")
_HALF = 0.5


@dataclass(frozen=True)
class Precision:
    """The half-width that a 95 % interval may have, at most.

    Attributes
    ----------
    half_width : float
        A fraction of the mean; persons, seconds or person-seconds; or a chance.
    kind : Kind
    measure : Measure
        Whose mean it is; for a chance of no meaning.
    written : str
        As it was asked for.
    """

    half_width: float
    kind: Kind
    measure: Measure
    written: str

    @classmethod
    def read(cls, text: str, measure: Measure = Measure.OUT) -> Precision:
        """Read ``1 %`` or ``0.01`` (of the mean), ``20 persons``, ``10 min``, or ``2 points`` (of the chance that all are out).

        Raises
        ------
        ValueError
            If it is not a precision, its unit is not the measure's, it is nought or less, or no precision at all.

        Examples
        --------
        >>> Precision.read("1 %").half_width, Precision.read("2 points").half_width
        (0.01, 0.02)
        """
        offer = f"write for example 1 %, {_example(measure)} or 2 points (of the chance that all are out)"
        match = _WRITTEN.fullmatch(text)
        if match is None:
            raise ValueError(f"{shown(text)} is not a precision; {offer}")
        number, unit = float(match[1]), match[2]
        if not number > 0:
            raise ValueError(f"{shown(text)} is never reached: an interval has some width; {offer}")
        if unit in ("", "%"):
            kind, half_width, most = Kind.RELATIVE, number / (100 if unit else 1), 1.0
        elif unit in _POINTS:
            kind, half_width, most = Kind.CHANCE, number / 100, _HALF
        elif unit in _ABSOLUTE[measure.unit]:
            kind, half_width, most = Kind.ABSOLUTE, number * _ABSOLUTE[measure.unit][unit], inf
        else:
            raise ValueError(f"{shown(text)}: {unit} is not a unit of {measure.said}; {offer}")
        if half_width >= most:
            raise ValueError(f"{shown(text)} is no precision: every interval is as narrow; {offer}")
        return cls(half_width, kind, measure, " ".join(text.split()))

    def seen(self, outcome: Outcome) -> Mean | None:
        """The mean or the chance so far, with its interval; ``None`` where the measure has no run yet."""
        if self.kind is Kind.CHANCE:
            return Mean(outcome.all_out / outcome.runs, *wilson(outcome.all_out, outcome.runs), rough=False)
        return first_mean(outcome, self.measure)

    def target(self, mean: Mean) -> float:
        """The half-width asked for, in the measure's unit."""
        return self.half_width * (abs(mean.value) if self.kind is Kind.RELATIVE else 1)

    def is_kept(self, mean: Mean | None) -> bool:
        """Whether an interval is narrow enough, and to be trusted; one around nought is never relative to it."""
        if mean is None or mean.half_width is None or mean.rough or not isfinite(mean.half_width):
            return False
        target = self.target(mean)
        return target > 0 and mean.half_width <= target


def first_mean(outcome: Outcome, measure: Measure) -> Mean | None:
    """The mean of a measure over the runs so far; ``None`` where it has none."""
    moments = outcome.samples[measure].moments
    return mean_of(moments, most=most_of(outcome, measure)) if moments.runs else None


def most_of(outcome: Outcome, measure: Measure) -> float | None:
    """What a run can come to at most, where that is known."""
    return outcome.most_persons if measure in (Measure.OUT, Measure.LEFT) else None


def _example(measure: Measure) -> str:
    return "20 persons" if measure.unit == "persons" else "10 min"
