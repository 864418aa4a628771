"""P5: a saved state as the clockwork's arrays: the one door through which it starts from a moment."""

from itertools import pairwise

from korridor.clockwork.run import depots_of
from korridor.clockwork.state import FORMS, IDLE, LOADS, State, T, beginning, push
from korridor.clockwork.tables import NONE, Index, K, P, V, X
from korridor.events.saved_state import PassageRow, SavedState, Way
from korridor.operation.agreement import Out


def arrays_of(index: Index, saved: SavedState | None, unloads: int = 0) -> State:
    """Return the arrays of a saved state.

    Parameters
    ----------
    index : Index
        Of what remains of the operation.
    saved : SavedState or None
        Brought up to date with it; the operation's beginning if ``None``.
    unloads : int
        The most vehicles that will unload from then on; sizes the queues.
    """
    if saved is None:
        return beginning(index.tables, depots_of(index), unloads)
    state = beginning(index.tables, depots_of(index), unloads + _entries(saved))
    state.tally[T.NOW] = state.tally[T.LAST_DEPARTURE] = saved.at_s
    _fill_vehicles(index, saved, state)
    _fill_people(index, saved, state)
    for row in saved.roads:
        road = index.operation.roads[row.road]
        state.roads[row.road, 0 if road.between[0] == row.start else 1] = _moments(row)
    for lane in saved.lanes:
        first = P.LANE_OUT if lane.way is Way.OUTWARD else P.LANE_IN
        state.lanes[int(index.tables.places[index.place[lane.at], first]) + lane.lane] = lane.free_s
    for bay in saved.bays:
        state.bays[int(index.tables.places[index.place[bay.at], P.BAY]) + bay.bay] = bay.free_s
    for escort in saved.escorts:
        state.escorts[escort.escort] = escort.free_s
    _fill_gates(index, saved, state)
    return state


def _entries(saved: SavedState) -> int:
    """Most entries that a state can bring into one queue."""
    return len(saved.people) + max((len(gate.out) for gate in saved.gates), default=0)


def _moments(row: PassageRow) -> tuple[int, int, int, int]:
    return row.head_in_s, row.tail_in_s, row.head_out_s, row.tail_out_s


def _fill_vehicles(index: Index, saved: SavedState, state: State) -> None:
    """Number the vehicles of a type by where they stand, in the order of the operation, and there by the state's."""
    for kind, name in enumerate(index.type_names):
        vehicle = int(index.tables.types[kind, V.FIRST])
        for depot in index.operation.fleet[name].depots:
            for row in saved.vehicles:
                if (row.kind, row.at) != (name, depot):
                    continue
                does = (
                    LOADS
                    if row.loading_since_s is not None
                    else FORMS
                    if row.forming_since_s is not None
                    else IDLE
                )
                state.vehicles[vehicle : vehicle + row.number, 0] = row.from_s(saved.at_s)
                state.vehicles[vehicle : vehicle + row.number, 2] = does
                vehicle += row.number


def _fill_people(index: Index, saved: SavedState, state: State) -> None:
    """Put people at transfers into their queues, there from when they come; the others stand where they stood."""
    tables = index.tables
    for row in saved.people:
        group = index.group_names.index(row.planned_as(index.operation))
        place = index.place[row.at]
        persons = index.operation.people[index.group_names[group]].party_persons
        transfer = tables.places[place, P.TRANSFER]
        waits = row.come_s is not None or row.counted_out
        if transfer == NONE or not waits:
            continue
        state.present[place] += row.persons
        if tables.rule[X.ONWARD]:
            queue = int(transfer) * len(index.group_names) + group
            push(state, queue, saved.at_s if row.come_s is None else row.come_s, row.persons // persons)
            if not row.counted_out:
                state.left[group] -= row.persons // persons


def _fill_gates(index: Index, saved: SavedState, state: State) -> None:
    named = {row.gate: row for row in saved.gates}
    for number, gate in enumerate(index.operation.gates):
        if gate.name not in named:
            continue
        row = named[gate.name]
        state.departed[number] = row.departed
        queue = int(index.tables.gates[number, K.QUEUE])
        for before, step in pairwise((Out(by_s=0, persons=0), *row.out)):
            if queue != NONE and step.persons > before.persons:
                push(state, queue, step.by_s, step.persons - before.persons)
