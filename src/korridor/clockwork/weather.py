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
from korridor.clockwork.room import Room
from korridor.clockwork.tables import NONE, Ints, Tables, V
from korridor.clockwork.waits import Waits
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
    COME = 4  # persons who come to be taken out
    OWN_WAY = 5  # persons who leave on their own


ON, SHELTER, BACK = 0, 1, 2


class Y(IntEnum):
    """Columns of ``by_type``: rows of ``tables``, or ``NONE`` where nothing is uncertain; a chance as a threshold of words."""

    BOARDING = 0
    ALIGHTING = 1
    PACE = 2
    REPAIR = 3
    BEYOND_REPAIR = 4
    TAKEN_OVER = 5


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
    repair_key: Words  # [type]
    by_type: Ints  # [type]
    late_key: Words  # [place]
    late_row: Ints  # [place] the row of how late a loaded column leaves
    screening_key: Words  # [place]
    screening_row: Ints  # [place] the row for nobody; that for n persons is n rows on; NONE is certain
    screening_most: Ints  # [place] the most persons that there is a row for
    vehicle_row: Ints  # [place] the row for what a vehicle takes
    screened: Ints  # [place] persons and vehicles screened in this run
    ways: Ints  # [from, to]: the first of its roads in ``way_roads``, and their number
    way_roads: Ints  # [entry]: road, direction
    given: Ints  # [break]: begins, ends; these come in every run
    breaks: Ints  # [break]: begins, ends; no two meet
    closed: Ints  # [road, closure]: begins, ends; both 0 is none
    gates: Ints  # [gate] how much later than agreed it opens; NEVER if it stays shut
    out_by_hour: Ints  # [hour] persons counted out in this run
    alone: Ints  # [group]: from when some leave in private vehicles, and how many parties still will
    waits: Waits
    room: Room


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
def screening_s(
    weather: Weather | None, place: int, persons: int, of_vehicle_s: int, of_persons_s: int
) -> int:
    """C6: what one vehicle takes; its rank is the number of persons and vehicles that were looked at before it."""
    if weather is None:
        return of_vehicle_s + of_persons_s
    rank = weather.screened[place]
    weather.screened[place] += persons + 1
    if weather.screening_row[place] == NONE and weather.vehicle_row[place] == NONE:
        return of_vehicle_s + of_persons_s
    words = block(weather.seed, weather.day[D.RUN], weather.screening_key[place], rank)
    if weather.screening_row[place] != NONE and persons:
        row = weather.screening_row[place] + min(persons, weather.screening_most[place])
        # What all of them take together, as a share of what one is planned to take.
        share = int(quantile(weather.tables, row, words[0]))
        of_persons_s = scaled(of_persons_s, share // min(persons, weather.screening_most[place]))
    if weather.vehicle_row[place] != NONE:
        share = int(quantile(weather.tables, weather.vehicle_row[place], words[1]))
        of_vehicle_s = scaled(of_vehicle_s, share)
    return of_vehicle_s + of_persons_s
