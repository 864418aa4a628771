"""The movement table in words: what is pinned on the wall."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.papers.day_clock import DayClock
from korridor.papers.movement_facts import MovementFacts, facts
from korridor.pictures.clock import Clock


@dataclass(frozen=True)
class StopWords:
    """In and out at a checkpoint."""

    checkpoint: str
    comes: str
    through: str


@dataclass(frozen=True)
class EndWords:
    """By when the last vehicle at a destination is unloaded, or has come if empty."""

    place: str
    by: str


@dataclass(frozen=True)
class TableRow:
    """One movement in words; ``release`` is empty where nobody drives in column."""

    rank: int
    number: str
    loaded: bool
    origin: str
    aboard: str
    vehicles: str
    departs: str
    stops: tuple[StopWords, ...]
    release: str
    released: str
    ends: tuple[EndWords, ...]


@dataclass(frozen=True)
class Day:
    """The movements that depart on one day; ``day`` is empty where the operation has no date."""

    day: str
    rows: tuple[TableRow, ...]


def movement_table(operation: Operation, movements: Sequence[Movement]) -> tuple[Day, ...]:
    """Return the table by day of departure, in rank order.

    A departure has its seconds, as nobody leaves before it. What else begins is rounded down to the minute, what is done
    by then up: nobody who goes by the table comes too late.
    """
    clock = Clock(operation.start)
    lines = (facts(operation, movement) for movement in movements)
    days = groupby(lines, key=lambda line: clock.day(line.departs_s))
    return tuple(Day(day, tuple(_row(clock, line, day) for line in found)) for day, found in days)


def _row(clock: Clock, line: MovementFacts, day: str) -> TableRow:
    under = DayClock(clock, day)
    time = under.time
    return TableRow(
        rank=line.rank,
        number=line.number,
        loaded=line.loaded,
        origin=line.origin,
        aboard=_aboard(line),
        vehicles=", ".join(f"{number} {name}" for name, number in line.vehicles_by_type.items()),
        departs=under.exact.time(line.departs_s),
        stops=tuple(StopWords(s.checkpoint, time(s.comes_s), time(s.through_s, up=True)) for s in line.stops),
        release=line.release if line.in_column else "",
        released=time(line.released_s, up=True),
        ends=tuple(EndWords(place, time(ends_s, up=True)) for place, ends_s in line.ends_s.items()),
    )


def _aboard(line: MovementFacts) -> str:
    if not line.loaded:
        return "empty"
    classes = ", ".join(f"{persons:,} {name}" for name, persons in line.persons_by_class.items())
    return classes if len(line.persons_by_class) == 1 else f"{line.persons:,}: {classes}"
