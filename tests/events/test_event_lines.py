"""Events as a person writes them, a line an event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.events.event_lines import read_lines
from korridor.operation.fault import Faults

SET = "with device=D1 post=GATE organisation=SARC day=2016-12-15 offset=+02:00\n"


def test_a_line_is_an_event():
    """A line says when, what and how many; the lines before it say the rest."""
    text = SET + "14:20 departed on=M1/B7 at=AMIRIYA count=48 care=lying:2,well:46 due=16:40  # on time"
    [event] = read_lines(text, "today.txt")
    assert (event.id, event.kind, event.occurred_at.isoformat()) == (
        "D1:1",
        "departed",
        "2016-12-15T14:20:00+02:00",
    )
    assert event.recorded_at == event.occurred_at
    assert (event.what.on, event.what.at, event.what.count.low) == ("M1/B7/1", "place:AMIRIYA", 48)
    assert event.what.count.of_class("lying").low == 2 and event.what.count.of_class("unknown").high == 0
    assert event.what.due.hour == 16


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("48", 48, 48),
        ("40..60", 40, 60),
        ("about-50", 40, 60),
        ("at-least-17", 17, None),
        ("up-to-400", 0, 400),
        ("unknown", 0, None),
        ("3,000", 3000, 3000),
    ],
)
def test_a_count_is_an_interval(written, low, high):
    """A2, S2: each way to write a count commits its author to an interval."""
    [event] = read_lines(f"{SET}9:00 arrived on=M1 at=X count={written}".replace("9:00", "09:00"), "x")
    assert (event.what.count.low, event.what.count.high) == (low, high)


FAULTS = {
    "09:00 departt on=M1": "'departt' is not a kind of event; did you mean 'departed'? one of boarded",
    "09:00 arrived on=M1 at=X count=4x": "count: '4x' is not a count; write 48, 40..60, about-50, at-least-17",
    "09:00 arrived on=M1 at=X count=4 count=5": "count: stands here twice; once is allowed",
    "09:00 arrived on=M1 at=X 48": "'48' is not key=value; write for example count=48",
    "arrived": "a line is a time, a kind and key=value, for example: 14:20 arrived on=M1/B7",
    "25:00 arrived on=M1 at=X count=4": "occurred_at: '25:00' is not an instant; write for example",
    "09:00 arrived on=M1 at=X count=4 care=lying": "care: 'lying' is not name:number; write for example",
    "09:00 merged movement=M1 into=M2 care=lying:1": "care: belongs to a count, and there is none; write count=48",
    "09:00 corrected replaces=D1:1 count=4": "count: of what? write instead=KIND, and then what is true instead",
    "with name=Ahmad": "name: cannot be set for many lines; one of device, number, post",
}


@pytest.mark.parametrize(("line", "says"), FAULTS.items())
def test_a_wrong_line_is_named(line, says):
    """What is wrong with a line is said with the file, the line, and what is allowed."""
    with pytest.raises(Faults) as faults:
        read_lines(f"{SET}{line}\n", "today.txt")
    fault, *_ = str(faults.value).split("\n")
    assert fault.startswith(f"today.txt:2: {says}")


def test_a_time_needs_its_day():
    """An hour alone is refused until a line says of which day, and at which offset."""
    with pytest.raises(Faults, match="14:20 of which day"):
        read_lines("14:20 merged movement=M1 into=M2 device=D1 post=P organisation=O", "x")
    with pytest.raises(Faults, match="has no offset from UTC"):
        read_lines(
            "with day=2016-12-15\n14:20 merged movement=M1 into=M2 device=D1 post=P organisation=O", "x"
        )


@given(text=st.text(max_size=200))
def test_any_text_is_read_or_refused(text):
    """Whatever a file holds, it is events, or faults with lines."""
    try:
        read_lines(SET + text, "x")
    except Faults as faults:
        assert all(fault.line >= 1 and fault.what for fault in faults.faults)
