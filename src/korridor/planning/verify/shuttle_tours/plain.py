"""Whether an operation is a plain shuttle, by the list of ``docs/bounds-shuttle.md``."""

from collections.abc import Iterator

from korridor.operation.fleet import VehicleType
from korridor.operation.operation import Operation
from korridor.operation.place import ROOMS, Kind, Side
from korridor.planning.verify.seconds import need_of


def not_plain(operation: Operation) -> Iterator[str]:
    """Yield what of the list an operation does not keep; nothing if it is a plain shuttle."""
    if operation.truce is not None or operation.until_s is not None or operation.gates:
        yield "it has a truce, a horizon or gates"
    yield from _places_and_roads(operation)
    yield from _people(operation)
    yield from _fleet(operation)


def places_aboard(operation: Operation) -> dict[str, int]:
    """Return how many people each type takes, by its first layout; types that take nobody are left out."""
    aboard = {name: min(_by_layout(operation, vehicles)) for name, vehicles in operation.fleet.items()}
    return {name: places for name, places in aboard.items() if places}


def _by_layout(operation: Operation, vehicles: VehicleType) -> set[int]:
    """Return how many people a type takes, by layout; those places count that anybody needs."""
    needs = {need_of(group) for group in operation.people.values()}
    return {sum(layout.places(need) for need in needs) for layout in vehicles.layouts}


def _places_and_roads(operation: Operation) -> Iterator[str]:
    for name, place in operation.places.items():
        if place.bays is not None or place.hours is not None:
            yield f"{name} has bays or hours"
        if place.kind in (Kind.CHECKPOINT, Kind.TRANSFER):
            yield f"{name} is a {place.kind}"
        if place.kind in ROOMS and place.side is not Side.SAFE:
            yield f"{name} receives people and is not on the safe side"
    if any(road.truce or road.alternate or road.headway_s is not None for road in operation.roads):
        yield "some roads are controlled"


def _people(operation: Operation) -> Iterator[str]:
    receive = {name for name, place in operation.places.items() if place.kind in ROOMS}
    groups = operation.people.values()
    if any(group.party + group.companions > 1 for group in groups):
        yield "people stay together in parties"
    if len({need_of(group) for group in groups}) > 1:
        yield "people need different kinds of places"
    if any(group.to is not None and not receive <= set(group.to) for group in groups):
        yield "not everybody may be taken everywhere"
    if any(group.place in receive for group in groups):
        yield "people stand where people are received"
    if operation.apart and len({group.person_class for group in groups}) > 1:
        yield "some classes are apart"


def _fleet(operation: Operation) -> Iterator[str]:
    for name, vehicles in operation.fleet.items():
        if len(_by_layout(operation, vehicles)) > 1:
            yield f"{name} takes more people in one layout than in another"
        if vehicles.available_from_s or vehicles.available_until_s is not None or vehicles.duty is not None:
            yield f"{name} has a span or duty hours"
        if vehicles.serves is not None:
            yield f"{name} does not serve every place"
    sizes = set(places_aboard(operation).values())
    if len(sizes) > 1:
        yield "vehicles take different numbers of people"
    if not sizes and any(group.persons for group in operation.people.values()):
        yield "no vehicle takes anybody"
