"""Whether an operation is a plain shuttle: nothing but distances, places aboard and room binds it."""

from collections.abc import Iterator

from korridor.operation.fleet import Layout
from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.place import ROOMS, Kind, Side
from korridor.operation.ways import Ways


def is_plain_shuttle(operation: Operation) -> bool:
    """Whether every plan of an operation is vehicles' tours whose times are sums of legs.

    No convoy, checkpoint, bay, hour, gate, window, span or transfer binds; everybody needs the same kind of place
    aboard and may be taken everywhere, and all vehicles take equally many. Speeds, turn-rounds, boarding and
    alighting may differ by type. When in doubt an operation is not plain.
    """
    return next(not_plain(operation), None) is None


def not_plain(operation: Operation) -> Iterator[str]:
    """Yield why an operation is not a plain shuttle; nothing when it is one."""
    for rule in (_time, _places, _people, _fleet):
        yield from rule(operation)
    if all(next(rule(operation), None) is None for rule in (_places, _people, _fleet)):
        yield from _legs(operation)
        yield from _room(operation)


def crowds(operation: Operation) -> dict[str, int]:
    """Persons by the place where they stand; places with nobody left out."""
    persons: dict[str, int] = {}
    for group in operation.people.values():
        if group.persons:
            persons[group.place] = persons.get(group.place, 0) + group.persons
    return persons


def rooms(operation: Operation) -> tuple[str, ...]:
    """The places where people may be taken."""
    return tuple(name for name, place in operation.places.items() if place.kind in ROOMS)


def useful(operation: Operation) -> dict[str, int]:
    """Vehicle types that take anybody, in their first layout, and how many they take."""
    most = {name: _fitting(operation, vehicles.layouts[0]) for name, vehicles in operation.fleet.items()}
    return {name: persons for name, persons in most.items() if persons}


def _fitting(operation: Operation, layout: Layout) -> int:
    """Places of a layout for what people need."""
    return sum(layout.places(need) for need in {operation.need(group) for group in operation.people.values()})


def _time(operation: Operation) -> Iterator[str]:
    if operation.truce is not None:
        yield "there is a truce"
    if operation.until_s is not None:
        yield "there is a horizon"
    if operation.gates:
        yield "there are gates"


def _places(operation: Operation) -> Iterator[str]:
    for name, place in operation.places.items():
        if place.bays is not None:
            yield f"{name} has bays"
        if place.hours is not None:
            yield f"{name} has hours"
        if place.kind in (Kind.CHECKPOINT, Kind.TRANSFER):
            yield f"{name} is a {place.kind}"
        if place.kind in ROOMS and place.side is not Side.SAFE:
            yield f"nobody is out at {name}"
    for road in operation.roads:
        if road.controlled:
            yield f"the road from {road.between[0]} to {road.between[1]} is controlled"


def _people(operation: Operation) -> Iterator[str]:
    for name, group in operation.people.items():
        yield from _group(operation, name, group)
    if len({operation.need(group) for group in operation.people.values()}) > 1:
        yield "people need different places aboard"
    if len({group.person_class for group in operation.people.values()}) > 1 and operation.apart:
        yield "some classes keep apart"


def _group(operation: Operation, name: str, group: Group) -> Iterator[str]:
    standing = operation.places[group.place]
    if group.party_persons > 1:
        yield f"{name} stay together in parties"
    if group.to is not None and not set(rooms(operation)) <= set(group.to):
        yield f"{name} may not be taken everywhere"
    if standing.kind in ROOMS:
        yield f"{name} stand at a {standing.kind}"


def _fleet(operation: Operation) -> Iterator[str]:
    for name, vehicles in operation.fleet.items():
        if len({_fitting(operation, layout) for layout in vehicles.layouts}) > 1:
            yield f"{name} can be fitted out for different numbers of people"
        if vehicles.available_from_s or vehicles.available_until_s is not None:
            yield f"{name} has a span"
        if vehicles.duty is not None:
            yield f"{name} has duty hours"
        if vehicles.serves is not None:
            yield f"{name} does not serve every place"
    places = set(useful(operation).values())
    if len(places) > 1:
        yield "vehicles take different numbers of people"
    if not places and crowds(operation):
        yield "no vehicle takes anybody"


def _legs(operation: Operation) -> Iterator[str]:
    ways = Ways(operation)
    assemblies, receptions = list(crowds(operation)), rooms(operation)
    depots = {depot for name in useful(operation) for depot in operation.fleet[name].depots}
    approaches = [(stand, assembly) for stand in {*depots, *receptions} for assembly in assemblies]
    deliveries = [(assembly, room) for assembly in assemblies for room in receptions]
    for origin, destination in sorted(approaches + deliveries):
        if ways.alone(origin, destination) is None:
            yield f"there is no way from {origin} to {destination}"
        elif (origin, destination) in deliveries:
            yield from _aboard(operation, ways, origin, destination)


def _aboard(operation: Operation, ways: Ways, assembly: str, room: str) -> Iterator[str]:
    """Whether a full load may sit aboard long enough, in every type of vehicle."""
    standing = [group for group in operation.people.values() if group.place == assembly]
    limit_s = min(operation.aboard_limit_s(group.person_class) for group in standing)
    need = operation.need(standing[0])
    for name, places in useful(operation).items():
        vehicles = operation.fleet[name]
        travel_s = ways.alone_s(assembly, room, vehicles.speed_m_per_h)
        person_s = vehicles.boarding_s.get(need, 0) + vehicles.alighting_s.get(need, 0)
        if travel_s is None or travel_s + places * person_s > limit_s:
            yield f"{assembly} to {room} is too long for {name}"


def _room(operation: Operation) -> Iterator[str]:
    """Room is counted in full loads; a plan that needs part of a load's room is left to others."""
    places = next(iter(useful(operation).values()), 1)
    capacities = [operation.places[name].capacity_persons for name in rooms(operation)]
    loads = sum(-(-persons // places) for persons in crowds(operation).values())
    if None not in capacities and sum((capacity or 0) // places for capacity in capacities) < loads:
        yield f"there is no room for {loads} full loads"
