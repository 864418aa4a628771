"""korridor plan --robust."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from korridor.cli.main import app
from korridor.papers.plan_file import read_plan
from tests.planning.robust.two_roads import TWO_ROADS
from tests.rehearsal.calm import CALMLY


@pytest.fixture
def sure(tmp_path: Path) -> Path:
    """An operation in which nothing is uncertain."""
    path = tmp_path / "sure.yaml"
    path.write_text(TWO_ROADS.replace("UNCERTAIN", json.dumps(CALMLY)), encoding="utf-8")
    return path


def invoke(*arguments: str | Path):
    return CliRunner().invoke(app, ["plan", *map(str, arguments)])


def test_what_it_gains_is_in_answer_file_and_report(sure: Path, tmp_path: Path) -> None:
    """Where nothing can go badly, all three say that there is nothing to hold up against."""
    done = invoke(sure, "--robust", "--work", "1", "-o", tmp_path / "out", "--json")
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)["robust"]
    assert (found["made"], found["tried"], found["gain"]["value"]) == (None, 0, 0)
    written = read_plan(tmp_path / "out" / "plan.json").robust
    assert written is not None and written.model_dump(mode="json") == found
    assert "nothing to hold up against" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


def test_a_plan_from_a_moment_cannot_be_robust(sure: Path, tmp_path: Path) -> None:
    """It is said at once, before anything is read or planned."""
    done = invoke(sure, "--robust", "--from", tmp_path / "state.json")
    assert done.exit_code == 2
    assert "cannot be made robust yet" in done.output.replace("\n", " ").replace("│", "")
