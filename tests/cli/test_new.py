"""``korridor new``: a file to start from, or another file's operation in the other form."""

import json

import pytest
from typer.testing import CliRunner

from korridor.cli.main import app
from korridor.events.state_schema import state_schema
from korridor.operation.check import check
from korridor.operation.read import read_operation
from korridor.operation.schema import operation_schema
from tests.cli.process import instance, korridor, tiny


def new(*arguments):
    return CliRunner().invoke(app, ["new", *map(str, arguments)])


@pytest.mark.parametrize("options", [(), ("--xlsx",)])
def test_the_file_to_start_from_is_sound(tmp_path, options):
    """What is written can be checked at once, six places under a name of one's own, and nothing is wrong with it."""
    done = new(tmp_path / "my town", *options)
    path = tmp_path / f"my town.{'xlsx' if options else 'yaml'}"
    assert done.exit_code == 0 and [each.name for each in tmp_path.iterdir()] == [path.name]
    found = read_operation(path)
    assert (found.name, len(found.places), found.persons) == ("my town", 6, 612)
    assert check(found) == () and found.sources


def test_it_says_what_to_do_next(tmp_path):
    """Whoever asked for a file is told what it is, and the two commands that come next, ready to be typed."""
    done = korridor("new", "my town", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split("\n") == [
        "Written: my town.yaml, an operation of 6 places to start from.",
        "Open it in a text editor. Everything in it is made up: put your own in its place. Then:",
        "    korridor check 'my town.yaml'",
        "    korridor plan 'my town.yaml' -o 'build/my town'",
        "docs/your-own-operation.md goes through it step by step.",
        "",
    ]
    assert "the sheet 'read me' explains it" in new(tmp_path / "b", "--xlsx").output


def test_a_workbook_and_yaml_become_each_other(tmp_path):
    """--from writes a file's operation in the other form, and back again, without a change."""
    tiny(tmp_path)
    assert new(tmp_path / "a", "--xlsx", "--from", tmp_path / "tiny.yaml").exit_code == 0
    assert new(tmp_path / "b", "--from", tmp_path / "a.xlsx").exit_code == 0
    assert (
        read_operation(tmp_path / "a.xlsx")
        == read_operation(tmp_path / "b.yaml")
        == read_operation(tmp_path / "tiny.yaml")
    )


def test_a_bus_evacuation_problem_becomes_an_operation(tmp_path):
    """A published instance can be looked at, and changed, as a file of ours."""
    assert new(tmp_path / "a", "--from", instance(tmp_path)).exit_code == 0
    assert read_operation(tmp_path / "a.yaml") == read_operation(tmp_path / "small.txt")


def test_a_file_that_is_there_is_kept(tmp_path):
    """Nothing is replaced unless --force says so; the two ways out are named."""
    path = tiny(tmp_path)
    kept = path.read_text()
    done = new(path)
    assert done.exit_code == 2 and path.read_text() == kept
    assert f"{path} is there already; choose another name, or add --force to replace it" in done.output
    assert new(path, "--force").exit_code == 0 and path.read_text() != kept


@pytest.mark.parametrize(
    ("name", "options", "written"),
    [
        ("a", (), "a.yaml"),
        ("a.yml", (), "a.yml"),
        ("a.xlsx", (), "a.xlsx"),
        ("a.yaml", ("--xlsx",), "a.xlsx"),
        ("v1.2", (), "v1.2.yaml"),
    ],
)
def test_the_ending_tells_the_form(tmp_path, name, options, written):
    """A name may have its ending already; one that ends otherwise keeps that and gets .yaml."""
    assert new(tmp_path / "sub" / name, *options).exit_code == 0
    assert [each.name for each in (tmp_path / "sub").iterdir()] == [written]


def test_no_name_is_told(tmp_path):
    """A folder's sign is no name for a file."""
    done = new(".")
    assert done.exit_code == 2 and "is no name for a file; write for example my-town" in done.output


def test_a_wrong_file_to_start_from_is_told_and_nothing_is_written(tmp_path):
    """The faults of the file named by --from are told as by korridor check, and no file is left."""
    done = new(tmp_path / "a", "--from", tmp_path / "none.yaml")
    assert done.exit_code == 2 and f"{tmp_path}/none.yaml:1: no such file" in done.output
    assert list(tmp_path.iterdir()) == []


def test_an_operation_that_the_form_cannot_hold_is_told(tmp_path):
    """What a workbook cannot hold is told, and no half of a workbook is left."""
    path = tiny(tmp_path, (tiny(tmp_path).read_text()).replace("name: Tiny", 'name: Tiny\nsummary: "a\\ab"'))
    done = new(tmp_path / "a", "--xlsx", "--from", path)
    assert done.exit_code == 2 and "has a control character" in done.output
    assert [each.name for each in tmp_path.iterdir()] == ["tiny.yaml"]


def test_the_schema_beside_it_is_referred_to(tmp_path):
    """With --schema an editor finds the schema by the file's first line, and needs no network."""
    assert new(tmp_path / "a", "--schema").exit_code == 0
    assert (
        (tmp_path / "a.yaml").read_text().startswith("# yaml-language-server: $schema=korridor.schema.json\n")
    )
    assert json.loads((tmp_path / "korridor.schema.json").read_text()) == operation_schema()
    assert read_operation(tmp_path / "a.yaml").name == "a"


def test_as_json(tmp_path):
    """One JSON document names what was written."""
    done = new(tmp_path / "a", "--json")
    assert json.loads(done.stdout) == {"operation": "a", "files": [str(tmp_path / "a.yaml")]}


def test_the_schema_is_printed():
    """What korridor schema prints is one JSON document, the same every time."""
    first, second = korridor("schema"), korridor("schema")
    assert first.stdout == second.stdout and json.loads(first.stdout) == operation_schema()
    assert json.loads(korridor("schema", "--state").stdout) == state_schema()


def test_an_exercise_is_made_up(tmp_path):
    """A size asked for is the size of the operation that is written, and the message says that it is an exercise."""
    done = new(tmp_path / "large", "--exercise", "people=1000,seed=7")
    assert done.exit_code == 0 and "an exercise of 1,000 people, 9 places." in done.stdout
    assert read_operation(tmp_path / "large.yaml").persons == 1000


@pytest.mark.parametrize(
    "arguments", [("--exercise", "people=12"), ("--exercise", "people=1000", "--from", "x.yaml")]
)
def test_a_wrong_exercise_writes_nothing(tmp_path, arguments):
    """A size out of range, or two sources of the operation, end with 2, and no file is left."""
    done = new(tmp_path / "large", *arguments)
    assert done.exit_code == 2 and list(tmp_path.iterdir()) == []
