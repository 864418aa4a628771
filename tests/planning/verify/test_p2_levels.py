"""P2: what the levels come to."""

import pytest

from korridor.planning.plan import Level, Objective, Plan, Status
from korridor.planning.verify.p2_levels import p2_levels_are_the_objectives, p2_values_are_the_movements
from tests.planning.verify.corridor import PLAN, change, known, said


def claiming(plan: Plan = PLAN, objective: Objective = Objective.CLEARANCE, **values: int | None) -> Plan:
    """Return the plan with levels of these values and no bounds."""
    levels = tuple(Level(name=name, value=value, bound=None, gap=None) for name, value in values.items())
    return plan.model_copy(update={"objective": objective, "levels": levels})


def until(horizon_s: int) -> Plan:
    """Return the plan with an earlier horizon."""
    return PLAN.model_copy(update={"operation": PLAN.operation.until(horizon_s)})


# Families out at 1180, 1690 and, the last three, at 4176 s; two wounded, of weight 2, at 1590 s and two at 4092 s
WAITING_PERSON_S = 6 * 1180 + 6 * 1690 + 3 * 4176 + 2 * 2 * 1590 + 2 * 2 * 4092


def test_values_are_recounted():
    """Every level of every objective, as worked out by hand."""
    assert said(p2_values_are_the_movements(PLAN)) == []
    assert said(p2_values_are_the_movements(claiming(clearance=4176, waiting=WAITING_PERSON_S))) == []
    assert said(p2_values_are_the_movements(claiming(left=0, clearance=4176, waiting=WAITING_PERSON_S))) == []
    assert (
        said(p2_values_are_the_movements(claiming(objective=Objective.EXPOSURE, out=23, risk=32_832))) == []
    )


def test_who_is_not_out_waits_until_the_horizon():
    """At 4175 s the last family of three is not out; for priority it has waited so long, and nothing is left open."""
    left = WAITING_PERSON_S - 3 * 4176 + 3 * 4175
    assert said(p2_values_are_the_movements(claiming(until(4175), Objective.PRIORITY, waiting=left))) == []
    assert said(p2_values_are_the_movements(claiming(until(4175), Objective.PRIORITY, waiting=None))) == [
        f"P2: waiting: said to be None; the movements come to {left}"
    ]


def without_horizon(plan: Plan) -> Plan:
    """Return the plan with no end to the waiting: its truce is not looked at here."""
    return plan.model_copy(
        update={"operation": plan.operation.model_copy(update={"truce": None, "until_s": None})}
    )


def test_without_a_horizon_priority_is_for_everybody():
    """Who is left then stands first, and the waiting is not compared."""
    everybody = claiming(without_horizon(PLAN), Objective.PRIORITY, waiting=WAITING_PERSON_S)
    assert said(p2_levels_are_the_objectives(everybody)) == []
    assert said(p2_values_are_the_movements(everybody)) == []
    some = without_horizon(PLAN).model_copy(update={"movements": PLAN.movements[:1]})
    assert said(p2_levels_are_the_objectives(claiming(some, Objective.PRIORITY, waiting=1))) == [
        "P2: levels: waiting; for priority they are left, waiting"
    ]
    assert said(p2_values_are_the_movements(claiming(some, Objective.PRIORITY, waiting=None))) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("out", 23), ("left", 0), ("risk", 32_832), ("clearance", 4176), ("waiting", WAITING_PERSON_S)],
)
def test_a_wrong_value_is_found(name, value):
    """One more or less than the movements come to, or none at all, is named with both figures."""
    for said_value in (value - 1, value + 1, None):
        assert said(p2_values_are_the_movements(claiming(**{name: said_value}))) == [
            f"P2: {name}: said to be {said_value}; the movements come to {value}"
        ]


def test_out_is_by_the_horizon():
    """At 4175 s the last family is not out, at 4176 s it is."""
    assert said(p2_values_are_the_movements(claiming(until(4176), out=23, left=0))) == []
    assert said(p2_values_are_the_movements(claiming(until(4175), out=20, left=3))) == []
    assert said(p2_values_are_the_movements(claiming(until(1589), out=6, left=13, clearance=1180))) == []


def test_a_person_is_out_once():
    """Six are out at the camp, not again in the town; if the camp is not safe they are out in the town."""
    assert said(p2_values_are_the_movements(claiming(until(1700), out=2 * 2 + 12, left=5))) == []
    unsafe = known(until(1700), places__camp__side="corridor")
    assert said(p2_values_are_the_movements(claiming(unsafe, out=2 * 2 + 6, left=11))) == []
    assert (
        said(p2_values_are_the_movements(claiming(known(unsafe, until="+1742 s"), out=2 * 2 + 12, left=5)))
        == []
    )


def test_clearance_may_be_open_while_somebody_is_left():
    """It is the moment of the last who gets out, or not said; waiting and clearance are not compared then."""
    assert (
        said(p2_values_are_the_movements(claiming(until(4175), left=3, clearance=None, waiting=None))) == []
    )
    assert said(p2_values_are_the_movements(claiming(until(4175), left=3, clearance=4092))) == []
    assert said(p2_values_are_the_movements(claiming(until(4175), left=3, clearance=4176))) == [
        "P2: clearance: said to be 4176; the movements come to 4092"
    ]
    assert said(p2_values_are_the_movements(claiming(until(4175), left=None))) == [
        "P2: left: said to be None; the movements come to 3"
    ]


def test_risk_counts_the_tails_time_and_the_way_beyond():
    """A tail that stands 10 s longer on road 2 costs 14 persons × 10 s × 3."""
    longer = change(PLAN, 0, road=2, tail_out_s=846)
    assert said(p2_values_are_the_movements(longer)) == [
        "P2: risk: said to be 32832; the movements come to 33252"
    ]


def test_no_plan_has_no_values():
    """Who found no plan need not say what it comes to."""
    none = claiming(clearance=None, waiting=None).model_copy(
        update={"status": Status.NONE_FOUND, "movements": ()}
    )
    assert said(p2_values_are_the_movements(none)) == []


def test_levels_are_the_objectives():
    """Names and order are those of the objective; *left* stands first when clearance leaves somebody."""
    assert said(p2_levels_are_the_objectives(PLAN)) == []
    assert said(p2_levels_are_the_objectives(claiming(clearance=1, waiting=1))) == []
    assert said(p2_levels_are_the_objectives(claiming(left=0, clearance=1, waiting=1))) == []
    assert said(p2_levels_are_the_objectives(claiming(out=1, clearance=1))) == [
        "P2: levels: out, clearance; for clearance they are clearance, waiting or left, clearance, waiting"
    ]
    assert said(p2_levels_are_the_objectives(claiming(until(4175), clearance=1, waiting=1))) == [
        "P2: levels: clearance, waiting; for clearance they are left, clearance, waiting"
    ]
    swapped = claiming(objective=Objective.MOST_OUT, risk=1, out=1, clearance=1)
    assert said(p2_levels_are_the_objectives(swapped)) == [
        "P2: levels: risk, out, clearance; for most-out they are out, risk, clearance"
    ]


def test_a_plan_without_levels_claims_nothing():
    """Movements may be checked before anything is claimed of them."""
    assert said(p2_levels_are_the_objectives(claiming())) == []
