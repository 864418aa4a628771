"""Vehicles' tours as arrays of whole numbers, and the small steps by which the search changes them.

A *trip* is one number: assembly place × number of receptions + reception. Trips of one place are alike, so nothing
else need be known of them. The tours of a shuttle are one table, a row for each vehicle: how many trips it makes,
when it ends, the moments at which its loads are out, summed, and then its trips in order.
"""

from typing import NamedTuple

import numpy as np

from korridor.compiled import allocating
from korridor.planning.shuttle.shuttle import Shuttle, Whole

TRIPS, LENGTH_S, OUT_S, FIRST = range(4)
"""Columns of the table of tours; trips stand from ``FIRST`` on, and what stands beyond them means nothing."""

TO_DEPART, WHOLE = range(2)
"""From leaving a stand for a trip: seconds until departure, until all are out."""

KIND, STAND = range(2)
"""Of a vehicle: its type, and where it stands at the start."""


class Legs(NamedTuple):
    """What compiled code knows of a shuttle; seconds with full loads.

    Attributes
    ----------
    legs_s : array (types, stands, trips, 2)
        By type, where the vehicle stands and what trip it makes.
    person_s : array (types, 2)
        Seconds that a person takes to board, and to alight.
    vehicles : array (vehicles, 2)
    loads, last_persons : array (assemblies)
    receptions, places : int
    """

    legs_s: Whole
    person_s: Whole
    vehicles: Whole
    loads: Whole
    last_persons: Whole
    receptions: int
    places: int


def legs_of(shuttle: Shuttle) -> Legs:
    """A shuttle as compiled code takes it."""
    kinds, stands, assemblies = shuttle.approach_s.shape
    receptions = len(shuttle.room_loads)
    legs_s = np.zeros((kinds, stands, assemblies, receptions, 2), dtype=np.int64)
    legs_s[..., TO_DEPART] = shuttle.to_depart_s[..., None]
    legs_s[..., WHOLE] = shuttle.to_depart_s[..., None] + shuttle.to_free_s[:, None, :, :]
    return Legs(
        legs_s=legs_s.reshape(kinds, stands, assemblies * receptions, 2),
        person_s=np.stack([shuttle.boarding_s, shuttle.alighting_s], axis=1),
        vehicles=np.stack([shuttle.vehicle_type, shuttle.vehicle_stand], axis=1),
        loads=shuttle.loads,
        last_persons=shuttle.last_persons,
        receptions=receptions,
        places=shuttle.places,
    )


@allocating
def measure(legs_s: Whole, vehicles: Whole, receptions: int, tours: Whole, vehicle: int) -> tuple[int, int]:
    """When a vehicle's tour ends, and the moments at which its loads are out, summed."""
    moment_s, out_s = 0, 0
    kind, stand = vehicles[vehicle, KIND], vehicles[vehicle, STAND]
    for place in range(FIRST, FIRST + tours[vehicle, TRIPS]):
        trip = tours[vehicle, place]
        moment_s += legs_s[kind, stand, trip, WHOLE]
        out_s += moment_s
        stand = trip % receptions
    return moment_s, out_s


@allocating
def longest(tours: Whole) -> int:
    """The vehicle whose tour ends last (ties: the first)."""
    best = 0
    for vehicle in range(1, len(tours)):
        if tours[vehicle, LENGTH_S] > tours[best, LENGTH_S]:
            best = vehicle
    return best


@allocating
def relocate(tours: Whole, v: int, i: int, w: int, j: int) -> None:
    """Take the trip in column ``i`` of ``v`` out, and put it into column ``j`` of ``w``."""
    trip = tours[v, i]
    for place in range(i, FIRST + tours[v, TRIPS] - 1):
        tours[v, place] = tours[v, place + 1]
    tours[v, TRIPS] -= 1
    for place in range(FIRST + tours[w, TRIPS], j, -1):
        tours[w, place] = tours[w, place - 1]
    tours[w, j] = trip
    tours[w, TRIPS] += 1


@allocating
def exchange_trips(tours: Whole, v: int, i: int, w: int, j: int) -> None:
    """Two trips change places."""
    tours[v, i], tours[w, j] = tours[w, j], tours[v, i]


@allocating
def exchange_rooms(tours: Whole, receptions: int, v: int, i: int, w: int, j: int) -> None:
    """Two trips stay where they are and exchange their receptions."""
    other = tours[w, j] % receptions - tours[v, i] % receptions
    tours[v, i] += other
    tours[w, j] -= other


@allocating
def exchange_tails(tours: Whole, v: int, i: int, w: int, j: int) -> None:
    """What ``v`` does from column ``i`` on and ``w`` from ``j`` on change hands; ``v`` and ``w`` differ."""
    ours, theirs = FIRST + tours[v, TRIPS] - i, FIRST + tours[w, TRIPS] - j
    for step in range(max(ours, theirs)):
        if step < ours and step < theirs:
            exchange_trips(tours, v, i + step, w, j + step)
        elif step < ours:
            tours[w, j + step] = tours[v, i + step]
        else:
            tours[v, i + step] = tours[w, j + step]
    tours[v, TRIPS] += theirs - ours
    tours[w, TRIPS] += ours - theirs


@allocating
def send(tours: Whole, spare: Whole, receptions: int, v: int, i: int, room: int) -> int:
    """A trip goes to another reception, which has room left; returns the one it went to before."""
    before = tours[v, i] % receptions
    tours[v, i] += room - before
    spare[room] -= 1
    spare[before] += 1
    return before
