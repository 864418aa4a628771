"""First tours for the search: a quick draft, or runs that somebody had before."""

import numpy as np

from korridor.planning.shuttle.shuttle import Shuttle, Whole
from korridor.planning.shuttle.tours import FIRST, LENGTH_S, OUT_S, TRIPS, Legs, legs_of, measure

Runs = tuple[tuple[tuple[int, int], ...], ...]
"""By vehicle, its trips in order, each the index of an assembly place and of a reception."""


def draft(shuttle: Shuttle) -> tuple[Whole, Whole]:
    """First tours: place by place, each load to the nearest room, by the vehicle that has least to do.

    Returns
    -------
    tuple of array
        The table of tours, and the loads of room left by reception.
    """
    legs, tours, spare = legs_of(shuttle), _idle(shuttle), shuttle.room_loads.copy()
    for assembly in np.repeat(np.arange(len(shuttle.loads)), shuttle.loads):
        vehicle = int(tours[:, LENGTH_S].argmin())
        far_s = shuttle.to_free_s[shuttle.vehicle_type[vehicle], assembly]
        room = min(np.flatnonzero(spare), key=far_s.__getitem__)
        spare[room] -= 1
        _append(legs, tours, vehicle, int(assembly), int(room))
    return tours, spare


def tours_of(shuttle: Shuttle, runs: Runs) -> tuple[Whole, Whole]:
    """Runs as a table of tours, and the room left; ``ValueError`` where they are not runs of this shuttle."""
    if len(runs) != len(shuttle.vehicle_type):
        raise ValueError(f"{len(runs)} runs for {len(shuttle.vehicle_type)} vehicles")
    trips = [trip for run in runs for trip in run]
    loads = np.bincount([assembly for assembly, _ in trips], minlength=len(shuttle.loads))
    for name, asked, made in zip(shuttle.assemblies, shuttle.loads, loads, strict=True):
        if asked != made:
            raise ValueError(f"{made} trips from {name}, which needs {asked}")
    spare = shuttle.room_loads - np.bincount([room for _, room in trips], minlength=len(shuttle.room_loads))
    for name, left in zip(shuttle.stands, spare, strict=False):
        if left < 0:
            raise ValueError(f"{-left} loads too many for {name}")
    legs, tours = legs_of(shuttle), _idle(shuttle)
    for vehicle, run in enumerate(runs):
        for assembly, room in run:
            _append(legs, tours, vehicle, assembly, room)
    return tours, spare


def runs_of(shuttle: Shuttle, tours: Whole) -> Runs:
    """A table of tours as runs, which no search can change."""
    receptions = len(shuttle.room_loads)
    return tuple(
        tuple((int(trip) // receptions, int(trip) % receptions) for trip in tour[FIRST : FIRST + tour[TRIPS]])
        for tour in tours
    )


def _idle(shuttle: Shuttle) -> Whole:
    """Nobody does anything yet."""
    return np.zeros((len(shuttle.vehicle_type), FIRST + shuttle.trips), dtype=np.int64)


def _append(legs: Legs, tours: Whole, vehicle: int, assembly: int, room: int) -> None:
    """One trip more at the end of a vehicle's tour."""
    tours[vehicle, FIRST + tours[vehicle, TRIPS]] = assembly * legs.receptions + room
    tours[vehicle, TRIPS] += 1
    length_s, out_s = measure(legs.legs_s, legs.vehicles, legs.receptions, tours, vehicle)
    tours[vehicle, LENGTH_S], tours[vehicle, OUT_S] = length_s, out_s
