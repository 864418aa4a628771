"""Rules of thumb by which a movement officer dispatches columns with a pencil; the set that we compare with."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import product


class Turn(StrEnum):
    """Which assembly place a column is sent to, of those where people wait."""

    IN_TURN = "to each place in turn"
    NEAREST = "to the nearest place until it is empty"
    MOST_LEFT = "to where most people are left"


class Back(StrEnum):
    """How unloaded vehicles go back in, first come, first served."""

    WHOLE = "a column goes back in as it came"
    AS_UNLOADED = "as soon as enough are unloaded for a column"


@dataclass(frozen=True)
class HandRule:
    """One rule of thumb; what it decides, it decides from what stands where.

    Attributes
    ----------
    buses : int
        Vehicles in a column of the type that carries most.
    others : int
        Vehicles of other types that go along with them, of those there are and while there is somebody for them.
    turn : Turn
    every_min : int or None
        Minutes between the departures of a timetable, counted from the first; a column that is not ready takes the next.
        ``None``: columns leave as soon as they can.
    back : Back
    """

    buses: int
    others: int
    turn: Turn
    every_min: int | None
    back: Back

    def __str__(self) -> str:
        along = f" and at most {self.others} ambulances" if self.others else ""
        starts = "as soon as they are ready" if self.every_min is None else f"every {self.every_min} min"
        return f"columns of {self.buses} buses{along} {self.turn}, {starts}; {self.back}"


# From the least to the most vehicles of the example's convoy rule; among them the 6 to 10 of civil practice, the 20 of a
# march unit and the 25 that were seen (the example's sources). Minutes: from its headway to a column an hour.
BUSES = (5, 6, 8, 10, 12, 15, 20, 25)
OTHERS = (0, 2)
EVERY_MIN = (None, 20, 25, 30, 40, 60)

RULES = tuple(
    HandRule(buses, others, turn, every_min, back)
    for buses, others, turn, every_min, back in product(BUSES, OTHERS, Turn, EVERY_MIN, Back)
)
"""Every combination of the choices above."""
