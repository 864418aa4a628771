"""Quantiles with intervals that hold whatever the distribution."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

import korridor.rehearsal.statistics.quantile as module
from korridor.rehearsal.statistics.histogram import Histogram
from korridor.rehearsal.statistics.quantile import quantile, ranks
from tests.rehearsal.runs import numbers, whole

_PERCENT = st.sampled_from([10, 50, 90])


@given(st.integers(1, 20_000), _PERCENT)
def test_ranks_leave_at_most_a_fortieth_beyond_each_end(runs, percent):
    """By the exact binomial distribution no interval misses more than 2.5 % on a side, and none a rank narrower would do."""
    lower, upper = ranks(runs, percent)
    below = stats.binom(runs, percent / 100)
    assert lower is None or below.cdf(lower - 1) <= 0.025
    assert below.cdf(lower or 0) > 0.025 - 1e-9
    assert upper is None or below.sf(upper - 1) <= 0.025
    assert below.sf((upper or runs + 1) - 2) > 0.025 - 1e-9


@given(numbers(10**6, size=200), _PERCENT)
def test_a_quantile_is_a_number_that_came_and_its_interval_holds_it(values, percent):
    """It is the smallest number that at least so many runs do not exceed, between its own ends."""
    found = quantile(Histogram.of(whole(values)), len(values), percent)
    not_above = sum(value <= found.value for value in values)
    below = sum(value < found.value for value in values)
    assert below * 100 < percent * len(values) <= not_above * 100
    assert found.value in values
    assert found.low is None or found.low <= found.value
    assert found.high is None or found.value <= found.high


def test_too_few_runs_have_no_interval_on_that_side():
    """The worst of twenty runs says nothing of how bad the worst tenth may be."""
    found = quantile(Histogram.of(whole(range(20))), 20, 90)
    assert found == module.Quantile(17, 14, None)


@pytest.mark.parametrize("percent", [10, 50, 90])
def test_intervals_hold_the_true_quantile_as_often_as_they_say(percent):
    """Of 1,000 samples of 200 exponential numbers, at least about 95 % of the intervals hold the true quantile."""
    draws = np.random.default_rng(5).exponential(10**6, (1000, 200)).astype(np.int64)
    true = stats.expon.ppf(percent / 100) * 10**6
    found = [quantile(Histogram.of(row), 200, percent) for row in draws]
    held = sum(each.low <= true <= each.high for each in found)
    assert 940 <= held <= 985
