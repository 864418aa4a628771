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


def test_the_page_stands_beside_the_plan_and_in_its_report(convoys, tmp_path):
    """With -o page and document are written; the report of the plan beside them then says what may happen."""
    beside = tmp_path / "plan.json"
    beside.write_text(convoys.read_text(encoding="utf-8"), encoding="utf-8")
    done = invoke(beside, "--runs", "64", "-o", tmp_path, "--json")
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["files"] == [
        str(tmp_path / f"rehearsal.{kind}") for kind in ("html", "json")
    ]
    reported = CliRunner().invoke(app, ["report", str(beside)])
    assert reported.exit_code == 0, reported.output
    assert "What may happen" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_an_operation_s_plan_is_written_too(tmp_path):
    """Of an operation that is planned first the plan is written beside the page: or nobody could carry it out."""
    done = invoke(tiny(tmp_path), "--runs", "64", "-o", tmp_path / "out")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "out" / "plan.json").exists()


def test_a_rehearsal_of_another_plan_is_left_out(convoys, tmp_path):
    """A report says that the rehearsal beside its plan is another plan's, and leaves it out; a broken file is a fault."""
    invoke(convoys, "--runs", "64", "-o", tmp_path)
    beside = tmp_path / "plan.json"
    beside.write_text(
        plan_json(korridor.plan(korridor.until(town(), "+20 h"), work=200, bounded=False)), encoding="utf-8"
    )
    reported = CliRunner().invoke(app, ["report", str(beside)])
    assert reported.exit_code == 0 and "rehearsal of another plan" in reported.stderr
    assert "What may happen" not in (tmp_path / "report.html").read_text(encoding="utf-8")
    (tmp_path / "rehearsal.json").write_text("no", encoding="utf-8")
    reported = CliRunner().invoke(app, ["report", str(beside)])
    assert reported.exit_code == 2 and "rehearsal.json:1" in reported.stderr


def test_one_run_alone(convoys, tmp_path):
    """One run is told in words or as a document, and its graph and table are written where a folder is named."""
    done = invoke(convoys, "--run", "17", "-o", tmp_path)
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("Run 17: ")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["run-17-movements.csv", "run-17.html"]
    document = json.loads(invoke(convoys, "--run", "17", "--json").stdout)
    assert document["run"] == 17 and document["happened"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--runs", "0"), "0 is out of range; from 1 to 100000000"),
        (("--run", "3", "--runs", "9"), "leave --runs, --precision and --at out"),
        (("--run", "-1"), "-1 is out of range; from 0 to 4294967295"),
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
