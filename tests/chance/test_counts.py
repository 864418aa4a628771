"""Counts: exact chances, in exact steps."""

import doctest

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from korridor.chance import counts
from korridor.chance.counts import Binomial, NegativeBinomial, Poisson, count_table, counted
from korridor.operation.distribution import Impossible

SOME = [
    (Binomial(50, 20_000), stats.binom(50, 0.02)),
    (Binomial(5000, 20_000), stats.binom(5000, 0.02)),
    (Binomial(3, 1_000_000), stats.binom(3, 1)),
    (Binomial(0, 500_000), stats.binom(0, 0.5)),
    (Poisson(0), stats.poisson(0)),
    (Poisson(50_000), stats.poisson(0.05)),
    (Poisson(1000 * 10**6), stats.poisson(1000)),
    (NegativeBinomial(10**7, 500_000), stats.nbinom(4, 4 / 14)),
]
WORDS = st.integers(0, 2**32 - 1)


def test_the_examples_hold():
    """What the page of the module shows comes out."""
    assert doctest.testmod(counts).failed == 0


@pytest.mark.parametrize(
    ("count", "exact"), SOME, ids=lambda each: str(each) if hasattr(each, "chances") else ""
)
def test_every_chance_is_right_to_a_word(count, exact):
    """The word at which each count ends is its chance times 2³², to the nearest."""
    table = count_table(count)
    ends = table[257:]
    assert abs(ends / 2.0**32 - exact.cdf(table[0] + np.arange(len(ends)))).max() < 2**-31
    assert ends[-1] == 2**32


@given(st.sampled_from(SOME), st.lists(WORDS, min_size=1, max_size=20))
def test_a_count_is_the_one_whose_words_these_are(pair, words):
    """The guide finds what a search through all steps finds, compiled and plain; a larger word is never fewer."""
    table = count_table(pair[0])
    found = [int(counted(table, np.uint64(word))) for word in sorted(words)]
    assert found == [
        int(table[0] + np.searchsorted(table[257:], word, side="right")) for word in sorted(words)
    ]
    assert found == [int(counted.py_func(table, np.uint64(word))) for word in sorted(words)]
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Binomial(-1, 5), "of -1 is out of range; from 0 to 100000"),
        (lambda: Binomial(5, 1_000_001), "chance_ppm 1000001 is out of range; from 0 to 1000000"),
        (lambda: Poisson(-1), "mean_ppm -1 is out of range; from 0 to 50000000000"),
        (lambda: NegativeBinomial(5, 0), "spread_ppm 0 is out of range; from 1 to 3000000"),
    ],
)
def test_a_count_that_cannot_be_is_refused(make, words):
    """Each is told what is allowed."""
    with pytest.raises(Impossible, match=f"^{words}$"):
        make()
