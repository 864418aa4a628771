"""P5: ``state.json`` can be read and changed by a person, and what is wrong in it is said by line."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.events.state_file import read_state, state_json, write_state
from korridor.operation.fault import Faults
from korridor.planning.plan import Plan
from korridor.planning.replan.state_at import state_at
from tests.planning.replan.small import NOW_S, made, operation
from tests.planning.replan.test_state_at import plans


@given(plan=plans(), moment_s=st.integers(0, 9000))
def test_what_is_written_is_read(plan: Plan, moment_s: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A state that was written is read again as it was."""
    state, path = state_at(plan, moment_s), tmp_path_factory.mktemp("moment") / "state.json"
    write_state(path, plan.operation, state)
    assert read_state(path, plan.operation) == state
    assert [file.name for file in path.parent.iterdir()] == ["state.json"]


def test_a_person_can_read_it():
    """Names and clock times stand in the file, a row a line, and nothing that says nothing."""
    text = state_json(operation(), state_at(made(), NOW_S))
    assert '"at": "2016-12-15T09:50+02:00"' in text
    assert json.loads(text)["believed"]["fleet"] == {"bus": {"camp": 6}}
    rows = [line for line in text.splitlines() if line.startswith('    {"type": "bus"')]
    assert sum(json.loads(row.strip().rstrip(","))["number"] for row in rows) == 6
    assert "null" not in text and '_s"' not in text


def test_without_a_start_moments_count_from_it():
    """Where the operation has no date, moments are written as seconds after the start."""
    text = state_json(operation().model_copy(update={"start": None}), state_at(made(), NOW_S))
    assert f'"at": "+{NOW_S} s"' in text


def changed(tmp_path: Path, key: str, value: Any, row: int | None = None) -> Path:
    """A state in which one key, of one row if there is one, is not what it was."""
    tree = json.loads(state_json(operation(), state_at(made(), NOW_S)))
    if row is None:
        tree[key] = value
    else:
        tree[key][row] |= value
    path = tmp_path / "state.json"
    path.write_text(json.dumps(tree, indent=1))
    return path


def test_two_buses_fewer_and_300_people_more(tmp_path: Path):
    """Changed by hand, numbers of vehicles and people are what they are changed to."""
    planned = state_at(made(), NOW_S)
    many = next(i for i, row in enumerate(planned.people) if row.persons >= 100)
    path = changed(tmp_path, "people", {"persons": planned.people[many].persons + 300}, many)
    found = read_state(path, operation())
    assert found.people[many].persons == planned.people[many].persons + 300


AGAIN = "take the state anew with korridor state PLAN --at TIME"
WRONG: list[tuple[str, Any, int | None, str]] = [
    (
        "format",
        "korridor-plan",
        None,
        f"format: 'korridor-plan' is not a state's format; only 'korridor-state' is: {AGAIN}",
    ),
    ("version", 1, None, f"version: 1 is not a version we read; only 2 is: {AGAIN}"),
    ("operation", "other", None, "operation: a state of 'other', and the operation is 'two quarters'"),
    ("at", "09:50", None, "at: '09:50' is not an instant"),
    (
        "vehicles",
        {"at": "camb"},
        0,
        "vehicles[0].at: 'camb' is not a place of the operation; did you mean 'camp'?",
    ),
    ("vehicles", {"type": "train"}, 0, "vehicles[0].type: 'train' is not a vehicle type of the operation"),
    ("vehicles", {"number": 0}, 0, "vehicles[0].number: 0 is too small; 1 or more"),
    ("vehicles", {"free": 1200}, 0, "vehicles[0].free: 1200 is not an instant"),
    ("vehicles", {"loading_since": "+3 h"}, 0, "vehicles[0].loading_since: is after the state's moment"),
    ("vehicles", {"driver": "X"}, 0, "vehicles[0].driver: a vehicle row has no key 'driver'"),
    ("people", {"persons": -1}, 0, "people[0].persons: -1 is too small; 0 or more"),
    (
        "people",
        {"at": "camp"},
        0,
        "people[0].at: north lying stood at north; elsewhere people wait at transfers only",
    ),
    ("people", {"counted_out": True}, 0, "people[0].counted_out: nobody is out at north"),
    ("people", {"group": "west"}, 0, "people[0].group: 'west' is not a group of the operation"),
    (
        "escorts",
        [{"escort": 7, "free": "+3 h"}],
        None,
        "escorts[0].escort: there are 3 escorts, counted from 0",
    ),
    (
        "bays",
        [{"at": "north", "bay": 2, "free": "+3 h"}],
        None,
        "bays[0].bay: north has 2 bays, counted from 0",
    ),
    ("bays", [{"at": "gate", "bay": 0, "free": "+3 h"}], None, "bays[0].bay: gate has bays without number"),
    (
        "lanes",
        [{"at": "gate", "way": "outward", "lane": 2, "free": "+3 h"}],
        None,
        "lanes[0].lane: gate has 2 lanes outward, counted from 0",
    ),
    ("roads", {"road": 9}, 0, "roads[0].road: 9 is not the number of a road; from 0 to 2"),
    ("roads", {"from": "south", "to": "camp"}, 0, "joins"),
    ("roads", {"head_in": "+23 h"}, 0, "roads[0]: the head comes before the tail"),
    ("plan", {"file": "plan.json", "sha256": "0"}, None, "plan.sha256"),
]


@pytest.mark.parametrize(("key", "value", "row", "words"), WRONG)
def test_what_is_wrong_is_said_by_line(tmp_path: Path, key: str, value: Any, row: int | None, words: str):
    """A state that its operation cannot be in is refused: where it stands, what is wrong, what is allowed."""
    path = changed(tmp_path, key, value, row)
    with pytest.raises(Faults) as faults:
        read_state(path, operation())
    first = faults.value.faults[0]
    assert words in str(faults.value)
    assert first.line > 1 and f'"{key}"' in "".join(path.read_text().splitlines()[: first.line])


@pytest.mark.parametrize("text", ["", "{", "[]", '"', "\x00", "[" * 100_000, "{a: *b}"])
def test_what_is_no_state_is_refused(tmp_path: Path, text: str):
    """A file that is no JSON, or no object, is refused with its line and no traceback of the parser's."""
    path = tmp_path / "state.json"
    path.write_text(text)
    with pytest.raises(Faults):
        read_state(path, operation())


def test_everything_that_is_wrong_is_said_at_once(tmp_path: Path):
    """Two slips in one file are two lines."""
    path = changed(tmp_path, "vehicles", {"at": "camb"}, 0)
    path.write_text(path.read_text().replace('"group": "south well"', '"group": "west"'))
    with pytest.raises(Faults) as faults:
        read_state(path, operation())
    assert len(faults.value.faults) >= 2
