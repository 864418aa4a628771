"""Wilson's interval for a chance."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from korridor.rehearsal.statistics.student import normal_reach
from korridor.rehearsal.statistics.wilson import wilson


@given(st.integers(1, 10**6), st.data())
def test_it_is_that_of_another_program(runs, data):
    """For any share of any number of runs it agrees with scipy, and holds the share."""
    hits = data.draw(st.integers(0, runs))
    low, high = wilson(hits, runs)
    expected = stats.binomtest(hits, runs).proportion_ci(method="wilson")
    assert (low, high) == pytest.approx(tuple(expected), abs=1e-9)
    assert 0 <= low <= hits / runs <= high <= 1


@given(st.integers(20, 10**5), st.data())
def test_its_ends_are_the_chances_that_are_just_allowed(runs, data):
    """At each end, the share seen is as many standard errors away as Wilson's definition says."""
    hits = data.draw(st.integers(1, runs - 1))
    for chance in wilson(hits, runs):
        error = sqrt(chance * (1 - chance) / runs)
        assert abs(hits / runs - chance) == pytest.approx(normal_reach() * error, rel=1e-6)


def test_without_a_run_nothing_is_known():
    """No run: any chance at all."""
    assert wilson(0, 0) == (0.0, 1.0)
