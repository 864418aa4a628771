"""What tours earn, by the checker's dynamic program."""

from hypothesis import given
from hypothesis import strategies as st

from korridor.planning.verify.shuttle_tours.earnings import Earnings
from korridor.planning.verify.shuttle_tours.lots import Lot, Trips

LOTS = (Lot("A", 2, 3), Lot("B", 1, 3), Lot("B", 1, 2))
ROOMS = ("R", "S")


@st.composite
def legs(draw: st.DrawFn) -> Trips:
    """Draw legs of few seconds, some of none, some that cannot be done; no trip in no time."""
    approach_s, deliver_s = {}, {}
    for number in range(len(LOTS)):
        there_at_once, out_at_once = draw(st.sampled_from([(False, False), (True, False), (False, True)]))
        for place in ("D", *ROOMS):
            least_s = 0 if there_at_once or place == "D" else 1
            if draw(st.integers(0, 9)):
                approach_s[place, number] = draw(st.integers(least_s, 4))
        for room in ROOMS:
            if draw(st.integers(0, 9)):
                deliver_s[number, room] = draw(st.integers(0 if out_at_once else 1, 4))
    return Trips(approach_s, deliver_s)


def most(
    trips: Trips, load_prices: tuple[int, ...], room_prices: dict[str, int], place: str, left_s: int
) -> int:
    """The most that a tour earns in the time left, by trying every next trip."""
    best = 0
    for (begins, number), approach_s in trips.approach_s.items():
        for (its, room), deliver_s in trips.deliver_s.items():
            after_s = left_s - approach_s - deliver_s
            if begins == place and its == number and after_s >= 0:
                earned = load_prices[number] - LOTS[number].persons * room_prices[room]
                best = max(best, earned + most(trips, load_prices, room_prices, room, after_s))
    return best


@given(
    legs(),
    st.tuples(*[st.integers(-4, 9)] * len(LOTS)),
    st.tuples(*[st.integers(0, 2)] * len(ROOMS)),
    st.integers(0, 9),
)
def test_the_most_that_tours_earn_is_what_trying_all_says(
    trips: Trips, load_prices: tuple[int, ...], room_prices: tuple[int, ...], seconds: int
) -> None:
    """From a depot, the dynamic program finds what trying every next trip finds."""
    prices = dict(zip(ROOMS, room_prices, strict=True))
    found = Earnings(LOTS, trips, load_prices, prices, seconds).most("D")
    assert found == most(trips, load_prices, prices, "D", seconds)


def test_large_prices_do_not_overflow() -> None:
    """Prices of 2⁴⁰ on ten thousand trips of a second are added up to the last unit."""
    trips = Trips({("D", 0): 0, ("R", 0): 0}, {(0, "R"): 1})
    earned = Earnings((Lot("A", 1, 1),), trips, (1 << 40,), {"R": 1}, 10_000).most("D")
    assert earned == 10_000 * ((1 << 40) - 1)
