"""How long people sit aboard."""

from hypothesis import given

from korridor.operation.units import MOST
from korridor.papers.aboard import longest_aboard
from korridor.papers.aboard_words import aboard_words, limit_text
from korridor.pictures.clock import lasting
from korridor.pictures.people_out import last_out_s, out_by_group
from korridor.planning.plan import Objective, WithoutLimit
from tests.pictures.any_runs import runs
from tests.pictures.convoys import days, plan, town


def test_time_aboard_is_from_first_boarding_to_last_off():
    """A class's longest time is the longest of the vehicles it rides in, and the movement is named."""
    (out,) = [movement for movement in days(1) if movement.loaded]
    lines = {line.person_class: line for line in longest_aboard(town(), days(1))}
    ambulances = [trip for trip in out.trips if trip.vehicle_type == "ambulance"]
    assert lines["lying"].aboard_s == max(trip.free_s - trip.boards_s for trip in ambulances)
    assert lines["well"].aboard_s == max(trip.free_s - trip.boards_s for trip in out.trips)
    assert lines["well"].movement == "M002"
    assert lines["well"].limit_s == 6 * 3600
    assert list(lines) == ["lying", "well"]


@given(runs())
def test_the_clockwork_keeps_the_limit_that_is_shown(drawn):
    """Each class that is carried has a line, and its longest time is above nothing."""
    operation, movements = drawn
    carried = {
        operation.people[load.group].person_class for m in movements for t in m.trips for load in t.loads
    }
    lines = longest_aboard(operation, movements)
    assert {line.person_class for line in lines} == carried
    assert all(line.aboard_s >= 0 for line in lines)


def test_nobody_carried_is_said():
    """A plan without movements says that nobody is carried, and no time."""
    assert aboard_words(plan(movements=())) == ("Nobody is carried.",)


def test_what_the_limit_costs_is_not_invented():
    """Without a second plan the report does not know what the limit costs, and says so."""
    assert aboard_words(plan(4))[1] == "What limiting the time aboard costs has not been worked out here."


def test_what_the_limit_costs_is_said_with_both_plans():
    """With what a plan without the limit came to, both results stand side by side, and so does the caveat."""
    longest_s = 40_000
    found = WithoutLimit(out_persons=2728, last_out_s=500_000, aboard_s=longest_s)
    costs = aboard_words(plan(4).model_copy(update={"without_limit": found}))[1]
    assert costs == (
        "Without a limit on the time aboard, the plan that was found has 2,728 people out against "
        "2,178 here; in "
        f"it somebody sits aboard for {lasting(longest_s, up=True)}. Part of the difference may be "
        "the search's."
    )


def test_for_clearance_the_cost_is_a_time():
    """Where the question is how soon, the two plans' ends are compared."""
    found = WithoutLimit(out_persons=2000, last_out_s=20_000, aboard_s=29_000)
    made = plan(4, objective=Objective.CLEARANCE).model_copy(update={"without_limit": found})
    costs = aboard_words(made)[1]
    assert "has the last person out by Thu 15 Dec 2016, " in costs
    assert "people left behind, against the last person out by Thu 15 Dec 2016, " in costs


def test_a_limit_that_costs_nothing_is_said():
    """Where the search without the limit came to the same, the words say so, and that it is no proof."""
    made = plan(4)
    out = sum(out_by_group(made.operation, made.movements).values())
    last_s = last_out_s(made.operation, made.movements)
    same = WithoutLimit(out_persons=out, last_out_s=last_s, aboard_s=9000)
    words = aboard_words(made.model_copy(update={"without_limit": same}))[1]
    assert words.startswith("Limiting the time aboard seems to cost nothing")
    assert "no proof" in words


def test_a_limit_that_is_kept_anyway_costs_nothing():
    """Where a plan searched for without the limit is within it, the limit is not what made it another one."""
    found = WithoutLimit(out_persons=2728, last_out_s=500_000, aboard_s=6 * 3600)
    words = aboard_words(plan(4).model_copy(update={"without_limit": found}))[1]
    assert words.endswith("a plan that was searched for without the limit keeps it all the same.")


def test_a_limit_that_nothing_reaches_is_none():
    """An operation read without a limit shows none, not thirty years."""
    assert limit_text(MOST) == "none"
    assert limit_text(6 * 3600) == "6 h"
