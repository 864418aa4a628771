"""A9: what clerks make of what passes them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.clerks.clerk import Clerks, swapped
from korridor.clerks.faults import KNOWN, NONE, ClerkFaults
from korridor.events.event_lines import read_lines
from korridor.ledger.books import Books

TEXT = """
with device=D1 post=GATE organisation=SARC day=2016-12-15 offset=+02:00
09:00 departed on=M1/B7 at=AMIRIYA count=48 care=lying:2 due=11:00
10:50 arrived on=M1/B7 at=reception:ATAREB count=48
"""
LEFT, CAME = read_lines(TEXT, "today.txt")
RUNS = 1500


def written(faults, runs=RUNS, event=LEFT):
    clerks = Clerks(faults, LEFT.occurred_at, seed=7)
    return [clerks.write(event, run) for run in range(runs)]


def only(**faults):
    return NONE.model_copy(update=faults)


def test_without_faults_what_passed_is_written_at_once():
    """A clerk without faults writes how many there were, when it was."""
    [event] = written(NONE, 1)[0]
    assert (event.what.count.low, event.what.count.high) == (48, 48)
    assert event.recorded_at == event.occurred_at == LEFT.occurred_at
    assert event.what.due == LEFT.what.due


@pytest.mark.parametrize(
    ("fault", "seen"),
    [
        ("forgets_ppm", lambda events: not events),
        ("swaps_ppm", lambda events: events[0].what.count.low == 84),
        ("about_ppm", lambda events: (events[0].what.count.low, events[0].what.count.high) == (38, 58)),
        ("uncounted_ppm", lambda events: events[0].what.count.high is None),
        ("twice_ppm", lambda events: len(events) == 2 and events[0].what == events[1].what),
        ("second_ppm", lambda events: len(events) == 2 and events[0].device != events[1].device),
        ("end_of_shift_ppm", lambda events: events[0].recorded_at == LEFT.occurred_at + timedelta(hours=8)),
    ],
)
def test_each_fault_comes_as_often_as_is_said(fault, seen):
    """A chance of one in five is met within four standard deviations, and each fault does what its name says."""
    hits = sum(map(seen, written(only(**{fault: 200_000}))))
    assert abs(hits - RUNS / 5) < 4 * (RUNS * 0.2 * 0.8) ** 0.5


def test_a_miscount_is_spread_as_is_said():
    """Of 48 with a spread of 6 % the counts stand around 48, with a standard deviation near 2.9."""
    faults = only(miscounts_ppm=1_000_000)
    counts = [events[0].what.count.low for events in written(faults)]
    mean = sum(counts) / RUNS
    deviation = (sum((count - mean) ** 2 for count in counts) / RUNS) ** 0.5
    assert abs(mean - 48) < 0.4
    assert abs(deviation - 2.9) < 0.3


def test_delays_are_spread_as_is_said():
    """Delays of 10 min ± 150 % are never negative, and 10 min on average."""
    faults = only(delay=ClerkFaults().delay)
    delays_s = [(events[0].recorded_at - LEFT.occurred_at).total_seconds() for events in written(faults)]
    assert min(delays_s) >= 0
    assert abs(sum(delays_s) / RUNS - 600) < 4 * 900 / RUNS**0.5


def test_a_clerk_writes_the_same_whatever_else_is_asked():
    """What becomes of an event in run 17 does not depend on other runs, other events, or the order of asking."""
    clerks = Clerks(ClerkFaults(), LEFT.occurred_at, seed=3)
    forwards = [(clerks.write(LEFT, run), clerks.write(CAME, run)) for run in range(40)]
    again = Clerks(ClerkFaults(), LEFT.occurred_at, seed=3)
    backwards = [(again.write(CAME, run), again.write(LEFT, run)) for run in reversed(range(40))]
    assert forwards == [(left, came) for came, left in reversed(backwards)]


@given(run=st.integers(0, 10**6), seed=st.integers(0, 2**32))
def test_writing_the_same_twice_changes_no_account(run, seed):
    """Who writes a thing once more, later, changes nothing of the books once all is in."""
    once = Clerks(ClerkFaults(twice_ppm=0), LEFT.occurred_at, seed)
    twice = Clerks(ClerkFaults(twice_ppm=1_000_000), LEFT.occurred_at, seed)
    of_once = [event for truth in (LEFT, CAME) for event in once.write(truth, run)]
    of_twice = [event for truth in (LEFT, CAME) for event in twice.write(truth, run)]
    assert len(of_twice) == 2 * len(of_once)
    if of_once:
        moments = (CAME.occurred_at + timedelta(days=2),) * 2
        one, other = (Books(events).account(*moments) for events in (of_once, of_twice))
        assert one.accounts == other.accounts
        assert one.worklist == other.worklist


def test_counts_stay_numbers_that_a_clerk_can_write():
    """Nothing is swapped in a number of one digit; hundreds stay where they are."""
    assert [swapped(n) for n in (0, 9, 10, 48, 50, 100, 151)] == [0, 9, 1, 84, 5, 100, 115]


def test_each_fault_has_a_default_and_says_who_says_so():
    """Defaults are pinned, and every fault that a drill draws is on the list with its source or as our assumption."""
    taken = ClerkFaults().said
    assert list(taken) == list(KNOWN)
    assert taken == {
        "forgets": "2 %",
        "miscounts": "5 %",
        "miscount": "100 % ± 6 %",
        "swaps": "0.3 %",
        "about": "5 %",
        "uncounted": "1 %",
        "delay": "10 min ± 150 %",
        "end_of_shift": "5 %",
        "shift": "8 h",
        "twice": "2 %",
        "second": "0 %",
    }
    assert ClerkFaults.model_validate(taken, context={"file": True}) == ClerkFaults()
