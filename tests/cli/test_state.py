"""``korridor state`` and ``korridor plan --from``: a moment written down, changed by hand, and planned on from."""

import json
from pathlib import Path

import pytest

from korridor.operation.write import write_operation
from korridor.papers.plan_file import plan_json
from tests.cli.process import korridor
from tests.planning.replan.small import closing, made, operation

NOW = "2016-12-15T09:50+02:00"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The operation's file, the plan in force, and its state at the moment."""
    write_operation(operation(), tmp_path / "two.yaml")
    (tmp_path / "plan.json").write_text(plan_json(made()))
    said = korridor("state", tmp_path / "plan.json", "--at", NOW)
    assert said.returncode == 0, said.stderr
    assert said.stdout.startswith("Thu 15 Dec 2016, 09:50: ")
    assert said.stdout.splitlines()[-1].startswith(f"Written: {tmp_path / 'state.json'}. ")
    return tmp_path


def test_a_changed_truce_is_planned_for(folder: Path):
    """With a truce cut short there is a plan from the moment, a page of what changed, and a document for programs."""
    write_operation(closing(270), folder / "two.yaml")
    new = folder / "new"
    said = korridor(
        "plan", folder / "two.yaml", "--from", folder / "state.json", "-o", new, "--work", "400", "--json"
    )
    assert said.returncode == 0, said.stderr
    document = json.loads(said.stdout)
    assert set(document["promises"]) == {"kept", "broken"} and document["changes"]["operation"]
    assert {"status", "levels", "people", "clearance_s", "work", "seconds", "files"} <= set(document)
    assert (new / "changes.html").exists() and (new / "plan.json").exists()
    assert korridor("report", new / "plan.json", "-o", folder / "again").returncode == 0


def test_it_says_what_changed(folder: Path):
    """On the terminal the moment and the promises come before the plan."""
    said = korridor("plan", folder / "two.yaml", "--from", folder / "state.json", "--work", "400")
    assert said.returncode == 0, said.stderr
    assert said.stdout.startswith("Planned on from Thu 15 Dec 2016, 09:50: ")
    assert "Nothing is known otherwise than when the earlier plan was made." in said.stdout


def test_another_plan_is_not_taken_for_it(folder: Path):
    """Where the plan has changed since, or is not there, the state's line says so, and what to do."""
    plan_file = folder / "plan.json"
    plan_file.write_text(plan_file.read_text() + "\n")
    said = korridor("plan", folder / "two.yaml", "--from", folder / "state.json")
    assert said.returncode == 2
    assert (
        f"plan.sha256: {plan_file} has changed since the state was taken of it; take the state anew"
        in said.stderr
    )
    plan_file.unlink()
    said = korridor("plan", folder / "two.yaml", "--from", folder / "state.json")
    assert said.returncode == 2 and f"plan.file: there is no plan at {plan_file}; put it there" in said.stderr


def test_a_wrong_state_is_told_by_line(folder: Path):
    """A slip in the state is a line with its number, and exit 2, without a traceback."""
    state = folder / "state.json"
    state.write_text(state.read_text().replace('"type": "bus"', '"type": "buss"', 1))
    said = korridor("plan", folder / "two.yaml", "--from", state)
    assert said.returncode == 2
    assert (
        said.stderr.startswith(f"{state}:") and "'buss' is not a vehicle type of the operation" in said.stderr
    )


def test_a_moment_that_is_none(folder: Path):
    """A time of the day alone is no moment: the message has an example."""
    said = korridor("state", folder / "plan.json", "--at", "09:50")
    assert said.returncode == 2 and "'09:50' is not an instant; write for example" in said.stderr


def test_another_file_is_no_state(folder: Path):
    """An operation in a state's place is refused in words that say what is missing and how a state is made."""
    said = korridor("plan", folder / "two.yaml", "--from", folder / "two.yaml")
    assert said.returncode == 2
    assert "format: missing; 'korridor-state' is a state's format: take the state anew with" in said.stderr


def test_where_everybody_is_out_there_is_nothing_to_plan(folder: Path):
    """From a moment at which nobody waits any more a plan is no failure: it says so, and exits with 0."""
    after = folder / "after.json"
    assert korridor("state", folder / "plan.json", "--at", "+40 h", "-o", after).returncode == 0
    tree = json.loads(after.read_text())
    people = sum(row["persons"] for row in tree["people"])
    tree["out"].append({"group": tree["people"][0]["group"], "persons": people}) if people else None
    after.write_text(json.dumps(tree | {"people": []}))
    said = korridor("plan", folder / "two.yaml", "--from", after, "--work", "1")
    assert said.returncode == 0, said.stderr
    assert "Nobody waits to be taken: there is nothing to plan." in said.stdout
    assert "No plan was found" not in said.stdout
