"""The sheet on which one movement's times are worked out before they are posted to the state."""

from enum import IntEnum
from typing import NamedTuple

import numpy as np

from korridor.clockwork.state import State
from korridor.clockwork.tables import C, Ints, Tables


class O(IntEnum):  # noqa: E742 - O for order, beside A, H and W
    """Entries of ``order``: what is decided of the movement."""

    COLUMN = 0
    LOADED = 1
    TRIPS = 2
    NOT_BEFORE = 3
    PLANNED = 4  # the departure by the plan; this and what follows only where things happen
    RANK = 5  # which of the loaded columns of its place it is


class A(IntEnum):
    """Columns of ``asked``: what is decided of each trip."""

    TYPE = 0
    LAYOUT = 1
    FROM = 2
    TO = 3
    RANK = 4  # which of its type's trips it is, by the plan; weather goes by it
    BREAKDOWN = 5  # the chance of a breakdown, as a threshold of words


class H(IntEnum):
    """Entries of ``head``: the movement's own times."""

    READY = 0
    DEPARTS = 1
    ESCORT = 2
    ESCORT_FREE = 3
    LOADED_S = 4  # the last vehicle loaded, or come
    PERSONS = 5
    SLOWEST = 6  # the slowest vehicle's speed
    PACE = 7  # of what happens: ppm of the column's nominal times
    HALT_S = 8  # how long a breakdown holds it
    HALT_STEP = 9  # and on which step


class W(IntEnum):
    """Columns of ``trips``."""

    VEHICLE = 0
    LEAVES = 1
    COMES = 2
    BAY = 3
    BAY_BEGINS = 4
    BAY_S = 5
    RELEASED = 6
    ARRIVES = 7
    UNLOAD_BAY = 8
    UNLOADS = 9
    FREE = 10
    PERSONS = 11
    PRESENT = 12  # when those who board are all there
    BOARDING = 13  # of what happens: ppm of the nominal times
    ALIGHTING = 14
    PACE = 15  # in column
    PACE_ON = 16  # alone, beyond the release point
    HALTS = 17  # seconds that it stands on its way alone
    GONE = 18  # whether it is beyond repair
    REALLY_COMES = 19  # where COMES is what was expected
    PACE_IN = 20  # alone, to the origin


HEAD_IN, TAIL_IN, HEAD_OUT, TAIL_OUT = 0, 1, 2, 3
"""Columns of ``roads``."""


class Sheet(NamedTuple):
    """Arrays for one movement of at most ``len(trips)`` vehicles."""

    order: Ints
    asked: Ints  # [trip]
    head: Ints
    trips: Ints
    loads: Ints  # [trip, group] parties
    roads: Ints  # [step]: head in, tail in, head out, tail out
    screens: Ints  # [step, trip]: arrives, begins, ends, lane
    bays: Ints  # working copies
    lanes: Ints
    queued: Ints  # taken from each queue within this movement
    taken: Ints  # [place] room taken within this movement
    used: Ints  # [vehicle] whether it is in this movement


def blank(tables: Tables, state: State, trips: int) -> Sheet:
    """Return an empty sheet for movements of up to ``trips`` vehicles."""
    steps = int(tables.columns[:, C.STEPS].max(initial=0))
    return Sheet(
        order=np.zeros(len(O), dtype=np.int64),
        asked=np.zeros((trips, len(A)), dtype=np.int64),
        head=np.zeros(len(H), dtype=np.int64),
        trips=np.zeros((trips, len(W)), dtype=np.int64),
        loads=np.zeros((trips, len(tables.groups)), dtype=np.int64),
        roads=np.zeros((steps, 4), dtype=np.int64),
        screens=np.zeros((steps, trips, 4), dtype=np.int64),
        bays=np.zeros(len(state.bays), dtype=np.int64),
        lanes=np.zeros(len(state.lanes), dtype=np.int64),
        queued=np.zeros(len(state.queued), dtype=np.int64),
        taken=np.zeros(len(tables.places), dtype=np.int64),
        used=np.zeros(len(state.vehicles), dtype=np.int64),
    )
