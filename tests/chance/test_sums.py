"""Sums of alike quantities: one word for a whole vehicle, and the distribution that one word each would have."""

import numpy as np
import pytest
from scipy import stats

from korridor.chance.sums import sum_tables
from korridor.chance.table import HALF, TAILS, quantile
from korridor.operation.distribution import Exponential, Fixed, Gamma, Lognormal, Observed
from tests.chance.test_table import moments

SHARE = 1_000_000


@pytest.mark.parametrize("persons", [1, 2, 7, 50, 70])
def test_exponential_times_add_up_to_an_erlang_time(persons):
    """The table of n persons has the quantiles of Erlang's distribution, its middle and its ends."""
    row = sum_tables(Exponential(SHARE), 70)[persons]
    erlang = stats.gamma(persons, scale=SHARE)
    assert row[:HALF] == pytest.approx(erlang.ppf(TAILS), rel=1e-6, abs=1)
    assert row[HALF:] == pytest.approx(erlang.isf(TAILS), rel=1e-6, abs=1)


def test_gamma_times_add_up_exactly_too():
    """Twelve gamma times of 40 % are one gamma time of 40 % ÷ √12, twelve times as long."""
    row = sum_tables(Gamma(SHARE, 400_000), 12)[12]
    assert row[:HALF] == pytest.approx(stats.gamma(12 / 0.16, scale=0.16 * SHARE).ppf(TAILS), rel=1e-6)


@pytest.mark.parametrize(
    "each", [Lognormal(SHARE, 800_000), Observed((SHARE, 2 * SHARE, 9 * SHARE)), Exponential(SHARE)], ids=str
)
def test_every_sum_has_its_own_mean_and_variance(each):
    """Whatever one of them is, the sum's mean and variance are n times its own."""
    rows = sum_tables(each, 30)
    for n in (1, 5, 30):
        mean, variance = moments(rows[n])
        assert mean == pytest.approx(float(n * each.average), rel=1e-3)
        assert variance == pytest.approx(float(n * each.variance), rel=1e-2)


def test_a_sum_of_other_times_is_close_to_what_single_draws_give():
    """Fifty lognormal times of 80 %, drawn one by one 4,000 times, are not to be told from the sum's table by more than 3 %."""
    rng = np.random.default_rng(5)
    sigma = np.log1p(0.64) ** 0.5
    singles = rng.lognormal(-sigma * sigma / 2, sigma, (4000, 50)).sum(axis=1) * SHARE
    row = sum_tables(Lognormal(SHARE, 800_000), 50)
    mine = [quantile(row, 50, word) for word in rng.integers(0, 2**32, 4000, dtype=np.uint64)]
    assert stats.ks_2samp(singles, mine).statistic < 0.03 + 1.36 * (2 / 4000) ** 0.5


def test_nobody_takes_no_time_and_the_certain_is_certain():
    """No person is no time; persons that all take the same take n times it, whatever the word."""
    rows = sum_tables(Fixed(SHARE), 3)
    assert not rows[0].any()
    assert set(rows[3].tolist()) == {3 * SHARE}


def test_tables_are_made_once_and_kept_from_harm():
    """The same call returns the same array, which nobody can write to."""
    rows = sum_tables(Exponential(SHARE), 70)
    assert sum_tables(Exponential(SHARE), 70) is rows
    with pytest.raises(ValueError, match="read-only"):
        rows[1, 1] = 0
