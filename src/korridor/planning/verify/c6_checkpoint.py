"""C6: checkpoints."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from korridor.events.movement import Movement, Passage, Screening, Trip
from korridor.operation.place import Kind, Release
from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named
from korridor.planning.verify.c5_road import end_of, road_s
from korridor.planning.verify.from_state import lane_free_s
from korridor.planning.verify.hours import within_hours
from korridor.planning.verify.seconds import screening_s, spaced_s


@dataclass(frozen=True)
class Service:
    """A movement at a checkpoint: how it came, its vehicles' screenings in column order, how it goes on."""

    movement: Movement
    checkpoint: str
    comes: Passage
    goes: Passage | None
    screenings: tuple[tuple[Trip, Screening], ...]


def services(plan: Plan) -> Iterator[Service]:
    """Yield every movement at every checkpoint that it passes, or that is its release point."""
    for movement in plan.movements:
        yield from services_of(plan, movement)


def services_of(plan: Plan, movement: Movement) -> Iterator[Service]:
    """Yield the checkpoints of one movement, as it comes to them."""
    passed = [
        (end_of(plan, passage), passage, movement.passages[at + 1 : at + 2])
        for at, passage in enumerate(movement.passages)
        if _screens(plan, end_of(plan, passage))
    ]
    for number, (checkpoint, comes, goes) in enumerate(passed):
        served = ((t, t.screenings[number]) for t in movement.trips if len(t.screenings) > number)
        yield Service(movement, checkpoint, comes, goes[0] if goes else None, tuple(served))


def c6_every_checkpoint_serves_every_vehicle(plan: Plan) -> Iterator[Broken]:
    """C6: each vehicle is served once at each checkpoint on the route or at its release point, in order."""
    for movement in plan.movements:
        ends = [end_of(plan, passage) for passage in movement.passages]
        due = [name for name in ends if _screens(plan, name)]
        # Vehicles that leave together from a checkpoint may be served there or not: it is their release
        # point, and no road leads them to it.
        may = [[movement.release]] if not movement.passages and _screens(plan, movement.release) else []
        for trip in movement.trips:
            served = [screening.checkpoint for screening in trip.screenings]
            if served != due and served not in may:
                what = f"served at {', '.join(served) or 'none'}; on its route: {', '.join(due) or 'none'}"
                yield Broken("C6", named(movement, trip), what)


def _screens(plan: Plan, place: str) -> bool:
    return plan.operation.places[place].kind is Kind.CHECKPOINT


def c6_services_take_their_time(plan: Plan) -> Iterator[Broken]:
    """C6: after it arrives, within hours, a vehicle takes the fixed seconds and those of who is aboard."""
    for movement in plan.movements:
        for trip in movement.trips:
            for screening in trip.screenings:
                yield from _service_takes_its_time(plan, movement, trip, screening)


def _service_takes_its_time(
    plan: Plan, movement: Movement, trip: Trip, screening: Screening
) -> Iterator[Broken]:
    where = named(movement, trip)
    takes_s = screening.ends_s - screening.begins_s
    due_s = screening_s(plan.operation, screening.checkpoint, trip)
    if takes_s != due_s:
        yield Broken("C6", where, f"{screening.checkpoint} takes {takes_s} s; it takes {due_s} s")
    if screening.begins_s < screening.arrives_s:
        what = (
            f"{screening.checkpoint} begins at {screening.begins_s} s, it arrives at {screening.arrives_s} s"
        )
        yield Broken("C6", where, what)
    hours = plan.operation.places[screening.checkpoint].hours
    if not within_hours(plan.operation, hours, screening.begins_s, screening.ends_s):
        what = (
            f"{screening.checkpoint} from {screening.begins_s} s to {screening.ends_s} s, outside its hours"
        )
        yield Broken("C6", where, what)


def c6_lanes_hold_one_vehicle_each(plan: Plan) -> Iterator[Broken]:
    """C6: a lane, one of those open in the movement's direction, holds one vehicle at a time."""
    for name, place in plan.operation.places.items():
        if place.lanes is None:
            continue
        for loaded, lanes in ((True, place.lanes.outward), (False, place.lanes.inward)):
            served = [
                (screening.begins_s, screening.ends_s, screening.lane, named(movement, trip))
                for movement in plan.movements
                for trip in movement.trips
                for screening in trip.screenings
                if screening.checkpoint == name and movement.loaded is loaded
            ]
            for _, _, lane, where in served:
                if not 0 <= lane < lanes:
                    yield Broken("C6", where, f"lane {lane} of {name} is not one of the {lanes}, from 0")
            for begins_s, _, lane, where in served:
                if begins_s < (free_s := lane_free_s(plan, name, loaded, lane)):
                    what = f"begins at {begins_s} s in lane {lane} of {name}, which is taken until {free_s} s"
                    yield Broken("C6", where, what)
            for lane in range(lanes):
                yield from _one_at_a_time(sorted(s for s in served if s[2] == lane), f"lane {lane} of {name}")


