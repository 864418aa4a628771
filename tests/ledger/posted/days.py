"""Events at random, of a small country where everything meets everything: movements, places, and acts about the books."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from korridor.events.event import Event

BEGIN = datetime(2016, 12, 15, 9, 0, tzinfo=UTC)
DEVICES, NUMBERS = ("D1", "D2"), 9

places = st.sampled_from(["place:A", "place:B", "reception:R", "hospital:H"])
trips = st.sampled_from(["M1/B1/1", "M1/B2/1", "M2/B1/1", "M1", "M3/B1/1"])
accounts = places | trips.map("aboard:{}".format)
ids = st.builds("{}:{}".format, st.sampled_from(DEVICES), st.integers(1, NUMBERS))


def counts() -> st.SearchStrategy[dict[str, Any]]:
    whole = st.integers(0, 60)
    plain = st.builds(
        lambda low, more: {"low": low, "high": low + more}, whole, st.sampled_from([0, 0, 0, 5])
    )
    by_class = st.builds(
        lambda lying, well: {
            "low": lying + well,
            "high": lying + well,
            "scheme": "care",
            "classes": {"lying": {"low": lying, "high": lying}, "well": {"low": well, "high": well}},
        },
        whole,
        whole,
    )
    by_age = st.builds(
        lambda men: {
            "low": men,
            "high": men,
            "scheme": "age-sex",
            "classes": {"men": {"low": men, "high": men}},
        },
        whole,
    )
    return plain | by_class | by_age | st.just({"low": 0, "high": None})


def facts() -> st.SearchStrategy[dict[str, Any]]:
    said = st.fixed_dictionaries
    carried = st.sampled_from(["boarded", "departed", "alighted", "arrived"])
    return st.one_of(
        said({"kind": carried, "on": trips, "at": places, "count": counts()}),
        said({"kind": st.just("transferred"), "of": accounts, "to": accounts, "count": counts()}),
        said({"kind": st.just("joined"), "on": trips, "count": counts()}),
        said({"kind": st.just("reported_missing"), "of": accounts, "count": counts()}),
        said({"kind": st.just("estimated"), "at": places, "count": counts()}),
        said({"kind": st.just("counted"), "of": accounts, "count": counts()}),
        said(
            {
                "kind": st.just("reclassified"),
                "of": accounts,
                "scheme": st.just("care"),
                "was": st.just("well"),
                "now": st.just("lying"),
                "heads": st.builds(lambda n: {"low": n, "high": n}, st.integers(1, 3)),
            }
        ),
        said({"kind": st.just("merged"), "movement": st.sampled_from(["M1", "M2"]), "into": st.sampled_from(["M2", "M3"])}),
        said(
            {
                "kind": st.just("assigned"),
                "to": st.sampled_from(["P1", "P2"]),
                "counts": st.sampled_from(["departed", "arrived", "counted"]),
                "at": st.sampled_from(["A", "R"]),
            }
        ),
        said({"kind": st.just("chosen"), "event": ids}),
        said({"kind": st.just("same_as"), "one": ids, "other": ids}).filter(lambda fact: fact["one"] != fact["other"]),
    )  # fmt: skip


def whats() -> st.SearchStrategy[dict[str, Any]]:
    corrected = st.builds(
        lambda replaces, instead: {"kind": "corrected", "replaces": replaces, "instead": instead},
        st.lists(ids, min_size=1, max_size=2, unique=True),
        st.none() | facts(),
    )
    return st.one_of(facts(), facts(), corrected)


def _event(device: str, number: int, post: str, minutes: int, later: int, what: dict[str, Any]) -> Event:
    at = BEGIN + timedelta(minutes=minutes)
    tree = {"device": device, "number": number, "post": post, "organisation": "SARC", "what": what}
    return Event.model_validate({**tree, "occurred_at": at, "recorded_at": at + timedelta(minutes=later)})


def moments() -> st.SearchStrategy[datetime]:
    """Moments before, in and after such a day: many of them when something happened, or was written down."""
    minutes = st.integers(-20, 480) | st.integers(-2, 48).map(lambda n: 10 * n)
    return minutes.map(lambda n: BEGIN + timedelta(minutes=n))


def days() -> st.SearchStrategy[Sequence[Event]]:
    """Up to so many events, a few of them with one number."""
    one = st.builds(
        _event,
        st.sampled_from(DEVICES),
        st.integers(1, NUMBERS),
        st.sampled_from(["P1", "P2"]),
        st.integers(0, 300) | st.integers(0, 30).map(lambda n: 10 * n),
        st.sampled_from([0, 0, 0, 1, 10, 45, 170, -10]),
        whats(),
    )
    return st.lists(one, min_size=1, max_size=14)
