"""One movement: work out its times, then post them to the state."""

from korridor.clockwork.boarding import OK, fill, nobody, pool, take_vehicles
from korridor.clockwork.copied import copy
from korridor.clockwork.departure import SIZE, depart, has_the_size, marshalling_s, ready
from korridor.clockwork.loading import load_early, load_late
from korridor.clockwork.sheet import TAIL_IN, TAIL_OUT, A, H, O, Sheet, W
from korridor.clockwork.state import IDLE, State, T, push, take
from korridor.clockwork.tables import NONE, C, G, K, P, R, Tables, V, X
from korridor.clockwork.weather import HOUR_S, Weather
from korridor.compiled import compiled, inner


@compiled
def time(tables: Tables, state: State, sheet: Sheet) -> int:
    """Work out one movement on the sheet; the state stays as it is. Returns 0, or why it cannot go."""
    loaded = sheet.order[O.LOADED]
    code = take_vehicles(tables, state, sheet)
    if code == OK and loaded:
        code = fill(tables, state, sheet, state.left)
        if code == OK:
            code = load_early(tables, state, sheet)
    elif code == OK:
        nobody(sheet)
    if code == OK and not has_the_size(tables, sheet):
        code = SIZE
    if code == OK:
        code = ready(tables, state, sheet)
    if code == OK:
        code = depart(tables, state, sheet)
    if code == OK and loaded:
        load_late(tables, state, sheet, sheet.head[H.DEPARTS] - marshalling_s(tables, sheet))
    if code == OK:
        free_escort(tables, sheet)
    return code


@inner
def free_escort(tables: Tables, sheet: Sheet) -> None:
    """C1: an escort is free again after its own way back."""
    column = sheet.order[O.COLUMN]
    if sheet.head[H.ESCORT] != NONE:
        tail_out = sheet.roads[tables.columns[column, C.STEPS] - 1, TAIL_OUT]
        sheet.head[H.ESCORT_FREE] = tail_out + tables.columns[column, C.BACK_S]


@compiled
def post(tables: Tables, state: State, sheet: Sheet) -> None:
    """Post a movement that has been worked out to the state."""
    post_times(tables, state, sheet)
    if sheet.order[O.LOADED]:
        post_people(tables, state, sheet, None)


@inner
def post_times(tables: Tables, state: State, sheet: Sheet) -> None:
    """Post who is where, and free again when."""
    for j in range(sheet.order[O.TRIPS]):
        vehicle = sheet.trips[j, W.VEHICLE]
        state.vehicles[vehicle, 0] = sheet.trips[j, W.FREE]
        state.vehicles[vehicle, 1] = sheet.asked[j, A.TO]
        state.vehicles[vehicle, 2] = IDLE
    _post_roads(tables, state, sheet)
    state.tally[T.LAST_DEPARTURE] = sheet.head[H.DEPARTS]
    state.tally[T.DEPARTED] += 1
    if sheet.head[H.ESCORT] != NONE:
        state.escorts[sheet.head[H.ESCORT]] = sheet.head[H.ESCORT_FREE]
    if sheet.order[O.LOADED]:
        copy(state.bays, sheet.bays)


@inner
def _post_roads(tables: Tables, state: State, sheet: Sheet) -> None:
    """Note when the column was on each road, and when the lanes that screened it are free again."""
    column = sheet.order[O.COLUMN]
    first = tables.columns[column, C.STEP]
    for i in range(tables.columns[column, C.STEPS]):
        copy(state.roads[tables.steps[first + i, 0], tables.steps[first + i, 1]], sheet.roads[i])
        place = tables.places[tables.ends[first + i]]
        if place[P.CHECKPOINT]:
            lane = place[P.LANE_OUT] if sheet.order[O.LOADED] else place[P.LANE_IN]
            after = lane + (place[P.LANES_OUT] if sheet.order[O.LOADED] else place[P.LANES_IN])
            copy(state.lanes[lane:after], sheet.lanes[lane:after])


