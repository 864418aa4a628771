"""Quantile tables: whole numbers with the bits of every machine, and the distribution that was asked for."""

import doctest
import hashlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from korridor.chance import keyed, table
from korridor.chance.elementary import exp, ln
from korridor.chance.table import HALF, MOST, TAILS, WIDTH, quantile, tables
from korridor.compiled import compiled
from korridor.operation.distribution import (
    Distribution,
    Exponential,
    Fixed,
    Gamma,
    Impossible,
    Lognormal,
    Observed,
    Pert,
    Triangular,
    Uniform,
)
from tests.chance.exact import exact
from tests.operation.uncertain import distributions

WORDS = st.integers(0, 2**32 - 1) | st.sampled_from(
    [0, 31, 32, 33, 2**31 - 1, 2**31, 2**31 + 1, 2**32 - 33, 2**32 - 32, 2**32 - 1]
)
PARTS = 1000

SOME = [
    Uniform(900, 2700),
    Triangular(900, 1200, 2700),
    Triangular(900, 900, 2700),
    Triangular(900, 2700, 2700),
    Pert(900, 1200, 2700),
    Pert(900, 2700, 2700),
    Exponential(1200),
    Lognormal(1200, 50_000),
    Lognormal(1200, 300_000),
    Lognormal(1200, 1_000_000),
    Lognormal(1200, 3_000_000),
    Gamma(1200, 10_000),
    Gamma(1200, 300_000),
    Gamma(1200, 1_000_000),
    Gamma(1200, 3_000_000),
]


@compiled
def drawn(rows, words, found):
    """What a rehearsal does: words through a table, in compiled code."""
    for n in range(len(words)):
        found[n] = quantile(rows, 0, words[n])


def draws(distribution: Distribution, words) -> np.ndarray:
    found = np.zeros(len(words), dtype=np.int64)
    drawn(tables([distribution], PARTS), words, found)
    return found


def moments(row) -> tuple[float, float]:
    """Mean and variance over all 2³² words: the table's lines, summed without a draw."""
    first = np.rint(TAILS * 2.0**32 - 0.5)
    first[-1] = 2.0**31
    total = squares = 0.0
    for half in (row[:HALF].astype(float), row[HALF:].astype(float)):
        words, low, high = np.diff(first), half[:-1], half[1:]
        step = (high - low) / words
        total += (words * low + step * words * (words - 1) / 2).sum()
        squares += (
            words * low * low
            + low * step * words * (words - 1)
            + step * step * words * (words - 1) * (2 * words - 1) / 6
        ).sum()
    mean = total / 2.0**32
    return mean, squares / 2.0**32 - mean * mean


def test_the_examples_hold():
    """What the page of the module shows comes out."""
    assert doctest.testmod(table).failed == 0


@pytest.mark.parametrize("distribution", SOME, ids=str)
def test_mean_and_variance_are_those_that_were_asked_for(distribution):
    """Over all words the mean is right to 1 in 10,000, the variance to 1 in 1,000; and each distribution knows its own."""
    mean, variance = moments(tables([distribution], PARTS)[0])
    asked = exact(distribution)
    assert mean == pytest.approx(asked.mean() * PARTS, rel=1e-4)
    assert variance == pytest.approx(asked.var() * PARTS**2, rel=1e-3)
    assert float(distribution.average) == pytest.approx(asked.mean(), rel=1e-9)
    assert float(distribution.variance) == pytest.approx(asked.var(), rel=1e-6)


@pytest.mark.parametrize("distribution", SOME, ids=str)
def test_no_chance_is_off_by_more_than_one_in_four_thousand(distribution):
    """At 50,000 words, and far out, no chance is off by more than 1 in 4,000; up to a spread of 100 %, 1 in 10,000."""
    words = np.unique(np.concatenate([np.linspace(0, 2**32 - 1, 50_001), np.geomspace(1, 2**31, 500)]))
    words = words.astype(np.uint64)
    found = draws(distribution, words)
    asked = exact(distribution)
    chance = (words + 0.5) / 2.0**32
    limit = 1 / 4000 if getattr(distribution, "spread_ppm", 0) > 1_000_000 else 1e-4
    rounded = (
        asked.cdf((found - 1) / PARTS),
        asked.cdf((found + 1) / PARTS),
    )  # rounded in the table, and out of it
    assert (chance - rounded[1]).max() < limit
    assert (rounded[0] - chance).max() < limit


@pytest.mark.parametrize("distribution", SOME, ids=str)
def test_extremes_are_right(distribution):
    """One in 10⁵ and one in 10⁸, on either side, are right to 0.2 % of their distance from the mean, and to one part."""
    asked = exact(distribution)
    for chance in (1e-8, 1e-5, 1e-3):
        words = np.array([chance * 2**32, 2**32 * (1 - chance)]).astype(np.uint64)
        meant = np.array([asked.ppf((words[0] + 0.5) / 2**32), asked.isf(1 - (words[1] + 0.5) / 2**32)])
        found = draws(distribution, words)
        far = abs(meant - asked.mean()) * PARTS
        assert (abs(found - meant * PARTS) <= 1 + 0.002 * far).all()


@pytest.mark.parametrize("distribution", SOME[:-1], ids=str)
def test_keyed_draws_have_the_distribution(distribution):
    """20,000 runs of a keyed draw pass the test of Kolmogorov and Smirnov, and their deciles that of chi-square.

    But for the last, of which every sixth is less than a millisecond.
    """
    of = keyed.key(keyed.Kind.REPAIR, "bus", 4)
    seed = keyed.seed_word(2016)
    words = np.array([keyed.block(seed, run, of, 0)[0] for run in range(20_000)])
    found, asked = draws(distribution, words) / PARTS, exact(distribution)
    assert stats.kstest(found, asked.cdf).pvalue > 1e-4
    bins = np.digitize(found, asked.ppf(np.arange(1, 10) / 10))
    assert stats.chisquare(np.bincount(bins, minlength=10)).pvalue > 1e-4


