"""C2: bays, boarding, and who is there to board."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from korridor.events.movement import Movement, Trip
from korridor.operation.place import Kind
from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named
from korridor.planning.verify.from_state import bay_free_s, waiting_then
from korridor.planning.verify.hours import within_hours
from korridor.planning.verify.seconds import boarding_s, marshalling_s


@dataclass(frozen=True)
class BayTime:
    """A vehicle in a bay, loading or unloading; O2 counts both together."""

    movement: Movement
    trip: Trip
    loads: bool
    bay: int | None
    begin_s: int
    end_s: int


def bay_times(plan: Plan) -> dict[str, list[BayTime]]:
    """Return what the bays of each place do, in the order of their beginning."""
    times: dict[str, list[BayTime]] = {name: [] for name in plan.operation.places}
    for movement in plan.movements:
        for trip in movement.trips:
            if trip.bay_begins_s is not None and trip.boarded_s is not None:
                here = BayTime(movement, trip, True, trip.bay, trip.bay_begins_s, trip.boarded_s)
                times[movement.origin].append(here)
            if trip.unloads_s is not None:
                there = BayTime(movement, trip, False, trip.unload_bay, trip.unloads_s, trip.free_s)
                times[trip.destination].append(there)
    for each in times.values():
        each.sort(key=lambda time: (time.begin_s, time.end_s))
    return times


def by_bay(times: list[BayTime]) -> dict[int | None, list[BayTime]]:
    """Part them by the bay, each part in the same order."""
    found: dict[int | None, list[BayTime]] = {}
    for time in times:
        found.setdefault(time.bay, []).append(time)
    return found


def c2_bays_hold_one_vehicle_each(plan: Plan) -> Iterator[Broken]:
    """C2, C7: a bay, one of those that there are, holds one vehicle at a time, loading or unloading."""
    every = bay_times(plan)
    for name, place in plan.operation.places.items():
        if place.bays is None:
            continue
        times = every[name]
        for time in times:
            if time.bay is not None and not 0 <= time.bay < place.bays:
                what = f"bay {time.bay} of {name} is not one of the {place.bays}, from 0"
                yield Broken("C2" if time.loads else "C7", named(time.movement, time.trip), what)
        for bay, here in by_bay(times).items():
            if bay is None or bay >= place.bays:
                continue
            yield from _one_at_a_time(here, f"bay {bay} of {name}")
            free_s = bay_free_s(plan, name, bay)
            for time in here:
                if time.begin_s < free_s:
                    what = (
                        f"begins at {time.begin_s} s in bay {bay} of {name}, which is taken until {free_s} s"
                    )
                    yield Broken("C2" if time.loads else "C7", named(time.movement, time.trip), what)


def _one_at_a_time(times: list[BayTime], bay: str) -> Iterator[Broken]:
    for earlier, later in pairwise(times):
        if later.begin_s < earlier.end_s:
            other = named(earlier.movement, earlier.trip)
            what = f"begins at {later.begin_s} s in {bay}, where {other} ends at {earlier.end_s} s"
            rule = "C2" if later.loads or earlier.loads else "C7"
            yield Broken(rule, named(later.movement, later.trip), what)


def c2_loading_takes_its_time(plan: Plan) -> Iterator[Broken]:
    """C2: after it has come, a vehicle takes its turn-round, then the boarding seconds of those who board."""
    for movement in plan.movements:
        for trip in movement.trips:
            if trip.bay_begins_s is None or trip.boards_s is None or trip.boarded_s is None:
                continue
            where = named(movement, trip)
            turn_round_s = plan.operation.fleet[trip.vehicle_type].turn_round_s
            due_s = boarding_s(plan.operation, trip)
            if trip.bay_begins_s < trip.comes_s:
                what = f"takes its bay at {trip.bay_begins_s} s, but comes at {trip.comes_s} s"
                yield Broken("C2", where, what)
            if trip.boards_s - trip.bay_begins_s != turn_round_s:
                what = f"turns round in {trip.boards_s - trip.bay_begins_s} s; it takes {turn_round_s} s"
                yield Broken("C2", where, what)
            if trip.boarded_s - trip.boards_s != due_s:
                what = f"boards in {trip.boarded_s - trip.boards_s} s; those who board take {due_s} s"
                yield Broken("C2", where, what)


def c2_loaded_in_column_order(plan: Plan) -> Iterator[Broken]:
    """C2: no vehicle begins to load before the one ahead of it in the column has begun."""
    for movement in plan.movements:
        loading = [(trip, trip.bay_begins_s) for trip in movement.trips if trip.bay_begins_s is not None]
        for (_, ahead_s), (trip, begins_s) in pairwise(loading):
            if begins_s < ahead_s:
                what = f"takes its bay at {begins_s} s, before the vehicle ahead of it at {ahead_s} s"
                yield Broken("C2", named(movement, trip), what)


def c2_loaded_by_departure(plan: Plan) -> Iterator[Broken]:
    """C2, C3: everyone is aboard, and every vehicle come, by departure less marshalling."""
    for movement in plan.movements:
        by_s = movement.departs_s - marshalling_s(plan.operation, movement)
        for trip in movement.trips:
            done_s = trip.comes_s if trip.boarded_s is None else trip.boarded_s
            if done_s > by_s:
                what = f"there and loaded at {done_s} s; the column marshals from {by_s} s"
                yield Broken("C2", named(movement, trip), what)


def c2_loaded_within_hours(plan: Plan) -> Iterator[Broken]:
    """C2, O2: vehicles are in a bay to load within the place's hours."""
    for movement in plan.movements:
        hours = plan.operation.places[movement.origin].hours
        for trip in movement.trips:
            if trip.bay_begins_s is None or trip.boarded_s is None:
                continue
            if not within_hours(plan.operation, hours, trip.bay_begins_s, trip.boarded_s):
                span = f"from {trip.bay_begins_s} s to {trip.boarded_s} s"
                what = f"loads {span}, outside the hours of {movement.origin}"
                yield Broken("C2", named(movement, trip), what)


def c2_those_who_board_are_present(plan: Plan) -> Iterator[Broken]:
    """C2: a vehicle that takes people on from a transfer takes its bay when they have alighted there."""
    come: dict[tuple[str, str], list[list[int]]] = {}
    for name, group in plan.operation.people.items():
        come[name, group.place] = [[0, group.persons]]
    for there in waiting_then(plan):
        if not there.counted_out:
            come[there.group, there.place][0][1] -= there.persons
        come.setdefault((there.group, there.place), []).append([there.come_s, there.persons])
    for movement in plan.movements:
        for trip in movement.trips:
            for load in trip.loads:
                missing = _take(
                    come.get((load.group, movement.origin), []), trip.bay_begins_s or 0, load.persons
                )
                if missing:
                    what = (
                        f"takes its bay at {trip.bay_begins_s} s; {missing} of {load.group} are not there yet"
                    )
                    yield Broken("C2", named(movement, trip), what)
        for trip in movement.trips:
            for load in trip.loads:
                if plan.operation.places[trip.destination].kind is Kind.TRANSFER:
                    come.setdefault((load.group, trip.destination), []).append([trip.free_s, load.persons])


def _take(come: list[list[int]], by_s: int, persons: int) -> int:
    """Take persons who have come by a moment, and return how many are missing.

    The last to come go first, so that those who came sooner are left for whoever needs them sooner: if any
    choice serves everybody, this one does.
    """
    for there in sorted((each for each in come if each[0] <= by_s), key=lambda each: -each[0]):
        taken = min(there[1], persons)
        there[1] -= taken
        persons -= taken
    return persons
