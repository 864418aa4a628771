"""What is drawn once a run: who comes, when the truce breaks, which roads are closed, when gates open."""

from typing import NamedTuple

import numpy as np

from korridor.chance.keyed import block
from korridor.chance.table import quantile
from korridor.clockwork.room import begin_room
from korridor.clockwork.state import State
from korridor.clockwork.tables import NEVER, NONE, G, Ints, Tables
from korridor.clockwork.weather import D, Weather, Words
from korridor.compiled import inner

PPM = 1_000_000
DAY_S = 86_400
_WORD_BITS = np.int64(32)


class Chances(NamedTuple):
    """Keys and rows of the quantile tables of what is drawn once a run; ``NONE`` is certain."""

    count_key: Words  # [group]
    count_row: Ints  # [group] of the share of ``count_of`` that comes on top of ``count_low``
    count_low: Ints  # [group] persons
    count_of: Ints  # [group] persons
    no_shows: Ints  # [group] row
    unexpected: Ints  # [group] row
    on_their_own: Ints  # [group] row
    own_way_after: Ints  # [group] row
    vehicle_key: Words  # [type]
    mobilisation: Ints  # [type] row
    truce_key: Words  # [window]
    truce_break: Ints  # [window] threshold of words
    truce_at: Ints  # [window] row
    truce_mended: Ints  # [window] row
    road_key: Words  # [road]
    closure: Ints  # [road] threshold of words
    closed_for: Ints  # [road] row
    gate_key: Words  # [gate]
    gate_late: Ints  # [gate] row
    gate_break: Ints  # [gate] threshold of words
    gate_mended: Ints  # [gate] row


@inner
def draw_run(tables: Tables, state: State, weather: Weather, chances: Chances, run: int) -> None:
    """Draw all of it, into the weather and into a state in which nothing has happened yet."""
    weather.day[D.RUN] = run
    weather.screened[:] = 0
    weather.out_by_hour[:] = 0
    weather.waits.longest_s[:] = 0
    begin_room(weather.room, state)
    _draw_vehicles(tables, state, weather, chances, run)
    _draw_breaks(tables, weather, chances, run)
    _draw_closures(weather, chances, run)
    _draw_gates(tables, weather, chances, run)
    _draw_people(tables, state, weather, chances, run)


