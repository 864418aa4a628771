"""The closed forms of later levels, against plans."""

from hypothesis import given
from hypothesis import strategies as st

from korridor.clockwork.run import run
from korridor.operation.operation import Operation
from korridor.planning.plan import Objective, Plan, Status
from korridor.planning.verify.p2_levels import (
    clearance_s,
    persons_left,
    risk_person_s,
    waiting_person_s,
    weight_out,
)
from korridor.planning.verify.slot_program.kinds import Kinds
from korridor.planning.verify.slot_program.later_levels import (
    least_clearance_s,
    least_risk_person_s,
    least_waiting_person_s,
)
from tests.strategies import operations, orders


@given(data=st.data(), operation=operations())
def test_no_plan_betters_the_closed_forms(data: st.DataObject, operation: Operation):
    """Whatever weight a plan gets out, it takes the risk and the time that this takes, and the waiting."""
    movements = run(operation, data.draw(orders(operation)))
    plan = Plan(
        operation=operation, objective=Objective.MOST_OUT, status=Status.FEASIBLE, movements=movements
    )
    kinds, weight = Kinds(operation), weight_out(plan)
    assert risk_person_s(plan) >= least_risk_person_s(kinds, weight)
    assert clearance_s(plan) >= least_clearance_s(kinds, weight)
    if not persons_left(plan):
        assert waiting_person_s(plan) >= least_waiting_person_s(kinds)
