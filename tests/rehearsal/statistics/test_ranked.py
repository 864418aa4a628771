"""What to ask for: many alternatives under the same draws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.rehearsal.measure import Measure
from korridor.rehearsal.statistics.contest import Contest
from korridor.rehearsal.statistics.ranked import Ranked, together
from korridor.rehearsal.statistics.ranked_words import ranked_words
from korridor.rehearsal.statistics.verdict import Verdict
from tests.rehearsal.runs import whole

_TODAY = "as it is"


def _results(rng: np.random.Generator, gains: dict[str, float], runs: int = 500) -> dict:
    weather = rng.normal(30_000, 2000, runs)
    others = {name: whole(np.rint(weather + gain + rng.normal(0, 100, runs))) for name, gain in gains.items()}
    return {_TODAY: whole(weather), **others}


@given(st.integers(1, 499), st.booleans())
def test_parts_add_up_in_any_order(cut, turned):
    """How runs are cut into blocks, and which came first, changes nothing."""
    results = _results(np.random.default_rng(1), {"bus": 50, "lane": 0})
    halves = [{name: part[span] for name, part in results.items()} for span in (slice(cut), slice(cut, None))]
    parts = [Contest.of(half, Measure.OUT) for half in (halves[::-1] if turned else halves)]
    assert Contest.total(parts) == Contest.of(results, Measure.OUT)


@given(st.permutations(["bus", "lane", "hour"]))
def test_the_most_gained_stands_first_whatever_the_order(names):
    """The ranking is by what is gained, not by how the alternatives were listed."""
    results = _results(np.random.default_rng(2), {"bus": 50, "lane": 900, "hour": -100})
    ranked = Ranked.of(Contest.of({name: results[name] for name in (*names, _TODAY)}, Measure.OUT), _TODAY)
    assert [row.name for row in ranked.alternatives] == ["lane", "bus", "hour"]
    assert [row.verdict for row in ranked.alternatives] == [Verdict.BETTER, Verdict.BETTER, Verdict.WORSE]
    assert [row.told_from_next for row in ranked.alternatives] == [True, True, None]


def test_less_is_a_gain_where_less_is_better():
    """Ten minutes sooner is a gain of ten minutes."""
    sooner = {_TODAY: whole(range(5000, 5100)), "bus": whole(range(4400, 4500))}
    row = Ranked.of(Contest.of(sooner, Measure.CLEARANCE), _TODAY).alternatives[0]
    assert (row.gain, row.verdict) == (600, Verdict.BETTER)
    assert row.told_from_next is None
    assert row.gain_ci[0] <= 600 <= row.gain_ci[1]


def test_intervals_hold_together():
    """Of 400 tables of ten changes that bring nothing, about 1 in 20 has a row that says otherwise; alone, 1 in 3 would."""
    rng = np.random.default_rng(3)
    names = {f"change {number}": 0.0 for number in range(10)}
    wrong = alone = 0
    for _ in range(400):
        contest = Contest.of(_results(rng, names, runs=100), Measure.OUT)
        wrong += any(row.verdict is not Verdict.NOISE for row in Ranked.of(contest, _TODAY).alternatives)
        gains = (contest.gain(name, _TODAY) for name in names)
        alone += any(abs(gain.mean) > 1.98 * (gain.variance / gain.runs) ** 0.5 for gain in gains)
    assert wrong <= 32
    assert alone >= 100
    assert together(1) == pytest.approx(0.95)


def test_words_put_bound_plan_and_rehearsal_side_by_side():
    """Each row has what is gained, the plan and the limit; noise is noise, and what cannot be told apart is said."""
    results = _results(
        np.random.default_rng(5), {"two more buses": 500, "one more bus": 499, "one more bay": 1}
    )
    results["one more escort"] = results[_TODAY]
    contest = Contest.of(results, Measure.OUT)
    limits, planned = {_TODAY: 33_000, "one more bus": 34_000}, {_TODAY: 32_000, "one more bus": 32_500}
    head, *rows, foot = ranked_words(Ranked.of(contest, _TODAY, limits, planned))
    assert head.startswith("people out; as it is: 30,")
    assert head.endswith(" rehearsed, planned 32,000, no plan beats 33,000.")
    bus = next(row for row in rows if "one more bus" in row)
    assert ", planned 32,500, no plan beats 34,000" in bus
    assert rows[0].startswith("1. ") and rows[0].endswith("; not told apart from the next.")
    bay = next(row for row in rows if "one more bay" in row)
    assert ": noise: " in bay and bay.endswith(", which may as well be none.")
    assert any(row.endswith("one more escort: no difference in any run.") for row in rows)
    assert foot == (
        "500 runs of each under the same draws; the intervals hold together in 95 of 100 rehearsals."
    )


def test_few_runs_say_nothing():
    """Ten runs rank, and judge nothing."""
    results = _results(np.random.default_rng(5), {"one more bus": 5000}, runs=10)
    ranked = Ranked.of(Contest.of(results, Measure.OUT), _TODAY)
    assert ranked.alternatives[0].verdict is Verdict.TOO_FEW
    assert ranked_words(ranked)[1].endswith(", but the runs are too few to say.")


def test_other_runs_or_names_do_not_mix():
    """Alternatives of different runs, and tables of different alternatives, are errors."""
    with pytest.raises(ValueError, match="compared run by run: each needs the same runs"):
        Contest.of({"a": whole([1]), "b": whole([1, 2])}, Measure.OUT)
    one, other = (Contest.of({name: whole([1])}, Measure.OUT) for name in ("a", "b"))
    with pytest.raises(ValueError, match="only runs of the same alternatives add up"):
        Contest.total([one, other])
