"""Read an operation from its file; every fault at once, each with its line."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from korridor.operation.bep import read_bep
from korridor.operation.complaint import TOO_MANY, Complaint, complaints
from korridor.operation.fault import MOST_FAULTS, Fault, Faults, Where, path_text
from korridor.operation.operation import Operation
from korridor.operation.references import clashes
from korridor.operation.sound import SoundPart
from korridor.operation.sourced import Unwrapping
from korridor.operation.text import MOST_BYTES, read_bytes, read_text
from korridor.operation.units import NO_START, parse_instant, shown
from korridor.operation.unseen import unseen
from korridor.operation.written import Written, read_written

_YAML = (".yaml", ".yml")
BEP, WORKBOOK = ".txt", ".xlsx"
"""How a Bus Evacuation Problem's file ends, and a workbook's."""

_NONE = "does not end as an operation does: .yaml, .yml or .xlsx, or .txt for a Bus Evacuation Problem"
_SAVE_AS = "open it and save it as a workbook, .xlsx"
_OTHER = {
    ".xlsm": f"is a workbook with macros, which are never read; {_SAVE_AS}",
    ".xls": f"is a workbook of the old kind; {_SAVE_AS}",
    ".xlsb": f"is a binary workbook; {_SAVE_AS}",
    ".ods": f"is a workbook of another kind; {_SAVE_AS}",
    ".csv": "is one table, and an operation has several; make a workbook with korridor new NAME --xlsx, and "
    "paste it there",
}

BEP_BYTES = 2_000_000
"""The published instances have some five thousand; as numbers a file takes fifty times its room."""


def read_operation(path: str | Path) -> Operation:
    """Read an operation (``.yaml``, ``.yml``, ``.xlsx``) or a Bus Evacuation Problem instance (``.txt``).

    Raises
    ------
    korridor.operation.fault.Faults
        Everything that is wrong with the file, at once.
    """
    path = Path(path)
    file, kind = str(path), path.suffix.lower()
    if kind not in (*_YAML, BEP, WORKBOOK) and not path.is_dir():
        raise Faults([Fault(file, 1, "", f"{shown(path.name)} {_OTHER.get(kind, _NONE)}")])
    if kind == WORKBOOK:
        return read_workbook(read_bytes(path), file)
    text = read_text(path, BEP_BYTES if kind == BEP else MOST_BYTES)
    if kind != BEP:
        return read_yaml(text, file)
    try:
        return read_bep(text, name=path.stem)
    except Faults as faults:
        raise faults.of(file) from None


def read_workbook(content: bytes, file: str) -> Operation:
    """Read an operation from the bytes of a workbook; ``file`` is the name that its faults carry.

    Raises
    ------
    korridor.operation.fault.Faults
        Everything that is wrong with the workbook, at once.
    """
    from korridor.operation.workbook.read import read_sheets  # who has no workbook need not wait for openpyxl

    written, found, doubtful = read_sheets(content, file)
    return read_tree(written, file, found, doubtful)


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
    return read_tree(written, file, found)


def read_tree(
    written: Written, file: str, found: Iterable[Fault] = (), doubtful: Iterable[Where] = ()
) -> Operation:
    """Read an operation from what was written, whatever it was written in.

    Parameters
    ----------
    written : Written
        A table.
    file : str
        The name that faults carry.
    found : iterable of Fault
        What is known to be wrong already.
    doubtful : iterable of tuple
        The paths of those faults; what follows from them is no news.

    Raises
    ------
    korridor.operation.fault.Faults
        Everything that is wrong, at once.
    """
    known = set(doubtful)
    unwrapped = Unwrapping(written, file, known)
    bare, tree = unwrapped.bare, unwrapped.bare.plain
    faults = [*found, *unseen(written, file), *unwrapped.faults]
    context = {"file": True, "start": _start(tree)}
    operation, said = _validated(tree, context)
    for each in _news(said, unwrapped.doubtful, known):
        faults.append(_fault(file, bare, each.where, each.what))
    too_many = any(each.kind == TOO_MANY for each in said)
    if too_many or len(faults) > MOST_FAULTS:  # what it refers to can be looked up once these are mended
        raise Faults(faults)
    sound = None
    if operation is None or known:
        sound = SoundPart(tree, unwrapped.doubtful | {each.about for each in said}, context)
        operation, _ = _validated(sound.tree, context)
    for clash in islice(clashes(operation), MOST_FAULTS + 1) if operation else ():
        if sound is None or not sound.doubts(clash.other):
            where = sound.in_file(clash.where) if sound else clash.where
            faults.append(_fault(file, bare, where, clash.what))
    if faults or operation is None:
        raise Faults(faults)
    return operation.model_copy(update={"sources": (*unwrapped.sources, *operation.sources)})


def _validated(tree: Any, context: dict[str, Any]) -> tuple[Operation | None, tuple[Complaint, ...]]:
    try:
        return Operation.model_validate(tree, context=context, by_alias=True, by_name=False), ()
    except ValidationError as error:
        return None, tuple(complaints(error, Operation, tree))


def _news(said: tuple[Complaint, ...], doubtful: set[Where], known: set[Where]) -> Iterator[Complaint]:
    """Leave out what follows from a fault that is said already: an empty value, a start that is none."""
    start_is_faulty = any(where[:1] == ("start",) for where in {*doubtful, *(each.where for each in said)})
    tables = {where[:deep] for where in known for deep in range(len(where))}
    for each in said:
        follows = each.where in doubtful or each.about in doubtful
        # What does not fit together in a table may do so once the value that was left out of it is mended.
        follows = follows or (each.kind == "value_error" and each.where in tables)
        if not follows and not (start_is_faulty and each.kind == NO_START):
            yield each


def _start(tree: dict[str, Any]) -> datetime | None:
    """The start, if it is one: moments are counted from it."""
    try:
        return parse_instant(tree["start"])
    except (KeyError, ValueError):
        return None


def _fault(file: str, written: Written, where: Where, what: str) -> Fault:
    """A fault at a path: on the line, or in the cell, of as much of it as the file has."""
    spot = written.at(where)
    return Fault(file, spot.line, spot.cell or path_text(where), what)
