"""korridor report."""

import json

import pytest
from typer.testing import CliRunner

from korridor.cli.main import app
from korridor.papers.plan_file import plan_json
from tests.cli.process import tiny
from tests.papers.small_plan import made

FILES = (
    "report.html", "movements.csv", "plan.json",
    "places.geojson", "movements.geojson", "corridor.gpx", "strip-map.html",
)  # fmt: skip


def invoke(*arguments):
    return CliRunner().invoke(app, ["report", *map(str, arguments)])


@pytest.fixture
def plan_file(tmp_path):
    path = tmp_path / "plan.json"
    path.write_text(plan_json(made()))
    return path


def test_a_plan_that_keeps_the_rules_is_reported(plan_file, tmp_path):
    """The report is written where it is asked for, with the plan beside it."""
    again = tmp_path / "again"
    done = invoke(plan_file, "-o", again)
    assert (done.exit_code, done.stderr) == (0, "")
    files = [again / name for name in FILES]
    assert done.stdout == (
        f"{plan_file}: small: the plan of 4 movements keeps every rule of docs/semantics.md.\n"
        f"Written: {', '.join(map(str, files))}\n"
    )
    assert all(file.is_file() for file in files)
    assert files[2].read_text() == plan_file.read_text()


def test_without_a_folder_the_report_is_written_beside_the_plan(plan_file, tmp_path):
    """A plan's report belongs where the plan is."""
    done = invoke(plan_file, "--json")
    assert done.exit_code == 0 and (tmp_path / "report.html").is_file()
    assert json.loads(done.stdout) == {
        "operation": "small",
        "kept": True,
        "broken": [],
        "files": [str(tmp_path / name) for name in FILES],
    }


def test_a_plan_that_breaks_a_rule_is_not_reported(plan_file, tmp_path):
    """A plan that was altered is answered with no, by rule and place, and nothing is written."""
    plan = json.loads(plan_file.read_text())
    plan["movements"][0]["trips"][0]["arrives_s"] -= 1
    plan_file.write_text(json.dumps(plan))
    done = invoke(plan_file, "-o", tmp_path / "again")
    assert (done.exit_code, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    assert any(line.startswith("O3: movement 0, bus 0: ") for line in lines)
    assert (
        lines[-1] == f"{plan_file}: small: the plan breaks rules of docs/semantics.md; no report is written."
    )
    assert not list((tmp_path / "again").iterdir())
    broken = json.loads(invoke(plan_file, "--json").stdout)
    assert broken["kept"] is False and "O3" in {each["rule"] for each in broken["broken"]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        ("[]", "is not a plan's format"),
        ('{"format": "korridor-plan", "version": 2}', "version"),
    ],
)
def test_a_file_that_is_no_plan_is_told(plan_file, text, words):
    """Another file is told in one line, with status 2."""
    plan_file.write_text(text)
    done = invoke(plan_file)
    assert (done.exit_code, done.stdout) == (2, "")
    assert (
        done.stderr.startswith(f"{plan_file}:1: ") and words in done.stderr and done.stderr.count("\n") == 1
    )


def test_an_operation_is_no_plan(tmp_path):
    """Whoever gives the operation in place of its plan is told."""
    done = invoke(tiny(tmp_path))
    assert done.exit_code == 2 and done.stderr.startswith(f"{tmp_path}/tiny.yaml:1: ")


def test_a_folder_that_is_a_file_is_told(plan_file):
    """The report needs a folder to go to."""
    done = invoke(plan_file, "-o", plan_file)
    assert done.exit_code == 2 and f"{plan_file}: File exists; name a folder" in done.stderr
