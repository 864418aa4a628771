"""``movements.csv``: one row a movement, in rank order, for spreadsheets and other programs."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.operation.place import Kind
from korridor.papers.cell import Cell, safe
from korridor.papers.movement_facts import MovementFacts, facts


def movements_csv(operation: Operation, movements: Sequence[Movement]) -> str:
    """Return the table as text.

    Columns that end in ``_s`` are whole seconds: moments from the operation's start, or durations. Beside
    each moment stands its clock time with the offset (empty where the operation has no start). Vehicles by
    type and persons by class have a column each, and so has each checkpoint's in and out. A name that a
    spreadsheet would run as a formula gets an apostrophe before it.
    """
    columns = _columns(operation)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.name for column in columns)
    for movement in movements:
        row = facts(operation, movement)
        writer.writerow(safe(column.read(row)) for column in columns)
    return text.getvalue()


@dataclass(frozen=True)
class _Column:
    """A column's name, and how its cell is read from a movement's facts."""

    name: str
    read: Callable[[MovementFacts], Cell]


def _columns(operation: Operation) -> list[_Column]:
    checkpoints = [name for name, place in operation.places.items() if place.kind is Kind.CHECKPOINT]
    return [
        _Column("movement", lambda row: row.number),
        _Column("rank", lambda row: row.rank),
        _Column("loaded", lambda row: "yes" if row.loaded else "no"),
        _Column("origin", lambda row: row.origin),
        _Column("release", lambda row: row.release),
        _Column("destinations", lambda row: "; ".join(row.ends_s)),
        _Column("persons", lambda row: row.persons),
        *(_persons(name) for name in operation.classes),
        _Column("vehicles", lambda row: sum(row.vehicles_by_type.values())),
        *(_vehicles(name) for name in operation.fleet),
        *_moment(operation, "boards", lambda row: row.boards_s),
        *_moment(operation, "ready", lambda row: row.ready_s),
        *_moment(operation, "departs", lambda row: row.departs_s),
        *(column for name in checkpoints for column in _stop(operation, name)),
        *_moment(operation, "released", lambda row: row.released_s),
        *_moment(operation, "ends", lambda row: max(row.ends_s.values())),
        _Column("waits_departure_s", lambda row: row.waits_departure_s),
        _Column("stands_checkpoint_s", lambda row: row.stands_checkpoint_s),
        _Column("stands_road_s", lambda row: row.stands_road_s),
        _Column("waits_unloading_s", lambda row: row.waits_unloading_s),
        _Column("longest_aboard_s", lambda row: row.longest_aboard_s),
    ]


def _persons(name: str) -> _Column:
    return _Column(f"persons: {name}", lambda row: row.persons_by_class.get(name, 0))


def _vehicles(name: str) -> _Column:
    return _Column(f"vehicles: {name}", lambda row: row.vehicles_by_type.get(name, 0))


def _moment(operation: Operation, name: str, read: Callable[[MovementFacts], int | None]) -> list[_Column]:
    """Return a moment's two columns, by the clock and in seconds."""

    def clock(row: MovementFacts) -> str | None:
        moment_s = read(row)
        instant = None if moment_s is None else operation.instant(moment_s)
        return None if instant is None else instant.isoformat()

    return [_Column(name, clock), _Column(f"{name}_s", read)]


def _stop(operation: Operation, name: str) -> list[_Column]:
    """Return a checkpoint's in and out."""
    return [
        *_moment(
            operation,
            f"{name}: in",
            lambda row: next((s.comes_s for s in row.stops if s.checkpoint == name), None),
        ),
        *_moment(
            operation,
            f"{name}: out",
            lambda row: next((s.through_s for s in row.stops if s.checkpoint == name), None),
        ),
    ]
