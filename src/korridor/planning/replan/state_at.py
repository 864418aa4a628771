"""P5: the state of a plan at a moment, read off the times that it states."""

from collections import Counter
from itertools import accumulate

from korridor.events.movement import Movement
from korridor.events.order import Order
from korridor.events.orders_of import orders_of
from korridor.events.saved_state import (
    BayRow,
    Believed,
    EscortRow,
    GateRow,
    LaneRow,
    OutRow,
    PeopleRow,
    ReceivedRow,
    SavedState,
    VehicleRow,
)
from korridor.operation.agreement import Out
from korridor.operation.horizon import moment_s as moment_in
from korridor.planning.plan import Plan
from korridor.planning.replan.ground import Ground, Standing, alike, ground_at_start, passage_now


def state_at(plan: Plan, moment: int | str) -> SavedState:
    """Return how everything stands at a moment if all goes as planned until then.

    Parameters
    ----------
    plan : Plan
    moment : int or str
        Seconds from the operation's start, or ``2016-12-15T14:20+02:00``, or ``+6 h``. What departs at that very moment
        has not departed.

    Raises
    ------
    ValueError
        Where it is no moment, or the plan itself begins later.

    Examples
    --------
    >>> state = korridor.state_at(plan, "2016-12-15T14:20+02:00")  # doctest: +SKIP
    >>> korridor.plan(operation, start=state, earlier=plan, seconds=1)  # doctest: +SKIP
    """
    moment_s = moment_in(plan.operation, moment) if isinstance(moment, str) else moment
    begins_s = plan.start.at_s if plan.start else 0
    if moment_s < begins_s:
        raise ValueError(f"the plan begins {begins_s} s after the start; {moment_s} s is before it")
    ground = ground_at_start(plan.operation, plan.start, moment_s)
    for movement in plan.movements:
        if movement.departs_s < moment_s:
            ground.post(movement)
    for movement in rest_of(plan, moment_s):
        _note_begun(ground, movement)
    return _saved(plan, ground)


def rest_of(plan: Plan, moment_s: int) -> tuple[Movement, ...]:
    """Return the movements that have not departed by a moment."""
    return tuple(movement for movement in plan.movements if movement.departs_s >= moment_s)


def orders_of_the_rest(plan: Plan, moment_s: int) -> tuple[Order, ...]:
    """Return the orders that have not departed; vehicles that are on their way to an origin come from there."""
    return orders_of(_as_it_stands(movement, moment_s) for movement in rest_of(plan, moment_s))


def _as_it_stands(movement: Movement, moment_s: int) -> Movement:
    """Return a movement as it is at a moment: vehicles that are on their way to its origin come from there."""
    trips = tuple(
        trip.model_copy(update={"comes_from": movement.origin}) if trip.leaves_s < moment_s else trip
        for trip in movement.trips
    )
    return movement.model_copy(update={"trips": trips})


def _note_begun(ground: Ground, movement: Movement) -> None:
    """Note which vehicles have left for a movement's origin, stand in their bay there, or where their column forms up."""
    now_s = ground.moment_s
    forms = not movement.loaded and movement.departs_s - ground.operation.convoy.marshalling_s < now_s
    for trip in movement.trips:
        if trip.leaves_s < now_s:
            loads = trip.bay_begins_s is not None and trip.bay_begins_s < now_s
            ground.vehicles[trip.vehicle_type, trip.vehicle] = Standing(
                movement.origin,
                trip.comes_s,
                trip.bay_begins_s if loads else None,
                trip.comes_s if forms and trip.comes_s < now_s else None,
            )


