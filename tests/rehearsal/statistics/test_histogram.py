"""Order statistics from buckets: exact while there are few, near when there are many, the same in any order."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.rehearsal.statistics import histogram as module
from korridor.rehearsal.statistics.histogram import Histogram
from tests.rehearsal.runs import numbers, whole

_PARTS = st.lists(numbers(10**9, least=-(10**9)), min_size=1, max_size=6)


@given(numbers(10**12, least=-(10**12)))
def test_few_numbers_are_kept_exactly(values):
    """Every rank gives back the very number."""
    found = Histogram.of(whole(values))
    assert found.width == 1
    assert list(found.ranked(range(1, len(values) + 1))) == sorted(values)


@pytest.fixture
def few_buckets(monkeypatch):
    monkeypatch.setattr(module, "MOST_BUCKETS", 8)
    monkeypatch.setattr(module, "MOST_A_COLUMN", 4)


@pytest.mark.usefixtures("few_buckets")
class TestWhereBucketsAreFew:
    """Eight buckets, so that a few numbers are too many."""

    @given(_PARTS, st.randoms(use_true_random=False))
    def test_order_and_grouping_change_nothing(self, parts, random):
        """However the numbers come, the buckets and what is in them are the same."""
        everything = Histogram.of(whole([number for part in parts for number in part]))
        counted = [Histogram.of(whole(part)) for part in parts]
        assert Histogram.total(counted) == everything
        random.shuffle(counted)
        one_by_one = counted[0]
        for part in counted[1:]:
            one_by_one = Histogram.total([one_by_one, part])
        assert one_by_one == everything

    @given(numbers(10**9, least=-(10**9)))
    def test_a_rank_is_off_by_less_than_the_width(self, values):
        """What a rank gives and the number that stands there lie in one bucket."""
        found = Histogram.of(whole(values))
        ranked = found.ranked(range(1, len(values) + 1))
        assert all(
            abs(near - exact) < found.width for near, exact in zip(ranked, sorted(values), strict=True)
        )
        assert len(found.places) <= 8
        assert int(found.counts.sum()) == len(values)

    def test_a_bucket_of_one_number_many_times_is_that_number(self):
        """Where nearly all runs agree, the quantile is the number that they agree on, not an edge of its bucket."""
        found = Histogram.of(whole([35_000] * 500 + [i * 1000 + 3 for i in range(20)]))
        assert found.width > 1
        assert found.ranked([260]) == (35_000,)


def test_columns_are_counted_apart():
    """Each column of a table has its own ranks, also where one has only zeros."""
    table = whole([[0, 30, 5], [0, 10, 5], [0, 20, 9]])
    found = Histogram.of(table)
    assert [found.ranked([1, 2, 3], column) for column in range(3)] == [(0, 0, 0), (10, 20, 30), (5, 5, 9)]


def test_nothing_added_to_nothing_is_nothing():
    """Where no run has everybody out, there is no clearance to count, however many blocks there are."""
    nothing = Histogram.of(whole([]))
    assert Histogram.total([nothing, nothing]) == nothing
    assert Histogram.total([nothing, Histogram.of(whole([7]))]) == Histogram.of(whole([7]))


def test_tables_of_different_widths_do_not_add_up():
    """A table of three hours and one of four are not of one rehearsal."""
    with pytest.raises(ValueError, match="tables of different widths"):
        Histogram.total([Histogram.of(whole([[1, 2]])), Histogram.of(whole([[1]]))])


def test_what_no_operation_comes_to_is_refused():
    """A number that would run over into its neighbour's column is an error, not a wrong count."""
    with pytest.raises(ValueError, match="no operation comes to that"):
        Histogram.of(whole([2**44]))


def test_many_different_numbers_stay_in_bounded_memory():
    """A hundred thousand different numbers need at most 16,384 buckets, and the median is near."""
    values = np.arange(100_000, dtype=np.int64)
    found = Histogram.of(values)
    assert len(found.places) <= module.MOST_BUCKETS
    assert abs(found.ranked([50_000])[0] - 49_999) < found.width == 8
