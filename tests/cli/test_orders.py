"""korridor orders."""

import json
import os
import sys

import pytest
from typer.testing import CliRunner

from korridor.cli.main import app
from korridor.papers.plan_file import plan_json
from korridor.planning.plan import Status
from tests.papers.small_plan import made


def invoke(*arguments):
    return CliRunner().invoke(app, ["orders", *map(str, arguments)])


@pytest.fixture
def plan_file(tmp_path):
    path = tmp_path / "plan.json"
    path.write_text(plan_json(made()))
    return path


@pytest.fixture
def without_pdf(monkeypatch):
    """A machine without the extra, so that these tests say the same everywhere."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)


def test_orders_are_written_beside_the_plan(plan_file, tmp_path, without_pdf):
    """Without PDF the command is done all the same: the HTML stands there, and one line says how to get PDF."""
    done = invoke(plan_file)
    files = [tmp_path / name for name in ("march-orders.html", "movement-table.html")]
    assert done.exit_code == 0 and all(file.is_file() for file in files)
    assert done.stdout.splitlines() == [
        f"{plan_file}: small: 4 march orders.",
        "Internal edition: future times and pick-up places, for the operation's own staff alone.",
        f"Written: {files[0]}, {files[1]}",
    ]
    (line,) = done.stderr.splitlines()
    assert line.startswith("no PDF: WeasyPrint is not installed; pip install weasyprint, and Pango")
    assert line.endswith("or print the HTML from a browser")


def test_an_old_pdf_is_pointed_at(plan_file, tmp_path, without_pdf):
    """A PDF from before, beside new HTML, is not left standing without a word."""
    old = tmp_path / "march-orders.pdf"
    old.write_bytes(b"%PDF-1.7")
    assert f"{old} is from before, and not of this plan; do not hand it out" in invoke(plan_file).stderr


def test_the_document_says_the_same(plan_file, tmp_path, without_pdf):
    """With --json one document, messages on standard error."""
    done = invoke(plan_file, "-o", tmp_path / "out", "--paper", "Letter", "--json")
    said = json.loads(done.stdout)
    assert (said["orders"], said["order_pages"], said["kept"], said["broken"]) == (4, None, True, [])
    assert said["files"] == [
        str(tmp_path / "out" / name) for name in ("march-orders.html", "movement-table.html")
    ]
    assert said["no_pdf"].startswith("WeasyPrint is not installed")


def test_a_plan_that_breaks_a_rule_is_not_ordered(plan_file, tmp_path):
    """Nobody is sent out by a plan that was altered."""
    plan = json.loads(plan_file.read_text())
    plan["movements"][0]["trips"][0]["arrives_s"] -= 1
    plan_file.write_text(json.dumps(plan))
    done = invoke(plan_file, "-o", tmp_path / "out")
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout.splitlines()[-1].endswith(
        "the plan breaks rules of docs/semantics.md; no march order is written."
    )
    assert not list((tmp_path / "out").iterdir())


def test_a_plan_without_movements_orders_nothing(plan_file):
    """Where nobody moves, the answer is no."""
    plan_file.write_text(plan_json(made(rides=0, status=Status.NONE_FOUND)))
    done = invoke(plan_file)
    assert done.exit_code == 1
    assert "the plan has no movement, so there is nothing to order." in done.stdout


def test_another_sheet_is_told_what_there_is(plan_file):
    """A sheet that we do not print on is refused with those that we do."""
    done = invoke(plan_file, "--paper", "A5")
    assert done.exit_code == 2 and "'A5' is not a sheet; one of A4, Letter" in done.stderr


def test_a_file_that_is_no_plan_is_told(tmp_path):
    """Another file is told in one line, with status 2."""
    done = invoke(tmp_path / "nothing.json")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{tmp_path / 'nothing.json'}:1: ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(plan_file, tmp_path):
    """Before anything is made."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    assert invoke(plan_file, "-o", closed).exit_code == 2
