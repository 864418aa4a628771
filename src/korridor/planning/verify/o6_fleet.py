"""O6: every vehicle is somewhere, once; it starts at its depot and keeps its span and duty hours."""

from collections.abc import Iterator

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.operation.place import Kind
from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named
from korridor.planning.verify.from_state import Stands, Vehicle, vehicles_then
from korridor.planning.verify.hours import within_hours


def _moved(stands: dict[Vehicle, Stands], movement: Movement) -> None:
    for trip in movement.trips:
        stands[trip.vehicle_type, trip.vehicle] = Stands(trip.destination, trip.free_s)


def o6_vehicles_leave_where_they_stand(plan: Plan) -> Iterator[Broken]:
    """O6: a vehicle leaves from where it stands, not before it is free there, and only once in a movement."""
    stands = vehicles_then(plan)
    for movement in plan.movements:
        gone = set()
        for trip in movement.trips:
            vehicle = (trip.vehicle_type, trip.vehicle)
            where = named(movement, trip)
            if vehicle in gone:
                yield Broken("O6", where, "it stands in this column already")
            gone.add(vehicle)
            if trip.comes_from != stands[vehicle].place:
                what = f"it comes from {trip.comes_from}, but stands at {stands[vehicle].place}"
                yield Broken("O6", where, what)
            elif trip.leaves_s < stands[vehicle].free_s:
                what = f"it leaves at {trip.leaves_s} s, but is free at {stands[vehicle].free_s} s"
                yield Broken("O6", where, what)
        _moved(stands, movement)


def o6_free_first_goes_first(plan: Plan) -> Iterator[Broken]:
    """O6: of a type at a place, a movement takes those that are free first; ties by number."""
    stands = vehicles_then(plan)
    standing: dict[tuple[str, str], dict[int, int]] = {}
    for (name, number), stand in stands.items():
        standing.setdefault((name, stand.place), {})[number] = stand.free_s
    for movement in plan.movements:
        taken: dict[tuple[str, str], list[int]] = {}
        for trip in movement.trips:
            taken.setdefault((trip.vehicle_type, trip.comes_from), []).append(trip.vehicle)
        for (name, place), numbers in taken.items():
            there = [(free_s, number) for number, free_s in standing.get((name, place), {}).items()]
            last = max(((free_s, n) for free_s, n in there if n in numbers), default=None)
            passed_over = min(((free_s, n) for free_s, n in there if n not in numbers), default=None)
            if last and passed_over and passed_over < last:
                what = (
                    f"{name} {last[1]} is taken at {place}; {name} {passed_over[1]} is free there before it"
                )
                yield Broken("O6", named(movement), what)
        for trip in movement.trips:
            vehicle = trip.vehicle_type, trip.vehicle
            standing[trip.vehicle_type, stands[vehicle].place].pop(trip.vehicle, None)
            standing.setdefault((trip.vehicle_type, trip.destination), {})[trip.vehicle] = trip.free_s
        _moved(stands, movement)


def places_to_stand(operation: Operation) -> tuple[str, ...]:
    """Return where vehicles can be sent: not on the way, to a checkpoint or a junction that is no depot."""
    depots = {depot for vehicle_type in operation.fleet.values() for depot in vehicle_type.depots}
    on_the_way = (Kind.CHECKPOINT, Kind.JUNCTION)
    return tuple(
        name for name, place in operation.places.items() if name in depots or place.kind not in on_the_way
    )


def o6_trips_end_where_vehicles_stand(plan: Plan) -> Iterator[Broken]:
    """O6: no trip ends on the way."""
    stands = set(places_to_stand(plan.operation))
    for movement in plan.movements:
        for trip in movement.trips:
            if trip.destination not in stands:
                yield Broken("O6", named(movement, trip), f"no vehicle can stand at {trip.destination}")


def o6_trips_lie_in_the_span(plan: Plan) -> Iterator[Broken]:
    """O6: from leaving to being free again a vehicle is in the span in which it is available."""
    for movement in plan.movements:
        for trip in movement.trips:
            vehicle_type = plan.operation.fleet[trip.vehicle_type]
            until_s = vehicle_type.available_until_s
            if trip.leaves_s < vehicle_type.available_from_s:
                what = (
                    f"it leaves at {trip.leaves_s} s, but is available from {vehicle_type.available_from_s} s"
                )
                yield Broken("O6", named(movement, trip), what)
            if until_s is not None and trip.free_s > until_s:
                what = f"it is free at {trip.free_s} s, but available until {until_s} s"
                yield Broken("O6", named(movement, trip), what)


def o6_duty_hours(plan: Plan) -> Iterator[Broken]:
    """O6: from the movement's departure to being free again a vehicle is on duty, within its daily hours."""
    for movement in plan.movements:
        for trip in movement.trips:
            duty = plan.operation.fleet[trip.vehicle_type].duty
            if not within_hours(plan.operation, duty, movement.departs_s, trip.free_s):
                what = f"on duty from {movement.departs_s} s to {trip.free_s} s, outside its hours"
                yield Broken("O6", named(movement, trip), what)
