"""R3: one movement as it happens: who is there, what is decided on what is known, and what comes of it."""

from korridor.clockwork.boarding import OK, pool
from korridor.clockwork.breaks import exposure_person_s, turned_back_s
from korridor.clockwork.choosing import choose_alone, choose_boarding
from korridor.clockwork.deciding import decide
from korridor.clockwork.departure import ready
from korridor.clockwork.drawing import column_pace, late_s
from korridor.clockwork.ending import strand, turn_back
from korridor.clockwork.foresight import Foresight
from korridor.clockwork.loading import keep_bays, load_as_chosen
from korridor.clockwork.mustering import muster
from korridor.clockwork.own_way import leave_before_boarding
from korridor.clockwork.passage import drive
from korridor.clockwork.room import note_change
from korridor.clockwork.sheet import HEAD_IN, A, H, O, Sheet, W
from korridor.clockwork.state import State, T
from korridor.clockwork.step import free_escort, post_people, post_times
from korridor.clockwork.tables import NEVER, NONE, C, G, P, Tables
from korridor.clockwork.unloading import release, unload
from korridor.clockwork.waits import note_waits
from korridor.clockwork.weather import Weather
from korridor.compiled import inner


@inner
def happen(
    tables: Tables, state: State, foresight: Foresight | None, sheet: Sheet, weather: Weather, until_s: int
) -> int:
    """Let one movement happen, and post it; 0, or why it did not go, or did not arrive.

    ``foresight`` is ``None`` where vehicles go singly, and nothing has to be foreseen but when the one before departs. A
    movement that would depart at ``until_s`` or after it is ``LATER``, and nothing is posted.
    """
    loaded = sheet.order[O.LOADED]
    code, again = OK, True
    while again:
        code = _come_together(tables, state, foresight, sheet, weather)
        # Where some have left meanwhile there are fewer: who comes, who boards and when is chosen again.
        again = code == OK and loaded and leave_before_boarding(tables, state, sheet, weather)
    if code != OK:
        return code
    if loaded:
        load_as_chosen(tables, state, sheet)
    code = ready(tables, state, sheet)
    if code == OK:
        if loaded:
            place = tables.columns[sheet.order[O.COLUMN], C.ORIGIN]
            sheet.head[H.READY] += late_s(weather, place, sheet.order[O.RANK])
        code = decide(tables, state, foresight, sheet, weather, until_s)
    if code != OK:
        return code
    return _go(tables, state, sheet, weather)


@inner
def _come_together(
    tables: Tables, state: State, foresight: Foresight | None, sheet: Sheet, weather: Weather
) -> int:
    """Find out who comes and boards, and choose when; 0, or why nobody does."""
    code = muster(tables, state, sheet, weather)
    if code != OK:
        return code
    column_pace(tables, sheet, weather)
    for j in range(sheet.order[O.TRIPS]):
        sheet.trips[j, W.BAY], sheet.trips[j, W.BAY_BEGINS] = NONE, 0
    if sheet.order[O.LOADED]:
        if foresight is None:
            choose_alone(tables, state, sheet)
        else:
            choose_boarding(tables, state, foresight, sheet, weather)
    return OK


@inner
def _go(tables: Tables, state: State, sheet: Sheet, weather: Weather) -> int:
    """Let it go at its departure, and post what comes of it."""
    column, loaded = sheet.order[O.COLUMN], sheet.order[O.LOADED]
    steps = tables.columns[column, C.STEPS]
    if steps:
        if not drive(tables, state, sheet, weather, sheet.head[H.DEPARTS], NONE, 0, 0, steps):
            return strand(tables, state, sheet)
        sheet.head[H.DEPARTS] = sheet.roads[0, HEAD_IN]
        breaks = turned_back_s(tables, sheet, weather)
        if breaks < NEVER:
            return turn_back(tables, state, sheet, breaks)
    release(tables, sheet)
    unload(tables, state, sheet, weather)
    free_escort(tables, sheet)
    if loaded:
        keep_bays(sheet)
    post_times(tables, state, sheet)
    for j in range(sheet.order[O.TRIPS]):
        if sheet.trips[j, W.GONE]:
            state.vehicles[sheet.trips[j, W.VEHICLE], 0] = NEVER
    if loaded:
        state.tally[T.EXPOSURE] += exposure_person_s(tables, sheet, weather)
        post_people(tables, state, sheet, weather)
        _post_waits(tables, state, sheet, weather)
    return OK


@inner
def _post_waits(tables: Tables, state: State, sheet: Sheet, weather: Weather) -> None:
    """Note who waited where, and who comes and goes at places that may be full."""
    column = sheet.order[O.COLUMN]
    first, origin = tables.columns[column, C.STEP], tables.columns[column, C.ORIGIN]
    for i in range(tables.columns[column, C.STEPS]):
        if tables.places[tables.ends[first + i], P.CHECKPOINT]:
            for j in range(sheet.order[O.TRIPS]):
                waits = sheet.screens[i, j, 1] - sheet.screens[i, j, 0]
                state.tally[T.SCREENING_WAIT] += sheet.trips[j, W.PERSONS] * waits
    note_waits(tables, weather.waits, sheet)
    for j in range(sheet.order[O.TRIPS]):
        note_change(weather.room, sheet.asked[j, A.TO], sheet.trips[j, W.FREE], sheet.trips[j, W.PERSONS])
    for group in range(len(tables.groups)):
        queue = pool(tables, group, origin)
        if queue != NONE:
            gone = sheet.queued[queue] * tables.groups[group, G.PERSONS]
            note_change(weather.room, origin, sheet.head[H.DEPARTS], -gone)
