"""Lots, and the least times of trips with them (``docs/bounds-shuttle.md``, What every plan has)."""

from dataclasses import dataclass
from itertools import product

from korridor.operation.operation import EmptyLegs, Operation
from korridor.operation.place import ROOMS
from korridor.planning.verify.chains import alone_s, chained
from korridor.planning.verify.routes import RouteSearch
from korridor.planning.verify.seconds import need_of
from korridor.planning.verify.shuttle_tours.plain import places_aboard


@dataclass(frozen=True)
class Lot:
    """Loads that are alike: so many, each of so many persons."""

    place: str
    loads: int
    persons: int


@dataclass(frozen=True)
class Trips:
    """What trips of one type take at least; legs that cannot be done are not named.

    Attributes
    ----------
    approach_s : dict
        By place and number of the lot: from leaving the place to departure with a load.
    deliver_s : dict
        By number of the lot and reception: from departure to the moment all are out.
    """

    approach_s: dict[tuple[str, int], int]
    deliver_s: dict[tuple[int, str], int]


def lots_of(operation: Operation) -> tuple[Lot, ...]:
    """Return full loads by place, then smaller last ones; places in the order in which groups name them."""
    places = max(places_aboard(operation).values(), default=1)
    persons: dict[str, int] = {}
    for group in operation.people.values():
        if group.persons:
            persons[group.place] = persons.get(group.place, 0) + group.persons
    full = [Lot(place, number // places, places) for place, number in persons.items() if number >= places]
    last = [Lot(place, 1, number % places) for place, number in persons.items() if number % places]
    return (*full, *last)


def room_of(operation: Operation) -> dict[str, int]:
    """Return the room of each reception, in the order of the file; that of all people where it is unlimited."""
    everybody = sum(group.persons for group in operation.people.values())
    return {
        name: everybody if place.capacity_persons is None else place.capacity_persons
        for name, place in operation.places.items()
        if place.kind in ROOMS
    }


def trips_of(operation: Operation, search: RouteSearch, lots: tuple[Lot, ...], kind: str) -> Trips:
    """Return the least times of a type's trips; there must be people."""
    vehicles, need = operation.fleet[kind], need_of(next(iter(operation.people.values())))
    boarding_s, alighting_s = vehicles.boarding_s.get(need, 0), vehicles.alighting_s.get(need, 0)
    loaded_s = alone_s(operation, search, kind)
    empty_s = loaded_s if operation.empty_legs is EmptyLegs.STRAIGHT else chained(loaded_s)
    return Trips(
        approach_s={
            (place, number): empty_s[place, lot.place] + vehicles.turn_round_s + lot.persons * boarding_s
            for place, (number, lot) in product(operation.places, enumerate(lots))
            if (place, lot.place) in empty_s
        },
        deliver_s={
            (number, room): loaded_s[lot.place, room] + lot.persons * alighting_s
            for (number, lot), room in product(enumerate(lots), room_of(operation))
            if (lot.place, room) in loaded_s
        },
    )
