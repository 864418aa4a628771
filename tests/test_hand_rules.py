"""The hand rules of dispatch that the planner is compared with: each makes a plan that is legal."""

from collections import Counter

import korridor
from benchmarks.planning.hand_rule import RULES, Back, HandRule, Turn
from benchmarks.planning.hand_rules import hand_days, hand_plan
from korridor.events.movement import Movement
from korridor.operation.operation import Operation


def two_quarters() -> Operation:
    """Two assembly places, one corridor under truce, one reception; some buses stand inside, the rest beyond."""
    bays = {"kind": "assembly", "bays": 2}
    road = {"length": "2 km", "speed": "40 km/h"}
    corridor = {"length": "10 km", "speed": "40 km/h", "truce": True, "headway": "10 min"}
    return Operation.model_validate(
        {
            "name": "two quarters",
            "places": {
                "near": bays,
                "far": bays,
                "yard": {"kind": "depot"},
                "gate": {"kind": "checkpoint", "lanes": 2, "per_vehicle": "30 s", "per_person": "2 s"},
                "camp": {"kind": "reception"},
            },
            "roads": [
                {"between": ["near", "gate"], **road},
                {"between": ["far", "near"], **road},
                {"between": ["yard", "near"], **road},
                {"between": ["gate", "camp"], **corridor},
            ],
            "people": {
                "near": {"at": "near", "class": "well", "count": 900},
                "near, lying": {"at": "near", "class": "lying", "count": 3},
                "far": {"at": "far", "class": "well", "count": 1300},
                "far, lying": {"at": "far", "class": "lying", "count": 5},
            },
            "fleet": {
                "ambulance": {
                    "depot": "camp",
                    "number": 3,
                    "layouts": [{"stretchers": 2}],
                    "boarding": "1 min",
                },
                "bus": {"depots": {"camp": 6, "yard": 3}, "layouts": [{"seats": 50}], "boarding": "4 s"},
            },
            "convoy": {"least": 2, "most": 6, "spacing": "50 m", "escorts": 2, "marshalling": "5 min"},
            "truce": {"announced": [{"opens": "+1 h", "closes": "+4 h"}], "margin": "10 min"},
        }
    )


def sent(rule: HandRule) -> tuple[Movement, ...]:
    """What a rule sends in the two quarters."""
    return next(movements for _, movements in hand_days(two_quarters(), (rule,)))


def loaded(movements: tuple[Movement, ...]) -> list[Movement]:
    """The columns that carry people."""
    return [movement for movement in movements if movement.loaded]


def number(movement: Movement, name: str) -> int:
    """Vehicles of a type in a column."""
    return sum(trip.vehicle_type == name for trip in movement.trips)


def test_every_hand_rule_makes_a_legal_plan() -> None:
    """A rule's plan passes the checker and gets people out: the planner is compared with what may be done."""
    operation = two_quarters()
    days = {movements for _, movements in hand_days(operation, RULES)}
    assert len(days) > 20
    for movements in days:
        plan = hand_plan(operation, movements)
        assert korridor.verify(plan) == ()
        assert plan.levels[0].value


def test_columns_have_the_size_of_the_rule() -> None:
    """Nine buses in columns of three stay columns of three, with an ambulance where somebody is lying."""
    columns = loaded(sent(HandRule(3, 1, Turn.IN_TURN, None, Back.WHOLE)))
    assert {number(column, "bus") for column in columns[:-1]} == {3}
    assert {number(column, "ambulance") for column in columns} == {0, 1}


def test_columns_leave_by_the_timetable() -> None:
    """Every column is planned for another departure of the timetable, counted from the first one."""
    columns = loaded(sent(HandRule(3, 1, Turn.IN_TURN, 20, Back.WHOLE)))
    planned_s = [column.not_before_s - columns[0].departs_s for column in columns[1:]]
    assert planned_s == sorted(set(planned_s))
    assert all(after_s > 0 and after_s % 1200 == 0 for after_s in planned_s)


def test_turns_say_who_is_fetched() -> None:
    """Of seven columns the nearest place has all; or each has its turn; or most go where most people are."""
    fetched = {
        turn: Counter(column.origin for column in loaded(sent(HandRule(3, 0, turn, None, Back.AS_UNLOADED))))
        for turn in Turn
    }
    assert fetched == {
        Turn.NEAREST: {"near": 6, "far": 1},
        Turn.IN_TURN: {"near": 4, "far": 3},
        Turn.MOST_LEFT: {"near": 2, "far": 5},
    }
