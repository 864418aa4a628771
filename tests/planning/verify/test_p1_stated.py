"""P1: a plan that cannot be read is told so, and nothing else is asked of it."""

import pytest

from korridor.planning.plan import Status
from korridor.planning.verify import verify
from korridor.planning.verify.p1_stated import p1_no_plan_has_no_movements
from tests.planning.verify.corridor import PLAN, change, said

UNREADABLE = {
    "no such place": (
        change(PLAN, 1, trip=0, destination="port"),
        ["P1: movement 1, bus 0: 'port' is not a place of the operation"],
    ),
    "no such release point": (
        change(PLAN, 1, release="port"),
        ["P1: movement 1: 'port' is not a place of the operation"],
    ),
    "no such checkpoint": (
        change(PLAN, 0, trip=0, post={"checkpoint": "port"}),
        ["P1: movement 0, ambulance 0: 'port' is not a place of the operation"],
    ),
    "no such group": (
        change(
            PLAN,
            1,
            trip=0,
            loads=(PLAN.movements[1].trips[0].loads[0].model_copy(update={"group": "others"}),),
        ),
        ["P1: movement 1, bus 0: 'others' is not a group of the operation"],
    ),
    "no such type": (
        change(PLAN, 1, trip=0, vehicle_type="lorry"),
        ["P1: movement 1, lorry 0: 'lorry' is not a vehicle type of the operation"],
    ),
    "no such vehicle": (
        change(PLAN, 1, trip=0, vehicle=2),
        ["P1: movement 1, bus 2: vehicle 2 is not one of the 2, from 0"],
    ),
    "no such layout": (
        change(PLAN, 1, trip=0, layout=1),
        ["P1: movement 1, bus 0: layout 1 is not one of the 1, from 0"],
    ),
    "nobody drives": (
        change(PLAN, 1, trips=()),
        ["P1: movement 1: it has no vehicle"],
    ),
    "no moment of boarding": (
        change(PLAN, 1, trip=0, boards_s=None),
        ["P1: movement 1, bus 0: boards_s is not stated"],
    ),
    "no bay": (
        change(PLAN, 1, trip=0, bay=None),
        ["P1: movement 1, bus 0: bay is not stated"],
    ),
    "no moment of unloading": (
        change(PLAN, 0, trip=0, unloads_s=None),
        ["P1: movement 0, ambulance 0: unloads_s is not stated"],
    ),
    "no bay to unload in": (
        change(PLAN, 1, trip=0, unload_bay=None),
        ["P1: movement 1, bus 0: unload_bay is not stated"],
    ),
    "not in rank order": (
        change(PLAN, 1, rank=7),
        ["C1: movement 7: stands at place 1 of the plan"],
    ),
}


@pytest.mark.parametrize(("plan", "expected"), UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_plan_is_asked_no_further(plan, expected):
    """A name that the operation does not know, or a time unstated, is the only thing said of a plan."""
    assert said(verify(plan)) == expected


def test_no_such_road():
    """A road beyond the last of the file is named by its number."""
    first = PLAN.movements[2].passages[0].model_copy(update={"road": 6})
    plan = change(PLAN, 2, passages=(first, PLAN.movements[2].passages[1]))
    assert said(verify(plan)) == ["P1: movement 2: road 6 is not one of the 6, from 0"]


def test_no_bay_where_bays_are_not_counted():
    """Where bays are unlimited no bay need be named."""
    assert PLAN.movements[0].trips[0].unload_bay is None
    assert verify(PLAN) == ()


@pytest.mark.parametrize("status", [Status.INFEASIBLE, Status.NONE_FOUND])
def test_no_plan_has_no_movements(status):
    """Who says that there is no plan has none to show."""
    plan = PLAN.model_copy(update={"status": status})
    assert said(p1_no_plan_has_no_movements(plan)) == [f"P1: status: {status}, and yet 4 movements"]
    assert said(p1_no_plan_has_no_movements(plan.model_copy(update={"movements": ()}))) == []
