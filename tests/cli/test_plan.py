"""korridor plan."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from typer.testing import CliRunner

import korridor
from korridor.cli.main import app
from tests.cli.process import instance, tiny
from tests.cli.process import korridor as run
from tests.operation.tiny import TINY

KEYS = [
    *("operation", "status", "objective", "levels", "value", "bound", "gap", "people", "clearance_s"),
    *("longest_aboard_s", "movements", "vehicles_used", "work", "seconds", "files", "findings", "clashes"),
]
planned = pytest.mark.skipif(not hasattr(korridor, "plan"), reason="this build has no planner yet")


def invoke(*arguments):
    return CliRunner().invoke(app, ["plan", *map(str, arguments)])


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--seconds", "0"], "'--seconds': 0 is out of range; more than 0 seconds, at most 1000000000"),
        (["--seconds", "-5"], "'--seconds': -5 is out of range; more than 0 seconds, at most 1000000000"),
        (["--seconds", "nan"], "'--seconds': nan is out of range; more than 0 seconds, at most 1000000000"),
        (["--seconds", "soon"], "'--seconds': 'soon' is not a number of seconds; write for example 50"),
        (["--seed", "1.5"], "'--seed': '1.5' is not a whole number; write for example 1000"),
        (["--seed", "-1"], "'--seed': -1 is out of range; from 0 to 9223372036854775807"),
        (["--work", "0"], "'--work': 0 is out of range; from 1 to 1000000000000000"),
        (
            ["--objective", "fastest"],
            "'--objective': 'fastest' is not an objective; one of most-out, clearance, priority, exposure",
        ),
        (["--until", "+0 s"], "'--until': +0 s is the operation's start; the horizon must be after it"),
        (
            ["--until", "2016-12-15T05:00+02:00"],
            "'--until': 2016-12-15T05:00+02:00 is before the operation's start, 2016-12-15T06:00:00+02:00",
        ),
        (
            ["--until", "tomorrow"],
            "'--until': 'tomorrow' is not an instant; write for example 2016-12-15T09:00+02:00, or "
            "+6 h for six "
            "hours after the start",
        ),
    ],
)
def test_a_wrong_option_is_told(tmp_path, options, words):
    """Each bad option is named with what is allowed, on standard error, with status 2."""
    done = invoke(tiny(tmp_path), *options)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith(f"Error: Invalid value for {words}\n")


def test_a_folder_that_cannot_be_is_told_before_planning(tmp_path):
    """Nobody waits for a plan that cannot be written."""
    path = tiny(tmp_path)
    done = invoke(path, "-o", path / "plan")
    assert done.exit_code == 2 and f"'-o': {path}/plan: Not a directory; name a folder" in done.stderr


def test_a_wrong_file_is_told(tmp_path):
    """Faults are told as check tells them."""
    done = invoke(tiny(tmp_path, TINY.replace("21 km", "21")))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{tmp_path}/tiny.yaml:16: roads[1].length: 21 has no unit; ")


def test_what_cannot_work_is_infeasible(tmp_path):
    """The facts that clash go to standard error; the document says infeasible; the status is 1."""
    done = invoke(tiny(tmp_path, TINY.replace("escorts: 2", "escorts: 0")), "--json")
    assert done.exit_code == 1
    assert done.stderr == (
        "impossible: convoy.escorts: 0 escorts, and every loaded column needs one; leave escorts "
        "out where none "
        "is needed\n"
        "Nobody can come out while all of this holds; change one of them:\n"
        f"  {tmp_path}/tiny.yaml:13: roads: there are no other roads than these\n"
        f"  {tmp_path}/tiny.yaml:27: convoy.escorts: 0 escorts\n"
    )
    document = json.loads(done.stdout)
    assert list(document) == KEYS
    assert document["status"] == "infeasible" and document["objective"] == "most-out"
    assert document["people"] == {"total": 206, "out": 0, "left": 206}
    assert [each["where"] for each in document["findings"]] == ["convoy.escorts"]
    facts = [fact["where"] for fact in document["clashes"][0]["facts"]]
    assert facts == ["roads", "convoy.escorts"] and not document["clashes"][0]["clearance_only"]


def test_too_little_room_stops_only_clearance(tmp_path):
    """Where not everybody can be received, clearance is infeasible."""
    done = invoke(tiny(tmp_path, TINY.replace("500", "100")), "--objective", "clearance", "--json")
    assert done.exit_code == 1 and json.loads(done.stdout)["status"] == "infeasible"


@planned
def test_too_little_room_leaves_the_most_to_be_brought_out(tmp_path):
    """Where not everybody can be received, most-out fills what room there is."""
    done = invoke(tiny(tmp_path, TINY.replace("500", "100")), "--seconds", "2", "--json")
    document = json.loads(done.stdout)
    assert done.exit_code == 0 and document["objective"] == "most-out"
    assert document["people"]["out"] <= 100 and document["people"]["out"] + document["people"]["left"] == 206


@planned
def test_an_instance_is_planned(tmp_path):
    """A Bus Evacuation Problem is cleared, in the instance's own units, and the document has every figure."""
    done = run("plan", instance(tmp_path), "--seconds", "2", "--json")
    assert done.returncode == 0 and not done.stderr
    document = json.loads(done.stdout)
    assert list(document) == KEYS
    assert document["objective"] == "clearance" and document["people"] == {"total": 40, "out": 40, "left": 0}
    assert document["value"] == document["clearance_s"] == document["levels"][0]["value"]
    assert document["bound"] <= document["value"]


