"""A hindcast: windows as they happened, figures as they were reported, nothing fitted."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import korridor
from korridor.operation.happened import as_happened
from korridor.operation.quantity import Quantity
from korridor.rehearsal.hindcast.held import Held, Score
from korridor.rehearsal.hindcast.read_reported import read_reported
from korridor.rehearsal.hindcast.reported import Reported
from korridor.rehearsal.hindcast.spans import HOUR_S, cumulated, in_spans
from korridor.rehearsal.hindcast.words import bounds_words, hindcast_words
from korridor.rehearsal.measure import Measure
from tests.pictures.convoys import free_town, town
from tests.planning.test_planner import corridor
from tests.rehearsal.runs import block

HEAD = "claim_id,date,metric,value_low,value_high,unit,source,since,until\n"
LINES = """\
C001,2016-12-15,cumulative.persons,1000,3000,person,UN,,
C002,2016-12-15/16,persons_out,,9000,person,army,,
C003,2016-12-15,cumulative.fighters,10,10,person,army,,
C004,2016-12-23,total.persons,17000,,person,UN,,
C005,2016-12-16,morning.persons,500,900,person,radio,2016-12-16T06:00+02:00,2016-12-16T12:00+02:00
"""


def listed(folder: Path, lines: str = LINES, head: str = HEAD) -> Path:
    path = folder / "claims.csv"
    path.write_text(head + lines, encoding="utf-8")
    return path


def figure(low: int | None, high: int | None, since_s: int = 0, until_s: int = 36_000, **more) -> Reported:
    fields = {"claim": "C001", "source": "UN", "metric": "cumulative.persons", "date": "2016-12-15", **more}
    return Reported(since_s=since_s, until_s=until_s, low=low, high=high, **fields)


def test_what_a_figure_counts(tmp_path):
    """From the start or from its day's midnight, to the end of its day; since and until say otherwise; others are named."""
    held, unheld = read_reported(listed(tmp_path), town())
    assert [(each.claim, each.since_s, each.until_s) for each in held] == [
        ("C001", 0, 18 * HOUR_S),
        ("C002", 0, 42 * HOUR_S),
        ("C004", 0, town().horizon_s),
        ("C005", 24 * HOUR_S, 30 * HOUR_S),
    ]
    assert [each.claim for each in unheld] == ["C003"]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (
            "C001,2016-12-15,cumulative.persons,many,,person,UN,,",
            ":2: value_low: 'many' is no number of persons",
        ),
        (
            "C001,2016-12-15,cumulative.persons,,,person,UN,,",
            ":2: value_low: neither it nor value_high has a number",
        ),
        ("C001,2016-12-15,cumulative.persons,9,8,person,UN,,", ":2: value_low: 9 is more than value_high, 8"),
        ("C001,yesterday,cumulative.persons,9,,person,UN,,", ":2: date: 'yesterday' is no day"),
        ("C001,2016-12-45,cumulative.persons,9,,person,UN,,", ":2: date: '2016-12-45' is no day"),
        ("C001,2016-12-15,cumulative.persons,9,,person,UN,,noon", ":2: until: "),
    ],
)
def test_a_line_at_fault_is_named(tmp_path, lines, says):
    """What is wrong with a list stands behind file, line and column."""
    with pytest.raises(korridor.Faults) as error:
        read_reported(listed(tmp_path, lines + "\n"), town())
    assert says in str(error.value)


def test_a_list_without_its_columns_is_refused(tmp_path):
    """A list that is another table says which columns it lacks."""
    with pytest.raises(korridor.Faults, match=r"claims.csv:1: the list has no column claim_id, metric"):
        read_reported(listed(tmp_path, "", "date,value_low,value_high,unit,source\n"), town())


def test_windows_that_happened_do_not_break():
    """Planned on the windows as they happened, with no chance of a break, whatever the file says; all else is untouched."""
    happened = as_happened(town())
    assert happened.windows == town().truce.happened
    assert happened.uncertainty.chance_ppm(Quantity.TRUCE_BREAK, "window 1") == 0
    assert happened.uncertainty.spread(Quantity.ROAD_TIME) == town().uncertainty.spread(Quantity.ROAD_TIME)
    with pytest.raises(ValueError, match=r"no windows as they happened; write truce.happened"):
        as_happened(free_town())


