"""R6, A4: a drill: what clerks without faults come to, what their faults do, and that it is the same in any order."""

from datetime import timedelta

import pytest

import korridor
from korridor.answers.drill import AGES_S, PERSONS
from korridor.answers.drill_day import NEVER_WRITTEN, UNCOUNTED, Drill, usual_of
from korridor.clerks.faults import NONE, ClerkFaults
from korridor.clerks.lost import draw_lost, trips_of
from korridor.ledger.alarm import Alarm
from tests.papers.small_plan import made
from tests.pictures.convoys import plan

MADE = plan(6)
PLANNED = korridor.events_of(MADE)


def only(**faults):
    return NONE.model_copy(update=faults)


def test_clerks_without_faults_call_for_nothing_and_miss_nobody():
    """As planned, and written down rightly and at once: no false alarm, and each lost vehicle is noticed when it is due."""
    found = korridor.drill(MADE, faults=NONE, alarm=Alarm(persons=1, age_s=0), runs=6, as_planned=True)
    assert found.kept.noticed.value == 1
    assert set(found.delays_s) == {0}
    assert not found.unnoticed
    for kept in found.trade_off:
        assert kept.false_alarms_a_day.value == 0
        if kept.persons == 1:
            assert kept.noticed.value == 1
            assert {each.value for each in kept.delay_s.values() if each} == {kept.age_s}


def test_a_departure_that_nobody_wrote_is_never_missed():
    """Where clerks write nothing, the books know of no vehicle, and can miss none; they call for nothing either."""
    found = korridor.drill(MADE, faults=only(forgets_ppm=1_000_000), runs=6, as_planned=True)
    assert found.kept.noticed.value == 0 and found.kept.false_alarms_a_day.value == 0
    assert [(each.why, each.vehicles) for each in found.unnoticed] == [(NEVER_WRITTEN, 6)]
    assert found.kept.delay_s == {"p10": None, "p50": None, "p90": None}


def test_where_nobody_counts_nobody_is_certainly_missing():
    """Vehicles that left with an unknown load stay amber: none is acted on, lost or not."""
    found = korridor.drill(MADE, faults=only(uncounted_ppm=1_000_000), runs=6, as_planned=True)
    assert found.kept.noticed.value == 0
    assert [(each.why, each.vehicles) for each in found.unnoticed] == [(UNCOUNTED, 6)]


def test_late_writing_delays_and_calls_for_nothing_and_loses_nobody():
    """Who writes late notices all the same, later; until arrivals are written, somebody is called for nothing."""
    late = only(delay=ClerkFaults().delay)
    found = korridor.drill(MADE, faults=late, alarm=Alarm(persons=1, age_s=0), runs=6, as_planned=True)
    assert found.kept.noticed.value == 1
    assert min(found.delays_s) >= 0
    assert found.kept.false_alarms_a_day.value > 0


def test_a_run_is_the_same_whoever_carries_it_out():
    """Run 1 of a rehearsal's drill alone is run 1 among others, in any order; and the answer adds up the days."""
    alarms = (Alarm(), Alarm(persons=1, age_s=0))
    shared = Drill(ClerkFaults(), MADE.operation.start, 5, alarms, usual_of(PLANNED))

    def day(run):
        return shared.day(korridor.events_of(MADE, run=run, seed=5), run)

    forwards = [day(run) for run in range(2)]
    assert [day(run) for run in reversed(range(2))] == forwards[::-1]
    found = korridor.drill(MADE, runs=2, seed=5)
    noticed = [each.delays_s[0] for each in forwards if each.delays_s]
    assert list(found.delays_s) == [delay for delay in noticed if delay is not None]
    assert len(found.trade_off) == len(PERSONS) * len(AGES_S)


def test_every_vehicle_may_be_lost_between_any_two_posts():
    """Each loaded vehicle that arrives is drawn, seen by its first post at least and never by its last."""
    trips = trips_of(PLANNED)
    drawn = [draw_lost(trips, 2, run) for run in range(1500)]
    assert {lost.on for lost in drawn} == set(trips)
    for lost in drawn:
        assert 1 <= lost.seen < len(trips[lost.on])
        assert lost.left_of(trips[lost.on]) == trips[lost.on][: lost.seen]


def test_what_is_due_is_what_is_usual():
    """Who sees a vehicle leave says when it is due by how long the way takes by plan, not by how long it will take today."""
    usual_s = usual_of(PLANNED)
    for event in PLANNED:
        if event.kind == "departed":
            assert (event.what.at, event.what.to) in usual_s
    assert min(usual_s.values()) > 0
    assert max(usual_s.values()) < timedelta(days=1).total_seconds()


def test_a_plan_without_movements_cannot_be_drilled():
    """There is nothing to write down."""
    with pytest.raises(ValueError, match="the plan has no movements, so there is nothing to drill"):
        korridor.drill(MADE.model_copy(update={"movements": ()}))


def test_an_operation_without_a_start_cannot_be_drilled():
    """Events happen at a time: it is said that the operation has none."""
    with pytest.raises(ValueError, match="the operation has no start"):
        korridor.drill(made())
