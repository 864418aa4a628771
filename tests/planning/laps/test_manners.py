"""How laps leave: plans that need another manner than at once."""

from typing import Any

import pytest

import korridor
from korridor.operation.operation import Operation
from korridor.planning.laps.manners import AT_ONCE, JOINS, LETS_IN, LETS_OUT, MANNER, with_manners
from korridor.planning.laps.search import LapSearch
from korridor.planning.plan import Objective

WORK = 10_000


def shuttle(**changes: Any) -> Operation:
    """Two buses of two seats, a square 5 min from the gate, the camp 20 min beyond; columns keep 2 min of headway."""
    fields: dict[str, Any] = {
        "name": "shuttle",
        "start": "2016-12-15T08:00+02:00",
        "places": {
            "square": {"kind": "assembly"},
            "gate": {"kind": "junction"},
            "camp": {"kind": "reception"},
        },
        "roads": [
            {"between": ["square", "gate"], "time": "5 min"},
            {"between": ["gate", "camp"], "time": "20 min", "headway": "2 min"},
        ],
        "people": {"well": {"at": "square", "class": "well", "count": 4}},
        "fleet": {"bus": {"depot": "camp", "number": 2, "layouts": [{"seats": 2}]}},
        "convoy": {"least": 2, "most": 2, "marshalling": "15 min"},
    }
    return Operation.model_validate(fields | changes)


def out(operation: Operation) -> int | None:
    """How many people a plan gets out."""
    return korridor.plan(operation, objective="most-out", work=WORK, bounded=False).levels[0].value


def clearance_s(operation: Operation) -> int | None:
    """When the last one is out."""
    made = korridor.plan(operation, objective="clearance", work=WORK, bounded=False)
    return next(level.value for level in made.levels if level.name == "clearance")


def test_empty_buses_come_in_one_by_one_where_forming_up_takes_time() -> None:
    """25 min each way and 2 min between them, 15 min to form up once: 67 min, where two columns need 80."""
    assert out(shuttle(until="+67 min")) == 4
    assert out(shuttle(until="+66 min")) == 0


def test_buses_from_two_depots_leave_in_one_column() -> None:
    """One bus stands at the square and one comes: neither may leave alone, together they may."""
    bus = {"depots": {"camp": 1, "square": 1}, "layouts": [{"seats": 2}]}
    assert out(shuttle(fleet={"bus": bus})) == 4


def test_of_two_that_are_ready_the_one_with_the_shorter_way_goes_ahead() -> None:
    """The bus sent in first, to the square, lets the one from the market be first on the road."""
    operation = shuttle(
        places=shuttle().model_dump(mode="json")["places"] | {"market": {"kind": "assembly"}},
        roads=[
            {"between": ["square", "gate"], "time": "20 min"},
            {"between": ["gate", "camp"], "time": "20 min", "headway": "5 min"},
            {"between": ["market", "gate"], "time": "15 min"},
        ],
        people={
            "square": {"at": "square", "class": "well", "count": 6},
            "market": {"at": "market", "class": "well", "count": 2},
        },
        convoy={"least": 1, "most": 1},
    )
    assert clearance_s(operation) == 9600


def test_a_column_lets_the_empty_ones_in_on_a_road_of_one_lane() -> None:
    """What leaves as soon as it can keeps the others out of the road."""
    operation = shuttle(
        roads=[
            {"between": ["square", "gate"], "time": "20 min"},
            {"between": ["gate", "camp"], "time": "10 min", "headway": "2 min", "alternate": True},
        ],
        people={"well": {"at": "square", "class": "well", "count": 14}},
        fleet={"bus": {"depot": "square", "number": 3, "layouts": [{"seats": 2}]}},
        convoy={"least": 1, "most": 2},
    )
    assert clearance_s(operation) == 9000


@pytest.mark.parametrize("manner", [AT_ONCE, JOINS, LETS_IN, LETS_OUT])
def test_nobody_waits_for_ever(manner: int) -> None:
    """Were all laps to wait for others, all would leave in the end that can."""
    search = LapSearch(shuttle(convoy={"least": 1, "most": 2}), Objective.MOST_OUT, seed=0)
    search.begin()
    assert search._best is not None
    laps = search._best.copy()
    laps[:, MANNER] = manner
    search._dispatch(laps)
    assert search._levels(0.0)[0] == -4


def test_a_list_that_does_not_say_leaves_at_once() -> None:
    """Lists from elsewhere need say nothing of manners."""
    search = LapSearch(shuttle(), Objective.MOST_OUT, seed=0)
    search.begin()
    assert search._best is not None
    plain = search._best[:, :-1]
    assert (with_manners(plain, 1)[:, MANNER] == AT_ONCE).all()
    assert with_manners(search._best, 1) is search._best
