"""P2, P3: the levels of an objective, with value, bound and gap."""

from korridor.events.movement import Load, Movement, Trip
from korridor.operation.operation import Operation
from korridor.operation.place import Side
from korridor.operation.ways import Ways
from korridor.planning.plan import Level, Objective


def level(operation: Operation, name: str, value: int | None, bound: int | None) -> Level:
    """State one level; the gap of a clearance counts usable truce hours (closed hours flatter)."""
    return Level(name=name, value=value, bound=bound, gap=_gap(operation, name, value, bound))


def _gap(operation: Operation, name: str, value: int | None, bound: int | None) -> float | None:
    if value is None or bound is None:
        return None
    if value == bound:
        return 0.0
    if name == "clearance":
        value, bound = operation.usable_s(value), operation.usable_s(bound)
    if value == 0:
        return None if bound else 0.0
    return abs(value - bound) / value


def values_of(
    operation: Operation, objective: Objective, movements: tuple[Movement, ...]
) -> dict[str, int | None]:
    """Work out the values of the levels.

    Notes
    -----
    The clockwork's tally holds the same sums; these are taken from the movements, which is what leaves the program.
    """
    out = counted_out(operation, movements)
    left = operation.persons - sum(load.persons for _, load in out)
    last_s = max((trip.free_s for trip, _ in out), default=0)
    if objective is Objective.MOST_OUT:
        weight = sum(load.persons * operation.people[load.group].weight for _, load in out)
        return {"out": weight, "risk": _risk_person_s(operation, movements), "clearance": last_s}
    if left:
        return {"left": left, "clearance": None, "waiting": None}
    return {"clearance": last_s, "waiting": _waiting_person_s(operation, movements)}


def counted_out(operation: Operation, movements: tuple[Movement, ...]) -> list[tuple[Trip, Load]]:
    """C7: list who is out by the horizon, with the trip that got them out."""
    horizon_s = operation.horizon_s
    return [
        (trip, load)
        for movement in movements
        for trip in movement.trips
        if operation.places[trip.destination].side is Side.SAFE
        and (horizon_s is None or trip.free_s <= horizon_s)
        for load in trip.loads
        if operation.people[load.group].place == movement.origin
        or operation.places[movement.origin].side is not Side.SAFE
    ]


def _risk_person_s(operation: Operation, movements: tuple[Movement, ...]) -> int:
    ways = Ways(operation)
    total = 0
    for movement in (each for each in movements if each.loaded):
        for passage in movement.passages:
            on_road_s = passage.tail_out_s - passage.tail_in_s
            total += operation.roads[passage.road].risk * movement.persons * on_road_s
        for trip in movement.trips:
            fastest = operation.fleet[trip.vehicle_type].speed_m_per_h
            for index, forth in ways.alone(movement.release, trip.destination) or ():
                road = operation.roads[index]
                total += road.risk * trip.persons * road.travel_s(forth, fastest)
    return total


def _waiting_person_s(operation: Operation, movements: tuple[Movement, ...]) -> int:
    return sum(
        load.persons * (trip.boards_s or 0)
        for movement in movements
        for trip in movement.trips
        for load in trip.loads
        if operation.people[load.group].place == movement.origin
    )
