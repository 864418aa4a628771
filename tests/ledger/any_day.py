"""Any events of a small world: few places, few buses, whatever anybody may write."""

from typing import Any

from hypothesis import strategies as st

from korridor.events.event import Event
from korridor.events.written_event import read_event

PLACES = st.sampled_from(["A", "B", "C"])
TRIPS = st.sampled_from(["M1", "M2", "M1/B1", "M1/B2", "M2/B1", "M1/B1/2"])
SOMEWHERE = st.builds("{}:{}".format, st.sampled_from(["place", "reception", "custody", "dead"]), PLACES)
ACCOUNTS = st.one_of(SOMEWHERE, TRIPS.map("aboard:{}".format))
IDS = st.builds("D{}:{}".format, st.integers(1, 2), st.integers(1, 9))


def _said(kind: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"kind": st.just(kind), **fields})


def facts(counts: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    two = st.lists(ACCOUNTS, min_size=2, max_size=2, unique=True)
    return st.one_of(
        *(
            _said(kind, on=TRIPS, at=SOMEWHERE, count=counts)
            for kind in ("boarded", "departed", "alighted", "arrived")
        ),
        _said("transferred", of=ACCOUNTS, to=ACCOUNTS, count=counts),
        _said("merged", movement=st.sampled_from(["M1", "M2"]), into=st.sampled_from(["M1", "M2"])),
        _said("joined", on=TRIPS, count=counts),
        _said("returned", of=ACCOUNTS, to=SOMEWHERE, count=counts),
        _said("taken_into_custody", of=ACCOUNTS, into=PLACES, count=counts, authority=st.just("GOV")),
        _said("born", to=ACCOUNTS, count=counts),
        _said("died", of=ACCOUNTS, kept=PLACES, count=counts),
        _said("estimated", at=SOMEWHERE, count=counts),
        _said("counted", of=ACCOUNTS, count=counts),
        _said("reported_missing", of=ACCOUNTS, count=counts),
        _said("closed", of=ACCOUNTS, count=counts, reason=st.just("miscounted"), assent=st.just("SECOND")),
        two.flatmap(lambda t: _said("matched", deficit=st.just(t[0]), surplus=st.just(t[1]), count=counts)),
        _said("passed", on=TRIPS, at=PLACES, count=counts),
        _said("assigned", to=st.just("P1"), counts=st.sampled_from(["departed", "arrived"]), at=PLACES),
    )


def acts(counts: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    named = st.lists(IDS, min_size=1, max_size=2, unique=True)
    return st.one_of(
        _said("corrected", replaces=named, instead=facts(counts)),
        _said("corrected", replaces=named),
        _said("chosen", event=IDS),
        st.lists(IDS, min_size=2, max_size=2, unique=True).flatmap(
            lambda two: _said("same_as", one=st.just(two[0]), other=st.just(two[1]))
        ),
    )


@st.composite
def days(draw: st.DrawFn, exact: bool, with_acts: bool) -> list[Event]:
    """Up to twelve events, of two devices and two posts, that may give a number twice."""
    heads = st.integers(0, 60)
    counts = (
        heads
        if exact
        else st.one_of(heads, st.just({"low": 0, "high": None}), st.just({"low": 3, "high": 9}))
    )
    what = st.one_of(facts(counts), acts(counts)) if with_acts else facts(counts)
    found = []
    for n in range(draw(st.integers(1, 12))):
        number = draw(st.integers(1, 9)) if with_acts else n + 1
        hour, later = draw(st.integers(0, 9)), draw(st.integers(0, 9))
        event = read_event(
            {
                "version": 1,
                "device": f"D{draw(st.integers(1, 2))}",
                "number": number,
                "post": draw(st.sampled_from(["P1", "P2"])),
                "organisation": "FIRST",
                "occurred_at": f"2016-12-15T{hour:02}:00+02:00",
                "recorded_at": f"2016-12-15T{hour + later:02}:00+02:00",
                "what": draw(what),
            }
        )
        assert isinstance(event, Event)
        found.append(event)
    return found
