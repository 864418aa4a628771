"""Sums of powers as whole numbers."""

from fractions import Fraction
from statistics import variance

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from korridor.rehearsal.statistics.moments import Moments
from tests.rehearsal.runs import numbers, whole

_ANY = numbers(10**13, least=-(10**13))


@given(_ANY)
def test_mean_and_variance_are_the_exact_ones_rounded_once(values):
    """Whatever the size of the numbers, mean and variance are those of exact fractions."""
    moments = Moments.of(whole(values))
    assert moments.mean == float(Fraction(sum(values), len(values)))
    if len(values) > 1:
        assert moments.variance == float(variance(map(Fraction, values)))
    assert moments.same == (len(set(values)) == 1)


@given(_ANY, st.integers(1, 39))
def test_parts_add_up(values, cut):
    """Two parts add up to the whole, the small ones in machine integers and the large ones not."""
    parts = [Moments.of(whole(part)) for part in (values[:cut], values[cut:])]
    assert parts[0] + parts[1] == parts[1] + parts[0] == Moments.of(whole(values))


@given(numbers(10**6, least=-(10**6)))
def test_skewness_is_that_of_scipy(values):
    """The third moment about the mean, as another program works it out."""
    if len(set(values)) > 1:
        expected = stats.skew(np.asarray(values, dtype=float))
        assert Moments.of(whole(values)).skewness == pytest.approx(expected, abs=1e-6)


def test_nothing_varies_in_one_number():
    """One number has an unknown variance; equal ones have none, and no skewness."""
    assert Moments.of(whole([5])).variance == float("inf")
    assert Moments.of(whole([5, 5])).variance == 0
    assert Moments.of(whole([5, 5])).skewness == 0
