"""What one run of the dispatch works on."""

from enum import IntEnum
from typing import NamedTuple

import numpy as np

from korridor.clockwork.copied import copy
from korridor.clockwork.sheet import A, Sheet, blank
from korridor.clockwork.state import State, copy_of
from korridor.clockwork.tables import NONE, Index, Ints
from korridor.compiled import compiled

WAITS, STANDS, GONE, PASSED, JOINED = range(5)
"""Where a lap is: joined are those that stand until the next lap of their service has come."""

SERVICE = 0
"""First column of a lap; then number, destination choice and layout for each type; then its manner."""


class N(IntEnum):
    """Entries of ``counts``."""

    NEXT = 0  # the next lap to be sent in
    FIRST = 1  # no lap before it stands
    ORDERS = 2  # movements posted
    OUT = 3  # weight out by the horizon
    OUT_SOFT = 4  # thousandths: weight out, those too late in part
    LAST = 5  # last one out, in usable seconds
    SUM_FREE = 6  # weight × usable moment out
    USED = 7  # one more than the last lap that went out
    PREPARED = 8  # whether the next lap's vehicles are chosen
    WAY = 9  # by which way they come
    IN_S = 10  # they cannot leave before
    ON_OUT = 11  # the lap on the outward sheet, as things stand now, or NONE
    ON_IN = 12  # whether the next lap is on the inward sheet, as things stand now
    SHUT = 13  # laps in a row whose vehicles found no window any more
    WAITED = 14  # weight × moment out, of those out by the horizon
    WORST = 15  # weight out by the horizon × urgency


class Desk(NamedTuple):
    """Everything that one run of the dispatch works on."""

    state: State
    out: Sheet  # the last loaded movement asked about
    inward: Sheet  # the last empty one
    trial: Sheet
    counts: Ints
    status: Ints  # [lap]
    trips: Ints  # [lap, vehicle]: type, layout, from, to, as realised
    came: Ints  # [lap, vehicle]: the place it came from empty
    ways: Ints  # [lap]: the column part by which it came, or ALONE
    vehicles: Ints  # [lap]: how many
    arrived: Ints  # [lap]: how many of them, the first ones, came with it and not with one that joined
    loads: Ints  # [lap, group] parties promised to it
    promised: Ints  # [vehicle]: 1 if it is taken into a lap that has not gone out
    out_s: Ints  # [lap]: it cannot leave loaded before; waiting for others only makes it later
    left: Ints  # [2, group] parties that no lap has been promised; the second row for trying
    room: Ints  # [2, place] persons promised to it; the second row for trying
    posted: Ints  # [order]: lap, whether loaded, not before
    chosen: Ints  # [vehicle] working
    can: Ints  # [column part, alone last; type, all last] working


class Goal(NamedTuple):
    """What the dispatch keeps score of."""

    horizon_s: int
    soft_s: int  # how long after the horizon a person still counts in part


def desk_for(index: Index, state: State, laps: int, most: int) -> Desk:
    """Return a desk for lists of up to ``laps`` laps of up to ``most`` vehicles."""
    tables = index.tables
    own = copy_of(state)
    groups, places = len(tables.groups), len(tables.places)
    return Desk(
        state=own,
        out=blank(tables, own, most),
        inward=blank(tables, own, most),
        trial=blank(tables, own, most),
        counts=np.zeros(len(N), dtype=np.int64),
        status=np.zeros(laps, dtype=np.int64),
        trips=np.zeros((laps, most, len(A)), dtype=np.int64),
        came=np.zeros((laps, most), dtype=np.int64),
        ways=np.zeros(laps, dtype=np.int64),
        vehicles=np.zeros(laps, dtype=np.int64),
        arrived=np.zeros(laps, dtype=np.int64),
        loads=np.zeros((laps, groups), dtype=np.int64),
        promised=np.zeros(len(state.vehicles), dtype=np.int64),
        out_s=np.zeros(laps, dtype=np.int64),
        left=np.zeros((2, groups), dtype=np.int64),
        room=np.zeros((2, places), dtype=np.int64),
        posted=np.zeros((2 * laps + 2, 3), dtype=np.int64),
        chosen=np.zeros(len(state.vehicles), dtype=np.int64),
        can=np.zeros((len(tables.columns) + 1, len(tables.types) + 1), dtype=np.int64),
    )


@compiled
def begin(desk: Desk, state: State) -> None:
    """Clear the desk, at a moment."""
    copy(desk.state.whole, state.whole)
    desk.counts[:] = 0
    desk.counts[N.ON_OUT] = NONE
    desk.status[:] = WAITS
    desk.promised[:] = 0
    copy(desk.left[0], state.left)
    copy(desk.room[0], state.present)
