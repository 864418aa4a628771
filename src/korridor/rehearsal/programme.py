"""A plan as the compiled loop reads it: its movements in rank order, each with what weather goes by."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from korridor.chance.keyed import threshold
from korridor.clockwork.sheet import A, O
from korridor.clockwork.tables import Index, Ints
from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.operation.quantity import Quantity
from korridor.operation.ways import Step, ways_of
from korridor.rehearsal.sources import Sources, sources_of

PPM = 1_000_000


class Programme(NamedTuple):
    """Movements to be carried out: those of the plan, and behind them those to go on with if people are left after it."""

    orders: Ints  # [movement]: what is decided of it, as on a sheet
    trips: Ints  # [trip]: what is decided of each of its vehicles
    first: Ints  # [movement + 1]: its first trip; the last entry is their number
    planned: int  # how many movements are the plan's
    again: Ints  # [type]: vehicles in those behind; so many ranks further each time that they go
    sources: Sources


def programme_of(index: Index, movements: Sequence[Movement], before: Sequence[Movement] = ()) -> Programme:
    """Return the programme of a plan's movements.

    Where more people come than were planned for, the plan goes on as it ended: from each place the last column that came
    to fetch people, and the last that took them out. What of the plan departed ``before`` counts for that, and for the
    ranks by which draws are known.
    """
    place, kinds = index.place, index.type
    last = _last_of_each_place((*before, *movements))
    orders, trips, first = [], [], [0]
    of_type = dict.fromkeys(kinds, 0)
    of_place = dict.fromkeys(place, 0)
    for movement in before:
        of_place[movement.origin] += int(movement.loaded)
        for trip in movement.trips:
            of_type[trip.vehicle_type] += 1
    chances = _breakdowns(index)
    for movement in (*movements, *last):
        for trip in movement.trips:
            kind = trip.vehicle_type
            legs = (trip.comes_from, movement.origin, movement.release, trip.destination)
            row = {
                A.TYPE: kinds[kind],
                A.LAYOUT: trip.layout,
                A.FROM: place[trip.comes_from],
                A.TO: place[trip.destination],
                A.RANK: of_type[kind],
                A.BREAKDOWN: chances.of(kind, legs, movement),
            }
            trips.append([row[column] for column in A])
            of_type[kind] += 1
        order = {
            O.COLUMN: index.column(movement.origin, movement.trips[0].destination, movement.loaded),
            O.LOADED: int(movement.loaded),
            O.TRIPS: len(movement.trips),
            O.NOT_BEFORE: movement.not_before_s,
            O.PLANNED: movement.departs_s,
            O.RANK: of_place[movement.origin],
        }
        of_place[movement.origin] += int(movement.loaded)
        orders.append([order[column] for column in O])
        first.append(len(trips))
    return Programme(
        orders=np.array(orders, dtype=np.int64).reshape(len(orders), len(O)),
        trips=np.array(trips, dtype=np.int64).reshape(len(trips), len(A)),
        first=np.array(first, dtype=np.int64),
        planned=len(movements),
        again=np.array(
            [
                sum(trip.vehicle_type == kind for movement in last for trip in movement.trips)
                for kind in kinds
            ],
            dtype=np.int64,
        ),
        sources=sources_of(index, movements, last),
    )


def _last_of_each_place(movements: Sequence[Movement]) -> list[Movement]:
    """Return the last empty column to each place from which people were taken, each before the last loaded one from there."""
    loaded = {movement.origin: movement for movement in movements if movement.loaded}
    empty = {
        trip.destination: movement for movement in movements if not movement.loaded for trip in movement.trips
    }
    found = []
    for place, movement in loaded.items():
        if place in empty:
            found.append(empty[place])
        found.append(movement)
    return found


class _breakdowns:  # noqa: N801 - a function with a memory
    """The chance that a vehicle breaks down on its way, by its type and the way."""

    def __init__(self, index: Index) -> None:
        self._operation: Operation = index.operation
        self._ways = ways_of(index.operation)
        self._known: dict[tuple[str, tuple[str, str, str, str]], int] = {}

    def of(self, kind: str, legs: tuple[str, str, str, str], movement: Movement) -> int:
        """Return it as a threshold of words."""
        if (kind, legs) not in self._known:
            comes_from, origin, release, destination = legs
            driven: list[Sequence[Step]] = [[(passage.road, passage.forth) for passage in movement.passages]]
            driven.append(self._ways.alone(comes_from, origin) or ())
            driven.append(self._ways.alone(release, destination) or ())
            self._known[kind, legs] = self._threshold(kind, [leg for leg in driven if leg])
        return self._known[kind, legs]

    def _threshold(self, kind: str, legs: list[Sequence[Step]]) -> int:
        uncertain = self._operation.uncertainty
        of_type = self._operation.fleet[kind].breakdown_per_1000_km
        rate = uncertain.breakdowns_per_1000_km if of_type is None else of_type
        length_m = sum(self._operation.roads[road].length_m or 0 for leg in legs for road, _ in leg)
        stays = PPM
        for _ in legs:
            stays -= stays * uncertain.chance_ppm(Quantity.BREAKDOWN_PER_LEG, kind) // PPM
        return threshold(min(PPM, PPM - stays + round(rate * length_m)))
