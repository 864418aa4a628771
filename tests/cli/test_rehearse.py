"""korridor rehearse."""

import json

import pytest
from typer.testing import CliRunner

import korridor
from korridor.cli.main import app
from korridor.papers.plan_file import plan_json
from korridor.planning.plan import Objective, Plan, Status
from tests.cli.process import instance, tiny
from tests.cli.process import korridor as run
from tests.pictures.convoys import town


@pytest.fixture(scope="module")
def convoys(tmp_path_factory):
    """The plan.json of a day of convoys under a truce."""
    path = tmp_path_factory.mktemp("rehearse") / "plan.json"
    made = korridor.plan(town(), work=300, bounded=False)
    path.write_text(plan_json(made), encoding="utf-8")
    return path


def invoke(*arguments):
    return CliRunner().invoke(app, ["rehearse", *map(str, arguments)])


def test_one_document_and_nothing_else(convoys):
    """Standard output is one JSON document with everything that is promised; the same seed says the same again."""
    done = run("rehearse", convoys, "--runs", "200", "--seed", "5", "--json")
    assert done.returncode == 0 and done.stderr == ""
    document = json.loads(done.stdout)
    for key in ("out", "left", "exposure_person_min", "longest_aboard_s"):
        assert {"mean", "ci95", "p10", "p50", "p90"} <= set(document[key])
    assert {"runs", "seconds", "clearance_s", "p_all_out", "seed", "engine"} <= set(document)
    assert (document["runs"], document["seed"], document["engine"]) == (200, 5, "local")
    again = json.loads(run("rehearse", convoys, "--runs", "200", "--seed", "5", "--json").stdout)
    assert again | {"seconds": 0} == document | {"seconds": 0}


def test_it_is_said_in_words(convoys):
    """Without --json a few sentences say what became of the plan."""
    done = invoke(convoys, "--runs", "100")
    assert done.exit_code == 0
    assert "100 runs, as asked." in done.stdout and " out; in 9 of 10 runs at least " in done.stdout


def test_an_operation_is_planned_first(tmp_path):
    """An operation, or a Bus Evacuation Problem, is planned with a fixed amount of work and then rehearsed."""
    for path in (tiny(tmp_path), instance(tmp_path)):
        done = invoke(path, "--runs", "64")
        assert done.exit_code == 0, done.output
        assert "64 runs, as asked." in done.stdout


def test_a_break_that_is_given_comes_in_every_run(convoys):
    """With the truce broken from the beginning, nobody is out by the road that needs it; mended again, some are."""
    broken = json.loads(invoke(convoys, "--runs", "64", "--break", "+0 s", "--json").stdout)
    assert broken["out"]["p90"] == 0
    mended = json.loads(
        invoke(convoys, "--runs", "64", "--break", "+0 s", "--mended", "+4 h", "--json").stdout
    )
    assert mended["out"]["p50"] > 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--runs", "0"), "0 is out of range; from 1 to 100000000"),
        (("--precision", "1 banana"), "banana is not a unit of people out; write for example 1 %"),
        (("--break", "noon"), "noon"),
        (("--mended", "+4 h"), "--break says when it breaks"),
        (("--break", "+5 h", "--mended", "+4 h"), "the truce is mended after it breaks, not before"),
        (("--engine", "spark"), "'spark' is not"),
        (("--objective", "clearance"), "leave --objective and --until out"),
    ],
)
def test_what_is_wrong_is_named(convoys, arguments, words):
    """A value that is not allowed is one message and exit status 2."""
    done = invoke(convoys, *arguments)
    assert done.exit_code == 2 and words in done.output.replace("\n", " ").replace("│", ""), done.output


def test_a_plan_without_movements_is_no_plan_to_rehearse(tmp_path):
    """Where nothing moves there is nothing to rehearse: exit status 1, and a word of where to look."""
    path = tmp_path / "plan.json"
    nothing = Plan(operation=town(), objective=Objective.MOST_OUT, status=Status.NONE_FOUND)
    path.write_text(plan_json(nothing), encoding="utf-8")
    done = invoke(path)
    assert done.exit_code == 1 and "nothing to rehearse" in done.output
