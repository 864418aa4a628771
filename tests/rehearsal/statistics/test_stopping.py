"""When enough has been run."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.rehearsal.block import BLOCK_RUNS
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.outcome import Outcome
from korridor.rehearsal.statistics.precision import Precision
from korridor.rehearsal.statistics.stopping import FIRST_RUNS, Stopping
from tests.rehearsal.runs import block


@given(st.integers(1, 10**6))
def test_looks_are_whole_blocks_that_grow_by_half(most_runs):
    """Between the first look and the cap each has about half as many runs again, and all but the cap are whole blocks."""
    looks = Stopping(Precision.read("1 %"), most_runs).look_runs
    assert looks[-1] == most_runs
    assert all(look % BLOCK_RUNS == 0 and look >= FIRST_RUNS for look in looks[:-1])
    pairs = pairwise(looks[:-1])
    assert all(1.5 * earlier <= later < 1.5 * earlier + BLOCK_RUNS for earlier, later in pairs)


@given(st.integers(1, 10**5))
def test_blocks_hold_all_runs_once(most_runs):
    """The runs of all blocks are the cap, and there is none beyond."""
    stopping = Stopping(most_runs=most_runs)
    assert sum(stopping.runs_of(index) for index in range(stopping.blocks)) == most_runs
    assert stopping.runs_of(stopping.blocks) == 0
    assert stopping.look_runs == (most_runs,)


def test_no_run_at_all_is_refused():
    """A cap of nought runs is said to be none."""
    with pytest.raises(ValueError, match="0 runs are none; at least 1 is needed"):
        Stopping(most_runs=0)


def test_a_narrow_interval_over_few_runs_is_not_enough():
    """What is narrow by luck after few runs does not stop, unless few are all that is allowed."""
    out = np.random.default_rng(3).integers(900, 1100, 500)
    outcome, asked = Outcome.of(block(out)), Precision.read("5 %")
    assert not Stopping(asked, 10_000).is_enough(outcome)
    assert Stopping(asked, 500).is_enough(outcome)


def test_clearance_needs_enough_runs_that_have_one():
    """Two thousand runs of which a hundred have everybody out are a hundred for the clearance."""
    left = np.ones(2000, dtype=np.int64)
    left[:100] = 0
    outcome = Outcome.of(block(np.full(2000, 9), left=left, clearance_s=np.arange(2000) % 50 + 10_000))
    assert not Stopping(Precision.read("5 %", Measure.CLEARANCE)).is_enough(outcome)
    assert Stopping(Precision.read("5 points")).is_enough(outcome)
