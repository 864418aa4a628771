"""C4: leaving, and holding on the way, so that every truce stretch is passed in one window."""

from korridor.clockwork.boarding import NO_HOURS, OK
from korridor.clockwork.passage import drive
from korridor.clockwork.sheet import HEAD_IN, TAIL_OUT, H, O, Sheet
from korridor.clockwork.state import State
from korridor.clockwork.tables import NONE, C, R, Tables
from korridor.compiled import inner

NO_WINDOW = 81


@inner
def cross(tables: Tables, state: State, sheet: Sheet, at: int) -> int:
    """Work out the first departure from ``at`` on whose passage keeps the windows; 0, or why there is none."""
    steps = tables.columns[sheet.order[O.COLUMN], C.STEPS]
    if steps == 0:
        sheet.head[H.DEPARTS] = at
        return OK
    stretch, last = _next_stretch(tables, sheet, 0)
    # A column that is held before the road beyond a stretch still stands on the stretch.
    end = min(steps, last + 2)
    if not drive(tables, state, sheet, None, at, NONE, 0, 0, end):
        return NO_HOURS
    if stretch < steps:
        code = _first_stretch(tables, state, sheet, at, stretch, last, end)
        if code != OK:
            return code
    while stretch < steps:
        begin = end
        stretch, last = _next_stretch(tables, sheet, last + 1)
        end = min(steps, last + 2)
        if not drive(tables, state, sheet, None, at, NONE, 0, begin, end):
            return NO_HOURS
        if stretch < steps:
            code = _later_stretch(tables, state, sheet, stretch, last, end)
            if code != OK:
                return code
    sheet.head[H.DEPARTS] = sheet.roads[0, HEAD_IN]
    return OK


@inner
def _next_stretch(tables: Tables, sheet: Sheet, at: int) -> tuple[int, int]:
    """Return the first truce stretch from a step on, as its first and last; all steps' number if none is left."""
    column = sheet.order[O.COLUMN]
    first, steps = tables.columns[column, C.STEP], tables.columns[column, C.STEPS]
    while at < steps and not tables.roads[tables.steps[first + at, 0], R.TRUCE]:
        at += 1
    last = at
    while last + 1 < steps and tables.roads[tables.steps[first + last + 1, 0], R.TRUCE]:
        last += 1
    return at, last


@inner
def _window_for(tables: Tables, moment_s: int) -> int:
    """Return the first window that has not closed at a moment, or their number."""
    w = 0
    while w < len(tables.windows) and tables.windows[w, 1] < moment_s:
        w += 1
    return w


@inner
def _first_stretch(
    tables: Tables, state: State, sheet: Sheet, at: int, stretch: int, last: int, end: int
) -> int:
    """Wait at the origin until the first truce stretch can be passed in one window."""
    for w in range(_window_for(tables, sheet.roads[stretch, HEAD_IN]), len(tables.windows)):
        at = _reach(tables, state, sheet, at, tables.windows[w, 0], stretch, end)
        if at == NONE:
            return NO_HOURS
        if sheet.roads[last, TAIL_OUT] <= tables.windows[w, 1]:
            return OK
    return NO_WINDOW


@inner
def _reach(tables: Tables, state: State, sheet: Sheet, at: int, opens_s: int, stretch: int, end: int) -> int:
    """Return the first departure not before ``at`` to reach a step no sooner than ``opens_s``, or ``NONE``.

    The sheet must hold the drive that departs at ``at``; then it holds that of the moment returned.
    """
    sooner = at
    entry = sheet.roads[stretch, HEAD_IN]
    while entry < opens_s:
        # Who leaves a second later gets there at most a second later, but for hours on the way.
        sooner, at = at, at + opens_s - entry
        if not drive(tables, state, sheet, None, at, NONE, 0, 0, end):
            return NONE
        entry = sheet.roads[stretch, HEAD_IN]
    driven = at
    while entry > opens_s and at - sooner > 1:  # hours made it jump: find the first departure beyond the jump
        driven = (sooner + at) // 2
        if not drive(tables, state, sheet, None, driven, NONE, 0, 0, end):
            return NONE
        if sheet.roads[stretch, HEAD_IN] < opens_s:
            sooner = driven
        else:
            at, entry = driven, sheet.roads[stretch, HEAD_IN]
    if driven != at and not drive(tables, state, sheet, None, at, NONE, 0, 0, end):
        return NONE
    return at


@inner
def _later_stretch(tables: Tables, state: State, sheet: Sheet, stretch: int, last: int, end: int) -> int:
    """Wait on the road before a later truce stretch until it can be passed in one window."""
    for w in range(_window_for(tables, sheet.roads[stretch, HEAD_IN]), len(tables.windows)):
        hold = max(tables.windows[w, 0], sheet.roads[stretch, HEAD_IN])
        if not drive(tables, state, sheet, None, 0, stretch, hold, stretch, end):
            return NO_HOURS
        if sheet.roads[last, TAIL_OUT] <= tables.windows[w, 1]:
            return OK
    return NO_WINDOW
