"""C4, C5, C6: a column on its roads and through its checkpoints."""

from korridor.clockwork.hours import fit_after
from korridor.clockwork.sheet import H, O, Sheet
from korridor.clockwork.state import State
from korridor.clockwork.tables import NEVER, NONE, C, P, R, Tables, X
from korridor.compiled import compiled

HEAD_IN, TAIL_IN, HEAD_OUT, TAIL_OUT = 0, 1, 2, 3


@compiled
def road_s(tables: Tables, road: int, back: int, slowest: int) -> int:
    """O3: the time that a column needs."""
    stated = tables.roads[road, R.FORTH + back]
    if stated != NONE:
        return stated
    return -(-tables.roads[road, R.LENGTH] * 3600 // min(tables.roads[road, R.SPEED], slowest))


@compiled
def pass_s(tables: Tables, road: int, back: int, slowest: int, column_m: int) -> int:
    """C5: the pass time."""
    length, stated = tables.roads[road, R.LENGTH], tables.roads[road, R.FORTH + back]
    if length <= 0 or column_m == 0:
        return 0
    if stated != NONE:
        return -(-column_m * stated // length)
    return -(-column_m * 3600 // min(tables.roads[road, R.SPEED], slowest))


@compiled
def spread(head_s: int, tail_s: int, j: int, n: int) -> int:
    """C5: when vehicle ``j`` of ``n`` passes a point between head and tail, rounded up."""
    return head_s if n == 1 else head_s + -(-(tail_s - head_s) * j // (n - 1))


@compiled
def screen(tables: Tables, state: State, sheet: Sheet, step: int, node: int, head_s: int, tail_s: int) -> int:
    """C6: serve the column's vehicles in order; return when the last is through."""
    n, loaded = sheet.order[O.TRIPS], sheet.order[O.LOADED]
    place = tables.places[node]
    first = place[P.LANE_OUT] if loaded else place[P.LANE_IN]
    lanes = place[P.LANES_OUT] if loaded else place[P.LANES_IN]
    for lane in range(first, first + lanes):
        sheet.lanes[lane] = state.lanes[lane]
    begun, through = 0, 0
    for j in range(n):
        lasts = place[P.PER_VEHICLE]
        if loaded:
            for group in range(len(tables.groups)):
                lasts += sheet.loads[j, group] * tables.screen[node, group]
        lane = first
        for other in range(first, first + lanes):
            if sheet.lanes[other] < sheet.lanes[lane]:
                lane = other
        arrives = spread(head_s, tail_s, j, n)
        begun = max(begun, arrives, sheet.lanes[lane])
        begun = fit_after(begun, lasts, place[P.OPENS], place[P.CLOSES], tables.rule[X.START_CLOCK])
        if begun >= NEVER:
            return NEVER
        ends = begun + lasts
        sheet.lanes[lane] = ends
        sheet.screens[step, j, 0] = arrives
        sheet.screens[step, j, 1] = begun
        sheet.screens[step, j, 2] = ends
        sheet.screens[step, j, 3] = lane - first
        through = max(through, ends)
    return through


@compiled
def window_for(tables: Tables, moment_s: int) -> int:
    """Return the first window that has not closed at a moment, or their number."""
    w = 0
    while w < len(tables.windows) and tables.windows[w, 1] < moment_s:
        w += 1
    return w


@compiled
def last_of_stretch(tables: Tables, first: int, steps: int, at: int) -> int:
    """C4: the last step of the unbroken run of truce roads that holds step ``at``."""
    while at + 1 < steps and tables.roads[tables.steps[first + at + 1, 0], R.TRUCE]:
        at += 1
    return at


@compiled
def drive(
    tables: Tables, state: State, sheet: Sheet, from_s: int, hold_at: int, hold_s: int, begin: int, end: int
) -> bool:
    """Work out steps ``begin`` to ``end`` (excluded); step 0 is entered no sooner than ``from_s``.

    Step ``hold_at`` is entered no sooner than ``hold_s``. Earlier steps must have been worked out. Returns whether the column comes through.
    """
    column = sheet.order[O.COLUMN]
    first = tables.columns[column, C.STEP]
    n, slowest = sheet.order[O.TRIPS], sheet.head[H.SLOWEST]
    column_m = (n - 1) * tables.rule[X.SPACING]
    for i in range(begin, end):
        road, back = tables.steps[first + i, 0], tables.steps[first + i, 1]
        before = state.roads[road, back]
        lasts = road_s(tables, road, back, slowest)
        behind = pass_s(tables, road, back, slowest, column_m)
        headway = tables.roads[road, R.HEADWAY]
        tail = -NEVER
        head = from_s
        queue = False
        if i > 0:
            head, tail, queue = _comes_to(tables, sheet, i)
        if i == hold_at:
            head = max(head, hold_s)
        head = max(head, before[HEAD_IN] + headway, before[TAIL_IN])
        if tables.roads[road, R.ALTERNATE]:
            head = max(head, state.roads[road, 1 - back, TAIL_OUT])
        if i > 0 and not queue:  # a held column stands on the road behind
            behind_road, behind_back = tables.steps[first + i - 1, 0], tables.steps[first + i - 1, 1]
            stands = head + pass_s(tables, behind_road, behind_back, slowest, column_m)
            sheet.roads[i - 1, TAIL_OUT] = max(sheet.roads[i - 1, TAIL_OUT], stands)
            tail = max(tail, sheet.roads[i - 1, TAIL_OUT])
        tail = max(tail, head + behind)
        out = max(head + lasts, before[HEAD_OUT] + headway, before[TAIL_OUT])
        tail_out = max(tail + lasts, out + behind)
        node = tables.ends[first + i]
        if tables.places[node, P.CHECKPOINT]:
            if screen(tables, state, sheet, i, node, out, tail_out) >= NEVER:
                return False
            tail_out = sheet.screens[i, n - 1, 1]
        sheet.roads[i, HEAD_IN] = head
        sheet.roads[i, TAIL_IN] = tail
        sheet.roads[i, HEAD_OUT] = out
        sheet.roads[i, TAIL_OUT] = tail_out
    return True


@compiled
def _comes_to(tables: Tables, sheet: Sheet, i: int) -> tuple[int, int, bool]:
    """Return when head and tail can enter step ``i``, and whether a checkpoint lies before it."""
    column = sheet.order[O.COLUMN]
    n = sheet.order[O.TRIPS]
    place = tables.places[tables.ends[tables.columns[column, C.STEP] + i - 1]]
    if not place[P.CHECKPOINT]:
        return sheet.roads[i - 1, HEAD_OUT] + place[P.HALT], sheet.roads[i - 1, TAIL_OUT], False
    through = 0
    for j in range(n):
        through = max(through, sheet.screens[i - 1, j, 2])
    if place[P.BY_VEHICLE]:
        return sheet.screens[i - 1, 0, 2] + place[P.HALT], through, True
    return through + place[P.HALT], sheet.roads[i - 1, TAIL_OUT], True
