"""Regret: each run against a bound."""

import pytest

from korridor.rehearsal.measure import Measure
from korridor.rehearsal.regret import regret
from tests.rehearsal.runs import whole


def test_each_run_has_its_own_bound():
    """People short of a run's bound, and seconds beyond it."""
    assert regret(whole([90, 80]), whole([100, 80]), Measure.OUT).tolist() == [10, 0]
    assert regret(whole([900, 800]), 700, Measure.CLEARANCE).tolist() == [200, 100]


def test_a_run_that_beats_its_bound_is_an_error():
    """A bound that a run beats is none, and it is said which run."""
    with pytest.raises(ValueError, match="people out in run 1 of its block: 101 beats the bound 100"):
        regret(whole([90, 101]), 100, Measure.OUT)
    with pytest.raises(
        ValueError, match="time until everybody is out in run 0 of its block: 5 beats the bound 7"
    ):
        regret(whole([5, 9]), whole([7, 8]), Measure.CLEARANCE)
