"""Tours lined up as a plan states them: in order of departure, with vehicles taken as they come.

A plan ranks movements by departure (C1), and an order takes, of a type at a place, the vehicle that is free
first (O6). So of two vehicles of a type at one reception the first to come is the first to leave loaded, whatever
their tours say. Where tours disagree with that, either the two exchange what they have yet to do, or the second
waits until the first has departed: whichever ends sooner.

The sums of legs in this file are the search's; a plan's times are the clockwork's.
"""

from typing import NamedTuple

import numpy as np

from korridor.compiled import allocating
from korridor.planning.shuttle.shuttle import Whole
from korridor.planning.shuttle.tours import FIRST, KIND, LENGTH_S, STAND, TO_DEPART, TRIPS, WHOLE, Legs

STANDS, FREE_S, TOUR, PLACE, LEFT_S, DEPARTS_S = range(6)
"""Columns of the table of vehicles on their way, each with what is left of some tour: where it stands, since when,
the tour and the column where what is left begins, how long that takes, and when it could depart on it."""

NEVER = np.iinfo(np.int64).max
"""The departure of a vehicle that has nothing left."""


class LineUp(NamedTuple):
    """Trips in rank order: the stand where a vehicle is taken, its type, and the trip."""

    stand: Whole
    kind: Whole
    trip: Whole


@allocating
def line_up(legs: Legs, tours: Whole) -> LineUp:
    """Rank the trips of tours by departure, every load taken as full."""
    legs_s, vehicles, receptions = legs.legs_s, legs.vehicles, legs.receptions
    trips = tours[:, TRIPS].sum()
    stand, kind, trip = np.empty(trips, np.int64), np.empty(trips, np.int64), np.empty(trips, np.int64)
    rests = _beginning(legs_s, vehicles, tours)
    rank = 0
    while rank < trips:
        next_ = _next(rests)
        ahead = _ahead(vehicles, rests, next_)
        if ahead >= 0:
            if _exchanged(legs_s, vehicles, tours, rests, next_, ahead):
                continue
            if rests[next_, DEPARTS_S] < rests[ahead, DEPARTS_S]:
                rests[next_, DEPARTS_S] = rests[ahead, DEPARTS_S]
                continue
            next_ = ahead
        stand[rank], kind[rank] = rests[next_, STANDS], vehicles[next_, KIND]
        trip[rank] = _depart(legs_s, vehicles, receptions, tours, rests, next_)
        rank += 1
    return LineUp(stand, kind, trip)


@allocating
def _beginning(legs_s: Whole, vehicles: Whole, tours: Whole) -> Whole:
    """All vehicles at their depots, each with a tour of its own before it."""
    rests = np.zeros((len(tours), 6), np.int64)
    for vehicle in range(len(tours)):
        rests[vehicle, STANDS] = vehicles[vehicle, STAND]
        rests[vehicle, TOUR], rests[vehicle, PLACE] = vehicle, FIRST
        rests[vehicle, LEFT_S] = tours[vehicle, LENGTH_S]
        rests[vehicle, DEPARTS_S] = _departs_s(legs_s, vehicles, tours, rests, vehicle)
    return rests


@allocating
def _departs_s(legs_s: Whole, vehicles: Whole, tours: Whole, rests: Whole, vehicle: int) -> int:
    """When a vehicle could depart on what it has left."""
    tour, place = rests[vehicle, TOUR], rests[vehicle, PLACE]
    if place == FIRST + tours[tour, TRIPS]:
        return NEVER
    kind, stand = vehicles[vehicle, KIND], rests[vehicle, STANDS]
    return rests[vehicle, FREE_S] + legs_s[kind, stand, tours[tour, place], TO_DEPART]


@allocating
def _next(rests: Whole) -> int:
    """The vehicle that departs next (ties: the first)."""
    best = 0
    for vehicle in range(1, len(rests)):
        if rests[vehicle, DEPARTS_S] < rests[best, DEPARTS_S]:
            best = vehicle
    return best


