"""A plain shuttle of one type in plain numbers, for solvers that route single buses; and their tours as movements."""

from typing import Any

import numpy as np

from korridor.operation.operation import Operation
from korridor.planning.shuttle.improve import orders_of
from korridor.planning.shuttle.plain import is_plain_shuttle
from korridor.planning.shuttle.shuttle import shuttle_of
from korridor.planning.shuttle.tours import FIRST, TRIPS, legs_of, measure


def is_buses(operation: Operation) -> bool:
    """Whether an operation is one of buses that shuttle one by one, all alike."""
    return is_plain_shuttle(operation) and len(shuttle_of(operation).types) == 1


def bus_statement(operation: Operation) -> dict[str, Any]:
    """Say where loads wait and where buses stand, and the seconds of every leg, each for a full load.

    Stands are the receptions, then the depots.
    """
    shuttle = shuttle_of(operation)
    at = [0] * len(shuttle.stands)
    for stand in shuttle.vehicle_stand.tolist():
        at[stand] += 1
    return {
        "loads": shuttle.loads.tolist(),
        "room": shuttle.room_loads.tolist(),
        "at": at,
        "in_s": shuttle.to_depart_s[0].tolist(),
        "out_s": shuttle.to_free_s[0].tolist(),
    }


def movements(operation: Operation, tours: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Write tours as movements, in order of departure; a tour is a stand and trips from an assembly place to a reception.

    A movement takes the vehicle that is free first (O6). Where a peer's tours disagree with that they are lined up as our own
    search's are, for the best of them: two buses exchange what they have yet to do, or one waits.
    """
    shuttle = shuttle_of(operation)
    legs, rooms = legs_of(shuttle), len(shuttle.room_loads)
    waiting = list(tours)
    table = np.zeros((len(shuttle.vehicle_stand), FIRST + shuttle.trips), dtype=np.int64)
    for vehicle, stand in enumerate(shuttle.vehicle_stand.tolist()):
        tour = next((each for each in waiting if each["stand"] == stand), None)
        if tour is not None:
            waiting.remove(tour)
            trips = [load * rooms + room for load, room in tour["trips"]]
            table[vehicle, TRIPS], table[vehicle, FIRST : FIRST + len(trips)] = len(trips), trips
        table[vehicle, 1:FIRST] = measure(legs.legs_s, legs.vehicles, legs.receptions, table, vehicle)
    return [
        {
            "departs_s": 0,
            "origin": order.origin,
            "loaded": True,
            "trips": [[0, trip.comes_from, trip.destination, trip.layout] for trip in order.trips],
        }
        for order in orders_of(shuttle, table)
    ]
