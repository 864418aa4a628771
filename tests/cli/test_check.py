"""korridor check."""

import json

from typer.testing import CliRunner

from korridor.cli.main import app
from tests.cli.process import instance, tiny
from tests.cli.process import korridor as run
from tests.operation.tiny import TINY
from tests.operation.workbook.made import TINY_BOOK, cells, changed


def invoke(*arguments):
    return CliRunner().invoke(app, ["check", *map(str, arguments)])


def test_a_sound_operation_is_called_so(tmp_path):
    """What was read is summed up, and that nothing clashes is said with care."""
    path = tiny(tmp_path)
    done = invoke(path)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        f"{path}: Tiny: 206 people in 2 groups, 6 vehicles, 4 places, 3 roads\n"
        "Well-formed, and nothing in it is impossible by itself; 0 warnings.\n"
    )


def test_what_cannot_work_is_answered_with_no(tmp_path):
    """Impossible is an answer: on standard output, with status 1."""
    done = invoke(tiny(tmp_path, TINY.replace("escorts: 2", "escorts: 0")))
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout.split("\n")[1:] == [
        "impossible: convoy.escorts: 0 escorts, and every loaded column needs one; leave escorts out "
        "where none is "
        "needed",
        "Nobody can come out while all of this holds; change one of them:",
        f"  {tmp_path}/tiny.yaml:13: roads: there are no other roads than these",
        f"  {tmp_path}/tiny.yaml:27: convoy.escorts: 0 escorts",
        "It cannot work as it stands: 1 impossible, 0 warnings.",
        "",
    ]


def test_a_warning_does_not_change_the_answer(tmp_path):
    """A slip that does no harm is said, and the status is 0."""
    done = invoke(tiny(tmp_path, TINY.replace("  Park:", "  Old mill: {kind: junction}\n  Park:")))
    assert done.exit_code == 0
    assert done.stdout.endswith(
        "warning: places.Old mill: nobody's way leads by this junction\n"
        "Well-formed, and nothing in it is impossible by itself; 1 warning.\n"
    )


def test_the_answer_as_json(tmp_path):
    """With --json, standard output is one document with every finding."""
    done = invoke(tiny(tmp_path, TINY.replace("capacity: 500", "capacity: 200")), "--json")
    assert (done.exit_code, done.stderr) == (1, "")
    assert json.loads(done.stdout) == {
        "operation": "Tiny",
        "possible": False,
        "people": 206,
        "vehicles": 6,
        "findings": [
            {
                "severity": "impossible",
                "where": "places",
                "what": "room for 200 people at Camp, but 206 can go nowhere else (well, hurt): 6 cannot be "
                "received, so not everybody can be brought out",
                "clearance_only": True,
            }
        ],
        "clashes": [
            {
                "clearance_only": True,
                "facts": [
                    {"where": "places.Camp.capacity", "line": 11, "what": "room for 200 people"},
                    {"where": "people.well", "line": 22, "what": "200 people (well; seat) at Square"},
                    {"where": "people.hurt", "line": 23, "what": "6 people (lying; stretcher) at Square"},
                ],
            }
        ],
    }


def test_a_wrong_file_is_told_line_by_line(tmp_path):
    """Faults go to standard error, one a line, with status 2."""
    path = tiny(tmp_path, TINY.replace("length: 21 km", "length: 21").replace("class: lying", "class: lyin"))
    done = invoke(path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        f"{path}:16: roads[1].length: 21 has no unit; write for example 21 km or 6800 m (units: m, km)\n"
        f"{path}:23: people.hurt.class: 'lyin' is not a class of the scheme care; did you mean 'lying'? "
        "one of "
        "lying, sitting, well\n"
    )


def test_a_wrong_file_as_json(tmp_path):
    """With --json the faults are a document too, for whoever reads by program."""
    done = invoke(tmp_path / "none.yaml", "--json")
    assert done.exit_code == 2
    assert json.loads(done.stdout) == {
        "faults": [{"file": str(tmp_path / "none.yaml"), "line": 1, "where": "", "what": "no such file"}]
    }


def test_an_empty_file_is_told(tmp_path):
    """An empty file is no operation."""
    done = run("check", tiny(tmp_path, ""))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"{tmp_path}/tiny.yaml:1: the file is empty; an operation has a name, places, roads, people and a "
        "fleet\n"
    )


def test_an_instance_is_checked_too(tmp_path):
    """A Bus Evacuation Problem goes through the same door."""
    done = invoke(instance(tmp_path))
    assert done.exit_code == 0 and "40 people in 2 groups, 2 vehicles, 5 places, 6 roads" in done.stdout


def test_a_workbook_is_checked_as_a_file_is(tmp_path):
    """A workbook stands wherever an operation's file does, and what is wrong in it is told with its cell."""
    path = tmp_path / "tiny.xlsx"
    path.write_bytes(TINY_BOOK)
    assert invoke(path).exit_code == 0
    path.write_bytes(changed(cells(roads_A2="Sqare")))
    done = invoke(path, "--json")
    what = "'Sqare' is not a place; did you mean 'Square'? one of Square, Gatehouse, Camp, Park"
    assert done.exit_code == 2
    assert json.loads(done.stdout) == {
        "faults": [{"file": str(path), "line": 2, "where": "roads!A2", "what": what}]
    }
    assert f"{path}:2: roads!A2: {what}" in done.stderr