@given(distributions(), st.lists(WORDS, min_size=2, max_size=50))
def test_a_larger_word_is_never_less_and_all_stay_within(distribution, words):
    """Quantities grow with their word, stay within what the distribution allows, and are never negative."""
    row = tables([distribution])
    found = [int(quantile(row, 0, np.uint64(word))) for word in sorted(words)]
    assert found == sorted(found)
    assert found[0] >= 0
    match distribution:
        case Fixed(value=value):
            assert set(found) == {value}
        case Uniform(low=low, high=high) | Triangular(low=low, high=high) | Pert(low=low, high=high):
            assert low <= found[0] <= found[-1] <= high
        case Observed(values=values):
            assert values[0] <= found[0] <= found[-1] <= values[-1]


@given(distributions(), WORDS)
def test_compiled_and_plain_lookups_are_the_same_bits(distribution, word):
    """Run as Python, uncompiled, the same lines find the same quantity."""
    row = tables([distribution], PARTS)
    assert quantile(row, 0, np.uint64(word)) == quantile.py_func(row, 0, np.uint64(word))


def test_observed_values_come_up_as_they_were_seen():
    """Between neighbouring values each is as likely; half of the words lie below the middle one."""
    row = tables([Observed((16, 12, 40))])
    chances = [0.0, 0.25, 0.5, 0.75, 1 - 2**-32]
    assert [int(quantile(row, 0, np.uint64(chance * 2**32))) for chance in chances] == [12, 14, 16, 28, 40]
    mean, variance = moments(tables([Observed((16, 12, 40))], PARTS)[0])
    assert mean == pytest.approx(float(Observed((12, 16, 40)).average) * PARTS, rel=1e-3)
    assert variance == pytest.approx(float(Observed((12, 16, 40)).variance) * PARTS**2, rel=1e-2)


def test_what_is_too_large_for_a_table_is_refused():
    """A quantity that leaves no room for a line between two of them is an error, and not another quantity."""
    words = r"^Fixed\(value=1000000000\) is too large in parts of 1/10000000; draw it in larger ones$"
    with pytest.raises(Impossible, match=words):
        tables([Fixed(10**9)], 10**7)
    with pytest.raises(Impossible, match="is too large in parts of 1/1000000"):
        tables([Uniform(0, 10**9)], 10**6)


@pytest.mark.parametrize(
    "distribution",
    [Lognormal(10**9, 3_000_000), Gamma(10**9, 3_000_000), Uniform(0, 10**9), Exponential(10**9)],
    ids=str,
)
def test_every_time_that_a_file_may_hold_fits_in_milliseconds(distribution):
    """The largest quantities still grow with their word, to the last one."""
    words = np.concatenate([np.linspace(0, 2**32 - 1, 3001), 2**32 - 1 - np.geomspace(1, 2**31, 999)])
    found = draws(distribution, np.unique(words.astype(np.uint64)))
    assert (np.diff(found) >= 0).all()
    assert 10**9 < found[-1] < MOST


def test_no_distribution_is_an_empty_array():
    """A plan without an uncertain quantity has no rows, of the right width."""
    assert tables([]).shape == (0, WIDTH)


@given(st.floats(1e-300, 1e300), st.floats(-699, 699))
def test_logarithm_and_exponential_are_right(positive, any_number):
    """Made of + − × ÷ alone, they agree with the platform's own to 4 units in the last place."""
    assert ln(np.array([positive]))[0] == pytest.approx(np.log(positive), rel=1e-15, abs=1e-15)
    assert exp(np.array([any_number]))[0] == pytest.approx(np.exp(any_number), rel=1e-15)


GOLDEN = {
    "Uniform(low=900, high=2700)": "e91fe8a98dcafec8",
    "Triangular(low=900, mode=1200, high=2700)": "f3367aeeaf5a580d",
    "Triangular(low=900, mode=900, high=2700)": "36d66ea9701fbeae",
    "Triangular(low=900, mode=2700, high=2700)": "6c9f32a9d78fcbfa",
    "Pert(low=900, mode=1200, high=2700)": "923cef3398493ff1",
    "Pert(low=900, mode=2700, high=2700)": "8f3340ab8da9b609",
    "Exponential(mean=1200)": "e295843e86fb469b",
    "Lognormal(mean=1200, spread_ppm=50000)": "5c6ed5ac02442ed5",
    "Lognormal(mean=1200, spread_ppm=300000)": "b5cc6fe2d566c5de",
    "Lognormal(mean=1200, spread_ppm=1000000)": "8cba9afd9a5caa98",
    "Lognormal(mean=1200, spread_ppm=3000000)": "dd7c7aa12094c10b",
    "Gamma(mean=1200, spread_ppm=10000)": "5a48cf492feab3ce",
    "Gamma(mean=1200, spread_ppm=300000)": "2fd53f2c56634c9a",
    "Gamma(mean=1200, spread_ppm=1000000)": "67c32d92fab23c9b",
    "Gamma(mean=1200, spread_ppm=3000000)": "e92ce32f438eb949",
}
"""Digests of tables of milliseconds."""


@pytest.mark.parametrize("distribution", SOME, ids=str)
def test_every_bit_is_the_same_on_every_machine(distribution):
    """Golden: a table of milliseconds, all 1,730 of it, has one digest wherever it is made (C9)."""
    row = tables([distribution], PARTS)[0].astype("<i8")
    assert hashlib.sha256(row.tobytes()).hexdigest()[:16] == GOLDEN[str(distribution)]
