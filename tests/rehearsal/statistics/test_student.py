"""Student's t without scipy, held against scipy."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from korridor.rehearsal.statistics.student import normal_reach, reach


@given(st.one_of(st.integers(1, 210), st.integers(1, 10**6)), st.floats(0.5, 0.9999))
def test_it_is_the_t_of_another_program(freedom, level):
    """For few and many degrees of freedom and any level of use, it agrees with scipy to seven figures."""
    assert reach(freedom, level) == pytest.approx(stats.t.ppf((1 + level) / 2, freedom), rel=1e-7)


def test_the_normal_distribution_is_the_limit():
    """No degree of freedom tells nothing; very many tell as much as a known spread."""
    assert reach(0) == inf
    assert normal_reach() == pytest.approx(1.959964, abs=1e-6)
    assert reach(10**12) == pytest.approx(normal_reach(), abs=1e-9)
