"""R3: of the next few movements the one that is ready first goes first.

When a movement would be ready but for its escort is worked out once, and again only when what it hangs on has changed: the
vehicles where it takes them, the people and bays where it loads. Vehicles and people that come there may make it ready sooner,
but not before the first of them is there.
"""

from typing import NamedTuple

import numpy as np

from korridor.clockwork.readiness import first_escort_s, ready_s
from korridor.clockwork.sheet import A, O, Sheet, W
from korridor.clockwork.state import State
from korridor.clockwork.tables import NEVER, NONE, C, Ints, Tables
from korridor.clockwork.weather import Weather
from korridor.compiled import inner
from korridor.rehearsal.decided import number_of, write
from korridor.rehearsal.programme import Programme

STEP = 0


class Choice(NamedTuple):
    """What is known of when movements would be ready, and what the last one that went has changed."""

    ready_s: Ints  # [movement]: but for its escort
    exact: Ints  # [movement]: 1 if it would be ready then; 0 if not sooner
    taken: Ints  # [type, place]: the last step at which vehicles went from there
    given: Ints  # [type, place]: the last step at which vehicles went there
    free_s: Ints  # [type, place]: when the first of these is free
    step: Ints  # a single entry: how many movements have gone
    elsewhere: (
        Ints  # [movement]: 1 if it would go elsewhere than it was to: that may change with all that goes
    )


def choice_for(tables: Tables, movements: int) -> Choice:
    """Return room for what is known of so many movements."""
    pairs = len(tables.types), len(tables.places)
    taken, given, free_s = (np.zeros(pairs, dtype=np.int64) for _ in range(3))
    known, exact, elsewhere = (np.zeros(movements, dtype=np.int64) for _ in range(3))
    return Choice(known, exact, taken, given, free_s, np.zeros(1, dtype=np.int64), elsewhere)


@inner
def forget(choice: Choice) -> None:
    """Know nothing: at the beginning, and when a column has not gone as others do."""
    choice.ready_s[:] = 0
    choice.exact[:] = 0


@inner
def bring_forward(
    tables: Tables,
    state: State,
    sheet: Sheet,
    weather: Weather,
    programme: Programme,
    choice: Choice,
    queue: Ints,
    at: int,
    end: int,
) -> None:
    """Put the movement that is ready first before the others that may go; of two alike the one of lower rank.

    Worked out is always the one that might be ready first, until that one surely is.
    """
    escort_s = first_escort_s(tables, state)
    best = _soonest(tables, programme, choice, queue, at, end, escort_s, False)
    while not choice.exact[number_of(queue[best])]:
        number = number_of(queue[best])
        if choice.ready_s[number] >= NEVER:
            break  # somebody is missing, whoever goes
        rival = _soonest(tables, programme, choice, queue, at, end, escort_s, True)
        before_s = NEVER
        if rival >= 0:
            other = number_of(queue[rival])
            before_s = max(choice.ready_s[other], _waits_s(tables, programme, other, escort_s))
            before_s += 1 if best < rival else 0
        choice.elsewhere[number] = 1 if write(tables, state, sheet, programme, queue[best], 0) else 0
        ready, exact = ready_s(tables, state, sheet, weather, before_s)
        choice.ready_s[number], choice.exact[number] = ready, 1 if exact else 0
        best = _soonest(tables, programme, choice, queue, at, end, escort_s, False)
    movement = queue[best]
    for k in range(best, at, -1):
        queue[k] = queue[k - 1]
    queue[at] = movement


@inner
def _soonest(
    tables: Tables,
    programme: Programme,
    choice: Choice,
    queue: Ints,
    at: int,
    end: int,
    escort_s: int,
    exact: bool,
) -> int:
    """Return which may be ready first of all, or of those of which it is known exactly; -1 if of none."""
    best, best_s = NONE, NEVER + 1
    for k in range(at, end):
        number = number_of(queue[k])
        at_s = max(choice.ready_s[number], _waits_s(tables, programme, number, escort_s))
        if at_s < best_s and (choice.exact[number] or not exact):
            best, best_s = k, at_s
    return best


@inner
def _waits_s(tables: Tables, programme: Programme, number: int, escort_s: int) -> int:
    """Return until when a movement waits for its escort, if it needs one."""
    order = programme.orders[number]
    return escort_s if order[O.LOADED] and tables.columns[order[O.COLUMN], C.STEPS] else 0


@inner
def note_gone(
    tables: Tables, sheet: Sheet, programme: Programme, choice: Choice, queue: Ints, begin: int, end: int
) -> None:
    """Note what the movement on the sheet has changed for the others that may go."""
    choice.step[STEP] += 1
    step, loaded = choice.step[STEP], sheet.order[O.LOADED]
    for j in range(sheet.order[O.TRIPS]):
        kind, to = sheet.asked[j, A.TYPE], sheet.asked[j, A.TO]
        choice.taken[kind, sheet.asked[j, A.FROM]] = step
        if choice.given[kind, to] != step:
            choice.given[kind, to], choice.free_s[kind, to] = step, NEVER
        choice.free_s[kind, to] = min(choice.free_s[kind, to], sheet.trips[j, W.FREE])
    for k in range(begin, end):
        number = number_of(queue[k])
        if loaded and programme.orders[number, O.LOADED]:
            _note_people(tables, sheet, programme, choice, number)
        _note_vehicles(tables, programme, choice, queue[k])
        if choice.elsewhere[number]:
            choice.ready_s[number] = choice.exact[number] = 0


@inner
def _note_people(tables: Tables, sheet: Sheet, programme: Programme, choice: Choice, number: int) -> None:
    """Note what becomes of a movement that is to load where the one that went has loaded, or unloaded.

    Who was unloaded may be waited for, and bays are free later; but nobody new is there before the first was unloaded.
    """
    origin = tables.columns[programme.orders[number, O.COLUMN], C.ORIGIN]
    if tables.columns[sheet.order[O.COLUMN], C.ORIGIN] == origin:
        choice.ready_s[number] = choice.exact[number] = 0
    for j in range(sheet.order[O.TRIPS]):
        if sheet.asked[j, A.TO] == origin:
            choice.ready_s[number] = min(choice.ready_s[number], sheet.trips[j, W.FREE])
            choice.exact[number] = 0


@inner
def _note_vehicles(tables: Tables, programme: Programme, choice: Choice, movement: int) -> None:
    """Note what becomes of a movement whose vehicles may have gone, or come."""
    number, step = number_of(movement), choice.step[STEP]
    origin = tables.columns[programme.orders[number, O.COLUMN], C.ORIGIN]
    for trip in range(programme.first[number], programme.first[number + 1]):
        kind = programme.trips[trip, A.TYPE]
        place = origin if movement < 0 else programme.trips[trip, A.FROM]
        if choice.taken[kind, place] == step:
            choice.ready_s[number] = choice.exact[number] = 0
        elif choice.given[kind, place] == step and choice.free_s[kind, place] <= choice.ready_s[number]:
            choice.ready_s[number] = choice.free_s[kind, place]
            choice.exact[number] = 0
