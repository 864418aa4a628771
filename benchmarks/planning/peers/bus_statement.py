"""A plain shuttle of one type in plain numbers, for solvers that route single buses; and their tours as movements."""

from typing import Any

from korridor.operation.operation import Operation
from korridor.planning.shuttle.plain import is_plain_shuttle
from korridor.planning.shuttle.shuttle import shuttle_of


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
    """Write tours as movements, in order of departure; a tour is a stand and trips from an assembly place to a reception."""
    shuttle, said = shuttle_of(operation), bus_statement(operation)
    found = []
    for tour in tours:
        stand, now_s = tour["stand"], 0
        for assembly, room in tour["trips"]:
            now_s += said["in_s"][stand][assembly]
            trip = [0, shuttle.stands[stand], shuttle.stands[room], 0]
            found.append(
                {"departs_s": now_s, "origin": shuttle.assemblies[assembly], "loaded": True, "trips": [trip]}
            )
            now_s += said["out_s"][assembly][room]
            stand = room
    return sorted(found, key=lambda each: each["departs_s"])
