"""Labels moved apart."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.pictures.spread import spread


def test_labels_with_room_stay():
    """Labels that do not overlap stand where they belong."""
    assert spread([0, 10, 20], 5) == [0, 10, 20]


def test_labels_without_room_move_apart_alike():
    """Two labels on one spot move half the distance each."""
    assert spread([10, 10], 4) == [8, 12]


@given(st.lists(st.floats(0, 1000), max_size=30).map(sorted), st.floats(0.1, 50))
def test_no_two_labels_overlap(wanted, least):
    """However crowded, labels keep their order and their distance."""
    assert all(after - here >= least - 1e-6 for here, after in pairwise(spread(wanted, least)))


@given(st.lists(st.floats(0, 1000), min_size=1, max_size=30).map(sorted), st.floats(0.1, 50))
def test_labels_do_not_drift(wanted, least):
    """Moving labels apart moves none of them further one way than others the other way."""
    assert sum(spread(wanted, least)) == pytest.approx(sum(wanted), abs=1e-6)
