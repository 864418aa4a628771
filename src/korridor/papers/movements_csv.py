"""``movements.csv``: one row a movement, in rank order, for spreadsheets and other programs."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.operation.place import Kind
from korridor.papers.cell import Cell, safe
from korridor.papers.movement_facts import MovementFacts, facts


def movements_csv(
    operation: Operation,
    movements: Sequence[Movement],
    ended: Mapping[int, str] | None = None,
    stopped_s: Mapping[int, int | None] | None = None,
) -> str:
    """Return the table as text.

    Parameters
    ----------
    operation : Operation
    movements : sequence of Movement
    ended : mapping of int to str, optional
        How each movement ended, by rank; it becomes a column.
    stopped_s : mapping of int to int or None, optional
        From when, by rank, a movement's times are no longer its own: it turned back, or is stuck. Later ones are left empty.

    Notes
    -----
    Columns that end in ``_s`` are whole seconds: moments from the operation's start, or durations. Beside
    each moment stands its clock time with the offset (empty where the operation has no start). Vehicles by
    type and persons by class have a column each, and so has each checkpoint's in and out. A name that a
    spreadsheet would run as a formula gets an apostrophe before it.
    """
    columns = _columns(operation)
    if ended is not None:
        columns.insert(1, _Column("ended", lambda row: ended.get(row.rank)))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.name for column in columns)
    for movement in movements:
        row = facts(operation, movement)
        until_s = (stopped_s or {}).get(movement.rank)
        writer.writerow(
            None if column.is_after(row, until_s) else safe(column.read(row)) for column in columns
        )
    return text.getvalue()


@dataclass(frozen=True)
class _Column:
    """A column's name, how its cell is read from a movement's facts, and the moment that it is about."""

    name: str
    read: Callable[[MovementFacts], Cell]
    moment: Callable[[MovementFacts], int | None] | None = None
    of_whole: bool = False

    def is_after(self, row: MovementFacts, until_s: int | None) -> bool:
        """Whether what it says is of the time after a moment, or of the whole way of a movement that did not end it."""
        if until_s is None:
            return False
        moment_s = self.moment(row) if self.moment else None
        return self.of_whole or (moment_s is not None and moment_s > until_s)


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
        _Column("stands_checkpoint_s", lambda row: row.stands_checkpoint_s, of_whole=True),
        _Column("stands_road_s", lambda row: row.stands_road_s, of_whole=True),
        _Column("waits_unloading_s", lambda row: row.waits_unloading_s, of_whole=True),
        _Column("longest_aboard_s", lambda row: row.longest_aboard_s, of_whole=True),
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

    return [_Column(name, clock, read), _Column(f"{name}_s", read, read)]


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
