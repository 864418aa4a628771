"""Blocks that come in any order: the answer is that of whole prefixes."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.rehearsal.measure import Measure
from korridor.rehearsal.outcome import Outcome
from korridor.rehearsal.statistics.gathered import Gathered
from korridor.rehearsal.statistics.precision import Precision
from korridor.rehearsal.statistics.progress import Progress
from korridor.rehearsal.statistics.stopping import Stopping, Why
from tests.rehearsal.runs import block


@cache
def _block(index: int, runs: int) -> Outcome:
    rng = np.random.default_rng([7, index])
    return Outcome.of(block(rng.normal(5000, 500, runs).astype(np.int64), left=rng.integers(0, 2, runs)))


def _run(stopping: Stopping, random, ahead: int) -> Gathered:
    """Run as several workers would: blocks come in any order, some beyond the look, some twice."""
    gathered = Gathered(stopping)
    while not gathered.done:
        beyond = range(gathered.runs // 64, min(stopping.blocks, gathered.runs // 64 + ahead))
        waiting = [*gathered.wanted, *beyond]
        random.shuffle(waiting)
        for index in waiting:
            gathered.add(index, _block(index, stopping.runs_of(index)))
    return gathered


@given(st.randoms(use_true_random=False), st.sampled_from([0, 5, 60]))
def test_the_answer_does_not_depend_on_who_was_faster(random, ahead):
    """However blocks come, the same prefix decides, and its outcome is the same bit for bit."""
    stopping = Stopping(Precision.read("0.6 %"), 3000)
    gathered = _run(stopping, random, ahead)
    assert gathered.outcome.runs == 1536
    assert gathered.outcome == Outcome.total(_block(index, 64) for index in range(24))
    assert (gathered.stopped.why, gathered.stopped.reached) == (Why.PRECISION, True)
    assert gathered.wanted == ()


def test_what_cannot_be_reached_within_the_cap_is_not_reached():
    """Five hundred persons' spread is not a tenth of a per cent after 2,000 runs, and the last block is a short one."""
    seen: list[Progress] = []
    gathered = Gathered(Stopping(Precision.read("0.1 %"), 2000), watch=seen.append)
    for index in reversed(range(32)):
        gathered.add(index, _block(index, 64 if index < 31 else 16))
    assert gathered.outcome.runs == 2000
    assert (gathered.stopped.why, gathered.stopped.reached) == (Why.RUNS, False)
    assert [progress.runs for progress in seen] == [1024, 1536, 2000]


def test_without_a_precision_exactly_the_runs_asked_for_are_run():
    """Nothing but the number of runs ends it, and nothing is said to be reached."""
    gathered = Gathered(Stopping(most_runs=100))
    assert gathered.wanted == (0, 1)
    gathered.add(1, _block(1, 36))
    assert not gathered.done
    gathered.add(0, _block(0, 64))
    assert (gathered.stopped.why, gathered.stopped.reached) == (Why.RUNS, None)
    assert gathered.outcome.runs == 100


def test_an_interrupt_keeps_the_whole_prefix():
    """Blocks after a missing one are no answer; those before are."""
    gathered = Gathered(Stopping(Precision.read("1 %"), 10_000))
    for index in (0, 1, 3):
        gathered.add(index, _block(index, 64))
    gathered.interrupt()
    assert gathered.done and gathered.outcome.runs == 128
    assert (gathered.stopped.why, gathered.stopped.reached) == (Why.INTERRUPTED, False)


def test_a_block_of_another_size_is_refused():
    """A worker that ran other runs than the block's is not believed."""
    with pytest.raises(ValueError, match="block 1 has 64 runs, not 36"):
        Gathered(Stopping(most_runs=100)).add(1, _block(1, 64))


def test_before_the_end_there_is_no_ending():
    """Whoever asks too soon is told so."""
    gathered = Gathered(Stopping(most_runs=100), Measure.OUT)
    with pytest.raises(ValueError, match="still running"):
        _ = gathered.stopped
    with pytest.raises(ValueError, match="there is no run to add up"):
        _ = gathered.outcome
