"""The general clockwork against SimPy: the comparison model comes to the same distributions in both."""

from collections.abc import Sequence
from functools import cache
from math import sqrt

import numpy as np
import pytest

from benchmarks.rehearsal.comparison import comparison, kinds, operation
from korridor.rehearsal.loop import M

pytest.importorskip("simpy", reason="SimPy, the oracle of this test, is not installed (the extra peers)")

from tests.rehearsal.oracle import SEATS, Day

RUNS, DAYS, LOOKED_AT = 4000, 2000, 400
HOUR_S = 3600
ONE_IN_10000 = 2.23  # Kolmogorov's quantile: Smirnov 1948, Annals of Mathematical Statistics 19


def differ(ours: Sequence[int], theirs: Sequence[int]) -> float:
    """Kolmogorov and Smirnov's distance of two samples, as a share of what one in ten thousand pairs exceeds."""
    ours, theirs = np.sort(ours), np.sort(theirs)
    values = np.concatenate([ours, theirs])
    below = [np.searchsorted(each, values, side="right") / len(each) for each in (ours, theirs)]
    distance = np.abs(below[0] - below[1]).max()
    return float(distance / (ONE_IN_10000 * sqrt(1 / len(ours) + 1 / len(theirs))))


@cache
def days() -> tuple[Day, ...]:
    number = {kind: fleet.number for kind, fleet in operation().fleet.items()}
    return tuple(Day(kinds(), seed, number) for seed in range(DAYS))


@cache
def runs():
    return comparison(seed=5).stage().run(0, RUNS)


def test_the_oracle_sends_everybody() -> None:
    """In SimPy all trips of the plan are made, each full: 4,800 people and 200."""
    assert {sum(persons for _, persons in day.out) for day in days()} == {5000}
    assert sum(SEATS[kind] for kind in kinds()) == 5000


def test_everybody_is_out_as_soon() -> None:
    """Clearance is distributed alike."""
    results, _ = runs()
    assert (results[:, M.OUT] == 5000).all()
    assert differ(results[:, M.CLEARANCE_S], [day.clearance_s for day in days()]) < 1


def test_as_many_are_out_after_each_hour() -> None:
    """Persons out by the end of each hour from the second to the tenth are distributed alike."""
    out = np.cumsum(runs()[1], axis=1)
    for hour in range(1, 10):
        theirs = [day.out_by((hour + 1) * HOUR_S) for day in days()]
        assert differ(out[:, hour], theirs) < 1, f"hour {hour}"


def test_people_wait_as_long_before_the_checkpoint() -> None:
    """The time that people stand first before the checkpoint is distributed alike."""
    results, _ = runs()
    theirs = [day.waited_person_s for day in days()]
    assert differ(results[:, M.SCREENING_WAIT_PERSON_S], theirs) < 1


def test_vehicles_are_looked_at_as_long_after_they_left() -> None:
    """The mean and the longest time of a run from departure to the checkpoint, all queueing in it, are distributed alike."""
    stage, ours = comparison(seed=6).stage(), []
    for run in range(LOOKED_AT):
        moved = [each.movement for each in stage.once(run)]
        ours.append([each.trips[0].screenings[0].begins_s - each.departs_s for each in moved])
    theirs = [day.until_looked_at_s for day in days()]
    assert differ([sum(each) for each in ours], [sum(each) for each in theirs]) < 1
    assert differ([max(each) for each in ours], [max(each) for each in theirs]) < 1


def test_the_distance_sees_a_small_difference() -> None:
    """A clearance a tenth of its own standard deviation later would be found to be another distribution."""
    clearance_s = runs()[0][:, M.CLEARANCE_S]
    later_s = clearance_s + int(clearance_s.std() / 5)
    assert differ(later_s, [day.clearance_s for day in days()]) > 1
