"""Distributions as people say them."""

import doctest

import pytest
from hypothesis import given

from korridor.chance import in_words
from korridor.chance.in_words import mostly, share_in_words, time_in_words
from korridor.operation.spread import uncertain_share, uncertain_time
from tests.chance.exact import exact
from tests.chance.test_table import SOME
from tests.operation.uncertain import distributions


def test_the_examples_hold():
    """What the page of the module shows comes out."""
    assert doctest.testmod(in_words).failed == 0


@pytest.mark.parametrize("distribution", SOME, ids=str)
def test_mostly_is_nine_times_in_ten(distribution):
    """One in twenty lies below, one in twenty above."""
    assert mostly(distribution) == pytest.approx(exact(distribution).ppf([0.05, 0.95]), abs=0.51)


@given(distributions())
def test_mostly_runs_forwards(distribution):
    """The lower end is never above the upper one."""
    low, high = mostly(distribution)
    assert low <= high


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("20 min", "always 20 min"),
        ("exponential 5 h", "mostly 15 min to 15 h, 5 h on average"),
        ("observed 24 36 60 168 h", "mostly 25 h 50 min to 151 h 50 min, 64 h on average"),
        ("10..110 s", "mostly 15 s to 1 min 45 s, 1 min on average"),
    ],
)
def test_times_are_said_as_anybody_could_tell_them_apart(text, words):
    """No seconds stand beside hours."""
    assert time_in_words(uncertain_time(text)) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("80..100..120 %", "mostly 86 % to 114 %, 100 % on average"),
        ("exponential 3 %", "mostly 0.2 % to 9 %, 3 % on average"),
    ],
)
def test_shares_are_said_in_whole_per_cent(text, words):
    """Tenths stand only below ten per cent."""
    assert share_in_words(uncertain_share(text)) == words
