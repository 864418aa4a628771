"""What a movement officer writes on a sheet before the first column is formed: places, ways and loads."""

from collections import Counter
from dataclasses import dataclass
from math import ceil

from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.place import ROOMS, Side
from korridor.operation.ways import Ways


@dataclass(frozen=True)
class HandSheet:
    """The sheet.

    Attributes
    ----------
    operation : Operation
    ways : Ways
    places : tuple of str
        Where people stand, the nearest to safety first.
    destinations : dict of str to str
        The nearest safe place from each.
    types : tuple of str
        Vehicle types that serve all of these, the one that carries most first.
    loads : dict of str to Counter
        By place, how many vehicles of each type the people there fill, each group the type that takes most of it at once.
    """

    operation: Operation
    ways: Ways
    places: tuple[str, ...]
    destinations: dict[str, str]
    types: tuple[str, ...]
    loads: dict[str, Counter[str]]


def hand_sheet(operation: Operation) -> HandSheet:
    """Fill in the sheet."""
    ways = Ways(operation)
    nearest = {
        place: _nearest(operation, ways, place) for place in {g.place for g in operation.people.values()}
    }
    places = tuple(sorted(nearest, key=lambda place: (nearest[place], place)))
    destinations = {place: nearest[place][1] for place in places}
    ends = {*destinations, *destinations.values()}
    types = [
        name for name, kind in operation.fleet.items() if kind.serves is None or ends <= set(kind.serves)
    ]
    types.sort(key=lambda name: -operation.fleet[name].layouts[0].persons)
    loads = {
        place: Counter({name: _loads(operation, types, place, name) for name in types}) for place in places
    }
    return HandSheet(operation, ways, places, destinations, tuple(types), loads)


def _nearest(operation: Operation, ways: Ways, place: str) -> tuple[int, str]:
    """Seconds to the nearest safe place where people are received, and its name."""
    found = []
    for name, room in operation.places.items():
        route = ways.route(place, name) if room.kind in ROOMS and room.side is Side.SAFE else None
        if route is not None:
            found.append((ways.travel_s(route), name))
    return min(found)


def _loads(operation: Operation, types: list[str], place: str, name: str) -> int:
    """How many vehicles of a type the people fill who stand at a place and are the type's to carry."""
    loads = 0.0
    for group in operation.people.values():
        fits = {each: _fits(operation, each, group) for each in types}
        if group.place == place and fits[name] and name == max(types, key=lambda each: fits[each]):
            loads += group.parties / fits[name]
    return ceil(loads)


def _fits(operation: Operation, name: str, group: Group) -> int:
    """Parties that a vehicle takes at once."""
    return operation.fleet[name].layouts[0].places(operation.need(group)) // group.party_persons