@inner
def _share(weather: Weather, row: int, of: int, word: np.uint64) -> int:
    """Return the share of a number that a word stands for, to the nearest whole one."""
    if row == NONE:
        return 0
    return (of * int(quantile(weather.tables, row, word)) + PPM // 2) // PPM


@inner
def _draw_people(tables: Tables, state: State, weather: Weather, chances: Chances, run: int) -> None:
    """O4: how many are there, who does not come, who comes unexpected, who leaves on their own, and when."""
    weather.day[D.COME] = weather.day[D.OWN_WAY] = 0
    for group in range(len(tables.groups)):
        party = tables.groups[group, G.PERSONS]
        weather.alone[group, 1] = 0
        # Of some groups people have been on their way since a state was saved.
        if state.left[group] != tables.groups[group, G.PARTIES]:
            weather.day[D.COME] += tables.groups[group, G.PARTIES] * party
            continue
        words = block(weather.seed, run, chances.count_key[group], 0)
        persons = party * state.left[group]
        if chances.count_row[group] != NONE:
            share = _share(weather, chances.count_row[group], chances.count_of[group], words[0])
            persons = chances.count_low[group] + share
        stays = _share(weather, chances.no_shows[group], persons, words[1])
        alone = _share(weather, chances.on_their_own[group], persons, words[3])
        comes = persons - min(persons, stays) + _share(weather, chances.unexpected[group], persons, words[2])
        alone = min(alone, comes)
        if chances.own_way_after[group] == NONE:
            comes -= alone
            weather.day[D.OWN_WAY] += alone
        else:
            later = block(weather.seed, run, chances.count_key[group], 1)
            weather.alone[group, 0] = quantile(weather.tables, chances.own_way_after[group], later[0])
            weather.alone[group, 1] = alone // party
        state.left[group] = (comes + party - 1) // party
        weather.day[D.COME] += state.left[group] * party


@inner
def _draw_vehicles(tables: Tables, state: State, weather: Weather, chances: Chances, run: int) -> None:
    """O6: how late each vehicle is ready for the first time."""
    for kind in range(len(tables.types)):
        if chances.mobilisation[kind] != NONE:
            first = tables.types[kind, 0]
            for vehicle in range(first, first + tables.types[kind, 1]):
                words = block(weather.seed, run, chances.vehicle_key[kind], vehicle - first)
                state.vehicles[vehicle, 0] += quantile(weather.tables, chances.mobilisation[kind], words[0])


@inner
def _draw_breaks(tables: Tables, weather: Weather, chances: Chances, run: int) -> None:
    """R3: whether each window breaks, when, and for how long; breaks that were given come in every run."""
    weather.day[D.BREAKS] = 0
    for k in range(len(weather.given)):
        _add_break(weather, weather.given[k, 0], weather.given[k, 1])
    for w in range(len(tables.windows)):
        words = block(weather.seed, run, chances.truce_key[w], 0)
        if np.int64(words[0]) >= chances.truce_break[w]:
            continue
        opens, closes = tables.windows[w, 0], tables.windows[w, 1] + weather.day[D.MARGIN]
        begins = opens + _share(weather, chances.truce_at[w], closes - opens, words[1])
        mended = begins + int(quantile(weather.tables, chances.truce_mended[w], words[2]))
        _add_break(weather, begins, mended)


@inner
def _add_break(weather: Weather, begins_s: int, ends_s: int) -> None:
    """Add a break, as one with those that it meets: no time is broken twice."""
    kept = 0
    for k in range(weather.day[D.BREAKS]):
        if weather.breaks[k, 1] < begins_s or ends_s < weather.breaks[k, 0]:
            weather.breaks[kept, 0], weather.breaks[kept, 1] = weather.breaks[k, 0], weather.breaks[k, 1]
            kept += 1
        else:
            begins_s, ends_s = min(begins_s, weather.breaks[k, 0]), max(ends_s, weather.breaks[k, 1])
    weather.breaks[kept, 0], weather.breaks[kept, 1] = begins_s, ends_s
    weather.day[D.BREAKS] = kept + 1


@inner
def _draw_closures(weather: Weather, chances: Chances, run: int) -> None:
    """R2: on which days a third party closes each road, from when, and for how long."""
    for road in range(len(chances.closure)):
        for day in range(weather.closed.shape[1]):
            weather.closed[road, day, 0] = weather.closed[road, day, 1] = 0
            if chances.closure[road]:
                words = block(weather.seed, run, chances.road_key[road], day)
                if np.int64(words[0]) < chances.closure[road]:
                    begins = day * DAY_S + ((np.int64(words[1]) * DAY_S) >> _WORD_BITS)
                    lasts = quantile(weather.tables, chances.closed_for[road], words[2])
                    weather.closed[road, day, 0], weather.closed[road, day, 1] = begins, begins + lasts


@inner
def _draw_gates(tables: Tables, weather: Weather, chances: Chances, run: int) -> None:
    """O9: how much later than agreed each gate opens; a gate that breaks opens when it is mended."""
    for gate in range(len(tables.gates)):
        words = block(weather.seed, run, chances.gate_key[gate], 0)
        late = 0
        if chances.gate_late[gate] != NONE:
            late = int(quantile(weather.tables, chances.gate_late[gate], words[0]))
        if np.int64(words[1]) < chances.gate_break[gate]:
            late += int(quantile(weather.tables, chances.gate_mended[gate], words[2]))
        weather.gates[gate] = min(late, NEVER)
