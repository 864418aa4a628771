"""Who fits into a vehicle."""

from hypothesis import given
from hypothesis import strategies as st

from korridor.planning.bound.fit import buckets


@given(st.integers(1, 300), st.integers(0, 300))
def test_buckets_part_the_persons_aboard(persons: int, room: int):
    """Every number of persons lies in one bucket, and none holds both some that leave room and some that do not."""
    room = min(room, persons - 1)
    aboard = [n for few, many in buckets(persons, room) for n in range(few, many + 1)]
    assert sorted(aboard) == list(range(1, persons + 1))
    assert not any(few <= room < many for few, many in buckets(persons, room))