@given(st.lists(st.integers(0, 500), min_size=4, max_size=4), st.integers(0, 4), st.integers(0, 4))
def test_spans_are_differences(by_hour, first, last):
    """Who comes out in a span is who is out at its end less who was at its beginning; from the start it is everybody."""
    first, last = sorted((first, last))
    cumulative = np.cumsum(np.array([by_hour]), axis=1)
    found = in_spans(
        cumulative, [figure(0, None, first * HOUR_S, last * HOUR_S), figure(0, None, 0, last * HOUR_S)]
    )
    if last:
        assert found.tolist() == [[sum(by_hour[max(first, 0) : last]), sum(by_hour[:last])]]


def test_who_leaves_alone_counts_from_the_last_windows_end():
    """Those on their own are out from the hour in which the last window closes, and not before."""
    made = block([7, 7], out_by_hour=np.array([[5, 7, 7], [5, 7, 7]]))
    made = type(made)({**made.measures, Measure.OWN_WAY: np.array([10, 20])}, out_by_hour=made.out_by_hour)
    assert cumulated(made, 2 * HOUR_S).tolist() == [[5, 17, 17], [5, 27, 27]]


@given(st.integers(1, 100), st.integers(0, 100), st.integers(0, 100), st.integers(1, 100))
def test_a_figure_is_met_where_the_two_overlap(low, wide, band, broad):
    """A figure is met if one number lies in both; one that is open reaches on for ever."""
    both = Held.of(figure(low, low + wide), band, band, band + broad)
    assert both.met == any(low <= number <= low + wide for number in range(band, band + broad + 1))
    assert Held.of(figure(low, None), band, band, band + broad).met == (band + broad >= low)
    assert Held.of(figure(None, low), band, band, band + broad).met == (band <= low)


def test_what_the_file_was_made_from_is_not_scored():
    """A figure that the operation's values come from is shown, and counts for nothing."""
    met, input_ = Held.of(figure(90, 110), 80, 100, 120), Held.of(figure(5, 5, is_input=True), 80, 100, 120)
    off = Held.of(figure(None, 50), 80, 100, 120)
    assert Score.of((met, input_, off)) == Score(figures=2, met=1, share_met=0.5, mean_difference=0.5)
    assert Score.of((input_,)).share_met is None


def test_bounds_are_said_as_a_person_would():
    """Open bounds are at least and up to."""
    assert [bounds_words(*each) for each in ((8000, 8000), (6400, 9600), (25000, None), (None, 9000))] == [
        "8,000",
        "6,400 to 9,600",
        "25,000 or more",
        "up to 9,000",
    ]


def test_the_whole_of_it(tmp_path):
    """A day's hindcast: every figure beside its band, hours that never fall, the same again with the same seed."""
    truce = {
        "announced": [{"opens": "+0 h", "closes": "+5 h"}],
        "happened": [{"opens": "+1 h", "closes": "+4 h"}],
    }
    said = corridor().model_dump(mode="json", by_alias=True) | {
        "start": "2016-12-15T06:00:00+02:00",
        "truce": truce,
    }
    day = korridor.Operation.model_validate(said)
    found, again = (korridor.hindcast(day, listed(tmp_path), runs=128, work=50, seed=2) for _ in range(2))
    assert found.model_copy(update={"seconds": 0}) == again.model_copy(update={"seconds": 0})
    assert [each.reported.claim for each in found.held] == ["C001", "C002", "C004"]
    assert all(each.p5 <= each.p50 <= each.p95 for each in (*found.held, *found.by_hour))
    middles = [hour.p50 for hour in found.by_hour]
    assert middles == sorted(middles) and middles[0] == 0 and found.runs == 128
    lines = list(hindcast_words(found))
    assert any(line.startswith("C002 army, 2016-12-15/16: up to 9,000; rehearsed ") for line in lines)
    files = korridor.write_hindcast(found, day, tmp_path / "out")
    assert [each.name for each in files] == ["hindcast.svg", "hindcast.png", "hindcast.json"]
