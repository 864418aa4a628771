"""What one vehicle can do, as the bound counts it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from korridor.planning.shuttle.lots import Lots


class Trip(NamedTuple):
    """One trip of a tour, at least so late.

    Attributes
    ----------
    stand, lot, room : int
        Where the vehicle stood, its load, the reception.
    departs_s, out_s : int
        When it departs with the load, and when all are out.
    """

    stand: int
    lot: int
    room: int
    departs_s: int
    out_s: int


@dataclass(frozen=True)
class Tour:
    """Trips of a vehicle of some fleet as pairs of lot and reception, in order."""

    fleet: int
    trips: tuple[tuple[int, int], ...]

    def timed(self, lots: Lots) -> Iterator[Trip]:
        """Its trips, one as soon as it can be after the other."""
        kind, stand, _ = lots.fleets[self.fleet]
        moment_s = 0
        for lot, room in self.trips:
            departs_s = moment_s + int(lots.approach_s[kind, stand, lot])
            moment_s = departs_s + int(lots.deliver_s[kind, lot, room])
            yield Trip(stand, lot, room, departs_s, moment_s)
            stand = room

    def length_s(self, lots: Lots) -> int:
        """When it ends at least."""
        return max((trip.out_s for trip in self.timed(lots)), default=0)