@allocating
def _ahead(vehicles: Whole, rests: Whole, vehicle: int) -> int:
    """The vehicle of its type at its stand that is free first, if that is sooner; else −1."""
    best, best_s = -1, rests[vehicle, FREE_S]
    for other in range(len(rests)):
        alike = vehicles[other, KIND] == vehicles[vehicle, KIND]
        if alike and rests[other, STANDS] == rests[vehicle, STANDS] and rests[other, FREE_S] < best_s:
            best, best_s = other, rests[other, FREE_S]
    return best


@allocating
def _exchanged(legs_s: Whole, vehicles: Whole, tours: Whole, rests: Whole, vehicle: int, ahead: int) -> bool:
    """Exchange what two vehicles have left, if that ends no later than letting the one ahead depart first."""
    if rests[ahead, DEPARTS_S] != NEVER:
        ours_s, theirs_s = rests[vehicle, LEFT_S], rests[ahead, LEFT_S]
        exchanged_s = max(rests[ahead, FREE_S] + ours_s, rests[vehicle, FREE_S] + theirs_s)
        to_depart_s = _departs_s(legs_s, vehicles, tours, rests, vehicle) - rests[vehicle, FREE_S]
        waited_s = max(rests[ahead, FREE_S] + theirs_s, rests[ahead, DEPARTS_S] + ours_s - to_depart_s)
        if waited_s < exchanged_s:
            return False
    for part in (TOUR, PLACE, LEFT_S):
        rests[vehicle, part], rests[ahead, part] = rests[ahead, part], rests[vehicle, part]
    rests[vehicle, DEPARTS_S] = _departs_s(legs_s, vehicles, tours, rests, vehicle)
    rests[ahead, DEPARTS_S] = _departs_s(legs_s, vehicles, tours, rests, ahead)
    return True


@allocating
def _depart(legs_s: Whole, vehicles: Whole, receptions: int, tours: Whole, rests: Whole, vehicle: int) -> int:
    """A vehicle makes its next trip; returns the trip."""
    trip = tours[rests[vehicle, TOUR], rests[vehicle, PLACE]]
    kind, stand = vehicles[vehicle, KIND], rests[vehicle, STANDS]
    whole_s, to_depart_s = legs_s[kind, stand, trip, WHOLE], legs_s[kind, stand, trip, TO_DEPART]
    rests[vehicle, FREE_S] = rests[vehicle, DEPARTS_S] + whole_s - to_depart_s
    rests[vehicle, LEFT_S] -= whole_s
    rests[vehicle, STANDS] = trip % receptions
    rests[vehicle, PLACE] += 1
    rests[vehicle, DEPARTS_S] = _departs_s(legs_s, vehicles, tours, rests, vehicle)
    return trip


@allocating
def times(legs: Legs, lined: LineUp) -> tuple[int, int]:
    """When the last person is out, and each person's moment out, summed (P2), by the rules.

    The last load of an assembly place is what is left (O5); nobody departs before the rank ahead (C1).
    """
    legs_s, vehicles, person_s, places = legs.legs_s, legs.vehicles, legs.person_s, legs.places
    loads, last_persons, stand = legs.loads.copy(), legs.last_persons, vehicles[:, STAND].copy()
    free_s = np.zeros(len(vehicles), np.int64)
    departed_s, clearance_s, waiting_person_s = 0, 0, 0
    for stands, kind, trip in zip(lined.stand, lined.kind, lined.trip):  # noqa: B905 - compiled code has no strict
        taken = -1
        for vehicle in range(len(stand)):
            there = stand[vehicle] == stands and vehicles[vehicle, KIND] == kind
            if there and (taken < 0 or free_s[vehicle] < free_s[taken]):
                taken = vehicle
        assembly = trip // legs.receptions
        loads[assembly] -= 1
        persons = last_persons[assembly] if loads[assembly] == 0 else places
        short, to_depart_s = places - persons, legs_s[kind, stands, trip, TO_DEPART]
        departed_s = max(departed_s, free_s[taken] + to_depart_s - short * person_s[kind, 0])
        on_the_way_s = legs_s[kind, stands, trip, WHOLE] - to_depart_s
        free_s[taken] = departed_s + on_the_way_s - short * person_s[kind, 1]
        waiting_person_s += persons * free_s[taken]
        stand[taken] = trip % legs.receptions
        clearance_s = max(clearance_s, free_s[taken])
    return clearance_s, waiting_person_s
