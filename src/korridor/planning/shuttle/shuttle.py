"""A plain shuttle as arrays: what the search and the bound count with."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from korridor.operation.operation import Operation
from korridor.operation.ways import Ways
from korridor.planning.shuttle.plain import crowds, not_plain, rooms, useful

Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Shuttle:
    """An operation in which every plan is vehicles' tours: approach, load, deliver, approach, load, deliver.

    Vehicles *stand* at receptions and depots; receptions come first, so a reception's index is its stand's too.

    Attributes
    ----------
    assemblies, stands, types : tuple of str
        Names, in the order of the file.
    places : int
        Places aboard, alike in all vehicles.
    loads : array (assemblies)
        Trips that each assembly place needs; all of them full but the last.
    last_persons : array (assemblies)
        Persons in the last load.
    room_loads : array (receptions)
        Full loads that each reception has room for.
    approach_s : array (types, stands, assemblies)
        From leaving a stand to the moment boarding begins: the way, and the turn-round.
    deliver_s : array (types, assemblies, receptions)
        From departure to the beginning of unloading.
    boarding_s, alighting_s : array (types)
        Seconds a person.
    vehicle_type, vehicle_stand : array (vehicles)
        Vehicles by type, within a type by depot, as the file has them.
    """

    assemblies: tuple[str, ...]
    stands: tuple[str, ...]
    types: tuple[str, ...]
    places: int
    loads: Whole
    last_persons: Whole
    room_loads: Whole
    approach_s: Whole
    deliver_s: Whole
    boarding_s: Whole
    alighting_s: Whole
    vehicle_type: Whole
    vehicle_stand: Whole

    @property
    def trips(self) -> int:
        """Trips that every plan has."""
        return int(self.loads.sum())

    @property
    def to_depart_s(self) -> Whole:
        """From leaving a stand to departure with a full load (types, stands, assemblies)."""
        return self.approach_s + (self.boarding_s * self.places)[:, None, None]

    @property
    def to_free_s(self) -> Whole:
        """From departure to the moment a full load is out (types, assemblies, receptions)."""
        return self.deliver_s + (self.alighting_s * self.places)[:, None, None]


def shuttle_of(operation: Operation) -> Shuttle:
    """The arrays of a plain shuttle; ``ValueError`` with the reason if it is not one."""
    reason = next(not_plain(operation), None)
    if reason is not None:
        raise ValueError(f"{operation.name} is not a plain shuttle: {reason}")
    persons, receptions, types = crowds(operation), rooms(operation), useful(operation)
    depots = [depot for name in types for depot in operation.fleet[name].depots]
    stands = tuple(dict.fromkeys((*receptions, *depots)))
    places = next(iter(types.values()), 1)
    loads = [-(-number // places) for number in persons.values()]
    room = [operation.places[name].capacity_persons for name in receptions]
    need = next((operation.need(group) for group in operation.people.values()), None)
    fleet = [operation.fleet[name] for name in types]
    travel_s = _Travel(operation, tuple(persons))
    vehicles = [
        (kind, stands.index(depot))
        for kind, type_ in enumerate(fleet)
        for depot, number in type_.depots.items()
        for _ in range(number)
    ]
    return Shuttle(
        assemblies=tuple(persons),
        stands=stands,
        types=tuple(types),
        places=places,
        loads=_whole(loads),
        last_persons=_whole([n - (k - 1) * places for n, k in zip(persons.values(), loads, strict=True)]),
        room_loads=_whole([sum(loads) if capacity is None else capacity // places for capacity in room]),
        approach_s=travel_s.approach(stands, list(types)),
        deliver_s=travel_s.deliver(receptions, list(types)),
        boarding_s=_whole([type_.boarding_s.get(need, 0) if need else 0 for type_ in fleet]),
        alighting_s=_whole([type_.alighting_s.get(need, 0) if need else 0 for type_ in fleet]),
        vehicle_type=_whole([kind for kind, _ in vehicles]),
        vehicle_stand=_whole([stand for _, stand in vehicles]),
    )


class _Travel:
    """The seconds of every leg, by type."""

    def __init__(self, operation: Operation, assemblies: tuple[str, ...]) -> None:
        self.operation = operation
        self.assemblies = assemblies
        self.ways = Ways(operation)

    def _leg_s(self, kind: str, origin: str, destination: str) -> int:
        travel_s = self.ways.alone_s(origin, destination, self.operation.fleet[kind].speed_m_per_h)
        assert travel_s is not None  # a plain shuttle has a way for every leg
        return travel_s

    def approach(self, stands: tuple[str, ...], types: list[str]) -> Whole:
        turn_round_s = [self.operation.fleet[kind].turn_round_s for kind in types]
        legs = [[[self._leg_s(k, s, a) for a in self.assemblies] for s in stands] for k in types]
        shape = (len(types), len(stands), len(self.assemblies))
        return _whole(legs).reshape(shape) + _whole(turn_round_s)[:, None, None]

    def deliver(self, receptions: tuple[str, ...], types: list[str]) -> Whole:
        legs = [[[self._leg_s(k, a, r) for r in receptions] for a in self.assemblies] for k in types]
        return _whole(legs).reshape((len(types), len(self.assemblies), len(receptions)))


def _whole(values: object) -> Whole:
    return np.asarray(values, dtype=np.int64)
