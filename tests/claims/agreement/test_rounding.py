"""What a round figure may stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.claims.agreement.rounding import COUNTED_UP_TO, allowed
from korridor.claims.claim import Quantity
from tests.claims.agreement.claims import claim


@pytest.mark.parametrize(
    ("low", "high", "stands_for"),
    [
        (4000, 4000, (3500, 4500)),
        (7500, 7500, (7450, 7550)),
        (950, 950, (945, 955)),
        (951, 951, (951, 951)),
        (20, 20, (20, 20)),
        (1000, None, (1000, None)),
        (None, 9000, (None, 9000)),
        (160, 240, (160, 240)),
        (None, None, (None, None)),
    ],
)
def test_persons(low: int | None, high: int | None, stands_for: tuple[int | None, int | None]) -> None:
    """4,000 may be 3,500 to 4,500; what is exact to its last digit, small, one-sided or hedged stays as it is."""
    assert allowed(claim(low, high)) == stands_for


def test_measures() -> None:
    """21 km may be 20.5 to 21.5 and 6.8 km 6.75 to 6.85; a duration and a rate are taken as they are."""
    assert allowed(claim(21, 21, quantity=Quantity.DISTANCE_KM)) == (20.5, 21.5)
    assert allowed(claim(6.8, 6.8, quantity=Quantity.DISTANCE_KM)) == (6.75, 6.85)
    assert allowed(claim(18000, 18000, quantity=Quantity.DURATION_S)) == (18000, 18000)
    assert allowed(claim(160, 160, quantity=Quantity.OTHER)) == (160, 160)


@given(st.integers(0, 10**9))
def test_the_figure_itself_is_always_allowed(number: int) -> None:
    """Whatever a plain figure may stand for, it may stand for itself, and never for half of it or for the double."""
    low, high = allowed(claim(number, number))
    assert low is not None and high is not None
    assert low <= number <= high
    assert number < COUNTED_UP_TO or number / 2 <= low <= high <= number * 2
