"""A plan in a few figures."""

import json

from korridor.operation.bep import read_bep
from korridor.operation.finding import impossible
from korridor.papers.summary import summary_document, summary_lines
from korridor.planning.plan import Level, Objective, Plan, Status, Work
from tests.papers.small_plan import CLEARANCE, INSTANCE, WAITING, made


def test_the_figures_are_those_of_the_contract():
    """Every figure that is promised is there, and adds up from the movements."""
    plan = made(CLEARANCE, WAITING, work=Work(search_iterations=30, lp_iterations=4))
    assert summary_document(plan, seconds=1.23456) == {
        "operation": "small",
        "status": "feasible",
        "objective": "clearance",
        "levels": [
            {"name": "clearance", "value": 22, "bound": 20, "gap": 0.0909},
            {"name": "waiting", "value": 380, "bound": None, "gap": None},
        ],
        "value": 22,
        "bound": 20,
        "gap": 0.0909,
        "people": {"total": 40, "out": 40, "left": 0},
        "clearance_s": 22,
        "longest_aboard_s": 8,
        "movements": 4,
        "vehicles_used": 2,
        "work": 34,
        "seconds": 1.235,
        "files": [],
        "findings": [],
    }


def test_while_somebody_is_left_there_is_no_clearance():
    """A plan that leaves people says how many, and no time by which all are out."""
    document = summary_document(made(rides=3), seconds=1)
    assert document["people"] == {"total": 40, "out": 30, "left": 10}
    assert document["clearance_s"] is None


def test_the_first_level_that_is_open_speaks():
    """P3: value, bound and gap are of the first level not closed, or else of the first."""
    closed = CLEARANCE.model_copy(update={"bound": 22, "gap": 0.0})
    document = summary_document(made(closed, WAITING), seconds=1)
    assert (document["value"], document["bound"], document["gap"]) == (380, None, None)
    shut = WAITING.model_copy(update={"bound": 380, "gap": 0.0})
    document = summary_document(made(closed, shut), seconds=1)
    assert (document["value"], document["bound"], document["gap"]) == (22, 22, 0.0)


def test_an_instance_speaks_of_clearance_alone():
    """For a Bus Evacuation Problem, figures and proof are of the clearance, whatever follows it."""
    closed = CLEARANCE.model_copy(update={"bound": 22, "gap": 0.0})
    document = summary_document(made(closed, WAITING), seconds=1, speaks_of="clearance")
    assert (document["value"], document["bound"], document["gap"]) == (22, 22, 0.0)
    assert document["status"] == "proved"
    assert summary_document(made(CLEARANCE), seconds=1, speaks_of="clearance")["status"] == "feasible"


def test_a_gap_without_end_is_no_number():
    """A gap that is infinite is not known, and the document stays JSON."""
    endless = Level(name="out", value=0, bound=5, gap=float("inf"))
    document = summary_document(made(endless), seconds=1)
    assert document["gap"] is None and json.dumps(document, allow_nan=False)


def test_what_cannot_work_has_its_figures_too():
    """An impossible operation has every figure, and the findings that say why."""
    plan = Plan(
        operation=read_bep(INSTANCE, name="small"), objective=Objective.CLEARANCE, status=Status.INFEASIBLE
    )
    document = summary_document(plan, seconds=0, findings=[impossible("places", "no room")])
    assert document["status"] == "infeasible" and document["people"]["left"] == 40
    assert document["value"] is None and document["longest_aboard_s"] == 0 and document["movements"] == 0
    assert document["findings"] == [
        {"severity": "impossible", "where": "places", "what": "no room", "clearance_only": False}
    ]


def test_the_words_say_what_the_figures_say():
    """A person reads who is out by when, what no plan can beat, how long people sit aboard."""
    text = "\n".join(summary_lines(made(CLEARANCE), seconds=1.2))
    assert "ll 40 people that the file counts" in text and "22 s after the start" in text
    assert "No plan can have the last person out before 20 s after the start." in text
    assert "Nobody sits aboard longer than 8 s" in text
    assert text.endswith("Planned in 1.2 s, with 0 steps of search and 0 of the linear program; seed 0.")