def _saved(plan: Plan, ground: Ground) -> SavedState:
    now_s, operation = ground.moment_s, ground.operation
    names = _names_in_file(plan)
    columns = (
        column.model_copy(
            update={
                "aboard": alike(
                    row.model_copy(update={"group": names.get(row.group, row.group)}) for row in column.aboard
                )
            }
        )
        for column in ground.columns
    )
    out: Counter[str] = Counter()
    for group, persons in ground.out.items():
        out[names.get(group, group)] += persons
    headways_s = [road.headway_s or 0 for road in operation.roads]
    return SavedState(
        operation=operation.name,
        at_s=now_s,
        believed=plan.start.believed if plan.start else _believed(plan),
        vehicles=_vehicles(ground),
        people=_people(ground, names),
        columns=tuple(columns),
        out=tuple(OutRow(group=group, persons=persons) for group, persons in out.items() if persons),
        received=tuple(ReceivedRow(at=at, persons=persons) for at, persons in ground.received.items()),
        roads=tuple(
            passage_now(operation, passage)
            for (road, _), passage in sorted(ground.roads.items())
            if passage.tail_out_s + headways_s[road] > now_s
        ),
        lanes=tuple(
            LaneRow(at=at, way=way, lane=lane, free_s=free_s)
            for (at, way, lane), free_s in ground.lanes.items()
            if free_s > now_s
        ),
        bays=tuple(
            BayRow(at=at, bay=bay, free_s=free_s)
            for (at, bay), free_s in ground.bays.items()
            if free_s > now_s
        ),
        escorts=tuple(
            EscortRow(escort=escort, free_s=free_s)
            for escort, free_s in sorted(ground.escorts.items())
            if free_s > now_s
        ),
        gates=tuple(_gate(ground, name) for name in dict.fromkeys(gate.name for gate in operation.gates)),
    )


def _names_in_file(plan: Plan) -> dict[str, str]:
    """Return under which name the file has each group that an earlier state made."""
    if plan.start is None:
        return {}
    return {f"{row.group} at {row.at}": row.group for row in plan.start.people}


def _believed(plan: Plan) -> Believed:
    operation = plan.operation
    return Believed(
        people={name: group.persons for name, group in operation.people.items()},
        fleet={name: dict(vehicles.depots) for name, vehicles in operation.fleet.items()},
    )


def _vehicles(ground: Ground) -> tuple[VehicleRow, ...]:
    """Return the vehicles, those alike taken together, by type and place; who is free now is free."""
    number: Counter[tuple[str, str, int, int, int]] = Counter()
    for (kind, _), standing in ground.vehicles.items():
        free_s = standing.free_s if standing.free_s > ground.moment_s else 0
        loading_s, forming_s = standing.loading_since_s, standing.forming_since_s
        row = (-1 if loading_s is None else loading_s, -1 if forming_s is None else forming_s)
        number[kind, standing.at, free_s, *row] += 1
    types, places = list(ground.operation.fleet), list(ground.operation.places)
    rows = sorted(number, key=lambda row: (types.index(row[0]), places.index(row[1]), row[2:]))
    return tuple(
        VehicleRow(
            kind=kind,
            number=number[kind, at, free_s, loading_s, forming_s],
            at=at,
            free_s=free_s or None,
            loading_since_s=None if loading_s < 0 else loading_s,
            forming_since_s=None if forming_s < 0 else forming_s,
        )
        for kind, at, free_s, loading_s, forming_s in rows
    )


def _people(ground: Ground, names: dict[str, str]) -> tuple[PeopleRow, ...]:
    """Return who waits: every group where it stood, be it none; and those at transfers."""
    persons: dict[tuple[str, str, int, bool], int] = {}
    for name, group in ground.operation.people.items():
        if name not in names:
            persons[name, group.place, 0, False] = 0
    for (planned_as, at), waiting in ground.people.items():
        for each in waiting:
            come_s = each.come_s if each.come_s > ground.moment_s else 0
            key = (names.get(planned_as, planned_as), at, come_s, each.counted_out)
            persons[key] = persons.get(key, 0) + each.persons
    return tuple(
        PeopleRow(group=group, at=at, persons=number, come_s=come_s or None, counted_out=counted_out)
        for (group, at, come_s, counted_out), number in persons.items()
    )


def _gate(ground: Ground, name: str) -> GateRow:
    steps = sorted(ground.outs.get(name, []))
    totals = dict(zip((by_s for by_s, _ in steps), accumulate(n for _, n in steps), strict=True))
    out = tuple(Out(by_s=by_s, persons=persons) for by_s, persons in totals.items())
    return GateRow(gate=name, departed=ground.departed[name], out=out)
