"""Values, gains and bounds of one measure, in words and in a picture's unit."""

from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.pictures.clock import HOUR_S, Clock, lasting
from korridor.planning.why.measure import Measure


@dataclass(frozen=True)
class Amounts:
    """How the numbers of one measure are said.

    What a plan does is rounded to its disadvantage, and what no plan can beat the other way.
    """

    operation: Operation
    measure: Measure

    @property
    def weighted(self) -> bool:
        """Whether people count by a weight that the file gives them."""
        return any(group.weight != 1 for group in self.operation.people.values())

    def value(self, value: int | None) -> str:
        """What a plan comes to."""
        return self._said(value, up=True, none="no plan found")

    def bound(self, bound: int | None, value: int | None = None) -> str:
        """What no plan can beat; where a plan reaches it, in the same words, or rounding would pull the two apart."""
        if bound is not None and bound == value:
            return self.value(value)
        return self._said(bound, up=False, none="not worked out")

    def gain(self, gain: int | None, nothing: str = "nothing") -> str:
        """By how much something is better: ``362 people more``, ``2 h 10 min sooner``."""
        if gain is None:
            return "not known"
        if gain == 0:
            return nothing
        size, better = abs(gain), gain > 0
        if self.measure is Measure.CLEARANCE:
            return f"{lasting(size)} {'sooner' if better else 'later'}"
        if self.measure is Measure.WAITING:
            return f"{size / HOUR_S:,.0f} person-hours {'less' if better else 'more'}"
        noun = self._people(size)
        if self.measure is Measure.LEFT:
            return f"{noun} {'fewer' if better else 'more'} left behind"
        return f"{noun} {'more' if better else 'fewer'}"

    def drawn(self, gain: int | None) -> float | None:
        """A gain or value in the picture's unit; never below zero."""
        if gain is None:
            return None
        per = {Measure.CLEARANCE: HOUR_S / 60, Measure.WAITING: HOUR_S}.get(self.measure, 1)
        return max(0.0, round(gain / per, 2))

    @property
    def gained(self) -> str:
        """What a picture of gains counts."""
        return {
            Measure.OUT: "people more" + (", by weight" if self.weighted else ""),
            Measure.LEFT: "people fewer left behind",
            Measure.CLEARANCE: "minutes sooner",
            Measure.WAITING: "person-hours of waiting less",
        }[self.measure]

    @property
    def reached(self) -> str:
        """What a frontier counts."""
        return {
            Measure.OUT: "people out" + (", by weight" if self.weighted else ""),
            Measure.LEFT: "people left behind",
            Measure.CLEARANCE: "hours until the last person is out",
            Measure.WAITING: "person-hours of waiting",
        }[self.measure]

    def level(self, number: int | None) -> float | None:
        """A value or bound in the frontier's unit."""
        if number is None:
            return None
        hours = self.measure in (Measure.CLEARANCE, Measure.WAITING)
        return round(number / HOUR_S, 3) if hours else float(number)

    def _said(self, number: int | None, up: bool, none: str) -> str:
        if number is None:
            return none
        if self.measure is Measure.CLEARANCE:
            return f"last person out {Clock(self.operation.start).moment(number, up=up)}"
        if self.measure is Measure.WAITING:
            hours = -(-number // HOUR_S) if up else number // HOUR_S
            return f"{hours:,} person-hours"
        if self.measure is Measure.LEFT:
            return f"{self._people(number)} left behind"
        return f"{self._people(number)} out"

    def _people(self, number: int) -> str:
        if self.weighted and self.measure is Measure.OUT:
            return f"{number:,} (by weight)"
        return "1 person" if number == 1 else f"{number:,} people"
