"""Two plans under the same draws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.rehearsal.statistics.compared import ALL_OUT, Compared
from korridor.rehearsal.statistics.compared_words import compared_words
from korridor.rehearsal.statistics.pairs import Pairs
from korridor.rehearsal.statistics.verdict import Verdict
from tests.rehearsal.runs import block, whole

_NAMES = ("the plan", "one more lane")
_ROWS = st.lists(
    st.tuples(st.integers(0, 999), st.integers(0, 999), st.integers(0, 2)), min_size=2, max_size=40
)


def _pairs(rows) -> Pairs:
    first, second, left = whole(rows).T
    return Pairs.of(block(first, left=left), block(second, left=left // 2, clearance_s=second))


@given(_ROWS, st.integers(1, 39))
def test_parts_add_up_in_any_order(rows, cut):
    """How runs are cut into blocks, and which came first, changes nothing."""
    parts = [_pairs(part) for part in (rows[:cut], rows[cut:]) if part]
    assert Pairs.total(parts) == Pairs.total(reversed(parts)) == _pairs(rows)


@given(_ROWS)
def test_turned_round_it_is_the_opposite(rows):
    """B against A is A against B with the signs changed, better for worse."""
    first, second, _ = whole(rows).T
    there = Compared.of(Pairs.of(block(first), block(second)), ("A", "B"))["out"]
    back = Compared.of(Pairs.of(block(second), block(first)), ("B", "A"))["out"]
    assert there.difference == -back.difference
    assert there.ci95 == pytest.approx((-back.ci95[1], -back.ci95[0]))
    assert (there.p_better, there.p_worse) == (back.p_worse, back.p_better)
    opposite = {Verdict.BETTER: Verdict.WORSE, Verdict.WORSE: Verdict.BETTER}
    assert opposite.get(there.verdict, there.verdict) is back.verdict


def test_the_same_draws_show_what_draws_apart_would_hide():
    """Five people more in each run of a thousand, among a spread of hundreds, are seen; the variance is far smaller."""
    rng = np.random.default_rng(4)
    weather = rng.normal(5000, 500, 1000)
    first, second = whole(weather), whole(weather + 5 + rng.normal(0, 20, 1000))
    row = Compared.of(Pairs.of(block(first), block(second)), _NAMES)["out"]
    assert row.verdict is Verdict.BETTER
    assert row.ci95[0] < 5 < row.ci95[1]
    assert row.variance_ratio > 500


def test_clearance_is_compared_where_both_have_everybody_out():
    """A run in which either leaves somebody has no difference in clearance, but counts for the chance."""
    first = block([9, 9, 9], left=[0, 1, 0], clearance_s=[100, 5, 300])
    second = block([9, 9, 9], left=[0, 0, 2], clearance_s=[90, 50, 5])
    compared = Compared.of(Pairs.of(first, second), _NAMES)
    assert (compared["clearance_s"].runs, compared["clearance_s"].difference) == (1, -10)
    assert (compared[ALL_OUT].p_better, compared[ALL_OUT].p_worse) == (1 / 3, 1 / 3)
    with pytest.raises(KeyError):
        compared["stranded"]


def test_words_call_noise_noise():
    """Better, worse, the same in every run, noise, and too few runs: each in words of its own."""
    rng = np.random.default_rng(6)
    base = rng.integers(4000, 5000, 400)
    tossed = rng.integers(-50, 51, 400)
    left = np.where(np.arange(400) < 390, 1, 0)
    first = block(base, left=left, exposure_person_s=6000 + tossed * 60, longest_aboard_s=3000)
    second = block(base + 40 + tossed, left=left, exposure_person_s=6000, longest_aboard_s=3000)
    head, *lines = compared_words(Compared.of(Pairs.of(first, second), _NAMES))
    assert head == "one more lane against the plan, 400 runs of each under the same draws:"
    said = dict(line.split(": ", 1) for line in lines)
    assert said["people out"].startswith("the plan 4,5")
    assert "one more lane is better by 41 (38 to 44); better in 88 % of the runs" in said["people out"]
    assert said["people left behind"] == "1 on average; no run differs."
    assert said["longest time aboard"] == "50 min on average; no run differs."
    noise = said["exposure on truce roads without a truce"]
    assert "the difference, −1.1 (−3.9 to 1.7) person-min, is noise: it may as well be none." in noise
    assert said["time until everybody is out"].endswith("10 such runs are too few to say which is better.")


def test_words_say_who_is_worse_and_by_how_many_points():
    """A chance is compared in points, and what is less is said as a loss without a minus."""
    left = np.arange(400) % 4
    first, second = block(np.full(400, 9), left=left), block(9 - left // 3, left=np.minimum(left + 1, 3))
    compared = Compared.of(Pairs.of(first, second), _NAMES)
    said = dict(line.split(": ", 1) for line in compared_words(compared)[1:])
    assert said["everybody out"] == (
        "the plan in 25 % of runs, one more lane in 0 % of runs; one more lane is worse by 25.0 points "
        "(20.9 to 29.4); better in 0 % of the runs, worse in 25 %."
    )
    assert "one more lane is worse by 0.2 (0.2 to 0.3); better in 0 % of the runs" in said["people out"]
    assert repr(compared) == "<Compared: one more lane with the plan, 400 runs of each>"


def test_other_runs_cannot_be_paired():
    """Blocks of different lengths are not of the same runs."""
    with pytest.raises(ValueError, match="2 runs cannot be compared with 3 run by run"):
        Pairs.of(block([1, 2]), block([1, 2, 3]))
    with pytest.raises(ValueError, match="there is no run to add up"):
        Pairs.total([])