@planned
def test_a_plan_is_written_and_reported_again(tmp_path):
    """What plan writes, report reads, verifies and writes again to the last byte."""
    done = invoke(instance(tmp_path), "--seconds", "2", "-o", tmp_path / "out")
    assert done.exit_code == 0 and done.stdout.splitlines()[-1].startswith("Written: ")
    written = (tmp_path / "out" / "plan.json").read_text()
    assert run("report", tmp_path / "out" / "plan.json", "-o", tmp_path / "again").returncode == 0
    assert (tmp_path / "again" / "plan.json").read_text() == written


@planned
def test_same_seed_and_work_give_the_same_plan(tmp_path):
    """P4: with an amount of work, the clock has no say."""
    plans = []
    for name in ("a", "b"):
        done = invoke(instance(tmp_path), "--work", "2000", "--seed", "7", "-o", tmp_path / name)
        assert done.exit_code == 0
        plans.append((tmp_path / name / "plan.json").read_text())
    assert plans[0] == plans[1]


@planned
def test_ctrl_c_keeps_the_best_plan(tmp_path):
    """Who cannot wait has the best plan so far, and no traceback."""
    path = tmp_path / "large.txt"
    path.write_text(large())
    command = [sys.executable, "-m", "korridor", "plan", str(path), "--seconds", "100", "--json"]
    begun = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "TERM": "dumb"}
    )
    time.sleep(20)
    begun.send_signal(signal.SIGINT)
    out, err = begun.communicate(timeout=60)
    assert begun.returncode == 0 and "Traceback" not in err
    assert json.loads(out)["people"]["left"] == 0


def large() -> str:
    """An instance of 40 loads and 12 places that nobody closes in seconds."""
    places = range(1, 13)
    lines = ["10 1", "1 10", f"12 40 {' '.join(['3'] * 8 + ['4'] * 4)}", f"12 60 {' '.join(['5'] * 12)}"]
    lines.append("1 " + " ".join(str(7 * j % 11 + 1) for j in places))
    lines += [f"{i} " + " ".join(str((i * 31 + j * 17) % 97 + 3) for j in places) for i in places]
    return "\n".join(lines) + "\n"


@planned
def test_who_cannot_all_come_out_in_time_are_brought_out_as_far_as_can_be(tmp_path):
    """Where the time is too short for everybody, the facts that clash are said, and the others are brought out."""
    text = TINY.replace("closes: 2016-12-15T20:00+02:00", "closes: +3 h")
    done = run("plan", tiny(tmp_path, text), "--seconds", "2", "--objective", "clearance", "--json")
    document = json.loads(done.stdout)
    assert done.returncode == 0 and document["people"]["left"] == 2
    facts = [fact["where"] for fact in document["clashes"][0]["facts"]]
    assert {"people.hurt", "fleet.ambulance.depots", "truce.announced[0].closes"} <= set(facts)
