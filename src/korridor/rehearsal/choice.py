"""R3: of the next few movements the one that is ready first goes first.

When a movement would be ready but for its escort is worked out once, and again only when what it hangs on has changed: the
vehicles where it takes them, the people and bays where it loads. A vehicle that comes to where it takes them may make it
ready sooner, but not before that vehicle is there.
"""

from typing import NamedTuple

import numpy as np

from korridor.clockwork.readiness import first_escort_s, ready_s
from korridor.clockwork.sheet import A, O, Sheet, W
from korridor.clockwork.state import State
from korridor.clockwork.tables import NEVER, C, Ints, Tables
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


def choice_for(tables: Tables, movements: int) -> Choice:
    """Return room for what is known of so many movements."""
    pairs = len(tables.types), len(tables.places)
    taken, given, free_s = (np.zeros(pairs, dtype=np.int64) for _ in range(3))
    known, exact = (np.zeros(movements, dtype=np.int64) for _ in range(2))
    return Choice(known, exact, taken, given, free_s, np.zeros(1, dtype=np.int64))


@inner
def forget(choice: Choice) -> None:
    """Know nothing: at the beginning, and when columns have turned back."""
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
    """Put the movement that is ready first before the others that may go; of two alike the one of lower rank."""
    best, best_s = at, NEVER
    escort_s = first_escort_s(tables, state)
    for k in range(at, end):
        number = number_of(queue[k])
        at_s = max(choice.ready_s[number], _waits_s(tables, programme, number, escort_s))
        if choice.exact[number] and at_s < best_s:
            best, best_s = k, at_s
    for k in range(at, end):
        number = number_of(queue[k])
        before_s = best_s + 1 if k < best else best_s
        at_s = max(choice.ready_s[number], _waits_s(tables, programme, number, escort_s))
        if choice.exact[number] or at_s >= before_s:
            continue
        write(tables, sheet, programme, queue[k], 0)
        ready = ready_s(tables, state, sheet, weather, before_s)
        choice.exact[number] = 1 if ready < before_s else 0
        choice.ready_s[number] = min(ready, before_s)
        at_s = max(at_s, ready)
        if at_s < before_s:
            best, best_s = k, at_s
    movement = queue[best]
    for k in range(best, at, -1):
        queue[k] = queue[k - 1]
    queue[at] = movement


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
        if loaded and programme.orders[number, O.LOADED] and _meet(tables, sheet, programme, number):
            choice.ready_s[number] = choice.exact[number] = 0
        _note_vehicles(tables, programme, choice, queue[k])


@inner
def _meet(tables: Tables, sheet: Sheet, programme: Programme, number: int) -> bool:
    """Whether the movement that went has loaded or unloaded where another one is to load."""
    origin = tables.columns[programme.orders[number, O.COLUMN], C.ORIGIN]
    meet: bool = tables.columns[sheet.order[O.COLUMN], C.ORIGIN] == origin
    for j in range(sheet.order[O.TRIPS]):
        meet = meet or sheet.asked[j, A.TO] == origin
    return meet


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
