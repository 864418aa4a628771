"""Counts of people: the wording is kept, with what it commits its author to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from korridor.operation.count import Count
from korridor.operation.units import MOST

NUMBERS = st.integers(0, MOST)
WRITTEN = st.one_of(
    NUMBERS,
    st.builds("{} {}".format, st.sampled_from(["around", "at least", "up to"]), NUMBERS),
    st.builds(lambda a, b: f"{min(a, b)}..{max(a, b)}", NUMBERS, NUMBERS),
)


def parts(written) -> tuple:
    count = Count.model_validate(written)
    return count.wording, count.low, count.high, count.central


def refused(written) -> str:
    with pytest.raises(ValidationError) as error:
        Count.model_validate(written, context={"file": True})
    return error.value.errors()[0]["msg"].removeprefix("Value error, ")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (200, ("exact", 200, 200, 200)),
        ("200", ("exact", 200, 200, 200)),
        ("35,000", ("exact", 35000, 35000, 35000)),
        ("1 234 567", ("exact", 1234567, 1234567, 1234567)),
        ("around 200", ("around", 160, 240, 200)),
        ("About 203", ("around", 162, 244, 203)),
        ("at least 17", ("at least", 17, None, 17)),
        ("up to 400", ("up to", None, 400, 400)),
        ("150..400", ("between", 150, 400, 275)),
        ("9,594 .. 10,176", ("between", 9594, 10176, 9885)),
    ],
)
def test_each_wording_has_its_bounds(written, expected):
    """O4: planning uses the middle, or the stated end; around is a fifth either way, rounded outward."""
    assert parts(written) == expected


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("many", "'many' is not a count; write 200, around 200, at least 17, up to 400 or 150..400"),
        ([1], "a list is not a count; write 200, around 200, at least 17, up to 400 or 150..400"),
        (True, "true is not a count; write 200, around 200, at least 17, up to 400 or 150..400"),
        (-3, "-3 is out of range; from 0 to 1000000000"),
        (10**10, "10000000000 is out of range; from 0 to 1000000000"),
        ("400..150", "400..150 runs backwards; write the smaller number first"),
        ("3.000", "'3.000' is not a whole number; write for example 3000 or 3,000"),
        ("30,00", "'30,00' is not a whole number; write for example 3000 or 3,000"),
        (
            {"wording": "exact", "low": 1, "high": 1, "central": 1},
            "a table of keys and values is not a count; "
            "write 200, around 200, at least 17, up to 400 or 150..400",
        ),
    ],
)
def test_what_is_no_count_is_refused(written, words):
    """O4: a bad count is named as it was written, with the ways to write one."""
    assert refused(written) == words


def test_a_count_cannot_contradict_its_wording():
    """Bounds that do not follow from the wording cannot be built."""
    with pytest.raises(ValidationError, match="do not go with 'around'"):
        Count(wording="around", low=0, high=1000, central=200)


@given(WRITTEN)
def test_a_count_survives_its_file(written):
    """What is written out is read back as the same count."""
    count = Count.model_validate(written)
    assert Count.model_validate_json(count.model_dump_json()) == count


@given(WRITTEN)
def test_planning_stays_within_the_bounds(written):
    """The number that planning uses is never outside what the author is committed to."""
    count = Count.model_validate(written)
    assert (count.low or 0) <= count.central
    assert count.high is None or count.central <= count.high


@given(st.text(max_size=30))
def test_any_text_is_a_count_or_refused_in_words(text):
    """No text makes a count fail in any other way than with words."""
    try:
        Count.model_validate(text)
    except ValidationError as error:
        assert error.errors()[0]["type"] == "value_error"
