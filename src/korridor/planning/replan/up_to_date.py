"""P5: a state brought up to date with an operation that has changed since it was taken.

The state says where everything is; the operation says how much there is. What the operation says now and did not say
then is the difference: more people wait where the group stood, fewer vehicles go on.
"""

from collections.abc import Iterator

from korridor.events.saved_state import Believed, GateRow, PeopleRow, SavedState, VehicleRow
from korridor.events.state_doubts import doubts
from korridor.operation.agreement import Gate, Out
from korridor.operation.fault import path_text
from korridor.operation.operation import Operation


def up_to_date(operation: Operation, state: SavedState) -> SavedState:
    """Return the state as the operation would have it now.

    Parameters
    ----------
    operation : Operation
        Whole, as it is now believed to be.
    state : SavedState
        Taken of it as it was then.

    Raises
    ------
    ValueError
        Where the state names what the operation does not have, or cannot be one of it.
    """
    found = [f"{path_text(where)}: {what}" for where, what in doubts(operation, state)]
    if found:
        raise ValueError("; ".join(found))
    return state.model_copy(
        update={
            "operation": operation.name,
            "people": tuple(_people(operation, state)),
            "vehicles": tuple(_vehicles(operation, state)),
            "gates": tuple(_gate(operation, state, gate) for gate in operation.gates),
            "believed": Believed(
                people={name: group.persons for name, group in operation.people.items()},
                fleet={name: dict(vehicles.depots) for name, vehicles in operation.fleet.items()},
            ),
        }
    )


def _people(operation: Operation, state: SavedState) -> Iterator[PeopleRow]:
    """Yield who waits; those whom the operation now counts more of wait where the group stood."""
    waits = {name: 0 for name in operation.people}
    for row in state.people:
        if _at_home(operation, row):
            waits[row.group] += row.persons
    for name, group in operation.people.items():
        more = group.persons - state.believed.people.get(name, 0)
        yield PeopleRow(group=name, at=group.place, persons=max(0, waits[name] + more))
    yield from (row for row in state.people if not _at_home(operation, row))


def _at_home(operation: Operation, row: PeopleRow) -> bool:
    here = row.at == operation.people[row.group].place
    return here and row.come_s is None and not row.counted_out


def _vehicles(operation: Operation, state: SavedState) -> Iterator[VehicleRow]:
    """Yield the vehicles that there are now.

    Of a type with fewer, those go that stand still, the first to be free first: who is on the road comes in. Of a
    type with more, the new ones stand at the depot where the operation has more than before.
    """
    for name, vehicles in operation.fleet.items():
        rows = [_free_now(state, row) for row in state.vehicles if row.kind == name]
        before = state.believed.fleet.get(name, {})
        fewer = sum(before.values()) - vehicles.number
        for row in sorted(rows, key=lambda row: (row.since_s is not None, row.free_s or 0)):
            gone = min(max(0, fewer), row.number)
            fewer -= gone
            if row.number > gone:
                yield row.model_copy(update={"number": row.number - gone})
        for depot, number in vehicles.depots.items():
            more = min(max(0, -fewer), max(0, number - before.get(depot, 0)))
            fewer += more
            if more:
                free_s = vehicles.available_from_s if vehicles.available_from_s > state.at_s else None
                yield VehicleRow(kind=name, number=more, at=depot, free_s=free_s)


def _free_now(state: SavedState, row: VehicleRow) -> VehicleRow:
    """Return a row that says nothing of a moment that has passed: free is free."""
    past = row.free_s is not None and row.free_s <= state.at_s
    return row.model_copy(update={"free_s": None}) if past else row


def _gate(operation: Operation, state: SavedState, gate: Gate) -> GateRow:
    """Return a gate's counts; of one that is new, those who have left where it counts them."""
    for row in state.gates:
        if row.gate == gate.name:
            return row
    waits = {row.group: row.persons for row in state.people if _at_home(operation, row)}
    departed = sum(
        max(0, state.believed.people.get(name, 0) - waits.get(name, 0))
        for name, group in operation.people.items()
        if group.place in gate.out_of
    )
    out = sum(row.persons for row in state.out if operation.people[row.group].place in gate.of_places)
    steps = (Out(by_s=state.at_s, persons=out),) if out else ()
    return GateRow(gate=gate.name, departed=departed, out=steps)
