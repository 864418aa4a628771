"""Cases of a proof: trips of some kind, counted over all vehicles, are so many at most, or more.

A count of legs is a whole number in every plan, so one of the two cases holds. Legs are what the dynamic program
prices, so a case costs it nothing: branching on original variables (Vanderbeck 2000, doi 10.1287/opre.48.1.111.12453).
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from korridor.planning.certificate import Split
from korridor.planning.shuttle.lots import Lots
from korridor.planning.shuttle.shuttle import Shuttle
from korridor.planning.shuttle.tour import Tour

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Counted:
    """The trips that count: of a type, with a lot, from a stand or to a reception; any where it is ``None``.

    Those from a stand, or whose stand and reception do not matter, count with ``by_s`` if they depart by then; those to a
    reception if they are out by then; in a tour that never waits.
    """

    kind: int | None = None
    lot: int | None = None
    stand: int | None = None
    room: int | None = None
    by_s: int | None = None

    @property
    def approaches(self) -> bool:
        """Whether they are told by the way to where they load, not by where they unload."""
        return self.room is None

    def by(self, moment_s: int) -> "Counted":
        """The same trips, as far as they are made by a moment."""
        return replace(self, by_s=moment_s)

    def number(self, lots: Lots, tour: Tour) -> int:
        """How many of a tour's trips count."""
        if self.kind not in (None, lots.fleets[tour.fleet][0]):
            return 0
        return sum(
            self.lot in (None, trip.lot)
            and self.stand in (None, trip.stand)
            and self.room in (None, trip.room)
            and (self.by_s is None or (trip.departs_s if self.approaches else trip.out_s) <= self.by_s)
            for trip in tour.timed(lots)
        )

    def of(self, lots: Lots) -> Flags:
        """Which legs count: (types, stands, lots) of approaches, else (types, lots, receptions)."""
        legs = np.zeros(lots.approach_s.shape if self.approaches else lots.deliver_s.shape, dtype=bool)
        kind, lot = (slice(None) if each is None else each for each in (self.kind, self.lot))
        stand, room = (slice(None) if each is None else each for each in (self.stand, self.room))
        legs[(kind, stand, lot) if self.approaches else (kind, lot, room)] = True
        return legs


@dataclass(frozen=True)
class Case:
    """One side of a split: ``at_most`` such trips, or ``more`` than that."""

    counted: Counted
    at_most: int
    more: bool

    @property
    def sign(self) -> int:
        """What a trip earns at a price of one."""
        return 1 if self.more else -1

    @property
    def trips(self) -> int:
        """So many at least, or at most."""
        return self.at_most + 1 if self.more else self.at_most


Path = tuple[Case, ...]
"""The cases that have been supposed, the first one first."""


def stated(counted: Counted, at_most: int, shuttle: Shuttle) -> Split:
    """A split with names, as the certificate has it."""
    return Split(
        vehicle_type=None if counted.kind is None else shuttle.types[counted.kind],
        lot=counted.lot,
        comes_from=None if counted.stand is None else shuttle.stands[counted.stand],
        goes_to=None if counted.room is None else shuttle.stands[counted.room],
        by_s=counted.by_s,
        at_most=at_most,
    )
