"""The certificate's sum, against the program that another hand built from the same document."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.operation.operation import Operation
from korridor.planning.bound.certify import certificate_of, prove
from korridor.planning.bound.clocks import Grid, grid_of
from korridor.planning.bound.kinds import Kinds as BuiltKinds
from korridor.planning.bound.program import program_of
from korridor.planning.verify.slot_program.duality import proved_weight
from korridor.planning.verify.slot_program.kinds import Kinds
from tests.strategies import operations


@given(
    operation=operations(),
    seed=st.integers(0, 2**32),
    slot_s=st.sampled_from([60, 100, 300]),
    horizon_s=st.sampled_from([1500, 4000, 9000]),
    weighted=st.booleans(),
    lap_s=st.sampled_from([None, 300, 1234]),
)
def test_both_programs_have_the_same_rows_and_columns(
    operation: Operation, seed: int, slot_s: int, horizon_s: int, weighted: bool, lap_s: int | None
):
    """Whatever the multipliers, phases and laps, both add up to the same bound, to the last person."""
    draws = np.random.default_rng(seed)
    built = BuiltKinds(operation)
    clocks = grid_of(built, slot_s).phases
    grid = Grid(slot_s, {clock: int(draws.integers(lap_s or slot_s)) for clock in clocks}, lap_s)
    program = program_of(built, grid, horizon_s, weighted)
    prices = np.zeros(sum(len(line.most) for line in program.lines))
    for line in program.lines:
        size = draws.choice([0.0, 0.001, 0.1, 1.0, 3.0])
        prices[line.places] = np.round(size * draws.random(len(line.most)), 4)
    certificate = certificate_of(program, prove(program, prices))
    assert proved_weight(Kinds(operation), certificate) == certificate.bound_weight


@pytest.mark.parametrize("weighted", [False, True])
@given(operation=operations(), slot_s=st.sampled_from([60, 300]))
def test_nothing_is_proved_by_nothing(weighted: bool, operation: Operation, slot_s: int):
    """Without multipliers only the bounds of the columns stand: everybody who can be carried, each way."""
    built = BuiltKinds(operation)
    program = program_of(built, Grid(slot_s), 9000, weighted)
    certificate = certificate_of(
        program, prove(program, np.zeros(sum(len(line.most) for line in program.lines)))
    )
    assert certificate.multipliers == {}
    assert proved_weight(Kinds(operation), certificate) == int(program.worth @ program.upper)
