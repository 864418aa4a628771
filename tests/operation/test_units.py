"""Quantities: read with their unit, kept as whole numbers, refused where they can be misread."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from korridor.operation.units import (
    DURATIONS_S,
    LENGTHS_M,
    MOST,
    SPEEDS_M_PER_H,
    ClockS,
    DurationS,
    Instant,
    LengthM,
    MomentS,
    SpeedMPerH,
    duration_text,
)

START = datetime(2016, 12, 15, 6, 0, tzinfo=UTC)


def read(kind, value, file=True, start=START):
    return TypeAdapter(kind).validate_python(value, context={"file": file, "start": start})


def refused(kind, value, file=True, start=START) -> str:
    with pytest.raises(ValidationError) as error:
        read(kind, value, file, start)
    return error.value.errors()[0]["msg"].removeprefix("Value error, ")


def test_the_units_of_each_quantity():
    """The units that a file may use, and what each is worth, are these."""
    assert LENGTHS_M == {"m": 1, "km": 1000}
    assert DURATIONS_S == {"s": 1, "min": 60, "h": 3600, "d": 86400}
    assert SPEEDS_M_PER_H == {"km/h": 1000, "m/h": 1, "m/s": 3600}
    assert MOST == 10**9


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (LengthM, "21 km", 21000),
        (LengthM, "6800m", 6800),
        (LengthM, "6.8 km", 6800),
        (LengthM, "6,8 km", 6800),
        (LengthM, "0.125 km", 125),
        (DurationS, "20 min", 1200),
        (DurationS, " 1.5 h ", 5400),
        (DurationS, "0 s", 0),
        (SpeedMPerH, "40 km/h", 40000),
        (SpeedMPerH, "2.5 m/s", 9000),
        (MomentS, "+6 h", 21600),
        (MomentS, "2016-12-15T09:00+02:00", 3600),
        (ClockS, "06:30", 23400),
        (ClockS, "24:00", 86400),
    ],
)
def test_a_quantity_is_read_in_its_unit(kind, text, value):
    """O1: each way to write a quantity gives the whole number that is kept."""
    assert read(kind, text) == value


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (LengthM, 21, "21 has no unit; write for example 21 km or 6800 m (units: m, km)"),
        (LengthM, "21", "21 has no unit; write for example 21 km or 6800 m (units: m, km)"),
        (LengthM, "21 mi", "'mi' is not a unit here; write for example 21 km or 6800 m (units: m, km)"),
        (LengthM, "far", "'far' is not a quantity; write for example 21 km or 6800 m (units: m, km)"),
        (LengthM, True, "true is not a quantity; write for example 21 km or 6800 m (units: m, km)"),
        (LengthM, [1], "a list is not a quantity; write for example 21 km or 6800 m (units: m, km)"),
        (LengthM, "-2 km", "-2 km is out of range; from 0 to 1000000000 m"),
        (LengthM, "2000000 km", "2000000 km is out of range; from 0 to 1000000000 m"),
        (LengthM, "1.5 m", "1.5 m is not a whole number of m"),
        (LengthM, "1,000 m", "1,000 m can be read in two ways; write 1000 m or 1 m"),
        (LengthM, "1.250 km", "1.250 km can be read in two ways; write 1250 km or 1.25 km"),
        (LengthM, "1.234 km", "1.234 km can be read in two ways; write 1234 km or 1.2340 km"),
        (
            LengthM,
            "x" * 100,
            f"'{'x' * 59}…' is not a quantity; write for example 21 km or 6800 m (units: m, km)",
        ),
        (DurationS, 20, "20 has no unit; write for example 20 min, 6 h or 90 s (units: s, min, h, d)"),
        (SpeedMPerH, "0 km/h", "a speed of 0 moves nobody; write for example 40 km/h"),
        (MomentS, "+6", "6 has no unit; write for example +6 h (units: s, min, h, d)"),
        (
            MomentS,
            "noon",
            "'noon' is not an instant; write for example 2016-12-15T09:00+02:00, or +6 h for six hours "
            "after the start",
        ),
        (
            MomentS,
            "2016-12-15T09:00",
            "2016-12-15T09:00 has no offset from UTC; write for example 2016-12-15T09:00+02:00, or +6 h "
            "for six hours after the start",
        ),
        (
            MomentS,
            "2016-12-15T07:00+02:00",
            "2016-12-15T07:00+02:00 is before the operation's start, 2016-12-15T06:00:00+00:00",
        ),
        (
            Instant,
            "2016-12-15T09:00:00.5Z",
            "2016-12-15T09:00:00.5Z has parts of a second; whole seconds only",
        ),
        (ClockS, "25:00", "'25:00' is not a time of day; write for example '06:30'"),
        (ClockS, "24:01", "'24:01' is not a time of day; write for example '06:30'"),
        (ClockS, 630, "630 is not a time of day; write for example '06:30'"),
    ],
)
def test_a_quantity_that_is_none_is_refused(kind, value, words):
    """O1: a bad quantity is named as it was written, with what is allowed."""
    assert refused(kind, value) == words


def test_an_instant_needs_a_start():
    """A moment given as an instant means nothing in an operation that has no start."""
    said = refused(MomentS, "2016-12-15T09:00+02:00", start=None)
    assert said == (
        "2016-12-15T09:00+02:00 is an instant, but the operation has no start; give start, or write for "
        "example +6 h"
    )


def test_python_states_whole_base_units():
    """Outside files a whole number is taken as it is, and anything else is refused."""
    assert read(LengthM, 21000, file=False) == 21000
    assert refused(LengthM, -1, file=False) == "-1 is not a whole number from 0 to 1000000000"
    assert refused(DurationS, 1.5, file=False) == "1.5 is not a whole number from 0 to 1000000000"
    assert refused(ClockS, 90000, file=False) == "90000 is not a second of the day, from 0 to 86400"


@given(st.integers(0, MOST), st.sampled_from(sorted(DURATIONS_S)))
def test_a_whole_number_of_a_unit_is_worth_its_unit(number, unit):
    """N of a unit is N times the unit, exactly, or out of range."""
    worth = number * DURATIONS_S[unit]
    if worth <= MOST:
        assert read(DurationS, f"{number} {unit}") == worth
    else:
        assert refused(DurationS, f"{number} {unit}") == (
            f"{number} {unit} is out of range; from 0 to 1000000000 s"
        )


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_in_one_line(text):
    """No text makes a quantity fail in any other way than with words."""
    for kind in (LengthM, DurationS, SpeedMPerH, MomentS, ClockS, Instant):
        try:
            read(kind, text)
        except ValidationError as error:
            assert error.errors()[0]["type"] in ("value_error", "no_start")


@given(st.integers(0, 10**7))
def test_a_duration_in_words_reads_back(seconds):
    """What is said of a duration, part by part, adds up to it."""
    parts = duration_text(seconds).split()
    assert sum(int(n) * DURATIONS_S[unit] for n, unit in zip(parts[::2], parts[1::2], strict=True)) == seconds
