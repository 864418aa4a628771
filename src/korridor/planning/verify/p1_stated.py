"""P1: a plan states all its times, in words that its operation knows."""

from collections.abc import Iterable, Iterator

from korridor.events.movement import Movement, Trip
from korridor.planning.plan import Plan, Status
from korridor.planning.verify.broken import Broken, named


def p1_names_exist(plan: Plan) -> Iterator[Broken]:
    """P1: every place, road, group, vehicle type and layout of a plan is one of its operation."""
    for movement in plan.movements:
        yield from _unknown(
            [movement.origin, movement.release], plan.operation.places, named(movement), "place"
        )
        for passage in movement.passages:
            yield from _outside(passage.road, len(plan.operation.roads), named(movement), "road")
        if not movement.trips:
            yield Broken("P1", named(movement), "it has no vehicle")
        for trip in movement.trips:
            yield from _names_of(plan, movement, trip)


def _names_of(plan: Plan, movement: Movement, trip: Trip) -> Iterator[Broken]:
    where = named(movement, trip)
    places = [trip.comes_from, trip.destination, *(screening.checkpoint for screening in trip.screenings)]
    yield from _unknown(places, plan.operation.places, where, "place")
    yield from _unknown([load.group for load in trip.loads], plan.operation.people, where, "group")
    yield from _unknown([trip.vehicle_type], plan.operation.fleet, where, "vehicle type")
    if trip.vehicle_type in plan.operation.fleet:
        vehicle_type = plan.operation.fleet[trip.vehicle_type]
        yield from _outside(trip.layout, len(vehicle_type.layouts), where, "layout")
        yield from _outside(trip.vehicle, vehicle_type.number, where, "vehicle")


def _unknown(names: Iterable[str], known: Iterable[str], where: str, kind: str) -> Iterator[Broken]:
    for name in names:
        if name not in known:
            yield Broken("P1", where, f"{name!r} is not a {kind} of the operation")


def _outside(index: int, number: int, where: str, kind: str) -> Iterator[Broken]:
    if not 0 <= index < number:
        yield Broken("P1", where, f"{kind} {index} is not one of the {number}, from 0")


def p1_states_all_times(plan: Plan) -> Iterator[Broken]:
    """P1: who boards or alights has a moment for it, and a bay where bays are counted."""
    for movement in plan.movements:
        for trip in movement.trips:
            for name, value in _due(plan, movement, trip).items():
                if value is None:
                    yield Broken("P1", named(movement, trip), f"{name} is not stated")


def _due(plan: Plan, movement: Movement, trip: Trip) -> dict[str, int | None]:
    """Return what a trip must state, by name; a bay time, if it has one, is stated whole."""
    loading = {"bay_begins_s": trip.bay_begins_s, "boards_s": trip.boards_s, "boarded_s": trip.boarded_s}
    due: dict[str, int | None] = {}
    if trip.loads or any(value is not None for value in loading.values()):
        due |= loading
        if plan.operation.places[movement.origin].bays is not None:
            due["bay"] = trip.bay
    if trip.loads:
        due["unloads_s"] = trip.unloads_s
    if (
        due.get("unloads_s", trip.unloads_s) is not None
        and plan.operation.places[trip.destination].bays is not None
    ):
        due["unload_bay"] = trip.unload_bay
    return due


def p1_no_plan_has_no_movements(plan: Plan) -> Iterator[Broken]:
    """P1: ``infeasible`` and ``none-found`` say that there is no plan."""
    if plan.movements and plan.status in (Status.INFEASIBLE, Status.NONE_FOUND):
        yield Broken("P1", "status", f"{plan.status}, and yet {len(plan.movements)} movements")
