"""The compiled loop: a block of runs, each from the same state on, with what each came to."""

from enum import IntEnum

from korridor.clockwork.copied import copy
from korridor.clockwork.foresight import Foresight, begin_foresight
from korridor.clockwork.room import beyond_person_s
from korridor.clockwork.sheet import Sheet
from korridor.clockwork.state import State, T, begin_again
from korridor.clockwork.tables import NEVER, Ints, Tables, X
from korridor.clockwork.weather import D, Weather
from korridor.compiled import compiled, inner
from korridor.rehearsal.carry_out import carry_out
from korridor.rehearsal.chances import Chances, draw_run
from korridor.rehearsal.choice import Choice
from korridor.rehearsal.log import Log
from korridor.rehearsal.programme import Programme


class M(IntEnum):
    """Columns of what a run came to."""

    OUT = 0
    LEFT = 1
    CLEARANCE_S = 2
    EXPOSURE_PERSON_S = 3
    LONGEST_ABOARD_S = 4
    STRANDED = 5
    OVERFULL = 6
    OWN_WAY = 7
    SCREENING_WAIT_PERSON_S = 8


MEASURED = len(M)


@compiled
def run_block(
    tables: Tables,
    start: State,
    state: State,
    foresight: Foresight | None,
    sheet: Sheet,
    weather: Weather,
    chances: Chances,
    programme: Programme,
    queue: Ints,
    choice: Choice,
    ahead: int,
    first_run: int,
    results: Ints,
    out_by_hour: Ints,
    log: Log | None,
) -> None:
    """Fill in one row a run of ``results`` and of ``out_by_hour`` (persons out within each hour).

    Behind the columns of ``M`` a row has the longest wait at each checkpoint, and then the most persons beyond the room of
    each place that has room for so many.
    """
    for row in range(len(results)):
        begin_again(state, start)
        draw_run(tables, state, weather, chances, first_run + row)
        if foresight is not None:
            begin_foresight(foresight, state)
        carry_out(tables, state, foresight, sheet, weather, programme, queue, choice, ahead, log)
        _note(tables, state, weather, results[row])
        copy(out_by_hour[row], weather.out_by_hour)


@inner
def _note(tables: Tables, state: State, weather: Weather, result: Ints) -> None:
    """Note what a run came to."""
    waits, room = weather.waits, weather.room
    until_s = tables.rule[X.HORIZON]
    if until_s >= NEVER:
        until_s = max(state.tally[T.LAST_OUT], state.tally[T.NOW])
    state.tally[T.OVERFULL] = beyond_person_s(tables, room, until_s)
    result[M.OUT] = state.tally[T.OUT_PERSONS]
    result[M.LEFT] = weather.day[D.COME] - state.tally[T.OUT_PERSONS]
    result[M.CLEARANCE_S] = state.tally[T.LAST_OUT]
    result[M.EXPOSURE_PERSON_S] = state.tally[T.EXPOSURE]
    result[M.LONGEST_ABOARD_S] = state.tally[T.LONGEST_ABOARD]
    result[M.STRANDED] = state.tally[T.STRANDED]
    result[M.OVERFULL] = state.tally[T.OVERFULL]
    result[M.OWN_WAY] = weather.day[D.OWN_WAY]
    result[M.SCREENING_WAIT_PERSON_S] = state.tally[T.SCREENING_WAIT]
    for k in range(len(waits.longest_s)):
        result[MEASURED + k] = waits.longest_s[k]
    for k in range(len(room.beyond)):
        result[MEASURED + len(waits.longest_s) + k] = room.beyond[k]
