"""The slot program's rows."""

from hypothesis import given
from hypothesis import strategies as st

from korridor.clockwork.run import run
from korridor.planning.bound.clocks import Grid, grid_of
from korridor.planning.bound.kinds import Kinds
from korridor.planning.bound.program import program_of
from korridor.planning.levels import values_of
from korridor.planning.plan import Objective
from tests.planning.bound.counted import Counted
from tests.strategies import operations, orders, weight_out


@given(
    data=st.data(),
    operation=operations(),
    slot_s=st.sampled_from([1, 20, 60, 97, 300, 1000]),
    horizon_s=st.integers(0, 9000),
    in_phase=st.booleans(),
)
def test_every_plan_keeps_every_row(data, operation, slot_s, horizon_s, in_phase):
    """Whatever is ordered, in slots of any length and phase: its trips, columns and people break no row."""
    movements = run(operation, data.draw(orders(operation)))
    horizon_s = min(horizon_s, operation.horizon_s or horizon_s)
    kinds = Kinds(operation)
    program = program_of(kinds, grid_of(kinds, slot_s) if in_phase else Grid(slot_s), horizon_s, True)
    counted = Counted(program, movements)
    assert counted.broken() == []
    assert counted.worth() >= weight_out(operation.until(horizon_s), movements)


@given(
    data=st.data(),
    operation=operations(),
    slot_s=st.sampled_from([20, 97, 1000]),
    period_s=st.sampled_from([1, 50, 700]),
    horizon_s=st.integers(0, 9000),
)
def test_every_plan_keeps_every_row_where_moments_count(data, operation, slot_s, period_s, horizon_s):
    """With periods of any length: no row is broken, and the objective is no less than the seconds that people save."""
    movements = run(operation, data.draw(orders(operation)))
    horizon_s = min(horizon_s, operation.horizon_s or horizon_s)
    kinds = Kinds(operation)
    counted = Counted(program_of(kinds, grid_of(kinds, slot_s), horizon_s, True, period_s), movements)
    assert counted.broken() == []
    people = operation.people.values()
    waiting = values_of(operation.until(horizon_s), Objective.PRIORITY, movements)["waiting"]
    assert waiting is not None
    assert counted.worth() >= horizon_s * sum(group.persons * group.weight for group in people) - waiting
