"""From prices to whole numbers."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from korridor.clockwork.run import run
from korridor.planning.bound.certify import certificate_of, prove
from korridor.planning.bound.clocks import grid_of
from korridor.planning.bound.kinds import Kinds
from korridor.planning.bound.program import program_of
from tests.planning.bound.counted import Counted
from tests.planning.bound.test_walk import corridor
from tests.strategies import operations, orders


@given(
    data=st.data(),
    operation=operations(horizon=True),
    seed=st.integers(0, 2**32),
    size=st.sampled_from([0, 0.01, 1, 1e9]),
)
def test_any_prices_prove_a_bound(data, operation, seed, size):
    """However bad the prices, negative or huge ones too, no plan is worth more than what they prove."""
    kinds = Kinds(operation)
    program = program_of(kinds, grid_of(kinds, 200), operation.horizon_s, True)
    prices = size * np.random.default_rng(seed).normal(size=program.places)
    proof = prove(program, prices)
    counted = Counted(program, run(operation, data.draw(orders(operation))))
    assert counted.worth() <= proof.bound
    assert all((each >= 0).all() for each in proof.multipliers)


def test_a_certificate_names_what_counts():
    """Rows without a multiplier are not in it, nor zeros at a tuple's end, nor phases of 0."""
    kinds = Kinds(corridor())
    program = program_of(kinds, grid_of(kinds, 300), 5000, True)
    prices = np.zeros(program.places)
    stock = next(line for line in program.lines if line.name == "stock/bus/square")
    prices[stock.first : stock.first + 3] = 2.5
    certificate = certificate_of(program, prove(program, prices))
    assert certificate.multipliers == {"stock/bus/square": (0, 0, 25 * certificate.scale // 10)}
    assert 0 not in certificate.phases.values()
    assert (certificate.horizon_s, certificate.slot_s, certificate.unweighted) == (5000, 300, False)
