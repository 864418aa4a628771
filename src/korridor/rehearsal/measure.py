"""R4: what one run comes to."""

from enum import StrEnum

from korridor.operation.operation import Operation


class Measure(StrEnum):
    """What is counted in each run, one whole number a run; persons, seconds or person-seconds.

    ``clearance_s`` has a meaning only in runs in which nobody is left; elsewhere it is not looked at.
    """

    OUT = "out"
    LEFT = "left"
    CLEARANCE = "clearance_s"
    EXPOSURE = "exposure_person_s"
    ABOARD = "longest_aboard_s"
    STRANDED = "stranded"
    OVERFULL = "overfull_person_s"
    OWN_WAY = "own_way"
    REGRET = "regret"
    REGRET_S = "regret_s"

    @property
    def unit(self) -> str:
        """``persons``, ``s`` or ``person_s``."""
        if self.value.endswith("_person_s"):
            return "person_s"
        return "s" if self.value.endswith("_s") else "persons"

    @property
    def more_is_better(self) -> bool:
        """Whether more of it is what everybody hopes for; of everything but people out, less is."""
        return self is Measure.OUT

    @property
    def said(self) -> str:
        """What it is called in a sentence."""
        return _SAID[self]


NEEDED = (Measure.OUT, Measure.LEFT, Measure.CLEARANCE, Measure.EXPOSURE, Measure.ABOARD)
"""What every run tells; the others only where an operation has such a thing."""

_SAID = {
    Measure.OUT: "people out",
    Measure.LEFT: "people left behind",
    Measure.CLEARANCE: "time until everybody is out",
    Measure.EXPOSURE: "exposure on truce roads without a truce",
    Measure.ABOARD: "longest time aboard",
    Measure.STRANDED: "people stranded on the way",
    Measure.OVERFULL: "time beyond the room of a place",
    Measure.OWN_WAY: "people who leave on their own",
    Measure.REGRET: "people short of what foresight could have had out",
    Measure.REGRET_S: "time lost against what foresight could have done",
}


def first_measure(operation: Operation) -> Measure:
    """What an answer is about first: people out where there is a horizon, clearance where there is none."""
    return Measure.CLEARANCE if operation.horizon_s is None else Measure.OUT
