"""One movement: work out its times, then post them to the state."""

from korridor.clockwork.boarding import OK, fill, load_early, load_late, pool, take_vehicles
from korridor.clockwork.departure import depart, marshalling_s, ready
from korridor.clockwork.passage import TAIL_IN, TAIL_OUT
from korridor.clockwork.sheet import A, H, O, Sheet, W
from korridor.clockwork.state import State, T, push, take
from korridor.clockwork.tables import NONE, C, G, K, P, R, Tables, V, X
from korridor.compiled import compiled


@compiled
def time(tables: Tables, state: State, sheet: Sheet) -> int:
    """Work out one movement on the sheet; the state stays as it is. Returns 0, or why it cannot go."""
    code = take_vehicles(tables, state, sheet)
    if code == OK and sheet.order[O.LOADED]:
        code = fill(tables, state, sheet, state.left)
        if code == OK:
            code = load_early(tables, state, sheet)
    elif code == OK:
        sheet.loads[: sheet.order[O.TRIPS]] = 0
        sheet.trips[: sheet.order[O.TRIPS], W.PERSONS] = 0
        sheet.queued[:] = 0
        sheet.head[H.PERSONS] = 0
    if code == OK:
        code = ready(tables, state, sheet)
    if code == OK:
        code = depart(tables, state, sheet)
    if code == OK and sheet.order[O.LOADED]:
        load_late(tables, state, sheet, sheet.head[H.DEPARTS] - marshalling_s(tables, sheet))
    if code == OK and sheet.head[H.ESCORT] != NONE:
        column = sheet.order[O.COLUMN]
        tail_out = sheet.roads[tables.columns[column, C.STEPS] - 1, TAIL_OUT]
        sheet.head[H.ESCORT_FREE] = tail_out + tables.columns[column, C.BACK_S]
    return code


@compiled
def post(tables: Tables, state: State, sheet: Sheet) -> None:
    """Post a movement that has been worked out to the state."""
    column, n, loaded = sheet.order[O.COLUMN], sheet.order[O.TRIPS], sheet.order[O.LOADED]
    first, steps = tables.columns[column, C.STEP], tables.columns[column, C.STEPS]
    for j in range(n):
        vehicle = sheet.trips[j, W.VEHICLE]
        state.vehicles[vehicle, 0] = sheet.trips[j, W.FREE]
        state.vehicles[vehicle, 1] = sheet.asked[j, A.TO]
    for i in range(steps):
        state.roads[tables.steps[first + i, 0], tables.steps[first + i, 1], :] = sheet.roads[i]
        place = tables.places[tables.ends[first + i]]
        if place[P.CHECKPOINT]:
            lane = place[P.LANE_OUT] if loaded else place[P.LANE_IN]
            lanes = place[P.LANES_OUT] if loaded else place[P.LANES_IN]
            state.lanes[lane : lane + lanes] = sheet.lanes[lane : lane + lanes]
    state.tally[T.LAST_DEPARTURE] = sheet.head[H.DEPARTS]
    state.tally[T.DEPARTED] += 1
    if sheet.head[H.ESCORT] != NONE:
        state.escorts[sheet.head[H.ESCORT]] = sheet.head[H.ESCORT_FREE]
    if loaded:
        state.bays[:] = sheet.bays
        _post_people(tables, state, sheet)


@compiled
def _post_people(tables: Tables, state: State, sheet: Sheet) -> None:
    """Move the people: out of the origin, into the destinations, and onto the tally."""
    column, n = sheet.order[O.COLUMN], sheet.order[O.TRIPS]
    origin = tables.columns[column, C.ORIGIN]
    track = tables.rule[X.ONWARD]
    for gate in range(len(tables.gates)):
        if tables.gate_a[gate, origin]:
            state.departed[gate] += sheet.head[H.PERSONS]
    for queue in range(len(sheet.queued)):
        if sheet.queued[queue]:
            take(state, queue, sheet.queued[queue])
    for place in range(len(tables.places)):
        if sheet.taken[place]:
            state.present[place] += sheet.taken[place]
            if tables.places[place, P.ROOM_QUEUE] != NONE:
                take(state, tables.places[place, P.ROOM_QUEUE], sheet.taken[place])
    on_road = 0
    for i in range(tables.columns[column, C.STEPS]):
        risk = tables.roads[tables.steps[tables.columns[column, C.STEP] + i, 0], R.RISK]
        on_road += (sheet.roads[i, TAIL_OUT] - sheet.roads[i, TAIL_IN]) * risk
    for j in range(n):
        kind, to = sheet.asked[j, A.TYPE], sheet.asked[j, A.TO]
        persons, free = sheet.trips[j, W.PERSONS], sheet.trips[j, W.FREE]
        boards = sheet.trips[j, W.BAY_BEGINS] + tables.types[kind, V.TURN]
        alone = tables.alone_risk[kind, tables.columns[column, C.RELEASE], to]
        state.tally[T.RISK] += persons * (on_road + alone)
        state.tally[T.LONGEST_ABOARD] = max(state.tally[T.LONGEST_ABOARD], free - boards)
        out = tables.places[to, P.SAFE] and not tables.places[origin, P.SAFE]
        if out and free <= tables.rule[X.HORIZON]:
            state.tally[T.LAST_OUT] = max(state.tally[T.LAST_OUT], free)
        if track and tables.places[origin, P.TRANSFER] != NONE:
            carried_on = 0  # those who stood there from the start never took up room
            for group in range(len(tables.groups)):
                if tables.groups[group, G.PLACE] != origin:
                    carried_on += sheet.loads[j, group] * tables.groups[group, G.PERSONS]
            state.present[origin] -= carried_on
            if tables.places[origin, P.ROOM_QUEUE] != NONE:
                push(state, tables.places[origin, P.ROOM_QUEUE], sheet.trips[j, W.BAY_BEGINS], carried_on)
        for group in range(len(tables.groups)):
            parties = sheet.loads[j, group]
            if parties:
                _post_group(tables, state, origin, to, group, parties, boards, free, out)


@compiled
def _post_group(
    tables: Tables,
    state: State,
    origin: int,
    to: int,
    group: int,
    parties: int,
    boards: int,
    free: int,
    out: bool,
) -> None:
    row = tables.groups[group]
    persons = parties * row[G.PERSONS]
    state.tally[T.OVER_LIMIT] += persons * max(0, free - boards - row[G.LIMIT])
    if row[G.PLACE] == origin:
        state.left[group] -= parties
        state.tally[T.WAITING] += persons * boards
    if tables.rule[X.ONWARD] and tables.places[to, P.TRANSFER] != NONE:
        push(state, pool(tables, group, to), free, parties)
    if out and free <= tables.rule[X.HORIZON]:
        state.tally[T.OUT_WEIGHT] += parties * row[G.WEIGHT]
        state.tally[T.OUT_PERSONS] += persons
        for gate in range(len(tables.gates)):
            if tables.gates[gate, K.QUEUE] != NONE and tables.gate_b[gate, row[G.PLACE]]:
                push(state, tables.gates[gate, K.QUEUE], free, persons)
