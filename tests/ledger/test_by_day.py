"""What the books can say of a day: whatever hour somebody meant, the truth of that hour is in it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.events.event_lines import read_lines
from korridor.ledger.by_day import ByDay
from korridor.ledger.leg import Span

FIRST = datetime.fromisoformat("2016-12-15T00:00+02:00")
HOURS = 72


@dataclass(frozen=True)
class Trip:
    """A bus that leaves A or B in one hour and is at R some hours later, and how wrongly it was counted."""

    origin: str
    leaves: int
    rides: int
    heads: int
    off: tuple[int, int]

    def at(self, hour: int) -> str:
        return self.origin if hour < self.leaves else "R" if hour >= self.leaves + self.rides else "aboard"

    def lines(self, name: str) -> list[str]:
        counts = [f"{max(0, self.heads - off)}..{self.heads + off}" for off in self.off]
        began = f"{moment(self.leaves)} departed on={name} at={self.origin} count={counts[0]}"
        if self.leaves + self.rides >= HOURS:
            return [began]
        return [
            began,
            f"{moment(self.leaves + self.rides)} arrived on={name} at=reception:R count={counts[1]}",
        ]


def moment(hour: int) -> str:
    return (FIRST + timedelta(hours=hour)).isoformat(timespec="minutes")


trips = st.lists(
    st.builds(
        Trip,
        st.sampled_from("AB"),
        st.integers(1, HOURS - 1),
        st.integers(1, 5),
        st.integers(0, 50),
        st.tuples(st.integers(0, 3), st.integers(0, 3)),
    ),
    min_size=1,
    max_size=5,
)


def books(of: list[Trip]) -> ByDay:
    head = "with device=D1 post=GATE organisation=ICRC"
    there = {place: sum(trip.heads for trip in of if trip.origin == place) for place in "AB"}
    opened = [f"{moment(0)} estimated at={place} count={heads}" for place, heads in there.items()]
    lines = [line for number, trip in enumerate(of) for line in trip.lines(f"M{number}")]
    return ByDay(read_lines("\n".join([head, *opened, *lines]), "world.txt"))


def holds(span: Span | None, truth: int) -> bool:
    return span is not None and span.interval.low <= truth <= span.interval.high


@given(of=trips, day=st.integers(0, 2), hour=st.integers(0, 23))
def test_the_truth_of_any_hour_is_in_the_range_of_its_day(of: list[Trip], day: int, hour: int) -> None:
    """Departed from A, arrived, on the way, in A: the true number of each hour is within what the books say of its day."""
    days = books(of)
    on = date(2016, 12, 15 + day)
    there = {trip: trip.at(24 * day + hour) for trip in of}

    def heads(*where: str, origin: str = "AB") -> int:
        return sum(trip.heads for trip in of if there[trip] in where and trip.origin in origin)

    departed, arrived = heads("aboard", "R", origin="A"), heads("R", origin="A")
    assert holds(days.out_of(["place:A"], on, on), departed)
    assert holds(days.out_of(["place:A"], on, on), arrived)
    assert holds(days.came_to(["reception:R"], on, on), heads("R"))
    assert holds(days.within(["reception:R"], on, on), heads("R"))
    assert holds(days.within(["place:A"], on, on), heads("A"))
    assert holds(days.aboard(None, on, on), heads("aboard"))
    both = ["place:A", "place:B"]
    assert holds(days.out_of(both, on, on), heads("aboard", "R"))
    assert holds(days.out_of(both, on, on), heads("R"))
    assert holds(days.within(both, on, on), heads("A", "B"))


STORY = """
with device=D1 post=GATE organisation=ICRC day=2016-12-15 offset=+02:00
07:00 estimated at=A count=2000
14:00 departed on=M1 at=A count=951 due=15:00
17:00 arrived on=M1 at=reception:R count=947
with day=2016-12-16
09:00 departed on=M2 at=A count=500 recorded=2016-12-17T09:00
"""


def test_a_day_has_the_range_from_its_first_hour_to_its_last() -> None:
    """On the 15th from nobody to 951 had left; on the 16th 947 had certainly come to somewhere, and 1,451 had gone."""
    days = ByDay(read_lines(STORY, "story.txt"))
    one, two = date(2016, 12, 15), date(2016, 12, 16)
    assert days.out_of(["place:A"], one, one) == Span(low=0, high=951)
    assert days.out_of(["place:A"], two, two) == Span(low=947, high=1451)
    assert days.within(["place:A"], two, two) == Span(low=549, high=1049)
    assert days.aboard("M2", two, two) == Span(low=0, high=500)
    assert days.on_leg("M1", one) == Span(low=947, high=951)
    assert days.on_leg("M2", one) is None


def test_after_the_last_event_nothing_has_an_upper_end() -> None:
    """Nobody counted on the 20th: of that day the books know who was out before, and no more."""
    late = date(2016, 12, 20)
    assert ByDay(read_lines(STORY, "story.txt")).out_of(["place:A"], late, late) == Span(low=947, high=None)


def test_before_the_books_were_opened_they_are_not_asked() -> None:
    """The day before the first event is none of theirs."""
    days = ByDay(read_lines(STORY, "story.txt"))
    assert (days.open_by(date(2016, 12, 14)), days.open_by(date(2016, 12, 15))) == (False, True)


def test_what_was_known_by_then() -> None:
    """Until the 17th nobody had written M2 down: the books of the 16th end with 951, and have no upper end for that day."""
    days = ByDay(read_lines(STORY, "story.txt"), "2016-12-16T20:00+02:00")
    two = date(2016, 12, 16)
    assert days.out_of(["place:A"], two, two) == Span(low=947, high=None)
    with pytest.raises(ValueError, match="nothing had been recorded by then"):
        ByDay(read_lines(STORY, "story.txt"), "2016-12-14T20:00+02:00")


def test_a_place_of_which_nobody_knew_how_many_there_were() -> None:
    """951 left a place that nobody had counted: how many are still there the books do not say."""
    days = ByDay(read_lines(STORY.replace("07:00 estimated at=A count=2000\n", ""), "story.txt"))
    assert days.within(["place:A"], date(2016, 12, 16), date(2016, 12, 16)) is None
