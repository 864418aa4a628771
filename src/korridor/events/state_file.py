"""P5: ``state.json``: a saved state as a file that a person can read and change; versioned and checked on reading."""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from korridor.events.saved_state import FORMAT, VERSION, SavedState
from korridor.events.state_doubts import doubts
from korridor.operation.complaint import complaints
from korridor.operation.fault import Fault, Faults, Where, path_text
from korridor.operation.operation import Operation
from korridor.operation.text import read_text
from korridor.operation.units import shown
from korridor.operation.written import Written, read_written
from korridor.whole import write_whole

_AGAIN = "take the state anew with korridor state PLAN --at TIME"


def state_json(operation: Operation, state: SavedState) -> str:
    """Return a state as the text of ``state.json``: a row a line, moments by the operation's own clock."""
    lines = []
    for key, value in _plain(operation, state).items():
        if isinstance(value, list) and value:
            rows = ",\n".join(f"    {_row(row)}" for row in value)
            lines.append(f"  {_row(key)}: [\n{rows}\n  ]")
        elif isinstance(value, dict):
            rows = ",\n".join(f"    {_row(name)}: {_row(each)}" for name, each in value.items())
            lines.append(f"  {_row(key)}: {{\n{rows}\n  }}")
        else:
            lines.append(f"  {_row(key)}: {_row(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def write_state(path: str | Path, operation: Operation, state: SavedState) -> None:
    """Write a ``state.json``; a reader sees the old file or the new one, never a part."""
    path = Path(path)
    write_whole(path.parent, {path.name: state_json(operation, state)})


def read_state(path: str | Path, operation: Operation) -> SavedState:
    """Read a ``state.json`` of an operation, as it is now or as it was before some of its figures changed.

    Raises
    ------
    korridor.operation.fault.Faults
        Everything that is wrong with the file, with its lines: not a state, of another version or operation, a name
        that the operation does not have, a number that cannot be.
    """
    path = Path(path)
    file = str(path)
    text = read_text(path)
    if not text.strip():
        raise Faults([Fault(file, 1, "", f"the file is empty; {_AGAIN}")])
    written, faults = read_written(text, file)
    for key, value, noun in (
        ("format", FORMAT, "a state's format"),
        ("version", VERSION, "a version we read"),
    ):
        found = written.table[key].plain if key in written.table else None
        if found != value:
            wrong = f"{shown(found)} is not {noun}; only {shown(value)} is"
            what = wrong if key in written.table else f"missing; {shown(value)} is {noun}"
            raise Faults([*faults, _fault(file, written, (key,), f"{what}: {_AGAIN}")])
    tree = written.plain
    context = {"file": True, "start": operation.start}
    try:
        state = SavedState.model_validate(tree, context=context, by_alias=True, by_name=False)
    except ValidationError as error:
        found_wrong = complaints(error, SavedState, tree)
        raise Faults(
            [*faults, *(_fault(file, written, each.where, each.what) for each in found_wrong)]
        ) from None
    doubtful = [_fault(file, written, where, what) for where, what in doubts(operation, state)]
    if faults or doubtful:
        raise Faults([*faults, *doubtful])
    return state


def line_of(path: str | Path, where: Where) -> int:
    """Return the line on which a part of a state's file stands, which has been read before."""
    written, _ = read_written(read_text(Path(path)), str(path))
    return written.at(where).line


def _fault(file: str, written: Written, where: Where, what: str) -> Fault:
    return Fault(file, written.at(where).line, path_text(where), what)


def _plain(operation: Operation, value: BaseModel) -> dict[str, Any]:
    """Return a value's fields by the names that files use; without those that say nothing."""
    return {
        field.alias or name: _one(operation, name, getattr(value, name))
        for name, field in type(value).model_fields.items()
        if field.is_required() or name in ("format", "version") or getattr(value, name) != field.default
    }


def _one(operation: Operation, name: str, value: Any) -> Any:
    if isinstance(value, BaseModel):
        return _plain(operation, value)
    if isinstance(value, tuple):
        return [_one(operation, name, each) for each in value]
    if name.endswith("_s") and isinstance(value, int):
        return _moment(operation, value)
    return value


def _moment(operation: Operation, moment_s: int) -> str:
    instant = operation.instant(moment_s)
    if instant is None:
        return f"+{moment_s} s"
    return instant.isoformat(timespec="seconds" if instant.second else "minutes")


def _row(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
