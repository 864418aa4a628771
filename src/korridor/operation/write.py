"""Write an operation as a file that reads back as the same operation."""

from collections.abc import Callable
from pathlib import Path

from korridor.operation.explained import SECTIONS
from korridor.operation.fault import Faults
from korridor.operation.operation import Operation
from korridor.operation.read import read_yaml
from korridor.operation.stale import apart_from_sources, stale, tree_of
from korridor.operation.with_sources import with_sources
from korridor.operation.yaml_text import yaml_text
from korridor.whole import write_whole

HEAD = "# An operation for Korridor: docs/operation-file.md explains every key.\n"


def write_operation(operation: Operation, path: str | Path) -> Path:
    """Write an operation to a file, ``.yaml`` (``.yml``) or ``.xlsx``; an old file there is replaced.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    ValueError
        If the name does not end in one of these, or the operation holds what such a file cannot.
    OSError
        If it cannot be written there.

    Examples
    --------
    >>> import korridor
    >>> operation = korridor.read_operation("plan.xlsx")  # doctest: +SKIP
    >>> korridor.write_operation(operation, "plan.yaml")  # doctest: +SKIP
    """
    path = Path(path)
    (written,) = write_whole(path.parent, {path.name: file_content(operation, path)})
    return written


def file_content(operation: Operation, path: Path) -> str | bytes:
    """Return what a file of that name holds of an operation.

    Raises
    ------
    ValueError
        If the name ends otherwise than an operation's does, or the operation holds what such a file cannot.
    """
    kind = path.suffix.lower()
    if kind == ".xlsx":
        from korridor.operation.workbook.write import operation_workbook

        return operation_workbook(operation)
    if kind not in (".yaml", ".yml"):
        raise ValueError(f"{path.name!r} does not end as an operation does: .yaml, .yml or .xlsx")
    return HEAD + operation_yaml(operation)


def operation_yaml(operation: Operation) -> str:
    """Return an operation as YAML text, each part with a comment, each source beside its value.

    Raises
    ------
    ValueError
        If the operation holds what YAML cannot, so that another one would be read.
    """
    tree = tree_of(operation)
    placed = with_sources(tree, operation.sources, to_list=frozenset(stale(operation, tree)))
    text = yaml_text(placed, SECTIONS)
    held_by(operation, "YAML", lambda: read_yaml(text, "file"))
    return text


def held_by(operation: Operation, kind: str, read: Callable[[], Operation]) -> None:
    """Make sure that what was written reads back as the same operation; silence here would be a wrong answer.

    Raises
    ------
    ValueError
        In words for a person, where it does not.
    """
    try:
        again = read()
    except Faults as faults:
        raise ValueError(f"{kind} cannot hold this operation: {faults.faults[0]}") from faults
    if apart_from_sources(again) != apart_from_sources(operation):
        parts = [name for name in type(again).model_fields if name != "sources"]
        other = next(name for name in parts if getattr(again, name) != getattr(operation, name))
        raise ValueError(f"{kind} cannot hold this operation: {other} would be read otherwise")
    if sorted(map(repr, again.sources)) != sorted(map(repr, operation.sources)):
        raise ValueError(f"{kind} cannot hold this operation: a source would be read otherwise")
