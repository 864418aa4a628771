"""C7: unloading, and room for those who are unloaded."""

from collections.abc import Iterator
from itertools import pairwise

from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named
from korridor.planning.verify.c2_loading import bay_times, by_bay
from korridor.planning.verify.from_state import waiting_then
from korridor.planning.verify.hours import within_hours
from korridor.planning.verify.seconds import alighting_s


def c7_unloading_takes_its_time(plan: Plan) -> Iterator[Broken]:
    """C7: after it arrives, within hours, a vehicle takes the alighting seconds; empty it is free at once."""
    for movement in plan.movements:
        for trip in movement.trips:
            where = named(movement, trip)
            begins_s = trip.arrives_s if trip.unloads_s is None else trip.unloads_s
            due_s = alighting_s(plan.operation, trip)
            if begins_s < trip.arrives_s:
                what = f"unloads at {begins_s} s, but arrives at {trip.arrives_s} s"
                yield Broken("C7", where, what)
            if trip.free_s - begins_s != due_s:
                what = f"unloads in {trip.free_s - begins_s} s; those aboard take {due_s} s"
                yield Broken("C7", where, what)
            hours = plan.operation.places[trip.destination].hours
            if trip.loads and not within_hours(plan.operation, hours, begins_s, trip.free_s):
                what = (
                    f"unloads from {begins_s} s to {trip.free_s} s, outside the hours of {trip.destination}"
                )
                yield Broken("C7", where, what)


def c7_bays_unload_in_order(plan: Plan) -> Iterator[Broken]:
    """C7: each bay unloads in rank and column order."""
    for name, times in bay_times(plan).items():
        for bay, each in by_bay([time for time in times if not time.loads]).items():
            unloading = [] if bay is None else each
            for earlier, later in pairwise(unloading):
                if later.movement.rank < earlier.movement.rank:
                    what = f"unloads in bay {bay} of {name} after movement {earlier.movement.rank}"
                    yield Broken("C7", named(later.movement, later.trip), what)


def c7_there_is_room(plan: Plan) -> Iterator[Broken]:
    """C7: from unloading's begin, to being taken on from a transfer, nobody is where there is no room."""
    changes = _changes(plan)
    for name, place in plan.operation.places.items():
        if place.capacity_persons is None:
            continue
        most, moment_s = _most_at_once(changes[name])
        if most > place.capacity_persons:
            what = f"{most} persons at {moment_s} s, room for {place.capacity_persons}"
            yield Broken("C7", name, what)


def _changes(plan: Plan) -> dict[str, list[tuple[int, int]]]:
    """By place: moments and persons more or fewer, of those who were unloaded there."""
    changes: dict[str, list[tuple[int, int]]] = {name: [] for name in plan.operation.places}
    came = set()
    for there in waiting_then(plan):
        came.add((there.group, there.place))
        changes[there.place].append((there.come_s, there.persons))
    for movement in plan.movements:
        for trip in movement.trips:
            if trip.unloads_s is not None:
                changes[trip.destination].append((trip.unloads_s, trip.persons))
            if trip.bay_begins_s is not None:
                for load in trip.loads:
                    away = plan.operation.people[load.group].place != movement.origin
                    if away or (load.group, movement.origin) in came:
                        changes[movement.origin].append((trip.bay_begins_s, -load.persons))
    return changes


def _most_at_once(changes: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the most persons at once, and when; who leaves at a moment leaves room for who comes then."""
    there = most = most_at_s = 0
    for moment_s, persons in sorted(changes):
        there += persons
        if there > most:
            most, most_at_s = there, moment_s
    return most, most_at_s
