"""Vehicles taken into a lap that has not gone out yet: no other lap may count on them."""

from korridor.clockwork.sheet import A, W
from korridor.clockwork.tables import NONE, Tables, V
from korridor.compiled import inner
from korridor.planning.laps.dispatch.desk import Desk


@inner
def promise(tables: Tables, desk: Desk, lap: int) -> None:
    """Promise the lap as many vehicles as its trips ask for, where they stand."""
    for j in range(desk.vehicles[lap]):
        kind, place = desk.trips[lap, j, A.TYPE], desk.trips[lap, j, A.FROM]
        first = tables.types[kind, V.FIRST]
        best = NONE
        for vehicle in range(first, first + tables.types[kind, V.NUMBER]):
            if (
                not desk.promised[vehicle]
                and desk.state.vehicles[vehicle, 1] == place
                and (best == NONE or desk.state.vehicles[vehicle, 0] < desk.state.vehicles[best, 0])
            ):
                best = vehicle
        if best != NONE:
            desk.promised[best] = 1


@inner
def unpromise(tables: Tables, desk: Desk, lap: int) -> None:
    """Give back the vehicles of a lap that is over."""
    for j in range(desk.vehicles[lap]):
        kind, place = desk.trips[lap, j, A.TYPE], desk.trips[lap, j, A.FROM]
        first = tables.types[kind, V.FIRST]
        for vehicle in range(first, first + tables.types[kind, V.NUMBER]):
            if desk.promised[vehicle] and desk.state.vehicles[vehicle, 1] == place:
                desk.promised[vehicle] = 0
                break


@inner
def unpromise_taken(tables: Tables, desk: Desk, lap: int) -> None:
    """Take the promise off the vehicles that left, or off others of their type that stand where they stood."""
    for j in range(desk.vehicles[lap]):
        vehicle = desk.out.trips[j, W.VEHICLE]
        kind, place = desk.trips[lap, j, A.TYPE], desk.trips[lap, j, A.FROM]
        if desk.promised[vehicle]:
            desk.promised[vehicle] = 0
            continue
        first = tables.types[kind, V.FIRST]
        for other in range(first, first + tables.types[kind, V.NUMBER]):
            if desk.promised[other] and desk.state.vehicles[other, 1] == place:
                desk.promised[other] = 0
                break
