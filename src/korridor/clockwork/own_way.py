"""R2: who has waited long enough and leaves in a private vehicle, where the agreement lets them."""

from korridor.clockwork.sheet import O, Sheet, W
from korridor.clockwork.state import State
from korridor.clockwork.tables import NEVER, NONE, C, G, Tables
from korridor.clockwork.weather import D, Weather
from korridor.compiled import inner


@inner
def leave_alone(tables: Tables, state: State, weather: Weather, place: int, moment_s: int) -> bool:
    """Let those leave a place whose moment has come, all places for ``NONE``; whether anybody did."""
    somebody = False
    for group in range(len(tables.groups)):
        if weather.alone[group, 1] == 0 or weather.alone[group, 0] > moment_s:
            continue
        if place in (NONE, tables.groups[group, G.PLACE]):
            parties = min(weather.alone[group, 1], state.left[group])
            persons = parties * tables.groups[group, G.PERSONS]
            state.left[group] -= parties
            weather.day[D.COME] -= persons
            weather.day[D.OWN_WAY] += persons
            weather.alone[group, 1] = 0
            somebody = somebody or parties > 0
    return somebody


@inner
def leave_before_boarding(tables: Tables, state: State, sheet: Sheet, weather: Weather) -> bool:
    """Let those leave who have waited enough when boarding is to begin; whether anybody did."""
    begins = NEVER
    for j in range(sheet.order[O.TRIPS]):
        trip = sheet.trips[j]
        begins = min(begins, max(trip[W.BAY_BEGINS], trip[W.COMES], trip[W.PRESENT]))
    return leave_alone(tables, state, weather, tables.columns[sheet.order[O.COLUMN], C.ORIGIN], begins)
