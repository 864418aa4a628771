"""A small evacuation with a plan that is half done: two quarters, one checkpoint, a truce of six hours."""

from functools import cache

from korridor.operation.count import Count
from korridor.operation.operation import Operation
from korridor.planning.plan import Plan
from korridor.planning.planner import plan

NOW_S = 6600
"""Columns are on the road, one vehicle loads, and three hours of truce are left."""


@cache
def operation() -> Operation:
    return Operation.model_validate(
        {
            "name": "two quarters",
            "start": "2016-12-15T08:00+02:00",
            "places": {
                "north": {"kind": "assembly", "bays": 2},
                "south": {"kind": "assembly", "bays": 2},
                "gate": {"kind": "checkpoint", "lanes": 2, "per_vehicle": "1 min", "per_person": "2 s"},
                "camp": {"kind": "reception", "bays": 3},
            },
            "roads": [
                {"between": ["north", "gate"], "time": "10 min", "length": "4 km", "truce": True},
                {"between": ["south", "gate"], "time": "15 min", "length": "6 km", "truce": True},
                {
                    "between": ["gate", "camp"],
                    "time": "20 min",
                    "length": "9 km",
                    "truce": True,
                    "headway": "5 min",
                },
            ],
            "people": {
                "north lying": {"at": "north", "class": "lying", "count": 6},
                "north well": {"at": "north", "class": "well", "count": 400},
                "south well": {"at": "south", "class": "well", "count": 500},
            },
            "fleet": {
                "bus": {
                    "depot": "camp",
                    "number": 6,
                    "layouts": [{"seats": 20}, {"seats": 10, "stretchers": 3}],
                    "boarding": "6 s",
                    "alighting": "3 s",
                    "turn_round": "2 min",
                }
            },
            "convoy": {"least": 1, "most": 3, "spacing": "50 m", "escorts": 3, "marshalling": "5 min"},
            "truce": {
                "announced": [{"opens": "+30 min", "closes": "+390 min"}],
                "margin": "10 min",
                "when_broken": "shelter",
            },
        }
    )


@cache
def made() -> Plan:
    """The plan in force."""
    return plan(operation(), work=2000, bounded=False)


def closing(minutes: int) -> Operation:
    """The same, with a truce that closes so many minutes after the start."""
    truce = operation().truce
    assert truce is not None
    window = truce.announced[0].model_copy(update={"closes_s": minutes * 60})
    return operation().model_copy(update={"truce": truce.model_copy(update={"announced": (window,)})})


def with_buses(number: int) -> Operation:
    """The same, with another number of buses."""
    bus = operation().fleet["bus"].model_copy(update={"depots": {"camp": number}})
    return operation().model_copy(update={"fleet": {"bus": bus}})


def with_people(group: str, persons: int) -> Operation:
    """The same, with another count of a group."""
    people = operation().people
    count = Count.model_validate(persons)
    return operation().model_copy(
        update={"people": {**people, group: people[group].model_copy(update={"count": count})}}
    )
