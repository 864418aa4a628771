"""How a precision is asked for, and when it is kept."""

import pytest

from korridor.rehearsal.measure import Measure
from korridor.rehearsal.outcome import Outcome
from korridor.rehearsal.statistics.mean import Mean
from korridor.rehearsal.statistics.precision import Kind, Precision
from tests.rehearsal.runs import block


@pytest.mark.parametrize(
    ("text", "measure", "half_width", "kind"),
    [
        ("1 %", Measure.OUT, 0.01, Kind.RELATIVE),
        ("0.5%", Measure.CLEARANCE, 0.005, Kind.RELATIVE),
        ("0.02", Measure.OUT, 0.02, Kind.RELATIVE),
        ("20 persons", Measure.OUT, 20, Kind.ABSOLUTE),
        ("10 min", Measure.CLEARANCE, 600, Kind.ABSOLUTE),
        ("1.5 h", Measure.CLEARANCE, 5400, Kind.ABSOLUTE),
        ("2 points", Measure.OUT, 0.02, Kind.CHANCE),
    ],
)
def test_it_is_read_with_its_unit(text, measure, half_width, kind):
    """Per cent of the mean, persons or minutes, or points of the chance that all are out."""
    precision = Precision.read(text, measure)
    assert (precision.half_width, precision.kind) == (pytest.approx(half_width), kind)


_PERSONS = "write for example 1 %, 20 persons or 2 points (of the chance that all are out)"
_MINUTES = "write for example 1 %, 10 min or 2 points (of the chance that all are out)"


@pytest.mark.parametrize(
    ("text", "measure", "words"),
    [
        ("fine", Measure.OUT, f"'fine' is not a precision; {_PERSONS}"),
        ("0", Measure.OUT, f"'0' is never reached: an interval has some width; {_PERSONS}"),
        ("-1 %", Measure.OUT, f"'-1 %' is never reached: an interval has some width; {_PERSONS}"),
        ("10 min", Measure.OUT, f"'10 min': min is not a unit of people out; {_PERSONS}"),
        (
            "5 persons",
            Measure.CLEARANCE,
            f"'5 persons': persons is not a unit of time until everybody is out; {_MINUTES}",
        ),
        ("100 %", Measure.OUT, f"'100 %' is no precision: every interval is as narrow; {_PERSONS}"),
        ("50 points", Measure.OUT, f"'50 points' is no precision: every interval is as narrow; {_PERSONS}"),
        ("1e-3", Measure.OUT, f"'1e-3' is not a precision; {_PERSONS}"),
        ("nan", Measure.OUT, f"'nan' is not a precision; {_PERSONS}"),
    ],
)
def test_what_cannot_be_asked_for_is_said_with_what_can(text, measure, words):
    """The message names the bad value and offers what may be written."""
    with pytest.raises(ValueError) as error:
        Precision.read(text, measure)
    assert str(error.value) == words


def test_it_is_kept_by_a_narrow_interval_only():
    """A half-width at the target is enough; a wider or a rough one, or none, is not."""
    asked = Precision.read("20 persons")
    assert asked.is_kept(Mean(100, 80, 120, rough=False))
    assert not asked.is_kept(Mean(100, 79, 121, rough=False))
    assert not asked.is_kept(Mean(100, 80, 120, rough=True))
    assert not asked.is_kept(Mean(100, None, None, rough=True))
    assert not asked.is_kept(None)


def test_nothing_is_precise_relative_to_nought():
    """Where nobody was out in any run, no share of nought says how sure that is."""
    asked = Precision.read("50 %")
    assert not asked.is_kept(asked.seen(Outcome.of(block([0] * 2000))))


def test_a_measure_without_a_run_has_no_mean():
    """Where no run has everybody out there is no clearance to be precise about."""
    asked = Precision.read("50 %", Measure.CLEARANCE)
    assert asked.seen(Outcome.of(block([9] * 50, left=1))) is None


def test_a_chance_has_wilsons_interval():
    """Points speak of the chance that everybody is out."""
    seen = Precision.read("5 points").seen(Outcome.of(block([9] * 100, left=[0] * 50 + [1] * 50)))
    assert seen.value == 0.5
    assert (seen.low, seen.high) == pytest.approx((0.40383, 0.59616), abs=1e-5)
