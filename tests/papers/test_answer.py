"""The report's first lines."""

from korridor.papers.answer import answer
from korridor.pictures.clock import Clock, lasting
from korridor.planning.plan import Objective, Status
from tests.pictures.convoys import HOUR, column, days, plan, town
from tests.plain.clockwork import run


def test_who_is_out_by_when_and_how_many_are_left():
    """The headline says how many of how many, by when, and how many are not."""
    last_s = max(trip.free_s for movement in days(4) if movement.loaded for trip in movement.trips)
    last = Clock(town().start).full(last_s, up=True)
    assert answer(plan(4)).headline == f"Planned: 2,178 of 18,700 people out by {last}; 16,522 left behind."


def test_everybody_out_is_said_of_the_file_s_count_only():
    """A plan that leaves nobody says so of those who were counted, and of nobody else."""
    people = {"all": {"at": "Amiriya", "class": "well", "count": 100}}
    small = town(people=people)
    movements = run(small, (column("Amiriya", False, 2, 0), column("Amiriya", True, 2, 0)))
    said = answer(plan(operation=small, movements=movements))
    assert said.headline.startswith("Planned: all 100 people that the file counts out by Thu 15 Dec 2016, ")
    assert "no number here is a cap on who may." in said.lines[-1]


def test_nobody_out_is_said():
    """A plan without movements says that nobody gets out, and that this proves nothing."""
    said = answer(plan(movements=(), status=Status.NONE_FOUND))
    assert said.headline == "Nobody gets out in this plan; 18,700 people are left behind."
    assert "No plan was found with the work done. That does not show that there is none." in said.lines


def test_what_cannot_work_is_said():
    """An operation whose facts clash gets no plan, and is sent to the command that names them."""
    said = answer(plan(movements=(), status=Status.INFEASIBLE))
    assert said.headline == "There is no plan: 18,700 people are left behind."
    assert said.lines[1] == (
        "The operation as the file states it cannot work; “korridor check” names the facts that clash."
    )


def test_closed_hours_are_told_apart():
    """How long it takes is said with the hours in which the truce is closed."""
    last_s = max(trip.free_s for movement in days(28) if movement.loaded for trip in movement.trips)
    lasts = lasting(last_s - 8 * HOUR, up=True)
    assert answer(plan(28)).lines[1] == (
        "The first movement leaves at Thu 15 Dec 2016, 14:00; from then to the last person out it is "
        f"{lasts}; "
        "for 60 h of it the truce is closed."
    )


def test_movements_and_vehicles_are_counted_once():
    """A vehicle that goes ten times is one vehicle."""
    assert answer(plan(28)).lines[2] == (
        "56 movements: 28 with people aboard, 28 empty. Vehicles used: 60 × bus, 20 × ambulance."
    )


def test_the_question_is_said():
    """Each objective is told as the question that it answers."""
    assert answer(plan(1)).lines[0] == (
        "The question was: how many people can get out by Thu 22 Dec 2016, 22:00? Then, with as "
        "little time at "
        "risk, and as soon as can be?"
    )
    assert answer(plan(1, objective=Objective.CLEARANCE)).lines[0] == (
        "The question was: how soon can the last person be out? Then, with as little waiting as can be?"
    )
