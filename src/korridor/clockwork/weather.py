"""What a run meets that no plan knows: each quantity a keyed draw, so that whoever asks, and when, makes no difference (R1).

Where the clockwork takes ``weather``, ``None`` is the calm of a plan: every time is the nominal one, and compiled code
has no trace of this file. Factors are in parts per million.
"""

from enum import IntEnum
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from korridor.chance.keyed import block
from korridor.chance.table import quantile
from korridor.clockwork.road_times import road_s
from korridor.clockwork.sheet import A, H, O, Sheet, W
from korridor.clockwork.tables import NONE, C, Ints, Tables, V
from korridor.compiled import inner

Words = npt.NDArray[Any]  # uint64

PPM = 1_000_000
HOUR_S = 3600


class D(IntEnum):
    """Entries of ``day``: what is drawn once a run, beside the arrays."""

    RUN = 0
    BREAKS = 1  # how many times the truce breaks
    RULE = 2  # what columns on a truce road do then: ON, SHELTER or BACK
    MARGIN = 3  # how long before its end the tables' windows close


ON, SHELTER, BACK = 0, 1, 2


class Y(IntEnum):
    """Columns of ``by_type``: rows of ``tables``, or ``NONE``; the chance of a breakdown as a threshold of words."""

    BOARDING = 0
    ALIGHTING = 1
    PACE = 2
    BREAKDOWN = 3
    REPAIR = 4


class Weather(NamedTuple):
    """What is uncertain of an operation, and what has been drawn of it for one run."""

    seed: np.uint64
    day: Ints
    tables: Ints  # [row]: quantile tables
    road_key: Words
    road_row: Ints  # [road] the row of its pace by the hour, or NONE
    road_pace: Ints  # [road, hour]: the run that it has been drawn for, the pace
    handling_key: Words  # [type]
    driving_key: Words  # [type]
    by_type: Ints  # [type]
    screening_key: Words  # [place]
    screening_row: Ints  # [place] the row for nobody; that for n persons is n rows on; NONE is certain
    screening_most: Ints  # [place] the most persons that there is a row for
    screened: Ints  # [place] persons screened in this run
    ways: Ints  # [from, to]: the first of its roads in ``way_roads``, and their number
    way_roads: Ints  # [entry]: road, direction
    breaks: Ints  # [break]: begins, ends
    closed: Ints  # [road, closure]: begins, ends; both 0 is none
    gates: Ints  # [gate] how much later than agreed it opens; NEVER if it stays shut
    out_by_hour: Ints  # [hour] persons counted out in this run


@inner
def scaled(lasts_s: int, ppm: int) -> int:
    """Return a time at a pace, to the nearest second; a pace of one leaves it as it is."""
    return (lasts_s * ppm + PPM // 2) // PPM


@inner
def road_pace(weather: Weather, road: int, at_s: int) -> int:
    """R1: the pace on a road in the hour of a moment, the same for everybody who is on it then."""
    if weather.road_row[road] == NONE:
        return PPM
    hour = at_s // HOUR_S
    drawn = weather.road_pace[road, min(hour, weather.road_pace.shape[1] - 1)]
    if drawn[0] != weather.day[D.RUN] + 1 or hour >= weather.road_pace.shape[1]:
        words = block(weather.seed, weather.day[D.RUN], weather.road_key[road], hour)
        drawn[0] = weather.day[D.RUN] + 1 if hour < weather.road_pace.shape[1] else 0
        drawn[1] = quantile(weather.tables, weather.road_row[road], words[0])
    pace_ppm: int = drawn[1]
    return pace_ppm


@inner
def alone_s(tables: Tables, weather: Weather | None, kind: int, start: int, end: int, at_s: int) -> int:
    """Return the time that a single vehicle needs from place to place, where there is a way."""
    if weather is None:
        nominal_s: int = tables.alone[kind, start, end]
        return nominal_s
    first, number = weather.ways[start, end, 0], weather.ways[start, end, 1]
    lasts_s = 0
    for at in range(first, first + number):
        road = weather.way_roads[at, 0]
        of_road = road_s(tables, road, weather.way_roads[at, 1], tables.types[kind, V.SPEED])
        lasts_s += scaled(of_road, road_pace(weather, road, at_s + lasts_s))
    return lasts_s


@inner
def screening_s(weather: Weather | None, place: int, persons: int, nominal_s: int) -> int:
    """C6: the time that the persons of one vehicle take, after ``screened`` others."""
    if weather is None:
        return nominal_s
    rank = weather.screened[place]
    weather.screened[place] += persons
    if weather.screening_row[place] == NONE or persons == 0:
        return nominal_s
    words = block(weather.seed, weather.day[D.RUN], weather.screening_key[place], rank)
    row = weather.screening_row[place] + min(persons, weather.screening_most[place])
    return scaled(nominal_s, quantile(weather.tables, row, words[0]))


@inner
def meet(tables: Tables, sheet: Sheet, weather: Weather, j: int) -> None:
    """Draw what belongs to one vehicle's trip: how long boarding and alighting take, how it drives, whether it breaks down."""
    trip, kind = sheet.trips[j], sheet.asked[j, A.TYPE]
    row, rank = weather.by_type[kind], sheet.asked[j, A.RANK]
    trip[W.BOARDING], trip[W.ALIGHTING], trip[W.PACE], trip[W.PACE_ALONE], trip[W.HALTS] = PPM, PPM, PPM, PPM, 0
    if row[Y.BOARDING] != NONE or row[Y.ALIGHTING] != NONE:
        words = block(weather.seed, weather.day[D.RUN], weather.handling_key[kind], rank)
        if row[Y.BOARDING] != NONE:
            trip[W.BOARDING] = quantile(weather.tables, row[Y.BOARDING], words[0])
        if row[Y.ALIGHTING] != NONE:
            trip[W.ALIGHTING] = quantile(weather.tables, row[Y.ALIGHTING], words[1])
    if row[Y.PACE] != NONE or row[Y.BREAKDOWN]:
        words = block(weather.seed, weather.day[D.RUN], weather.driving_key[kind], rank)
        if row[Y.PACE] != NONE:
            trip[W.PACE] = quantile(weather.tables, row[Y.PACE], words[0])
            trip[W.PACE_ALONE] = quantile(weather.tables, row[Y.PACE], words[1])
        if np.int64(words[2]) < row[Y.BREAKDOWN]:
            trip[W.HALTS] = quantile(weather.tables, row[Y.REPAIR], words[3])


@inner
def column_pace(tables: Tables, sheet: Sheet, weather: Weather) -> None:
    """C5: the column's pace is its slowest vehicle's; one that breaks down holds it, on a road that the trip's rank tells."""
    sheet.head[H.PACE], sheet.head[H.HALT_S], sheet.head[H.HALT_STEP] = PPM, 0, NONE
    n, steps = sheet.order[O.TRIPS], tables.columns[sheet.order[O.COLUMN], C.STEPS]
    pace = 0
    for j in range(n):
        pace = max(pace, sheet.trips[j, W.PACE])
        if steps and sheet.trips[j, W.HALTS] > sheet.head[H.HALT_S]:
            sheet.head[H.HALT_S] = sheet.trips[j, W.HALTS]
            sheet.head[H.HALT_STEP] = sheet.asked[j, A.RANK] % steps
        if steps:
            sheet.trips[j, W.HALTS] = 0
    sheet.head[H.PACE] = pace
