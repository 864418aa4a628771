"""A9, X1, X2: events are closed; what is malformed is refused by field, what is newer is kept, and no text fits anywhere."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.events.event import Event
from korridor.events.event_schema import event_schema
from korridor.events.written_event import Malformed, NotUnderstood, event_bytes, kinds, read_event
from tests.events.any_event import TREES

GOOD: dict[str, Any] = {
    "version": 1,
    "device": "D1",
    "number": 1,
    "post": "GATE",
    "organisation": "SARC",
    "occurred_at": "2016-12-15T14:20+02:00",
    "recorded_at": "2016-12-15T14:21+02:00",
    "what": {"kind": "departed", "on": "M1/B7", "at": "AMIRIYA", "count": {"low": 48, "high": 48}},
}
VALIDATOR = jsonschema.Draft202012Validator(event_schema())
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def with_(path: str, value: Any) -> dict[str, Any]:
    tree = json.loads(json.dumps(GOOD))
    *steps, last = path.split(".")
    here = tree
    for step in steps:
        here = here[step]
    here[last] = value
    return tree


@given(tree=TREES)
def test_every_event_is_written_in_one_form_and_read_again(tree):
    """Any event is read again as it was from its bytes, which are the same however its keys were ordered."""
    event = read_event(tree)
    assert isinstance(event, Event)
    raw = event_bytes(event)
    assert read_event(raw) == event
    assert event_bytes(read_event(dict(reversed(json.loads(raw).items())))) == raw
    assert b" " not in raw and raw.decode("utf-8")


@given(tree=TREES)
def test_every_event_keeps_to_the_exported_schema(tree):
    """The schema that programs are given takes whatever is written."""
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(event_bytes(read_event(tree))))] == []


@given(raw=st.one_of(st.binary(max_size=200), JSON.map(lambda tree: json.dumps(tree).encode())))
def test_garbage_is_refused_or_kept_with_a_reason(raw):
    """Whatever bytes come, they are refused with words, or kept as they are with a reason; nothing else happens."""
    try:
        found = read_event(raw)
    except Malformed as malformed:
        assert malformed.wrong and str(malformed)
    else:
        assert isinstance(found, NotUnderstood) and found.reason and found.raw == raw


@given(tree=TREES, data=st.data())
def test_a_damaged_event_is_refused_or_another_event(tree, data):
    """An event with a field taken out, or put in place of another, is refused, kept, or one that can be written."""
    path = data.draw(st.sampled_from([*tree, *(f"what.{key}" for key in tree["what"])]))
    here, key = (tree["what"], path[5:]) if path.startswith("what.") else (tree, path)
    if data.draw(st.booleans()):
        del here[key]
    else:
        here[key] = data.draw(JSON)
    try:
        found = read_event(tree)
    except Malformed as malformed:
        assert str(malformed)
    else:
        assert isinstance(found, NotUnderstood) or read_event(event_bytes(found)) == found


@given(tree=TREES, cut=st.integers(1, 400))
def test_a_truncated_event_is_refused(tree, cut):
    """Bytes that end too early are never taken for an event."""
    raw = event_bytes(read_event(tree))
    with pytest.raises(Malformed):
        read_event(raw[: -min(cut, len(raw))])


REFUSED = {
    "no text where a code belongs": (
        "post",
        "Ahmad from the gate",
        "post: 'Ahmad from the gate' is not a code of 1 to 16 capital letters, digits, full stops and hyphens",
    ),
    "a field for a name": ("what.name", "Ahmad", "what.name: there is no such field"),
    "a class of one's own": (
        "what.count",
        {"low": 1, "high": 1, "scheme": "care", "classes": {"loyal": 1}},
        "what.count: 'loyal' is not a class of care; one of lying, sitting, well, unknown",
    ),
    "a scheme of one's own": (
        "what.count",
        {"low": 1, "high": 1, "scheme": "faith", "classes": {"x": 1}},
        "what.count.scheme: 'faith' is not known here; 'care', 'age-sex' or 'status'",
    ),
    "status without an agreement": (
        "what.count",
        {"low": 1, "high": 1, "scheme": "status", "classes": {"fighters": 1}},
        "what.count: status is counted only where an agreement names it; name the agreement",
    ),
    "classes beyond the total": (
        "what.count",
        {"low": 4, "high": 4, "scheme": "care", "classes": {"well": 5}},
        "what.count: the classes add up to 5, more than the total of 4; count again",
    ),
    "a time without an offset": (
        "occurred_at",
        "2016-12-15T14:20",
        "occurred_at: 2016-12-15T14:20 has no offset from UTC; write for example 2016-12-15T09:00+02:00",
    ),
    "a time that is a number": (
        "recorded_at",
        1481804400,
        "recorded_at: 1481804400 is not an instant; write for example 2016-12-15T09:00+02:00",
    ),
    "a closing that one organisation makes alone": (
        "what",
        {"kind": "closed", "of": "M1/B7", "count": 4, "reason": "miscounted", "assent": "SARC"},
        "closing an unexplained takes the assent of a second organisation; SARC is the first",
    ),
    "an ethnicity among nationalities": (
        "what",
        {
            "kind": "taken_into_custody",
            "of": "M1",
            "into": "R",
            "count": 1,
            "authority": "GOV",
            "nationalities": {"KRD": 1},
        },
        "what.nationalities.KRD.[key]: 'KRD' is not a nationality; "
        "its three letters after ISO 3166-1, XXA stateless, XXX not known",
    ),
}


@pytest.mark.parametrize(("path", "value", "says"), REFUSED.values(), ids=REFUSED.keys())
def test_what_must_not_be_said_cannot_be(path, value, says):
    """X1, X2: no name, no text, no class, scheme or status beyond the closed lists; the field is named, and what is allowed."""
    with pytest.raises(Malformed) as malformed:
        read_event(with_(path, value))
    assert str(malformed.value) == says


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("version", 2, "version 2 is not known here; version 1 is"),
        ("what.kind", "flown_out", "kind 'flown_out' is not known here"),
        (
            "what",
            {"kind": "corrected", "replaces": ["D1:1"], "instead": {"kind": "flown_out"}},
            "kind 'flown_out'",
        ),
    ],
)
def test_what_is_newer_is_kept(path, value, says):
    """An event of another version, or of a kind that is not known here, is kept byte for byte, with whose it is and why."""
    raw = json.dumps(with_(path, value)).encode()
    found = read_event(raw)
    assert isinstance(found, NotUnderstood)
    assert found.raw == raw and says in found.reason and (found.device, found.number) == ("D1", 1)


def test_no_kind_is_missing():
    """The kinds that the rule names (A9) are all there, and each can be read."""
    named = """boarded departed passed screened taken_into_custody transferred merged diverted joined alighted arrived counted
        reclassified returned released handed_over born died reported_missing corrected same_as incident guarantee aid_in
        passed_outside"""
    assert set(named.split()) <= set(kinds())


@pytest.mark.parametrize(
    "raw", [b"[" * 60_000, b"{" + b'"a":{' * 9_000, b"1" * 9_000, b'{"a":1,"a":2}', b'{"a":NaN}']
)
def test_what_would_break_a_reader_is_refused(raw):
    """Nesting without end, numbers without end, keys twice and numbers that are none are refused in words."""
    with pytest.raises(Malformed) as malformed:
        read_event(raw)
    assert len(str(malformed.value)) < 200
