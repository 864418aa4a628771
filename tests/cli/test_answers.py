"""korridor compare, ask, hindcast, and rehearse from a moment, as a person types them."""

import json

import pytest
from typer.testing import CliRunner

from korridor.cli.main import app
from korridor.operation.write import write_operation
from korridor.papers.plan_file import plan_json
from tests.cli.process import tiny
from tests.planning.test_planner import corridor
from tests.planning.why.coarse import planned
from tests.rehearsal.hindcast.test_hindcast import HEAD, LINES


def invoke(*arguments):
    return CliRunner().invoke(app, [*map(str, arguments)])


@pytest.fixture(scope="module")
def plans(tmp_path_factory):
    """Two plans of one corridor in two folders: with two buses, and with three."""
    folder = tmp_path_factory.mktemp("plans")
    for name, buses in (("today", 2), ("more", 3)):
        (folder / name).mkdir()
        made = planned(corridor(buses=buses))
        (folder / name / "plan.json").write_text(plan_json(made), encoding="utf-8")
    return folder


def test_compare_says_which_is_better(plans):
    """Two plans are called by their folders, what differs comes first, and --json is one document with the same figures."""
    one, other = plans / "today" / "plan.json", plans / "more" / "plan.json"
    said = invoke("compare", one, other, "--runs", "64")
    assert said.exit_code == 0, said.output
    assert "more/plan.json against today/plan.json, 64 runs of each under the same draws:" in said.stdout
    document = json.loads(invoke("compare", one, other, "--runs", "64", "--json").stdout)
    assert document["runs"] == 64 and {"measure", "difference", "ci95", "verdict"} <= set(
        document["differences"][0]
    )


def test_compare_refuses_what_is_about_others(plans, tmp_path):
    """Operations with nothing in common end with exit status 2 and a line that says so."""
    done = invoke("compare", plans / "today" / "plan.json", tiny(tmp_path))
    assert done.exit_code == 2 and "have no group of people in common" in done.stderr.replace("\n", " ")
    done = invoke("compare", plans / "today" / "plan.json")
    assert done.exit_code == 2 and "the same plan under the same setting" in done.stderr


def test_rehearse_from_a_moment_on(plans):
    """--at says how everything stands then and what comes of the plan from there; a break then meets who is on the road."""
    file = plans / "more" / "plan.json"
    said = invoke("rehearse", file, "--at", "+1 h", "--break", "+1 h", "--runs", "64")
    assert said.exit_code == 0, said.output
    assert "people wait, " in said.stdout and "From that moment on:" in said.stdout
    assert "Somebody is exposed on truce roads without a truce in 100 % of the runs" in said.stdout
    wrong = invoke("rehearse", file, "--at", "noon")
    assert wrong.exit_code == 2 and "'--at'" in wrong.stderr


def test_rehearse_from_a_state(tmp_path):
    """A state.json is planned on from, with the plan that it names, and rehearsed; a plan with it is refused."""
    made = planned(corridor())
    (tmp_path / "plan.json").write_text(plan_json(made), encoding="utf-8")
    assert invoke("state", tmp_path / "plan.json", "--at", "+1 h").exit_code == 0
    file = write_operation(made.operation, tmp_path / "corridor.yaml")
    said = invoke("rehearse", file, "--from", tmp_path / "state.json", "--runs", "64")
    assert said.exit_code == 0, said.output
    assert "From that moment on:" in said.stdout
    wrong = invoke("rehearse", tmp_path / "plan.json", "--from", tmp_path / "state.json")
    assert wrong.exit_code == 2 and "name the operation" in wrong.stderr.replace("\n", " ")


def test_ask_lists_what_to_ask_for(tmp_path):
    """A list for the table, and with --json one document with bound, plan and rehearsal of each."""
    (tmp_path / "plan.json").write_text(plan_json(planned(corridor(buses=2))), encoding="utf-8")
    said = invoke("ask", tmp_path / "plan.json", "--runs", "64", "--work", "2")
    assert said.exit_code == 0, said.output
    assert said.stdout.startswith("corridor as it is: people out ")
    assert "Each was tried alone" in said.stdout
    document = json.loads(
        invoke("ask", tmp_path / "plan.json", "--runs", "64", "--work", "2", "--json").stdout
    )
    assert {"bound", "planned", "rehearsed", "gain", "gain_ci", "verdict"} <= set(
        document["wishes"][0]["row"]
    )


def test_hindcast_needs_its_list(tmp_path):
    """Without a list of figures, or without windows that happened, it says what is missing; exit status 2."""
    done = invoke("hindcast", tiny(tmp_path))
    assert done.exit_code == 2
    (tmp_path / "claims.csv").write_text(HEAD + LINES, encoding="utf-8")
    done = invoke("hindcast", tiny(tmp_path))
    assert done.exit_code == 2 and "no windows as they happened" in done.stderr.replace("\n", " ")
