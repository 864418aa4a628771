"""The answer of a rehearsal, as a value, as JSON and in words."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.rehearsal.block import Block
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.outcome import Outcome
from korridor.rehearsal.statistics.precision import Precision
from korridor.rehearsal.statistics.rehearsed import Rehearsed
from korridor.rehearsal.statistics.rehearsed_words import rehearsed_words
from korridor.rehearsal.statistics.stopping import Stopped, Stopping, Why
from tests.rehearsal.runs import block, blocks, whole

_DONE = Stopped(Why.RUNS, None, None, 100)


def _rehearsed(runs: Block, stopped: Stopped = _DONE, **rest) -> Rehearsed:
    return Rehearsed.of(Outcome.of(runs), stopped, seconds=0.5, seed=7, engine="local", **rest)


def _hundred(**rest) -> Block:
    """A hundred runs: in ten of them people are left."""
    left = np.where(np.arange(100) < 10, 100, 0)
    clearance_s = 3600 * (10 + np.arange(100) // 10)
    return block(1000 - left, **{"left": left, "clearance_s": clearance_s, **rest})


def test_its_json_is_what_the_command_promises():
    """Every key of the contract is there, and the document goes through JSON unharmed."""
    document = json.loads(_rehearsed(_hundred(exposure_person_s=600)).model_dump_json())
    assert {
        "runs": 100,
        "seconds": 0.5,
        "seed": 7,
        "engine": "local",
        "p_all_out": 0.9,
        "all_out_by_s": {"p10": 39_600, "p50": 54_000, "p90": 68_400},
    }.items() <= document.items()
    for key in ("clearance_s", "out", "left", "exposure_person_min", "longest_aboard_s"):
        assert {"mean", "ci95", "p10", "p50", "p90"} <= document[key].keys()
        assert len(document[key]["ci95"]) == 2
    assert document["exposure_person_min"]["p50"] == 10
    assert document["p_all_out_ci95"] == pytest.approx([0.8256, 0.9448], abs=1e-4)
    assert (document["stranded"], document["regret"]) == (None, None)


@given(blocks())
def test_every_answer_can_be_told_as_json_and_in_words(runs):
    """Whatever the runs came to, the answer can be built, read back, and said."""
    answer = _rehearsed(runs, checkpoints=("first", "second"), places=("here", "there"))
    assert Rehearsed.model_validate_json(answer.model_dump_json()) == answer
    assert all(line.endswith(".") for line in rehearsed_words(answer))
    assert answer.out.p10 <= answer.out.p50 <= answer.out.p90


@given(st.integers(0, 60), st.integers(0, 60))
def test_clearance_speaks_of_runs_with_everybody_out_if_there_are_enough(cleared, others):
    """It is there where thirty runs have everybody out, or all of them; else it is null, and the share says why."""
    if cleared + others:
        answer = _rehearsed(block([9] * (cleared + others), left=[0] * cleared + [3] * others))
        assert (answer.clearance_s is None) == (cleared < min(30, cleared + others))
        assert answer.p_all_out == cleared / (cleared + others)


def test_runs_that_never_end_come_after_all_the_others():
    """By when 90 of 100 runs have everybody out is known where exactly 90 do, and not where 89 do."""
    left = np.where(np.arange(100) < 11, 1, 0)
    assert _rehearsed(_hundred()).all_out_by_s.p90 == 19 * 3600
    fewer = _rehearsed(_hundred(left=left)).all_out_by_s
    assert (fewer.p50, fewer.p90) == (16 * 3600, None)


def test_hours_and_checkpoints_have_their_own_figures():
    """By hour, and by checkpoint's name; another number of names than columns is an error."""
    hours = np.stack([np.arange(100), np.full(100, 500)], axis=1)
    runs = _hundred(out_by_hour=hours, waits_s=np.arange(100)[:, np.newaxis] * 60)
    answer = _rehearsed(runs, checkpoints=("Ramouseh",))
    assert [(hour.hour, hour.p50) for hour in answer.out_by_hour] == [(0, 49), (1, 500)]
    assert [(wait.checkpoint, wait.p90) for wait in answer.waits_s] == [("Ramouseh", 89 * 60)]
    with pytest.raises(ValueError, match="waits_s has 1 columns for 0 checkpoints"):
        _rehearsed(runs, checkpoints=())


def test_places_at_which_people_wait_are_told_hour_by_hour():
    """Person-minutes of an average run; a place at which nobody waits is left out; the names must fit."""
    runs = _hundred(waiting_person_s=whole([[60_000, 0], [0, 0]]))
    answer = _rehearsed(runs, places=("Amiriya", "Ramouseh"))
    assert [(each.place, each.person_min_by_hour) for each in answer.waiting] == [("Amiriya", (10.0, 0.0))]
    with pytest.raises(ValueError, match="waiting_person_s has 2 rows for 1 places"):
        _rehearsed(runs, places=("Amiriya",))


