"""O5: needs, who may share and go where, time aboard, and the order of urgency."""

from collections.abc import Iterator

from korridor.events.movement import Load
from korridor.operation.operation import TIME_ABOARD_S, Operation
from korridor.operation.people import Group
from korridor.operation.place import ROOMS
from korridor.operation.scheme import CLASSES
from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named
from korridor.planning.verify.seconds import party_places, places_taken
from korridor.planning.verify.standing import Boarding, boardings


def o5_places_suffice(plan: Plan) -> Iterator[Broken]:
    """O5: everybody aboard has a place of the kind that they need in the vehicle's layout."""
    for movement in plan.movements:
        for trip in movement.trips:
            layout = plan.operation.fleet[trip.vehicle_type].layouts[trip.layout]
            for need, taken in places_taken(plan.operation, trip.loads).items():
                if taken > layout.places(need):
                    what = f"{taken} need a {need}, layout {trip.layout} has {layout.places(need)}"
                    yield Broken("O5", named(movement, trip), what)


def o5_apart(plan: Plan) -> Iterator[Broken]:
    """O5: classes that may not share a vehicle do not."""
    for movement in plan.movements:
        for trip in movement.trips:
            groups = [plan.operation.people[load.group] for load in trip.loads]
            for number, group in enumerate(groups):
                for other in groups[:number]:
                    if _apart(plan.operation, group, other):
                        what = f"{other.person_class} and {group.person_class} share it"
                        yield Broken("O5", named(movement, trip), what)


def o5_taken_where_they_may(plan: Plan) -> Iterator[Broken]:
    """O5: each group is taken only where it may be, by a vehicle that serves both ends (O6)."""
    for movement in plan.movements:
        for trip in movement.trips:
            where = named(movement, trip)
            for load in trip.loads:
                group = plan.operation.people[load.group]
                if not _may_go(plan.operation, group, movement.origin, trip.destination):
                    what = f"{load.group} may not be taken to {trip.destination}"
                    yield Broken("O5", where, what)
            serves = plan.operation.fleet[trip.vehicle_type].serves
            for end in (movement.origin, trip.destination):
                if trip.loads and serves is not None and end not in serves:
                    yield Broken("O6", where, f"a {trip.vehicle_type} does not serve {end}")


def o5_time_aboard(plan: Plan) -> Iterator[Broken]:
    """O5: from boarding's begin to the last one's alighting no longer than the limit of each class aboard."""
    for movement in plan.movements:
        for trip in movement.trips:
            for load in trip.loads:
                limit_s = _limit_s(plan.operation, plan.operation.people[load.group].person_class)
                if trip.boards_s is not None and trip.free_s - trip.boards_s > limit_s:
                    what = (
                        f"{load.group} are aboard {trip.free_s - trip.boards_s} s, the limit is {limit_s} s"
                    )
                    yield Broken("O5", named(movement, trip), what)


def o5_most_urgent_board_first(plan: Plan) -> Iterator[Broken]:
    """O5: each vehicle of a loaded movement boards exactly whom the order of urgency gives it."""
    people = plan.operation.people
    listed = sorted(people, key=lambda name: _urgency(plan.operation, people[name]))
    order = {name: place for place, name in enumerate(listed)}
    for boarding in boardings(plan):
        if boarding.movement.loaded:
            aboard, expected = boarding.trip.loads, who_boards(plan.operation, boarding, order)
            if aboard != expected:
                what = f"aboard are {_said(aboard)}; in order of urgency it takes {_said(expected)}"
                yield Broken("O5", named(boarding.movement, boarding.trip), what)


def who_boards(operation: Operation, boarding: Boarding, order: dict[str, int]) -> tuple[Load, ...]:
    """O5: group by group, the most urgent first (``order``), as many parties as are present and fit."""
    trip = boarding.trip
    vehicle_type = operation.fleet[trip.vehicle_type]
    left = {need: vehicle_type.layouts[trip.layout].places(need) for need in places_taken(operation, ())}
    loads: list[Load] = []
    for name in sorted(boarding.present, key=order.__getitem__):
        group = operation.people[name]
        aboard = [operation.people[load.group] for load in loads]
        if not _goes(operation, boarding, group) or any(_apart(operation, group, other) for other in aboard):
            continue
        takes = {need: places for need, places in party_places(group).items() if places > 0}
        fit = min(left[need] // places for need, places in takes.items())
        parties = min(fit, boarding.present[name] // (group.party + group.companions))
        if parties > 0:
            loads.append(Load(group=name, persons=parties * (group.party + group.companions)))
            for need, places in takes.items():
                left[need] -= parties * places
    return tuple(loads)


def _goes(operation: Operation, boarding: Boarding, group: Group) -> bool:
    """Whether the group may go where the vehicle goes, and the vehicle serves both ends."""
    origin, destination = boarding.movement.origin, boarding.trip.destination
    serves = operation.fleet[boarding.trip.vehicle_type].serves
    served = serves is None or (origin in serves and destination in serves)
    return served and _may_go(operation, group, origin, destination)


def _may_go(operation: Operation, group: Group, origin: str, destination: str) -> bool:
    """Whether people may be taken there; from a transfer they go on to the others."""
    receives = operation.places[destination].kind in ROOMS
    return receives and destination != origin and (group.to is None or destination in group.to)


def _apart(operation: Operation, group: Group, other: Group) -> bool:
    pair = (group.person_class, other.person_class)
    return pair in operation.apart or pair[::-1] in operation.apart


def _limit_s(operation: Operation, person_class: str) -> int:
    return operation.time_aboard_s.get(person_class, operation.time_aboard_s.get("default", TIME_ABOARD_S))


def _urgency(operation: Operation, group: Group) -> int:
    """O4: lower boards first; by default the order of the scheme, worst first. Ties keep the file's order."""
    if group.urgency is not None:
        return group.urgency
    return CLASSES[operation.scheme].index(group.person_class)


def _said(loads: tuple[Load, ...]) -> str:
    return ", ".join(f"{load.persons} of {load.group}" for load in loads) or "nobody"
