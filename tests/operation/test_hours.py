"""Daily hours."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from korridor.operation.hours import Hours
from korridor.operation.place import Kind, Place

CLOCKS = st.integers(0, 86400)


@given(CLOCKS, CLOCKS)
def test_hours_survive_their_file(opens, closes):
    """Hours written out are read back as the same hours, seconds included."""
    assume(opens < closes)
    hours = Hours(opens_clock_s=opens, closes_clock_s=closes)
    assert Hours.model_validate_json(hours.model_dump_json()) == hours


def test_hours_are_written_as_people_write_them():
    """Whole minutes show no seconds."""
    assert Hours(opens_clock_s=21600, closes_clock_s=86400).model_dump() == "06:00-24:00"
    assert Hours(opens_clock_s=21605, closes_clock_s=64800).model_dump() == "06:00:05-18:00"


def test_hours_go_into_a_place_as_they_are():
    """A place takes hours that are made already."""
    hours = Hours(opens_clock_s=21600, closes_clock_s=64800)
    assert Place(kind=Kind.RECEPTION, hours=hours).hours == hours


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("always", "'always' is not a span of the day; write for example '06:00-18:00'"),
        (6, "6 is not a span of the day; write for example '06:00-18:00'"),
        ("18:00-06:00", "hours must open before they close on the same day, for example '06:00-18:00'"),
        ("06:00-06:00", "hours must open before they close on the same day, for example '06:00-18:00'"),
        ("6-18", "'6' is not a time of day; write for example '06:30'"),
        (
            {"opens_clock_s": 0, "closes_clock_s": 9},
            "a table of keys and values is not a span of the day; write for example '06:00-18:00'",
        ),
    ],
)
def test_hours_that_are_none_are_refused(written, words):
    """O2: bad hours are named as they were written, with an example."""
    with pytest.raises(ValidationError) as error:
        Hours.model_validate(written, context={"file": True})
    assert error.value.errors()[0]["msg"].removeprefix("Value error, ") == words
