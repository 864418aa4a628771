"""korridor why."""

import json

import pytest
from typer.testing import CliRunner

from korridor.cli.main import app
from tests.cli.process import instance, tiny
from tests.cli.process import korridor as run


def invoke(*arguments):
    return CliRunner().invoke(app, ["why", *map(str, arguments)])


@pytest.fixture(scope="module")
def answer(tmp_path_factory):
    """An instance asked about once: the folder, and what the command said."""
    folder = tmp_path_factory.mktemp("why")
    return folder, run("why", instance(folder), "-o", folder / "out", "--work", "50", "--json")


def test_one_document_and_nothing_else(answer):
    """Standard output is one JSON document; each answer is told on standard error as it comes."""
    folder, done = answer
    assert done.returncode == 0
    document = json.loads(done.stdout)
    assert list(document) == [
        *("operation", "objective", "measure", "today", "search", "changes", "frontier", "parts", "stopped"),
        *("seconds", "files"),
    ]
    assert document["files"] == [str(folder / "out" / name) for name in ("why.html", "why.json")]
    answers = [line for line in done.stderr.splitlines() if " of " in line]
    assert len(answers) == len(document["changes"]) + len(document["frontier"])
    assert "one more bus at yard 1" in done.stderr


def test_the_written_document_is_the_printed_one(answer):
    """why.json says what --json does, but for how long it took."""
    folder, done = answer
    printed = json.loads(done.stdout) | {"seconds": None, "files": []}
    assert json.loads((folder / "out" / "why.json").read_text(encoding="utf-8")) == printed


def test_a_plan_can_be_asked_about(answer, tmp_path):
    """plan.json in place of the operation; its objective and horizon are its own."""
    folder, _ = answer
    assert run("plan", folder / "small.txt", "-o", tmp_path, "--work", "50").returncode == 0
    done = invoke(tmp_path / "plan.json", "--work", "50")
    assert done.exit_code == 0 and "Each change was searched for with the same work" in done.stdout
    refused = invoke(tmp_path / "plan.json", "--objective", "clearance")
    assert refused.exit_code == 2
    assert "which has its objective and horizon; leave --objective and --until out" in refused.stderr


def test_a_plan_can_be_made_with_its_why(tmp_path):
    """Korridor plan --why: one document still, with the answer in it, and the section in the report."""
    path = instance(tmp_path)
    done = run("plan", path, "--why", "-o", tmp_path / "out", "--work", "50", "--json")
    assert done.returncode == 0
    document = json.loads(done.stdout)
    assert document["why"]["changes"] and document["status"]
    assert '<section id="why">' in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


def test_a_changed_plan_is_refused(tmp_path):
    """A plan that breaks a rule is named with the rule, and nothing is said of what binds it."""
    path = instance(tmp_path)
    assert run("plan", path, "-o", tmp_path, "--work", "50").returncode == 0
    text = (tmp_path / "plan.json").read_text(encoding="utf-8")
    document = json.loads(text)
    document["movements"][0]["trips"][0]["free_s"] += 1
    (tmp_path / "plan.json").write_text(json.dumps(document), encoding="utf-8")
    done = invoke(tmp_path / "plan.json")
    assert done.exit_code == 1 and done.stdout == ""
    assert "the plan breaks rules of docs/semantics.md; nothing is said of it" in done.stderr


def test_a_wrong_file_is_told(tmp_path):
    """A typo in the name, and a file that is no operation, each get their line and status 2."""
    done = invoke(tmp_path / "nowhere.yaml")
    assert (done.exit_code, done.stdout) == (2, "") and "nowhere.yaml:1: no such file" in done.stderr
    empty = tmp_path / "empty.yaml"
    empty.write_text("")
    assert invoke(empty).exit_code == 2


def test_without_a_plan_there_is_nothing_to_say(tmp_path):
    """Where nobody can be brought out, that is the answer: status 1, and where to look."""
    path = tiny(tmp_path)
    path.write_text(
        path.read_text().replace("seats: 50", "seats: 0").replace("stretchers: 2, seats: 1", "seats: 0")
    )
    done = invoke(path, "--work", "1")
    assert done.exit_code == 1
    assert (
        "no plan was found, so nothing can be said of what binds it; korridor check may know why"
        in done.stderr
    )
