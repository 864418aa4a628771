"""C2: when vehicles are to begin boarding, chosen on what is known when the first of them could."""

from korridor.clockwork.boarding import OK, leaves_s
from korridor.clockwork.breaks import mended_s, on_truce_road
from korridor.clockwork.departure import gates_open, leave, marshalling_s, ready
from korridor.clockwork.foresight import Foresight, known_s, look
from korridor.clockwork.loading import load_early, load_late
from korridor.clockwork.sheet import A, H, O, Sheet, W
from korridor.clockwork.state import State, T
from korridor.clockwork.tables import NEVER, C, Tables, V
from korridor.clockwork.weather import Weather
from korridor.compiled import inner


@inner
def choose_alone(tables: Tables, state: State, sheet: Sheet) -> None:
    """C2: as ``choose_boarding``, of one vehicle that only has to wait for the departure before it."""
    trip, kind = sheet.trips[0], sheet.asked[0, A.TYPE]
    now = max(trip[W.COMES], trip[W.PRESENT])
    lasts = tables.types[kind, V.TURN]
    for group in range(len(tables.groups)):
        lasts += sheet.loads[0, group] * tables.board[kind, group]
    turn = known_s(state.tally[T.LAST_DEPARTURE], state.tally[T.EXPECTED], now)
    state.tally[T.EXPECTED] = max(now + lasts, turn)
    trip[W.BAY_BEGINS] = state.tally[T.EXPECTED] - lasts


@inner
def choose_boarding(
    tables: Tables, state: State, foresight: Foresight, sheet: Sheet, weather: Weather
) -> None:
    """C2: fix when each vehicle is to begin, as late as the departure allows that is expected when the first could."""
    origin, n = tables.columns[sheet.order[O.COLUMN], C.ORIGIN], sheet.order[O.TRIPS]
    now = NEVER
    for j in range(n):
        now = min(now, max(sheet.trips[j, W.COMES], sheet.trips[j, W.PRESENT]))
    if on_truce_road(tables, sheet):
        now = mended_s(weather, now)
    look(foresight, state, now)
    for j in range(n):
        trip = sheet.trips[j]
        trip[W.REALLY_COMES] = trip[W.COMES]
        if trip[W.COMES] > now:
            kind, place = sheet.asked[j, A.TYPE], sheet.asked[j, A.FROM]
            free = known_s(
                state.vehicles[trip[W.VEHICLE], 0], foresight.expected.vehicles[trip[W.VEHICLE], 0], now
            )
            comes = leaves_s(tables, state, sheet, j, free) + tables.alone[kind, place, origin]
            trip[W.COMES] = max(now, comes)
    code = load_early(tables, foresight.known, sheet)
    if code == OK:
        code = ready(tables, foresight.known, sheet)
    if code == OK:
        code = _expect(tables, state, foresight, sheet, max(now, sheet.head[H.READY]), now)
    if code == OK:
        load_late(tables, foresight.known, sheet, sheet.head[H.DEPARTS] - marshalling_s(tables, sheet))
    for j in range(n):
        sheet.trips[j, W.COMES] = sheet.trips[j, W.REALLY_COMES]
        sheet.trips[j, W.BAY_BEGINS] = max(now, sheet.trips[j, W.BAY_BEGINS]) if code == OK else now


@inner
def _expect(tables: Tables, state: State, foresight: Foresight, sheet: Sheet, at: int, now: int) -> int:
    """Work out on nominal times the departure from ``at`` on that is expected now; 0, or why there is none."""
    at = max(at, sheet.order[O.NOT_BEFORE], foresight.known.tally[T.LAST_DEPARTURE])
    gates = gates_open(tables, state, sheet, None)
    if gates > now:  # it is shut, and when it opens is known by the plan alone
        at = max(at, sheet.order[O.PLANNED])
    return leave(tables, foresight.known, sheet, at)
