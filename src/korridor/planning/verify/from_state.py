"""P5: what a plan finds at the moment from which it begins; nothing, at an operation's start."""

from dataclasses import dataclass

from korridor.events.movement import Passage
from korridor.events.saved_state import GateRow, Way
from korridor.planning.plan import Plan

Vehicle = tuple[str, int]
"""Type and number within it."""


@dataclass(frozen=True)
class Stands:
    """Where a vehicle stands, since when it is free there, and whether it loaded or formed up as the plan began."""

    place: str
    free_s: int
    loads: bool = False
    forms: bool = False


def begins_s(plan: Plan) -> int:
    """Return the moment before which nothing of a plan happens."""
    return 0 if plan.start is None else plan.start.at_s


def vehicles_then(plan: Plan) -> dict[Vehicle, Stands]:
    """Return every vehicle where it stands; numbers go through a type's depots in the order of the file.

    From a state, who stands in a bay to load, or where an empty column forms up, counts from then; its rows at a depot are
    numbered in their order.
    """
    stands = {}
    for name, vehicle_type in plan.operation.fleet.items():
        homes: list[Stands] = []
        for place, number in vehicle_type.depots.items():
            if plan.start is None:
                homes += [Stands(place, vehicle_type.available_from_s)] * number
                continue
            for row in plan.start.vehicles:
                if row.kind == name and row.at == place:
                    loads, forms = row.loading_since_s is not None, row.forming_since_s is not None
                    since_s = row.loading_since_s if loads else row.forming_since_s if forms else row.free_s
                    free_s = plan.start.at_s if since_s is None else since_s
                    homes += [Stands(place, free_s, loads, forms)] * row.number
        for number, home in enumerate(homes):
            stands[name, number] = home
    return stands


@dataclass(frozen=True)
class Waits:
    """Persons who wait at a transfer, from when on; whether they are out already."""

    group: str
    place: str
    come_s: int
    persons: int
    counted_out: bool


def waiting_then(plan: Plan) -> list[Waits]:
    """Return who waits at transfers, or comes there yet, by the names under which they are planned for."""
    if plan.start is None:
        return []
    waits = []
    for row in plan.start.people:
        if row.come_s is None and not row.counted_out and row.at == plan.operation.people[row.group].place:
            continue  # they stand where they stood
        come_s = plan.start.at_s if row.come_s is None else row.come_s
        group = row.planned_as(plan.operation)
        waits.append(Waits(group, row.at, come_s, row.persons, row.counted_out))
    return waits


def columns_then(plan: Plan) -> list[Passage]:
    """Return the last column on every road in each direction where one was."""
    if plan.start is None:
        return []
    return [
        Passage(
            road=row.road,
            forth=plan.operation.roads[row.road].between[0] == row.start,
            head_in_s=row.head_in_s,
            tail_in_s=row.tail_in_s,
            head_out_s=row.head_out_s,
            tail_out_s=row.tail_out_s,
        )
        for row in plan.start.roads
    ]


def lane_free_s(plan: Plan, place: str, loaded: bool, lane: int) -> int:
    """Return until when a lane is taken."""
    way = Way.OUTWARD if loaded else Way.INWARD
    rows = plan.start.lanes if plan.start else ()
    return max((row.free_s for row in rows if (row.at, row.way, row.lane) == (place, way, lane)), default=0)


def bay_free_s(plan: Plan, place: str, bay: int) -> int:
    """Return until when a bay is taken."""
    rows = plan.start.bays if plan.start else ()
    return max((row.free_s for row in rows if (row.at, row.bay) == (place, bay)), default=0)


def escorts_free_s(plan: Plan) -> dict[int, int]:
    """Return until when escorts are on their way."""
    return {row.escort: row.free_s for row in (plan.start.escorts if plan.start else ())}


def gate_then(plan: Plan, name: str) -> GateRow:
    """Return what a gate has counted."""
    rows = plan.start.gates if plan.start else ()
    return next((row for row in rows if row.gate == name), GateRow(gate=name))
