"""P2, P3: the levels of an objective, with value, bound and gap."""

from korridor.events.movement import Load, Movement, Trip
from korridor.operation.operation import Operation
from korridor.operation.place import Side
from korridor.operation.ways import ways_of
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
    clearance_s = max((trip.free_s for trip, _ in out), default=0)
    if objective in (Objective.MOST_OUT, Objective.EXPOSURE):
        weight = sum(load.persons * operation.people[load.group].weight for _, load in out)
        last = {} if objective is Objective.EXPOSURE else {"clearance": clearance_s}
        return {"out": weight, "risk": _risk_person_s(operation, movements), **last}
    if objective is Objective.PRIORITY and operation.horizon_s is not None:
        return {"waiting": _waiting_person_s(operation, out)}
    waiting = {"waiting": None if left else _waiting_person_s(operation, out)}
    if objective is Objective.PRIORITY:
        return {"left": left, **waiting} if left else waiting
    return {"left": left, "clearance": None, **waiting} if left else {"clearance": clearance_s, **waiting}


def counted_out(operation: Operation, movements: tuple[Movement, ...]) -> list[tuple[Trip, Load]]:
    """C7: list who is out by the horizon, each once, with the trip that got them out."""
    horizon_s = operation.horizon_s
    left = {name: group.persons for name, group in operation.people.items()}
    found = []
    for movement in movements:
        been_out = operation.places[movement.origin].side is Side.SAFE
        for trip in movement.trips:
            in_time = horizon_s is None or trip.free_s <= horizon_s
            safe = operation.places[trip.destination].side is Side.SAFE
            for load in trip.loads:
                here = operation.people[load.group].place == movement.origin
                stood = min(load.persons, left[load.group]) if here else 0  # before those who have come there
                left[load.group] -= stood
                persons = stood if been_out else load.persons
                if persons and safe and in_time:
                    found.append((trip, load.model_copy(update={"persons": persons})))
    return found


def _risk_person_s(operation: Operation, movements: tuple[Movement, ...]) -> int:
    ways = ways_of(operation)
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


def _waiting_person_s(operation: Operation, out: list[tuple[Trip, Load]]) -> int:
    """P2: everybody's seconds until they are out, by weight; who is not waits until the horizon, if there is one."""
    horizon_s = operation.horizon_s or 0
    everybody = sum(group.persons * group.weight for group in operation.people.values())
    return horizon_s * everybody + sum(
        load.persons * operation.people[load.group].weight * (trip.free_s - horizon_s) for trip, load in out
    )
