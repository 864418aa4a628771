"""What the bound counts with: loads by lot, and the least times of trips (docs/bounds-shuttle.md)."""

from dataclasses import dataclass

import numpy as np

from korridor.operation.operation import EmptyLegs, Operation
from korridor.operation.ways import Ways
from korridor.planning.bound.hops import hops_of
from korridor.planning.shuttle.plain import rooms
from korridor.planning.shuttle.shuttle import Shuttle, Whole, shuttle_of


@dataclass(frozen=True)
class Lots:
    """Loads that are alike: those of one assembly place, its last one by itself if that is smaller.

    Attributes
    ----------
    loads, persons : array (lots)
        How many loads, and how many persons in each.
    assembly : array (lots)
        Where they stand.
    approach_s : array (types, stands, lots)
        At least, from leaving a stand to departure: whatever is done between, the turn-round, boarding.
    deliver_s : array (types, lots, receptions)
        At least, from departure to the moment all are out.
    room_persons : array (receptions)
        Persons that there is room for; all there are where it is unlimited.
    fleets : tuple of (type, stand, number)
        Vehicles by type and depot.
    """

    loads: Whole
    persons: Whole
    assembly: Whole
    approach_s: Whole
    deliver_s: Whole
    room_persons: Whole
    fleets: tuple[tuple[int, int, int], ...]

    @property
    def takes_time(self) -> bool:
        """Whether every trip from a reception and on to another takes at least a second."""
        receptions = len(self.room_persons)
        there_s = self.approach_s[:, :receptions].min(axis=1, initial=1)
        return bool((there_s + self.deliver_s.min(axis=2, initial=1)).min(initial=1) >= 1)

    @property
    def kinds(self) -> int:
        """Types of vehicles."""
        return len(self.approach_s)

    @property
    def rooms(self) -> int:
        """Receptions."""
        return len(self.room_persons)


def lots_of(operation: Operation) -> Lots:
    """The lots of a plain shuttle.

    Unless empty legs are straight (O3), vehicles may go to where they load by way of any other places, which is
    sooner where times keep no triangle inequality.
    """
    straight = operation.empty_legs is EmptyLegs.STRAIGHT
    shuttle = shuttle_of(operation)
    last, full = (
        shuttle.last_persons < shuttle.places,
        shuttle.loads > (shuttle.last_persons < shuttle.places),
    )
    place = np.concatenate([np.flatnonzero(full), np.flatnonzero(last)])
    loads = np.concatenate([(shuttle.loads - last)[full], np.ones(last.sum(), dtype=np.int64)])
    persons = np.concatenate([np.full(full.sum(), shuttle.places), shuttle.last_persons[last]])
    approach_s = shuttle.approach_s if straight else _roundabout_s(operation, shuttle)
    capacities = [operation.places[name].capacity_persons for name in rooms(operation)]
    pairs = np.stack([shuttle.vehicle_type, shuttle.vehicle_stand], axis=1)
    fleets, numbers = np.unique(pairs, axis=0, return_counts=True)
    return Lots(
        loads=loads,
        persons=persons,
        assembly=place,
        approach_s=approach_s[:, :, place] + shuttle.boarding_s[:, None, None] * persons,
        deliver_s=shuttle.deliver_s[:, place] + (shuttle.alighting_s[:, None] * persons)[:, :, None],
        room_persons=np.array(
            [operation.persons if each is None else each for each in capacities], dtype=np.int64
        ),
        fleets=tuple((int(k), int(s), int(n)) for (k, s), n in zip(fleets, numbers, strict=True)),
    )


def _roundabout_s(operation: Operation, shuttle: Shuttle) -> Whole:
    """The approaches of a shuttle, by whatever places they are quickest."""
    ways, number = Ways(operation), list(operation.places).index
    stands = [number(name) for name in shuttle.stands]
    assemblies = [number(name) for name in shuttle.assemblies]
    approach_s = shuttle.approach_s.copy()
    for kind, name in enumerate(shuttle.types):
        vehicles = operation.fleet[name]
        least_s = hops_of(ways, {}, vehicles.speed_m_per_h).alone
        approach_s[kind] = least_s[np.ix_(stands, assemblies)] + vehicles.turn_round_s
    return approach_s
