"""The exported schema of a state: it takes every file that we read, and refuses what an editor can know to be wrong."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.events.state_file import read_state, state_json
from korridor.events.state_schema import state_schema
from korridor.operation.fault import Faults
from korridor.planning.plan import Plan
from korridor.planning.replan.state_at import state_at
from tests.events.test_state_file import changed
from tests.planning.replan.small import operation
from tests.planning.replan.test_state_at import plans

VALIDATOR = jsonschema.Draft7Validator(state_schema())


@given(plan=plans(), moment_s=st.integers(0, 9000))
def test_every_state_that_is_written_keeps_to_the_schema(plan: Plan, moment_s: int) -> None:
    """Whatever stands where at whatever moment, its file is valid as an editor sees it."""
    written = json.loads(state_json(plan.operation, state_at(plan, moment_s)))
    assert [error.message for error in VALIDATOR.iter_errors(written)] == []


@pytest.mark.parametrize(
    ("key", "value", "row"),
    [
        ("format", "another", None),
        ("version", 1, None),
        ("at", "half past nine", None),
        ("places", [], None),
        ("vehicles", {"number": 0}, 0),
        ("vehicles", {"free": 90}, 0),
        ("people", {"persons": -1}, 0),
        ("lanes", [{"at": "gate", "way": "across", "lane": 0, "free": "+5 s"}], None),
    ],
)
def test_what_the_schema_refuses_is_refused(tmp_path: Path, key: str, value: Any, row: int | None) -> None:
    """What an editor marks as wrong is wrong when it is read, too: the schema is no stricter than the reader."""
    path = changed(tmp_path, key, value, row)
    assert list(VALIDATOR.iter_errors(json.loads(path.read_text())))
    with pytest.raises(Faults):
        read_state(path, operation())