def test_it_says_what_a_person_wants_to_know():
    """How likely it is that all get out, by when, how bad the worst tenth is, and what never happened."""
    answer = _rehearsed(_hundred(longest_aboard_s=np.arange(100) * 120))
    assert rehearsed_words(answer) == (
        "Everybody is out in 90 % of 100 runs (95 % interval: 83 % to 94.5 %).",
        "In half of the runs everybody is out by 15 h from the start, in 90 of 100 by 19 h from the start; "
        "in the worst tenth it is later, or some stay behind.",
        "On average 990 (roughly 983 to 995) out; in 9 of 10 runs at least 900, with nobody left behind; "
        "the worst tenth is worse.",
        "Nobody is exposed on truce roads without a truce in any run (the chance is 3.7 % at most).",
        "The longest that anybody sits aboard is 1 h 38 min in half of the runs, 2 h 58 min or more in the worst tenth.",
        "100 runs, as asked.",
    )


def test_a_clock_says_moments():
    """Where the operation has a clock, moments are said by it."""
    answer = _rehearsed(block([5] * 40, clearance_s=7200))
    assert rehearsed_words(answer, lambda seconds: f"Fri {9 + seconds // 3600}:00")[:3] == (
        "Everybody is out in every one of 40 runs (95 % interval: 91.2 % to 100 %).",
        "In 90 of 100 runs everybody is out by Fri 11:00.",
        "5 people are out in every run.",
    )


def test_what_is_rare_is_said_as_a_chance_and_a_mean():
    """Somebody is stranded in 2 of 100 runs: the chance, and a mean whose interval is called rough."""
    stranded = whole([50] * 2 + [0] * 98)
    plain = _hundred()
    answer = _rehearsed(Block({**plain.measures, Measure.STRANDED: stranded, Measure.REGRET: stranded + 30}))
    lines = rehearsed_words(answer)
    late = Block({**plain.measures, Measure.REGRET_S: stranded * 60})
    assert (
        "Foresight of all that comes could have saved at most 1 min (roughly 0 s to 2 min 36 s), on average."
        in rehearsed_words(_rehearsed(late))
    )
    assert (
        "Somebody is stranded on the way in 2.0 % of the runs; on average over all runs 1 (roughly 0 to 2.6)."
        in lines
    )
    assert (
        "Foresight of all that comes could have had at most 31 (roughly 30 to 33) more out, on average."
        in lines
    )


@pytest.mark.parametrize(
    ("why", "asked", "reached", "words"),
    [
        (Why.PRECISION, "5 %", True, "100 runs: the precision asked for (5 %, people out) is reached."),
        (
            Why.RUNS,
            "1 person",
            False,
            "100 runs, the most allowed: the precision asked for (1 person, people out) is NOT reached; "
            "the interval is 6 persons either way.",
        ),
        (
            Why.RUNS,
            "1 point",
            False,
            "100 runs, the most allowed: the precision asked for (1 point, of the chance that all are out) "
            "is NOT reached; the interval is 6.0 points either way.",
        ),
        (Why.INTERRUPTED, "1 %", False, "100 runs, then interrupted; every interval is for these."),
    ],
)
def test_it_says_why_no_more_was_run(why, asked, reached, words):
    """Reached, not reached within the cap, or interrupted: the last line says which, with the width there is."""
    stopped = Stopped(why, Precision.read(asked), reached, 100)
    answer = _rehearsed(_hundred(), stopped)
    assert rehearsed_words(answer)[-1] == words
    assert (answer.precision.precision, answer.precision.reached) == (asked, reached)


def test_one_run_says_nothing_of_the_spread():
    """A single run has figures and no intervals, and the words say so."""
    answer = _rehearsed(block([5], left=2))
    assert answer.out.ci95 == (None, None)
    assert answer.clearance_s is None
    assert "On average 5 (one run says nothing of the spread) out" in rehearsed_words(answer)[1]
    assert rehearsed_words(answer)[0].startswith("In none of 1 run is everybody out")


def test_it_shows_itself_in_a_line():
    """In a shell it is one line: runs, people out, and how likely that is all."""
    assert (
        repr(_rehearsed(_hundred())) == "<Rehearsed: 100 runs, 990 out on average, all out in 90.0 % of them>"
    )


def test_bounded_memory_is_told():
    """Where runs share a bucket, the figures say how far a quantile may be off."""
    out = np.arange(40_000)
    answer = _rehearsed(block(out), Stopped(Why.RUNS, None, None, Stopping().most_runs))
    assert answer.out.exact_to == 3
    assert abs(answer.out.p50 - 19_999) <= 3
    assert answer.left.exact_to == 0
