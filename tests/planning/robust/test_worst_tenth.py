"""The worst tenth of futures, and the difference of two plans over the same ones."""

from math import sqrt

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from korridor.planning.robust.badness import HOUR_S, LONGER_THAN_ANY_S, badness, worst, worst_sum
from korridor.planning.robust.choice import better_than, fewest
from korridor.planning.robust.paired import mean_less, worst_less
from korridor.rehearsal.futures import Carried

BAD = st.integers(1, 6).flatmap(
    lambda tens: st.lists(st.integers(0, 10**12), min_size=10 * tens, max_size=10 * tens)
)


@given(bad=BAD, order=st.randoms(use_true_random=False))
def test_the_worst_tenth_is_the_same_in_any_order(bad, order):
    """Its sum does not depend on which future came first, and it is the sum over the futures that are named."""
    mixed = list(bad)
    order.shuffle(mixed)
    assert worst_sum(mixed) == worst_sum(bad) == sum(bad[run] for run in worst(bad))


@given(bad=BAD, less=st.integers(0, 1000))
def test_what_is_less_bad_everywhere_is_less_bad_in_the_worst_tenth(bad, less):
    """A plan that is better by as much in every future gains just that, in the mean and in the worst tenth, for certain."""
    better = [each - less for each in bad]
    for found in (worst_less(bad, better), mean_less(bad, better)):
        assert found.value == pytest.approx(less) and found.ci95 == pytest.approx((less, less))


@given(bad=BAD, other=st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_the_gain_is_the_difference_of_the_means(bad, other):
    """It is what the worst tenths' means differ by, and its interval lies around it."""
    changed = [max(0, each + other.randint(-100, 100)) for each in bad]
    found = worst_less(bad, changed)
    assert found.value == pytest.approx((worst_sum(bad) - worst_sum(changed)) * 10 / len(bad))
    assert found.ci95[0] <= found.value + 1e-3 and found.value - 1e-3 <= found.ci95[1]


def test_its_interval_holds_what_is_known():
    """Of an even spread the worst tenth's mean is known: of 400 pairs of samples, some 95 in 100 intervals hold the truth."""
    state, held = 12345, 0

    def draw() -> int:
        nonlocal state
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        return state >> 44  # 0 to 2**20

    for _ in range(400):
        common = [draw() for _ in range(500)]
        first, second = ([each + draw() // 8 for each in common] for _ in range(2))
        low, high = worst_less(first, second).ci95
        held += low <= 0 <= high
    assert abs(held / 400 - 0.95) < 3 * sqrt(0.95 * 0.05 / 400)


def test_how_bad_a_future_is():
    """An hour's exposure of one counts like one left; without a horizon whoever is left is worse than any delay."""
    carried = Carried(out=(5, 4), left=(0, 1), exposure_person_s=(HOUR_S, 0), last_out_s=(9000, 100))
    assert badness(carried, has_horizon=True) == [HOUR_S, HOUR_S]
    assert badness(carried, has_horizon=False) == [9000, LONGER_THAN_ANY_S + 100]


def test_of_plans_alike_none_is_better():
    """Ten plans that differ from the plain one by chance alone: none is taken, though the best of them looks better."""
    plain = [(7919 * run) % 1009 for run in range(1000)]
    alike = [[each + (run * (31 + 2 * k)) % 23 - 11 for run, each in enumerate(plain)] for k in range(10)]
    assert worst_sum(alike[fewest(alike, 1)[0]]) < worst_sum(plain)
    assert better_than(plain, alike) is None
    assert better_than(plain, [*alike, [each * 3 // 4 for each in plain]]) == 10
    assert better_than(plain, []) is None


def test_futures_without_a_tenth_are_no_sample():
    """A number of futures that is no multiple of ten has no whole worst tenth, and that is said."""
    with pytest.raises(ValueError, match="15 futures have no whole tenth"):
        worst_sum([1] * 15)
