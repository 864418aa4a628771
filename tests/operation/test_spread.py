"""Uncertain quantities as files write them: each form, back and forth, and what is told of a slip."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.operation import spread
from korridor.operation.distribution import (
    Exponential,
    Fixed,
    Gamma,
    Impossible,
    Lognormal,
    Observed,
    Pert,
    Triangular,
    Uniform,
)
from korridor.operation.spread import chance_text, share_text, time_text, uncertain_share, uncertain_time
from tests.operation.tiny import TINY, faults
from tests.operation.uncertain import distributions

OFFER = "write for example 20 min, 15..45 min, 15..20..45 min, 20 min ± 30 %, exponential 20 min or observed 12 15 20 min"


def told(said: str, key: str = "repair") -> list[str]:
    """What is wrong with a file that says this."""
    quoted = f'"{said}"' if "," in said else said
    found = faults(f"{TINY}uncertainty: {{{key}: {quoted}}}\n")
    return [each.removeprefix(f"tiny.yaml:31: uncertainty.{key}: ") for each in found]


def test_the_examples_hold():
    """What the page of the module shows comes out."""
    assert doctest.testmod(spread).failed == 0


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("20 min", Fixed(1200)),
        ("0 s", Fixed(0)),
        ("15..45 min", Uniform(900, 2700)),
        ("30 s .. 2 min", Uniform(30, 120)),
        ("uniform 15 min..45min", Uniform(900, 2700)),
        ("15..20..45 min", Triangular(900, 1200, 2700)),
        ("triangular 15..15..45 min", Triangular(900, 900, 2700)),
        ("PERT 15..20..45 min", Pert(900, 1200, 2700)),
        ("20 min ± 30 %", Lognormal(1200, 300_000)),
        ("lognormal 20 min +- 30%", Lognormal(1200, 300_000)),
        ("1.5 h +/- 12,5 %", Lognormal(5400, 125_000)),
        ("gamma 20 min±30 %", Gamma(1200, 300_000)),
        ("exponential 20 min", Exponential(1200)),
        ("observed 20 12 15 min", Observed((720, 900, 1200))),
        ("observed 90 s 2 min 1 h", Observed((90, 120, 3600))),
    ],
)
def test_each_form_is_read(text, meant):
    """People write it in their own way; it is one distribution."""
    assert uncertain_time(text) == meant
    assert not told(text)


@given(distributions())
def test_what_is_written_reads_back(distribution):
    """Whatever a distribution is, its text is it again, as a time and as a share."""
    assert uncertain_time(time_text(distribution)) == distribution
    assert uncertain_share(share_text(distribution)) == distribution


@given(st.integers(0, 1_000_000))
def test_a_chance_reads_back(parts):
    """Each part in a million is written so that it is read as itself."""
    assert not told(chance_text(parts), "truce_break")
    assert spread.chance_ppm(chance_text(parts), None) == parts


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("20", f"20 has no unit; {OFFER}"),
        ("20 ± 30 %", f"20 has no unit; {OFFER}"),
        ("20 km", f"'km' is not a unit here; {OFFER} (units: s, min, h, d)"),
        ("soon", f"'soon' is not an uncertain quantity; {OFFER}"),
        ("5..6..7..8 min", f"'5..6..7..8 min' is not an uncertain quantity; {OFFER}"),
        ("lognormal 5 min", f"'lognormal 5 min' is not an uncertain quantity; {OFFER}"),
        ("[20 min]", f"a list is none; {OFFER}"),
        ("true", f"true is none; {OFFER}"),
        (
            "normal 5 min ± 3 %",
            "'normal' is not a kind of spread; one of uniform, triangular, pert, lognormal, gamma, exponential, observed, "
            "or none",
        ),
        ("exponential 5 min ± 3 %", "exponential goes without ±; only lognormal and gamma have one"),
        ("20 min ± -30 %", "a spread of -30 % is negative; write for example ± 30 %"),
        ("20 min ± 3 min", "'3 min' is not a spread; write it in per cent of the mean, as in ± 30 %"),
        (
            "20 min ± 400 %",
            "'20 min ± 400 %' cannot be: a spread is more than 0 %, and 300 % at most; without one write the value alone",
        ),
        (
            "20 min ± 0 %",
            "'20 min ± 0 %' cannot be: a spread is more than 0 %, and 300 % at most; without one write the value alone",
        ),
        (
            "0 min ± 5 %",
            "'0 min ± 5 %' cannot be: a mean of 0 leaves no room for a spread; write the value alone",
        ),
        ("45..15 min", "'45..15 min' cannot be: it runs backwards; write the smaller value first"),
        ("15..15 min", "'15..15 min' cannot be: it begins where it ends; write the value alone"),
        (
            "15..50..45 min",
            "'15..50..45 min' cannot be: the most likely value is outside; write low..most likely..high",
        ),
        ("-5..5 min", "-5 min is out of range; from 0 to 1000000000 s"),
        ("0.5 s", "0.5 s is not a whole number of s"),
        ("1,250..2,500 s", "1,250 s can be read in two ways; write 1250 s or 1.25 s"),
        (
            "observed 12 min",
            "'observed 12 min' cannot be: 1 observed, and it takes 2 to 1000, as in observed 12 15 20 min",
        ),
        ("observed 3 - 5 min", "'3 - 5 min' is not a row of values; write for example observed 12 15 20 min"),
    ],
)
def test_a_slip_is_told_with_what_to_write(said, words):
    """Impossible and badly written quantities are one line each, with the bad value and what is allowed."""
    assert told(said) == [words]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("20", "20 is not a chance; write for example 5 %, from 0 % to 100 %"),
        ("0.2", "'0.2' is not a chance; write for example 5 %, from 0 % to 100 %"),
        ("120 %", "'120 %' is not a chance; from 0 % to 100 %"),
        ("-1 %", "-1 % is out of range; from 0 to 1000000000 ppm"),
        ("likely", "'likely' is not a chance; write for example 5 %, from 0 % to 100 %"),
    ],
)
def test_a_chance_is_from_none_to_all(said, words):
    """What is no chance is told."""
    assert told(said, "truce_break") == [words]


def test_what_cannot_be_cannot_be_built():
    """In Python, too, no distribution exists that could not be."""
    with pytest.raises(Impossible, match=r"^mean -1 is out of range; from 0 to 1000000000$"):
        Lognormal(-1, 5)
    with pytest.raises(Impossible, match=r"^spread -1 is out of range; from 0 to 1000000000$"):
        Lognormal(1, -1)
