"""P5: ``state.json``, a moment as a file; versioned and checked on reading."""

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Annotated, Literal

import numpy as np
from pydantic import Field, ValidationError

from korridor.clockwork.run import depots_of
from korridor.clockwork.state import State, T, beginning, push
from korridor.clockwork.tables import NEVER, Index, Ints
from korridor.operation.fault import Fault, Faults, path_text
from korridor.operation.frozen import Frozen
from korridor.operation.operation import Operation

FORMAT, VERSION = "korridor-state", 1

Whole = Annotated[int, Field(strict=True, ge=0, lt=NEVER)]
Pair = tuple[Whole, Whole]
Passage = tuple[Whole, Whole, Whole, Whole]


class SavedState(Frozen):
    """The file's content: the arrays of :class:`korridor.clockwork.state.State` by name, queues in one.

    Attributes
    ----------
    operation, digest : str
        The operation's name, and what its content sums up to.
    vehicles : tuple of pairs
        Free from, place.
    roads : tuple of pairs of passages
        Forth and back: the last column's head in, tail in, head out, tail out; ``None`` where there was none.
    queues : tuple of tuples of pairs
        Moment, amount.
    """

    format: Literal["korridor-state"] = "korridor-state"
    version: Literal[1] = 1
    operation: str
    digest: str
    vehicles: tuple[Pair, ...]
    bays: tuple[Whole, ...]
    lanes: tuple[Whole, ...]
    escorts: tuple[Whole, ...]
    roads: tuple[tuple[Passage | None, Passage | None], ...]
    left: tuple[Whole, ...]
    present: tuple[Whole, ...]
    departed: tuple[Whole, ...]
    queues: tuple[tuple[Pair, ...], ...]
    tally: tuple[Whole, ...]


def digest_of(operation: Operation) -> str:
    """Return what an operation's content sums up to: two that differ anywhere have different digests."""
    return hashlib.sha256(operation.model_dump_json().encode()).hexdigest()


def write_state(path: Path, operation: Operation, state: State) -> None:
    """Write a ``state.json``; a reader sees the old file or the new one, never a part."""
    text = _to_saved(operation, state).model_dump_json() + "\n"
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", delete=False
    ) as aside:
        try:
            aside.write(text)
            aside.flush()
            os.fsync(aside.fileno())
            os.replace(aside.name, path)
        except BaseException:
            Path(aside.name).unlink(missing_ok=True)
            raise


def read_state(path: Path, operation: Operation) -> State:
    """Read a ``state.json`` of an operation.

    Raises
    ------
    korridor.operation.fault.Faults
        If it cannot be read, is not JSON, not a state, of another version or operation, or not well-formed.
    """
    tree = _tree(path)
    found = tree if isinstance(tree, dict) else {}
    for where, value, noun in (
        ("format", FORMAT, "a state's format"),
        ("version", VERSION, "a version we read"),
    ):
        if found.get(where) != value:
            raise _fault(path, where, f"{found.get(where)!r} is not {noun}; only {value!r} is")
    if found.get("digest") != digest_of(operation):
        of = found.get("operation")
        raise _fault(
            path, "digest", f"a state of {of!r} as it was; {operation.name!r} is another, or was changed"
        )
    try:
        saved = SavedState.model_validate(_tuples(found))
    except ValidationError as error:
        raise Faults(
            Fault(str(path), 1, path_text(detail["loc"]), detail["msg"])
            for detail in error.errors(include_url=False)
        ) from error
    state = _to_state(path, operation, saved)
    _check(path, state, beginning_of(operation))
    return state


def beginning_of(operation: Operation, unloads: int = 0) -> State:
    """Return the state at an operation's start, with room for so many vehicles that unload."""
    index = Index(operation)
    return beginning(index.tables, depots_of(index), unloads)


def _tree(path: Path) -> object:
    try:
        tree: object = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _fault(path, "", f"cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:  # not UTF-8, not JSON, or nested too deep
        raise _fault(path, "", "not JSON; a state is the state.json that korridor writes") from error
    return tree


def _tuples(tree: object) -> object:
    """Return JSON's lists as tuples, for the validator is strict."""
    if isinstance(tree, dict):
        return {key: _tuples(value) for key, value in tree.items()}
    return tuple(map(_tuples, tree)) if isinstance(tree, list) else tree


def _fault(path: Path, where: str, what: str) -> Faults:
    return Faults([Fault(str(path), 1, where, what)])


def _to_saved(operation: Operation, state: State) -> SavedState:
    lists = {name: array.tolist() for name, array in state._asdict().items() if name != "whole"}
    entries = zip(lists.pop("queue_s"), lists.pop("queue_n"), lists.pop("queued"), strict=True)
    roads = [[None if -NEVER in passage else passage for passage in road] for road in lists.pop("roads")]
    return SavedState.model_validate(
        _tuples(
            {
                "operation": operation.name,
                "digest": digest_of(operation),
                "roads": roads,
                "queues": [list(zip(s[:n], amounts[:n], strict=True)) for s, amounts, n in entries],
                **lists,
            }
        )
    )


def _to_state(path: Path, operation: Operation, saved: SavedState) -> State:
    """Fill a state of the operation's shapes."""
    state = beginning_of(operation, max(map(len, saved.queues), default=0))
    for name in ("vehicles", "bays", "lanes", "escorts", "left", "present", "departed", "tally"):
        _fill(path, name, getattr(state, name), getattr(saved, name))
    never = (-NEVER,) * 4
    _fill(path, "roads", state.roads, [[never if p is None else p for p in road] for road in saved.roads])
    if len(saved.queues) != len(state.queued):
        raise _fault(path, "queues", f"{len(saved.queues)} of them; this operation has {len(state.queued)}")
    for queue, entries in enumerate(saved.queues):
        for moment_s, amount in entries:
            push(state, queue, moment_s, amount)
    return state


def _fill(path: Path, name: str, target: Ints, values: object) -> None:
    array = np.array(values, dtype=np.int64)
    if len(array) != len(target):
        raise _fault(path, name, f"{len(array)} of them; this operation has {len(target)}")
    target[:] = array.reshape(target.shape)


def _check(path: Path, state: State, start: State) -> None:
    """Refuse numbers that cannot be: a place that is none, more people than there were."""
    for vehicle, place in enumerate(state.vehicles[:, 1].tolist()):
        if place >= len(start.present):
            what = f"{place} is not a place's number; from 0 to {len(start.present) - 1}"
            raise _fault(path, f"vehicles[{vehicle}][1]", what)
    for group, (left, stood) in enumerate(zip(state.left.tolist(), start.left.tolist(), strict=True)):
        if left > stood:
            raise _fault(path, f"left[{group}]", f"{left} parties are left; only {stood} stood there")
    if not state.tally[T.DEPARTED] and state.tally[T.LAST_DEPARTURE]:
        raise _fault(path, "tally", "a last departure, but no movement has departed")
