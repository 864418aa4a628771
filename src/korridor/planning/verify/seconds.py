"""How long things take by the rules, in whole seconds: recomputed from the bare figures of the operation."""

from korridor.events.movement import Load, Movement, Trip
from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.road import Road
from korridor.operation.scheme import Need


def rounded_up(dividend: int, divisor: int) -> int:
    """Divide whole numbers, rounded up to the next whole one."""
    return (dividend + divisor - 1) // divisor


def travel_s(road: Road, forth: bool, fastest_m_per_h: int | None = None) -> int:
    """O3: length ÷ the slowest of road and vehicles, rounded up; a stated time stands as it is."""
    if road.time_s is not None:
        return road.time_s if forth or road.back_s is None else road.back_s
    assert road.length_m is not None
    return rounded_up(road.length_m * 3600, _speed_m_per_h(road, fastest_m_per_h))


def pass_s(road: Road, forth: bool, column_m: int, fastest_m_per_h: int | None = None) -> int:
    """C5: the column's length at its speed on this road, rounded up; zero on a road with no length."""
    if not road.length_m:
        return 0
    if road.time_s is not None:  # its speed is then the length in the stated time
        return rounded_up(column_m * travel_s(road, forth), road.length_m)
    return rounded_up(column_m * 3600, _speed_m_per_h(road, fastest_m_per_h))


def _speed_m_per_h(road: Road, fastest_m_per_h: int | None) -> int:
    assert road.speed_m_per_h is not None
    return road.speed_m_per_h if fastest_m_per_h is None else min(road.speed_m_per_h, fastest_m_per_h)


def column_m(operation: Operation, movement: Movement) -> int:
    """C5: (vehicles − 1) × spacing."""
    return (len(movement.trips) - 1) * operation.convoy.spacing_m


def column_speed_m_per_h(operation: Operation, movement: Movement) -> int | None:
    """C5: the speed of the slowest vehicle; ``None`` where the road alone sets it."""
    speeds = [operation.fleet[trip.vehicle_type].speed_m_per_h for trip in movement.trips]
    return min((speed for speed in speeds if speed is not None), default=None)


def spaced_s(head_s: int, tail_s: int, position: int, vehicles: int) -> int:
    """C5: when vehicle ``position`` (from 0) passes a point: evenly from head to tail, rounded up."""
    if vehicles == 1:  # it is head and tail at once
        return max(head_s, tail_s)
    return head_s + rounded_up(position * (tail_s - head_s), vehicles - 1)


def marshalling_s(operation: Operation, movement: Movement) -> int:
    """C3: with a column part and at least two vehicles; else none."""
    return operation.convoy.marshalling_s if movement.passages and len(movement.trips) > 1 else 0


def need_of(group: Group) -> Need:
    """O5: the need of a group's patients (or of everybody in it, without companions)."""
    if group.need is not None:
        return group.need
    return Need.STRETCHER if group.person_class == "lying" else Need.SEAT


def party_places(group: Group) -> dict[Need, int]:
    """O4, O5: the places that one party takes; companions take seats."""
    places = {need: 0 for need in Need}
    places[need_of(group)] += group.party
    places[Need.SEAT] += group.companions
    return places


def places_taken(operation: Operation, loads: tuple[Load, ...]) -> dict[Need, int]:
    """O5: the places that loads take, by need."""
    taken = {need: 0 for need in Need}
    for load in loads:
        group = operation.people[load.group]
        for need, places in party_places(group).items():
            taken[need] += places * (load.persons // (group.party + group.companions))
    return taken


def boarding_s(operation: Operation, trip: Trip) -> int:
    """C2: the boarding seconds of those who board."""
    rate_s = operation.fleet[trip.vehicle_type].boarding_s
    return sum(rate_s.get(need, 0) * places for need, places in places_taken(operation, trip.loads).items())


def alighting_s(operation: Operation, trip: Trip) -> int:
    """C7: the alighting seconds of those aboard."""
    rate_s = operation.fleet[trip.vehicle_type].alighting_s
    return sum(rate_s.get(need, 0) * places for need, places in places_taken(operation, trip.loads).items())


def screening_s(operation: Operation, checkpoint: str, trip: Trip) -> int:
    """C6: the fixed seconds of a vehicle plus the seconds of each person by class."""
    place = operation.places[checkpoint]
    total_s = place.per_vehicle_s
    for load in trip.loads:
        person_class = operation.people[load.group].person_class
        other_s = place.per_person_s.get("default", 0)
        total_s += load.persons * place.per_person_s.get(person_class, other_s)
    return total_s
