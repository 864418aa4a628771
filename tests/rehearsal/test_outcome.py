"""Results added up: the same whatever the blocks, their order and their grouping."""

import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.rehearsal.measure import Measure
from korridor.rehearsal.outcome import Outcome
from korridor.rehearsal.statistics.histogram import MOST_BUCKETS
from tests.rehearsal.runs import block, blocks, whole


@given(st.lists(blocks(), min_size=1, max_size=6), st.randoms(use_true_random=False), st.integers(0, 5))
def test_order_and_grouping_change_nothing(several, random, cut):
    """Outcomes of blocks add up to one and the same, in any order and however they are grouped."""
    parts = [Outcome.of(each) for each in several]
    whole_outcome = Outcome.total(parts)
    random.shuffle(parts)
    assert Outcome.total(parts) == whole_outcome
    one_by_one = parts[0]
    for part in parts[1:]:
        one_by_one = part + one_by_one
    assert one_by_one == whole_outcome
    halves = [Outcome.total(half) for half in (parts[:cut], parts[cut:]) if half]
    assert Outcome.total(halves) == whole_outcome


@given(st.lists(blocks(), min_size=2, max_size=4))
def test_runs_in_one_block_or_in_many_are_the_same(several):
    """How runs are cut into blocks does not show in what they add up to."""
    together = {
        measure: np.concatenate([each.measures[measure] for each in several])
        for measure in several[0].measures
    }
    names = ("out_by_hour", "waits_s")
    tables = {name: np.concatenate([getattr(each, name) for each in several]) for name in names}
    waiting = sum(each.waiting_person_s for each in several)
    one = type(several[0])(together, **tables, waiting_person_s=waiting)
    assert Outcome.of(one) == Outcome.total(Outcome.of(each) for each in several)


@given(blocks())
def test_an_outcome_travels_between_processes(each):
    """What a worker sends arrives as it was."""
    outcome = Outcome.of(each)
    assert pickle.loads(pickle.dumps(outcome)) == outcome


def test_clearance_counts_only_runs_with_everybody_out():
    """A run that leaves somebody has no clearance, and the others' are untouched by what it says."""
    outcome = Outcome.of(block([10, 9, 10], left=[0, 1, 0], clearance_s=[100, 999_999, 300]))
    assert outcome.all_out == 2
    assert outcome.samples[Measure.CLEARANCE].moments.sum == 400
    assert outcome.most_persons == 10


def test_outcomes_of_different_things_do_not_add_up():
    """Blocks of two rehearsals are not mixed in silence."""
    plain = Outcome.of(block([1]))
    with_waits = Outcome.of(block([1], waits_s=whole([[5]])))
    with pytest.raises(ValueError, match="blocks of one rehearsal tell of different things"):
        plain + with_waits
    with pytest.raises(ValueError, match="there is no run to add up"):
        Outcome.total([])
    assert plain != with_waits


def test_memory_does_not_grow_with_the_runs():
    """Three hundred thousand runs, all different, take no more than three numbers for each of 16,384 buckets."""
    spread = np.arange(300_000, dtype=np.int64) * 7
    many = Outcome.of(block(spread, exposure_person_s=spread * 1000))
    numbers_of_eight_bytes = 2 * 3 * MOST_BUCKETS
    assert len(pickle.dumps(many)) < 8 * numbers_of_eight_bytes + 10_000
