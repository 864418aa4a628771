"""Intervals at the moment of stopping hold the truth as often as they say."""

import pytest

from tests.rehearsal.statistics.coverage import LAWS, NEEDED_RUNS, covered


@pytest.mark.parametrize("law", LAWS)
def test_intervals_hold_the_truth_about_as_often_as_they_say(law):
    """In 200 rehearsals of each law, stopped by the rule, the share that holds the truth is near 95 %."""
    share, _ = covered(LAWS[law], 1024, 200, seed=1)
    assert 0.90 <= share <= 0.99


@pytest.mark.long
@pytest.mark.parametrize("needed_runs", NEEDED_RUNS)
@pytest.mark.parametrize("law", LAWS)
def test_coverage_is_95_per_cent_give_or_take_one(law, needed_runs):
    """Of 4,000 rehearsals, 95 ± 1 % hold the truth, whatever the precision; 3 standard errors of 0.34 % besides."""
    share, _ = covered(LAWS[law], needed_runs, 4000, seed=2)
    assert 0.94 - 0.0103 <= share <= 0.96 + 0.0103


@pytest.mark.long
def test_a_rule_that_looks_early_and_often_would_fall_short(monkeypatch):
    """The same intervals with looks after every block from the second on hold the truth of a long tail far less often."""
    from korridor.rehearsal.statistics import mean, stopping

    monkeypatch.setattr(stopping, "FIRST_RUNS", 64)
    monkeypatch.setattr(stopping, "_GROWTH", (21, 20))
    monkeypatch.setattr(mean, "COCHRAN", 0)
    share, _ = covered(LAWS["lognormal, σ = 1"], 200, 2000, seed=3)
    assert share < 0.92