@inner
def post_people(tables: Tables, state: State, sheet: Sheet, weather: Weather | None) -> None:
    """Move the people: out of the origin, into the destinations, and onto the tally."""
    column = sheet.order[O.COLUMN]
    origin = tables.columns[column, C.ORIGIN]
    for gate in range(len(tables.gates)):
        if tables.gate_a[gate, origin]:
            state.departed[gate] += sheet.head[H.PERSONS]
    for group in range(len(tables.groups)):
        queue = pool(tables, group, origin)
        if queue != NONE and sheet.queued[queue]:
            take(state, queue, sheet.queued[queue])
            state.present[origin] -= sheet.queued[queue] * tables.groups[group, G.PERSONS]
    for place in range(len(tables.places)):
        state.present[place] += sheet.taken[place]
    on_road = _risk_on_road(tables, sheet)
    for j in range(sheet.order[O.TRIPS]):
        kind, to = sheet.asked[j, A.TYPE], sheet.asked[j, A.TO]
        boards, free = sheet.trips[j, W.BAY_BEGINS] + tables.types[kind, V.TURN], sheet.trips[j, W.FREE]
        alone = tables.alone_risk[kind, tables.columns[column, C.RELEASE], to]
        state.tally[T.RISK] += sheet.trips[j, W.PERSONS] * (on_road + alone)
        state.tally[T.LONGEST_ABOARD] = max(state.tally[T.LONGEST_ABOARD], free - boards)
        for group in range(len(tables.groups)):
            if sheet.loads[j, group]:
                _post_group(tables, state, weather, origin, to, group, sheet.loads[j, group], boards, free)


@inner
def _risk_on_road(tables: Tables, sheet: Sheet) -> int:
    """P2: seconds that the tail is on the roads, by their risk weight."""
    column = sheet.order[O.COLUMN]
    on_road = 0
    for i in range(tables.columns[column, C.STEPS]):
        risk = tables.roads[tables.steps[tables.columns[column, C.STEP] + i, 0], R.RISK]
        on_road += (sheet.roads[i, TAIL_OUT] - sheet.roads[i, TAIL_IN]) * risk
    return on_road


@inner
def _post_group(
    tables: Tables,
    state: State,
    weather: Weather | None,
    origin: int,
    to: int,
    group: int,
    parties: int,
    boards: int,
    free: int,
) -> None:
    """Move one group's parties aboard one vehicle; those who stood there from the start board first."""
    row = tables.groups[group]
    stood = min(parties, state.left[group]) if row[G.PLACE] == origin else 0
    state.left[group] -= stood
    state.tally[T.OVER_LIMIT] += parties * row[G.PERSONS] * max(0, free - boards - row[G.LIMIT])
    queue = pool(tables, group, to)
    if queue != NONE:
        push(state, queue, free, parties)
    # Whoever has been unloaded at a safe place has been counted out there.
    out = stood if tables.places[origin, P.SAFE] else parties
    if out and tables.places[to, P.SAFE] and free <= tables.rule[X.HORIZON]:
        _post_out(tables, state, group, out, free)
        if weather is not None:
            hour = min(free // HOUR_S, len(weather.out_by_hour) - 1)
            weather.out_by_hour[hour] += out * row[G.PERSONS]


@inner
def _post_out(tables: Tables, state: State, group: int, parties: int, free: int) -> None:
    """C7: count parties of a group out."""
    row = tables.groups[group]
    state.tally[T.OUT_WEIGHT] += parties * row[G.WEIGHT]
    state.tally[T.OUT_PERSONS] += parties * row[G.PERSONS]
    state.tally[T.WAITING] += parties * row[G.WEIGHT] * free
    state.tally[T.LAST_OUT] = max(state.tally[T.LAST_OUT], free)
    for gate in range(len(tables.gates)):
        if tables.gates[gate, K.QUEUE] != NONE and tables.gate_b[gate, row[G.PLACE]]:
            push(state, tables.gates[gate, K.QUEUE], free, parties * row[G.PERSONS])
