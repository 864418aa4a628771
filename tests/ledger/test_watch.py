"""A4, A9: the worklist's entry of a leg over time is what the books say at each of those moments."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from korridor.events.written_event import read_event
from korridor.ledger.alarm import Alarm, first_in_both, open_spans
from korridor.ledger.books import Books
from korridor.ledger.task import Open
from korridor.ledger.watch import watched_leg, watched_trip

START = datetime.fromisoformat("2016-12-15T08:00+02:00")
KINDS = ("boarded", "departed", "screened", "alighted", "arrived", "returned")


def event(number, kind, bus, minute, late, low, more, due):
    count = {"low": low, "high": None if more is None else low + more}
    at = START + timedelta(minutes=minute)
    where = {"screened": "RAMOUSEH", "arrived": "reception:ATAREB", "alighted": "reception:ATAREB"}
    what = {"kind": kind, "on": f"M1/B{bus}/1", "at": where.get(kind, "place:AMIRIYA"), "count": count}
    if kind == "departed" and due is not None:
        what |= {"to": "ATAREB", "due": (START + timedelta(minutes=due)).isoformat()}
    if kind == "returned":
        what = {"kind": kind, "of": f"aboard:M1/B{bus}/1", "to": "place:AMIRIYA", "count": count}
    return read_event(
        {
            "version": 1,
            "device": "D1",
            "number": number,
            "post": "P1",
            "organisation": "ORG",
            "occurred_at": at.isoformat(),
            "recorded_at": (at + timedelta(minutes=late)).isoformat(),
            "what": what,
        }
    )


@st.composite
def days(draw):
    """Some events about up to three buses of one movement, in any order, and late."""
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from(KINDS),
                st.integers(1, 3),
                st.integers(0, 90),
                st.integers(0, 90),
                st.integers(0, 9),
                st.one_of(st.integers(0, 4), st.none()),
                st.one_of(st.none(), st.integers(0, 200)),
            ),
            min_size=1,
            max_size=9,
        )
    )
    return [event(number, *row) for number, row in enumerate(rows, start=1)]


def watched(events):
    trips = {}
    for each in events:
        on = getattr(each.what, "on", None) or each.what.of.removeprefix("aboard:")
        trips.setdefault(on, []).append(each)
    return watched_leg({on: watched_trip(several) for on, several in trips.items()})


@given(events=days(), minutes=st.lists(st.integers(0, 600), min_size=1, max_size=6))
def test_what_is_watched_is_what_the_books_say(events, minutes):
    """At any moment, known at that moment, the entry's persons and since are those of the whole books' worklist."""
    entries, books = watched(events), Books(events)
    for minute in minutes:
        moment = START + timedelta(minutes=minute)
        account = books.account(moment, moment)
        tasks = [t for t in account.worklist if t.what is Open.UNEXPLAINED and t.about.startswith("aboard:")]
        [entry] = [entry for entry in entries if entry.at <= moment][-1:] or [None]
        if entry is None or entry.heads.nobody:
            assert not tasks
        else:
            [task] = tasks
            assert (task.heads, task.since) == (entry.heads, entry.since)


def bus(*rows):
    return watched([event(n, *row) for n, row in enumerate(rows, start=1)])


def test_an_alarm_waits_for_its_age():
    """A bus that is due at 9 and never comes is acted on half an hour later, by whoever waits for half an hour."""
    entries = bus(("departed", 1, 0, 5, 48, 0, 60))
    until = START + timedelta(days=1)
    [span] = Alarm(persons=10, age_s=1800).spans(entries, until)
    assert span == (START + timedelta(minutes=90), until)
    assert Alarm(persons=49, age_s=0).spans(entries, until) == ()


def test_an_alarm_ends_when_the_bus_is_written_down():
    """What is late in being written, and not in coming, rings until it is written."""
    entries = bus(("departed", 1, 0, 0, 48, 0, 60), ("arrived", 1, 50, 45, 48, 0, None))
    [span] = Alarm(persons=1, age_s=0).spans(entries, START + timedelta(days=1))
    assert span == (START + timedelta(minutes=60), START + timedelta(minutes=95))


def test_a_bus_of_unknown_load_is_amber_and_never_acted_on():
    """Where nobody counted who left, perhaps nobody is missing: it stands on the worklist, and rings for no threshold."""
    entries = bus(("departed", 1, 0, 0, 0, None, 60))
    until = START + timedelta(days=1)
    assert Alarm(persons=1, age_s=0).spans(entries, until) == ()
    assert len(open_spans(entries, until)) == 1


@given(
    events=days(),
    persons=st.integers(1, 6),
    age_s=st.integers(0, 7200),
    more=st.integers(0, 6),
    longer_s=st.integers(0, 7200),
)
def test_a_higher_threshold_never_rings_earlier(events, persons, age_s, more, longer_s):
    """Whoever asks for more persons, or waits for longer, acts on nothing that the other does not act on by then."""
    entries, until = watched(events), START + timedelta(days=1)
    low = Alarm(persons=persons, age_s=age_s).spans(entries, until)
    high = Alarm(persons=persons + more, age_s=age_s + longer_s).spans(entries, until)
    for span in high:
        assert any(one.begins <= span.begins and span.ends <= one.ends for one in low)
    if high:
        assert first_in_both(low, open_spans(entries, until)) <= high[0].begins
