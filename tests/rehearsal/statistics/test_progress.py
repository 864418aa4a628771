"""The line that shows the interval shrinking."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from korridor.rehearsal.measure import Measure
from korridor.rehearsal.outcome import Outcome
from korridor.rehearsal.statistics.precision import Precision
from korridor.rehearsal.statistics.progress import Progress
from korridor.rehearsal.statistics.stopping import Stopping
from tests.rehearsal.runs import block, numbers

_OUT = np.tile([4900, 5100], 512)


def _words(asked: str | None, most_runs: int = 10_000, first: Measure = Measure.OUT, **rest) -> str:
    precision = None if asked is None else Precision.read(asked, first)
    outcome = Outcome.of(block(_OUT, **rest))
    return Progress.of(outcome, Stopping(precision, most_runs), first).words()


def test_it_says_how_narrow_the_interval_is_and_how_long_it_may_take():
    """Runs done and about how many it takes, the mean with its half-width, and the half-width asked for."""
    assert _words("0.1 %") == "1,024 of about 1,542 runs · people out: 5,000 ± 6.1, asked ± 5"
    assert _words("1 person") == "1,024 of 10,000 runs · people out: 5,000 ± 6.1, asked ± 1"
    assert _words(None) == "1,024 of 10,000 runs · people out: 5,000 ± 6.1"
    assert _words("2 points", left=_OUT - 4900) == (
        "1,024 of about 2,392 runs · all are out: 50.0 % ± 3.1 points, asked ± 2.0 points"
    )
    assert _words("1 min", first=Measure.CLEARANCE, clearance_s=_OUT * 10) == (
        "1,024 of about 1,071 runs · time until everybody is out: 13 h 53 min ± 1 min 1 s, asked ± 1 min"
    )


def test_without_a_mean_only_the_runs_are_said():
    """Before any run has everybody out, there is no clearance to show."""
    assert _words("1 min", first=Measure.CLEARANCE, left=1) == "1,024 of 10,000 runs"


@given(numbers(1000, size=200), st.sampled_from(["1 %", "20 %", "3 persons", "10 points"]))
def test_a_bar_is_never_more_than_full(values, asked):
    """The share done lies between nought and one, whatever came."""
    progress = Progress.of(Outcome.of(block(values)), Stopping(Precision.read(asked), 500), Measure.OUT)
    assert 0 < progress.share <= 1
