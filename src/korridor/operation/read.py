"""Read an operation from its file; every fault at once, each with its line."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from korridor.operation.bep import read_bep
from korridor.operation.complaint import Complaint, complaints
from korridor.operation.fault import Fault, Faults, Where, path_text
from korridor.operation.operation import Operation
from korridor.operation.references import clashes
from korridor.operation.sound import SoundPart
from korridor.operation.sourced import Unwrapping
from korridor.operation.text import read_text
from korridor.operation.units import NO_START, parse_instant, shown
from korridor.operation.written import Written, read_written

_YAML = (".yaml", ".yml")
_BEP = ".txt"


def read_operation(path: str | Path) -> Operation:
    """Read an operation (``.yaml``, ``.yml``) or a Bus Evacuation Problem instance (``.txt``).

    Raises
    ------
    korridor.operation.fault.Faults
        Everything that is wrong with the file, at once.
    """
    path = Path(path)
    file, kind = str(path), path.suffix.lower()
    if kind not in (*_YAML, _BEP) and not path.is_dir():
        what = f"{shown(path.name)} does not end as an operation does: .yaml or .yml"
        raise Faults([Fault(file, 1, "", f"{what}, or .txt for a Bus Evacuation Problem")])
    text = read_text(path)
    if kind != _BEP:
        return read_yaml(text, file)
    try:
        return read_bep(text, name=path.stem)
    except Faults as faults:
        raise faults.of(file) from None


def read_yaml(text: str, file: str) -> Operation:
    """Read an operation from YAML text; ``file`` is the name that its faults carry.

    Raises
    ------
    korridor.operation.fault.Faults
        Everything that is wrong with the text, at once.
    """
    written, found = read_written(text, file)
    if not isinstance(written.value, dict):
        what = f"{shown(written.plain)} stands where an operation belongs; write keys: name, places, …"
        raise Faults([*found, Fault(file, written.line, "", what)])
    unwrapped = Unwrapping(written, file)
    bare, tree = unwrapped.bare, unwrapped.bare.plain
    faults = [*found, *unwrapped.faults]
    context = {"file": True, "start": _start(tree)}
    operation, said = _validated(tree, context)
    for each in _news(said, unwrapped.doubtful):
        faults.append(Fault(file, line_of(bare, each.where), path_text(each.where), each.what))
    sound = None
    if operation is None:
        sound = SoundPart(tree, unwrapped.doubtful | {each.about for each in said}, context)
        operation, _ = _validated(sound.tree, context)
    for clash in clashes(operation) if operation else ():
        if sound is None or not sound.doubts(clash.other):
            where = sound.in_file(clash.where) if sound else clash.where
            faults.append(Fault(file, line_of(bare, where), path_text(where), clash.what))
    if faults or operation is None:
        raise Faults(faults)
    return operation.model_copy(update={"sources": (*unwrapped.sources, *operation.sources)})


def _validated(tree: Any, context: dict[str, Any]) -> tuple[Operation | None, tuple[Complaint, ...]]:
    try:
        return Operation.model_validate(tree, context=context, by_alias=True, by_name=False), ()
    except ValidationError as error:
        return None, tuple(complaints(error, Operation, tree))


def _news(said: tuple[Complaint, ...], doubtful: set[Where]) -> Iterator[Complaint]:
    """Leave out what follows from a fault that is said already: an empty value, a start that is none."""
    start_is_faulty = any(where[:1] == ("start",) for where in {*doubtful, *(each.where for each in said)})
    for each in said:
        if each.where not in doubtful and not (start_is_faulty and each.kind == NO_START):
            yield each


def _start(tree: dict[str, Any]) -> datetime | None:
    """The start, if it is one: moments are counted from it."""
    try:
        return parse_instant(tree["start"])
    except (KeyError, ValueError):
        return None


def line_of(written: Written, where: Where) -> int:
    """The line of a path, or of as much of it as the file has."""
    line = written.line
    for step in where:
        if isinstance(written.value, dict) and step in written.value:
            written = written.value[str(step)]
        elif isinstance(written.value, tuple) and isinstance(step, int) and step < len(written.value):
            written = written.value[step]
        else:
            break
        line = written.line
    return line
