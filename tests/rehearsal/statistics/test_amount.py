"""Amounts in words."""

import pytest

from korridor.rehearsal.measure import Measure
from korridor.rehearsal.statistics.amount import amount, at_most, between, percent


@pytest.mark.parametrize(
    ("value", "measure", "words"),
    [
        (0, Measure.OUT, "0"),
        (0.01, Measure.LEFT, "under 0.1"),
        (-2.34, Measure.OUT, "−2.3"),
        (9.99, Measure.OUT, "10"),
        (-0.2, Measure.CLEARANCE, "0 s"),
        (59.4, Measure.ABOARD, "59 s"),
        (59.6, Measure.ABOARD, "60 s"),
        (61, Measure.ABOARD, "1 min 1 s"),
        (3600, Measure.ABOARD, "1 h"),
        (3659, Measure.CLEARANCE, "1 h 1 min"),
        (360_000, Measure.CLEARANCE, "100 h"),
        (600, Measure.EXPOSURE, "10 person-min"),
    ],
)
def test_an_amount_has_the_figures_that_matter(value, measure, words):
    """Persons, times and person-minutes, with a minus only before something."""
    assert amount(value, measure) == words


def test_a_chance_is_never_rounded_to_never_or_always():
    """0 % and 100 % are kept for what did not happen in any run, and in each."""
    assert [percent(share) for share in (0, 0.00001, 0.05, 0.5, 0.95, 0.99999, 1)] == [
        "0 %",
        "under 0.1 %",
        "5.0 %",
        "50 %",
        "95.0 %",
        "over 99.9 %",
        "100 %",
    ]
    assert at_most(0) == "0 % at most"


def test_a_rough_interval_says_so():
    """One word, where the interval may miss more often than it says."""
    assert between(7200, 3600, 9000, Measure.ABOARD, rough=True) == "2 h (roughly 1 h to 2 h 30 min)"
