"""A4: who is missing and who is too many, of trips that are counted, and of those that only their movement counts."""

from hypothesis import given
from hypothesis import strategies as st

from korridor.ledger.interval import Interval
from korridor.ledger.left_over import Part, Whole, left_over


def exactly(n: int) -> Interval:
    return Interval(n, n)


TRIPS = st.lists(
    st.builds(Part, st.integers(-9, 9).map(exactly), st.booleans(), st.booleans(), st.booleans()), max_size=5
)
SOME = st.integers(0, 30).map(exactly)
WHOLES = st.builds(Whole, SOME, SOME, st.booleans(), SOME, SOME)


@given(trips=TRIPS, whole=WHOLES)
def test_the_difference_is_that_of_the_books(trips, whole):
    """Who is missing or on the way, less who is too many, is who got in less who got out: nobody is lost in reckoning."""
    found = left_over([part._replace(over=True) for part in trips], whole._replace(over=True))
    rest = sum(part.rest.low for part in trips) + whole.into.low - whole.out_of.low
    rest += whole.joined.low - whole.gone.low
    assert all(each.exact and each.low >= 0 for each in found)
    assert found.unexplained.low - found.surplus.low == rest


@given(trips=TRIPS, whole=WHOLES)
def test_being_over_says_only_which_are_unexplained(trips, whole):
    """Whether trips are over changes nothing of who is too many, and of nobody whether they are somewhere in the reckoning."""
    found = left_over(trips, whole)
    done = left_over([part._replace(over=True) for part in trips], whole._replace(over=True))
    assert found.surplus == done.surplus
    assert found.unexplained.low + found.aboard.low <= done.unexplained.low
    assert done.unexplained.low <= found.unexplained.high + found.aboard.high


@given(rests=st.lists(st.integers(-9, 9), max_size=6))
def test_counted_trips_never_settle_each_other(rests):
    """Where every vehicle is counted at both ends, each is reckoned by itself."""
    found = left_over([Part(exactly(rest), True) for rest in rests])
    assert found.unexplained.low == sum(rest for rest in rests if rest > 0)
    assert found.surplus.low == -sum(rest for rest in rests if rest < 0)


@given(
    trips=st.lists(st.tuples(st.integers(-9, 9), st.integers(0, 4), st.integers(0, 4)), max_size=4),
    whole=st.tuples(*[st.tuples(st.integers(0, 30), st.integers(0, 4), st.integers(0, 4))] * 2),
    flags=st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), min_size=4, max_size=4),
)
def test_intervals_hold_what_exact_counts_give(trips, whole, flags):
    """Whatever the true numbers within their intervals, what they come to is within the answer."""
    (a, a_less, a_more), (b, b_less, b_more) = whole
    true = left_over(
        [Part(exactly(n), *flag) for (n, _, _), flag in zip(trips, flags, strict=False)],
        Whole(exactly(a), exactly(b)),
    )
    wide = left_over(
        [
            Part(Interval(n - less, n + more), *flag)
            for (n, less, more), flag in zip(trips, flags, strict=False)
        ],
        Whole(Interval(max(0, a - a_less), a + a_more), Interval(max(0, b - b_less), b + b_more)),
    )
    for sure, maybe in zip(true, wide, strict=True):
        assert maybe.low <= sure.low <= maybe.high


def test_a_change_of_bus_in_a_movement_counted_whole_alarms_nobody():
    """Fifty left and fifty came, counted as a column; that five changed buses on the way makes nobody missing."""
    buses = [Part(exactly(-5), True, False, False), Part(exactly(5), True, False, False)]
    assert left_over(buses, Whole(exactly(50), exactly(50), True)) == (exactly(0), exactly(0), exactly(0))


def test_a_bus_on_the_way_that_nobody_counted_hides_nobody_who_is_missing():
    """Fifty are certainly missing from one bus, however few are known to be in another that is still on the way."""
    late, on_the_way = Part(exactly(50), True), Part(Interval(0, float("inf")), False)
    assert left_over([late, on_the_way]).unexplained == exactly(50)
    died = left_over([late, on_the_way], Whole(gone=exactly(1)))
    assert died.unexplained == Interval(0, 50)  # whoever died may have been in either: here the range stands