def _one_at_a_time(served: list[tuple[int, int, int, str]], lane: str) -> Iterator[Broken]:
    for (_, ends_s, _, ahead), (begins_s, _, _, where) in pairwise(served):
        if begins_s < ends_s:
            what = f"begins at {begins_s} s in {lane}, where {ahead} ends at {ends_s} s"
            yield Broken("C6", where, what)


def c6_lanes_serve_in_order(plan: Plan) -> Iterator[Broken]:
    """C6: no vehicle begins to be served before the one ahead of it in the column has begun."""
    for service in services(plan):
        for (_, ahead), (trip, behind) in pairwise(service.screenings):
            if behind.begins_s < ahead.begins_s:
                before = f"before the one ahead at {ahead.begins_s} s"
                what = f"begins at {behind.begins_s} s at {service.checkpoint}, {before}"
                yield Broken("C6", named(service.movement, trip), what)


def c6_vehicles_arrive_as_the_column_does(plan: Plan) -> Iterator[Broken]:
    """C6, C5: vehicles arrive no sooner than the column brings them, evenly spaced from head to tail."""
    for service in services(plan):
        comes = service.comes
        needs_s, behind_s = road_s(plan, service.movement, comes)
        tail_s = max(comes.tail_in_s + needs_s, comes.head_out_s + behind_s)
        for position, (trip, screening) in enumerate(service.screenings):
            least_s = spaced_s(comes.head_out_s, tail_s, position, len(service.screenings))
            if screening.arrives_s < least_s:
                brings = f"the column brings it at {least_s} s"
                what = f"arrives at {service.checkpoint} at {screening.arrives_s} s; {brings}"
                yield Broken("C6", named(service.movement, trip), what)


def c6_the_queue_stands_on_the_road_behind(plan: Plan) -> Iterator[Broken]:
    """C6: the tail has left the road to the checkpoint only when the last vehicle begins to be served."""
    for service in services(plan):
        begins_s = max((screening.begins_s for _, screening in service.screenings), default=0)
        if service.comes.tail_out_s < begins_s:
            what = (
                f"tail out of road {service.comes.road} at {service.comes.tail_out_s} s; "
                f"the last vehicle begins at {service.checkpoint} at {begins_s} s"
            )
            yield Broken("C6", named(service.movement), what)


def c6_columns_go_on_when_they_are_through(plan: Plan) -> Iterator[Broken]:
    """C6: a column goes on when all are through; by vehicle, its head does so when the first is."""
    for service in services(plan):
        if service.goes is None:
            yield from _released_when_through(plan, service)
            continue
        all_s = max((screening.ends_s for _, screening in service.screenings), default=0)
        ends = (
            ("head", service.goes.head_in_s, goes_on_s(plan, service.movement, service.comes)),
            ("tail", service.goes.tail_in_s, all_s),
        )
        for name, enters_s, least_s in ends:
            if enters_s < least_s:
                what = (
                    f"{name} goes on from {service.checkpoint} at {enters_s} s; it is through at {least_s} s"
                )
                yield Broken("C6", named(service.movement), what)


def _released_when_through(plan: Plan, service: Service) -> Iterator[Broken]:
    """At a release point each goes on when all are through, or by vehicle when it is through itself."""
    by_vehicle = plan.operation.places[service.checkpoint].release is Release.VEHICLE
    all_s = max((screening.ends_s for _, screening in service.screenings), default=0)
    for trip, screening in service.screenings:
        least_s = screening.ends_s if by_vehicle else all_s
        if trip.released_s < least_s:
            what = f"goes on from {service.checkpoint} at {trip.released_s} s; it may at {least_s} s"
            yield Broken("C6", named(service.movement, trip), what)


def goes_on_s(plan: Plan, movement: Movement, passage: Passage) -> int:
    """C5, C6: the soonest that the head could go on from a road's end, if nobody were ahead."""
    comes_s = passage.head_in_s + road_s(plan, movement, passage)[0]
    for service in services_of(plan, movement):
        if service.comes is passage:
            through_s = [screening.ends_s for _, screening in service.screenings]
            if plan.operation.places[service.checkpoint].release is Release.VEHICLE:
                through_s = through_s[:1]
            return max([comes_s, *through_s])
    return comes_s
