"""The dispatch as it stood when each lap came up, so that a changed list is dispatched from its first change on."""

from typing import NamedTuple

import numpy as np

from korridor.clockwork.copied import copy
from korridor.clockwork.tables import NONE, Ints
from korridor.compiled import inner
from korridor.planning.laps.dispatch.desk import Desk, N


class Snapshots(NamedTuple):
    """For each lap two slots: how the list in force came to it, and how the list on trial did.

    ``slot[lap]`` is the one in force. Arrays have a leading axis [2 × lap + slot]. Rows of laps that
    stand are kept once a list, since a lap's rows do not depend on later laps.
    """

    slot: Ints
    state: Ints  # all arrays of the state, one after another
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
        state=stack(desk.state.whole),
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
    copy(shots.state[at], desk.state.whole)
    copy(shots.counts[at], desk.counts)
    copy(shots.status[at], desk.status)
    copy(shots.promised[at], desk.promised)
    copy(shots.left[at], desk.left[0])
    copy(shots.room[at], desk.room[0])
    copy(shots.out_s[at], desk.out_s)


@inner
def go_back(shots: Snapshots, desk: Desk, lap: int) -> None:
    """Set the desk as it stood, in the list in force, when a lap came up."""
    at = 2 * lap + shots.slot[lap]
    copy(desk.state.whole, shots.state[at])
    copy(desk.counts, shots.counts[at])
    desk.counts[N.ON_OUT] = NONE  # the sheets are not kept
    desk.counts[N.ON_IN] = 0
    copy(desk.status, shots.status[at])
    copy(desk.promised, shots.promised[at])
    copy(desk.left[0], shots.left[at])
    copy(desk.room[0], shots.room[at])
    copy(desk.out_s, shots.out_s[at])
    for standing in range(desk.counts[N.FIRST], lap):
        _copy_lap(desk.trips, desk.vehicles, desk.loads, shots.trips, shots.vehicles, shots.loads, standing)


@inner
def put_in_force(shots: Snapshots, desk: Desk, lap: int) -> None:
    """Make the list on trial, which differs from ``lap`` on, the one in force."""
    for later in range(lap + 1, len(shots.slot)):
        shots.slot[later] = 1 - shots.slot[later]
    for later in range(lap, len(shots.slot)):
        _copy_lap(shots.trips, shots.vehicles, shots.loads, desk.trips, desk.vehicles, desk.loads, later)


@inner
def _copy_lap(
    to_trips: Ints, to_vehicles: Ints, to_loads: Ints, trips: Ints, vehicles: Ints, loads: Ints, lap: int
) -> None:
    """Copy what is known of one lap."""
    for j in range(vehicles[lap]):
        copy(to_trips[lap, j], trips[lap, j])
    to_vehicles[lap] = vehicles[lap]
    copy(to_loads[lap], loads[lap])
