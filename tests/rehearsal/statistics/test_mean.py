"""Means with intervals."""

import numpy as np
import pytest
from hypothesis import given
from scipy import stats

import korridor.rehearsal.statistics.mean as module
from korridor.rehearsal.statistics.mean import mean_of
from korridor.rehearsal.statistics.moments import Moments
from tests.rehearsal.runs import numbers, whole


@given(numbers(10**6))
def test_its_width_is_students(values):
    """The interval is as wide as another program's, and holds the mean."""
    if len(set(values)) > 1:
        mean = mean_of(Moments.of(whole(values)))
        error = stats.sem(values)
        low, high = stats.t.interval(0.95, len(values) - 1, loc=0, scale=error)
        assert mean.half_width == pytest.approx((high - low) / 2, rel=1e-6)
        assert mean.low <= mean.value <= mean.high


def test_it_leans_to_the_longer_tail():
    """Of a measure with a long tail upwards more of the interval lies above the mean; of its mirror image, below."""
    tail = np.random.default_rng(1).exponential(1000, 500).astype(np.int64)
    up, down = mean_of(Moments.of(tail)), mean_of(Moments.of(10_000 - tail))
    assert up.high - up.value > up.value - up.low
    assert down.high - down.value < down.value - down.low
    assert up.high - up.value == pytest.approx(down.value - down.low)


def test_what_never_varied_is_not_certain():
    """All alike in 96 runs: other runs have a chance of at most 3.8 %, each between nought and the most there can be."""
    same = Moments.of(whole([10] * 96))
    assert mean_of(same, most=12).low == pytest.approx(9.615, abs=1e-3)
    assert mean_of(same, most=12).high == pytest.approx(10.077, abs=1e-3)
    assert mean_of(same).high == 10
    assert mean_of(Moments.of(whole([0] * 96)), most=50).high == pytest.approx(1.92, abs=0.01)


def test_few_runs_and_lopsided_ones_are_called_rough():
    """Fewer than thirty runs, or fewer than 25 for each unit of squared skewness (Cochran), are rough."""
    rng = np.random.default_rng(2)
    assert mean_of(Moments.of(whole(rng.normal(1000, 50, 29)))).rough
    assert not mean_of(Moments.of(whole(rng.normal(1000, 50, 60)))).rough
    assert mean_of(Moments.of(whole([0] * 999 + [1]))).rough
    assert mean_of(Moments.of(whole([7]))) == module.Mean(7.0, None, None, rough=True)
