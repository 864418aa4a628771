"""The dispatch as it stood when each lap came up, so that a changed list is dispatched from its first change on."""

from typing import NamedTuple

import numpy as np

from korridor.clockwork.state import State
from korridor.clockwork.tables import Ints
from korridor.compiled import inner
from korridor.planning.laps.dispatch import Desk, N


class Snapshots(NamedTuple):
    """For each lap two slots: how the list in force came to it, and how the list on trial did.

    ``slot[lap]`` is the one in force. The state's arrays have a leading axis [2 × lap + slot]. Rows of laps that
    stand are kept once a list, since a lap's rows do not depend on later laps.
    """

    slot: Ints
    state: State
    counts: Ints
    status: Ints
    promised: Ints
    left: Ints
    room: Ints
    out_s: Ints
    trips: Ints  # [lap]: rows of the list in force
    vehicles: Ints
    loads: Ints


def snapshots_for(desk: Desk) -> Snapshots:
    """Return empty snapshots for a desk."""
    laps = len(desk.status)

    def stack(array: Ints) -> Ints:
        return np.zeros((2 * laps, *array.shape), dtype=np.int64)

    return Snapshots(
        slot=np.zeros(laps, dtype=np.int64),
        state=State(*(stack(array) for array in desk.state)),
        counts=stack(desk.counts),
        status=stack(desk.status),
        promised=stack(desk.promised),
        left=stack(desk.left[0]),
        room=stack(desk.room[0]),
        out_s=stack(desk.out_s),
        trips=desk.trips.copy(),
        vehicles=desk.vehicles.copy(),
        loads=desk.loads.copy(),
    )


@inner
def take_snapshot(shots: Snapshots, desk: Desk, lap: int) -> None:
    """Keep, in the slot on trial, how the dispatch stands as a lap comes up."""
    at = 2 * lap + 1 - shots.slot[lap]
    own, state = shots.state, desk.state
    own.vehicles[at] = state.vehicles
    own.bays[at] = state.bays
    own.lanes[at] = state.lanes
    own.escorts[at] = state.escorts
    own.roads[at] = state.roads
    own.left[at] = state.left
    own.present[at] = state.present
    own.departed[at] = state.departed
    own.queue_s[at] = state.queue_s
    own.queue_n[at] = state.queue_n
    own.queued[at] = state.queued
    own.tally[at] = state.tally
    shots.counts[at] = desk.counts
    shots.status[at] = desk.status
    shots.promised[at] = desk.promised
    shots.left[at] = desk.left[0]
    shots.room[at] = desk.room[0]
    shots.out_s[at] = desk.out_s


@inner
def go_back(shots: Snapshots, desk: Desk, lap: int) -> None:
    """Set the desk as it stood, in the list in force, when a lap came up."""
    at = 2 * lap + shots.slot[lap]
    own, state = shots.state, desk.state
    state.vehicles[:] = own.vehicles[at]
    state.bays[:] = own.bays[at]
    state.lanes[:] = own.lanes[at]
    state.escorts[:] = own.escorts[at]
    state.roads[:] = own.roads[at]
    state.left[:] = own.left[at]
    state.present[:] = own.present[at]
    state.departed[:] = own.departed[at]
    state.queue_s[:] = own.queue_s[at]
    state.queue_n[:] = own.queue_n[at]
    state.queued[:] = own.queued[at]
    state.tally[:] = own.tally[at]
    desk.counts[:] = shots.counts[at]
    desk.status[:] = shots.status[at]
    desk.promised[:] = shots.promised[at]
    desk.left[0] = shots.left[at]
    desk.room[0] = shots.room[at]
    desk.out_s[:] = shots.out_s[at]
    for standing in range(desk.counts[N.FIRST], lap):
        desk.trips[standing] = shots.trips[standing]
        desk.vehicles[standing] = shots.vehicles[standing]
        desk.loads[standing] = shots.loads[standing]


@inner
def put_in_force(shots: Snapshots, desk: Desk, lap: int) -> None:
    """Make the list on trial, which differs from ``lap`` on, the one in force."""
    for later in range(lap + 1, len(shots.slot)):
        shots.slot[later] = 1 - shots.slot[later]
    for later in range(lap, len(shots.slot)):
        shots.trips[later] = desk.trips[later]
        shots.vehicles[later] = desk.vehicles[later]
        shots.loads[later] = desk.loads[later]
