"""P5: a plan from a saved state is a plan for what that state says."""

from collections import Counter
from collections.abc import Iterator

from korridor.operation.place import Kind
from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named
from korridor.planning.verify.from_state import begins_s, vehicles_then


def p5_state_names_exist(plan: Plan) -> Iterator[Broken]:
    """P5: every place, road, group, type, lane, bay and escort of the state is one of the operation."""
    if plan.start is None:
        return
    operation, start = plan.operation, plan.start
    places = [
        *(row.at for row in start.vehicles),
        *(row.at for row in start.people),
        *(row.at for row in start.received),
        *(row.at for row in start.lanes),
        *(row.at for row in start.bays),
        *(row.to for row in start.aboard),
    ]
    groups = [
        *(row.group for row in start.people),
        *(row.group for row in start.out),
        *(row.group for row in start.aboard),
    ]
    for names, known, kind in (
        (places, operation.places, "place"),
        (groups, operation.people, "group"),
        ([row.kind for row in start.vehicles], operation.fleet, "vehicle type"),
    ):
        for name in names:
            if name not in known:
                yield Broken("P5", "start", f"{name!r} is not a {kind} of the operation")
    for row in start.roads:
        if row.road >= len(operation.roads) or {row.start, row.end} != set(operation.roads[row.road].between):
            yield Broken("P5", "start", f"road {row.road} does not lead from {row.start} to {row.end}")
    for lane in start.lanes:
        lanes = operation.places[lane.at].lanes if lane.at in operation.places else None
        if lanes is None or lane.lane >= getattr(lanes, lane.way):
            yield Broken("P5", "start", f"{lane.at} has no lane {lane.lane} {lane.way}")
    for bay in start.bays:
        bays = operation.places[bay.at].bays if bay.at in operation.places else None
        if bays is None or bay.bay >= bays:
            yield Broken("P5", "start", f"{bay.at} has no bay {bay.bay}")


def p5_the_operation_is_what_remains(plan: Plan) -> Iterator[Broken]:
    """P5: people and vehicles of the operation are those of the state, where it says that they are."""
    if plan.start is None:
        return
    wait: Counter[tuple[str, str]] = Counter()
    for row in plan.start.people:
        if not row.counted_out:
            wait[row.planned_as(plan.operation), row.at] += row.persons
        elif plan.operation.places[row.at].kind is not Kind.TRANSFER:
            yield Broken("P5", "start", f"{row.group} are out, and wait at {row.at}, which is no transfer")
    people = {(name, group.place): group.persons for name, group in plan.operation.people.items()}
    for here in dict.fromkeys([*people, *wait]):
        if people.get(here, 0) != wait[here]:
            what = f"{people.get(here, 0)} of {here[0]} at {here[1]}; by the state {wait[here]} wait there"
            yield Broken("P5", "start", what)
    stand: Counter[tuple[str, str]] = Counter()
    for each in plan.start.vehicles:
        stand[each.kind, each.at] += each.number
    fleet = {(name, at): n for name, kind in plan.operation.fleet.items() for at, n in kind.depots.items()}
    for spot in dict.fromkeys([*fleet, *stand]):
        if fleet.get(spot, 0) != stand[spot]:
            what = f"{fleet.get(spot, 0)} of {spot[0]} at {spot[1]}; by the state {stand[spot]} are there"
            yield Broken("P5", "start", what)


def p5_nothing_begins_before(plan: Plan) -> Iterator[Broken]:
    """P5: from the moment of the state on vehicles leave and movements depart; who stood in a bay or a column did so."""
    now_s, stands = begins_s(plan), vehicles_then(plan)
    for movement in plan.movements:
        if movement.departs_s < now_s:
            what = f"departs at {movement.departs_s} s; the plan begins at {now_s} s"
            yield Broken("P5", named(movement), what)
        for trip in movement.trips:
            then = stands[trip.vehicle_type, trip.vehicle]
            stood = trip.comes_from == movement.origin and (then.loads if movement.loaded else then.forms)
            if trip.leaves_s < now_s and not stood:
                what = f"leaves {trip.comes_from} at {trip.leaves_s} s; the plan begins at {now_s} s"
                yield Broken("P5", named(movement, trip), what)
