"""An operation and movements that look like real days: what pictures and papers are tried on.

Orders go round the assembly places one after the other, and the plain clockwork gives them their times.
"""

from functools import cache
from typing import Any

from korridor.events.movement import Movement
from korridor.events.order import Order, TripOrder
from korridor.operation.operation import Operation
from korridor.planning.plan import Level, Objective, Plan, Status, Work
from tests.plain.clockwork import run

HOUR = 3600
MINUTE = 60

TOWN: dict[str, Any] = {
    "name": "Eastern town, eight days",
    "summary": "A made-up operation in the manner of December 2016.",
    "start": "2016-12-15T06:00+02:00",
    "places": {
        "Amiriya": {"kind": "assembly", "bays": 8},
        "Salah Eddin": {"kind": "assembly", "bays": 6},
        "Sukkari square": {"kind": "assembly", "bays": 10},
        "Ramouseh": {"kind": "checkpoint", "lanes": 4, "per_vehicle_s": 180, "per_person": 6},
        "Last government post": {"kind": "junction"},
        "Rashideen": {"kind": "transfer", "bays": 20},
        "Idlib": {"kind": "reception"},
        "Bab al-Hawa hospital": {"kind": "hospital"},
    },
    "roads": [
        {"between": ("Amiriya", "Ramouseh"), "length_m": 3000, "speed_m_per_h": 20000},
        {"between": ("Salah Eddin", "Ramouseh"), "length_m": 4500, "speed_m_per_h": 20000},
        {"between": ("Sukkari square", "Ramouseh"), "length_m": 2600, "speed_m_per_h": 20000},
        {
            "between": ("Ramouseh", "Last government post"),
            "length_m": 6800,
            "speed_m_per_h": 20000,
            "truce": True,
            "headway_s": 1200,
        },
        {
            "between": ("Last government post", "Rashideen"),
            "length_m": 14200,
            "speed_m_per_h": 30000,
            "truce": True,
        },
        {"between": ("Rashideen", "Idlib"), "length_m": 45000, "speed_m_per_h": 50000},
        {"between": ("Rashideen", "Bab al-Hawa hospital"), "length_m": 38000, "speed_m_per_h": 50000},
    ],
    "people": {
        "wounded, Amiriya": {
            "place": "Amiriya",
            "person_class": "lying",
            "count": 300,
            "asked": {"by": "Red Crescent", "in_private": False, "staying_possible": False},
        },
        "Amiriya": {"place": "Amiriya", "person_class": "well", "count": "around 6000"},
        "Salah Eddin": {"place": "Salah Eddin", "person_class": "well", "count": "at least 5000"},
        "sitting, Sukkari": {"place": "Sukkari square", "person_class": "sitting", "count": 400},
        "Sukkari": {"place": "Sukkari square", "person_class": "well", "count": "up to 7000"},
    },
    "fleet": {
        "bus": {"depots": {"Rashideen": 60}, "layouts": [{"seats": 50}], "turn_round_s": 600, "boarding": 6},
        "ambulance": {
            "depots": {"Rashideen": 20},
            "layouts": [{"stretchers": 2, "seats": 1}],
            "boarding": 300,
        },
    },
    "convoy": {"least": 2, "most": 20, "spacing_m": 50, "escorts": 6, "marshalling_s": 600},
    "truce": {
        "announced": [{"opens_s": 2 * HOUR, "closes_s": 30 * HOUR}],
        "happened": [
            {"opens_s": 8 * HOUR, "closes_s": 29 * HOUR},
            {"opens_s": 89 * HOUR, "closes_s": 184 * HOUR},
        ],
        "plan_on": "happened",
        "margin_s": 900,
    },
    "sources": [
        {"path": "roads[3].length", "value": "6.8 km", "source": "WHO, quoted by Reuters, 15 December 2016"},
        {
            "path": "truce.happened[0].opens",
            "value": "2016-12-15T14:00+02:00",
            "note": "only “from about 08:00 on the 15th” was reported",
            "assumed": True,
        },
        {
            "path": "people.Amiriya.count",
            "value": "around 6000",
            "source": "https://example.org/a-long-address/that-does-not-break/anywhere/" + "x" * 60,
            "note": "the army said 7,000; the opposition 4,500",
        },
    ],
}
ORIGINS = ("Amiriya", "Salah Eddin", "Sukkari square")


def town(**changed: Any) -> Operation:
    """The town, with some of its fields changed."""
    return Operation.model_validate(TOWN | changed)


def free_town(**changed: Any) -> Operation:
    """The town with no truce: the corridor's roads keep a headway, and nothing else."""
    roads = [
        road | ({"truce": False, "headway_s": 600} if road.get("truce") else {}) for road in TOWN["roads"]
    ]
    return town(truce=None, roads=roads, **changed)


def column(origin: str, loaded: bool, buses: int, ambulances: int) -> Order:
    """A column out of an assembly place to Rashideen, or back empty."""
    there = "Rashideen"
    comes_from, destination = (origin, there) if loaded else (there, origin)
    kinds = ["ambulance"] * ambulances + ["bus"] * buses
    trips = tuple(
        TripOrder(vehicle_type=kind, comes_from=comes_from, destination=destination) for kind in kinds
    )
    return Order(origin=origin if loaded else there, loaded=loaded, trips=trips)


def round_robin(laps: int, ahead: int = 4) -> tuple[Order, ...]:
    """So many laps out and back, ``ahead`` columns inside at once."""

    def lap(number: int, loaded: bool) -> Order:
        origin = ORIGINS[number % 3]
        return column(origin, loaded, 10 + number % 3, 0 if origin == "Salah Eddin" else 4)

    orders = [lap(number, False) for number in range(min(ahead, laps))]
    for number in range(laps):
        orders.append(lap(number, True))
        if number + ahead < laps:
            orders.append(lap(number + ahead, False))
    return tuple(orders)


@cache
def days(laps: int = 28) -> tuple[Movement, ...]:
    """The town's movements over two windows, sixty hours apart."""
    return run(town(), round_robin(laps))


def persons_out(operation: Operation, movements: tuple[Movement, ...]) -> int:
    """Persons unloaded; in the town each is carried once."""
    return sum(movement.persons for movement in movements)


def plan(laps: int = 28, **changed: Any) -> Plan:
    """A plan of the town for *most-out*, with made-up bounds."""
    movements = days(laps)
    out = persons_out(town(), movements)
    fields: dict[str, Any] = {
        "operation": town(),
        "objective": Objective.MOST_OUT,
        "status": Status.FEASIBLE,
        "levels": (
            Level(name="out", value=out, bound=out + 700, gap=700 / out),
            Level(name="risk", value=0, bound=0, gap=0.0),
            Level(name="clearance", value=None, bound=None, gap=None),
        ),
        "movements": movements,
        "seed": 7,
        "work": Work(search_iterations=120000, lp_iterations=5321),
    }
    return Plan(**(fields | changed))
