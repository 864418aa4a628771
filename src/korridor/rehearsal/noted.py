"""Room for what is noted of waiting and of full places: only where people of a plan can wait, or be too many."""

from typing import NamedTuple

import numpy as np

from korridor.clockwork.room import Room
from korridor.clockwork.sheet import A, O
from korridor.clockwork.tables import NONE, C, Index, Ints, P, index_of
from korridor.clockwork.waits import HOUR_S, Waits
from korridor.events.movement import Movement
from korridor.events.orders_of import orders_of
from korridor.operation.operation import Operation
from korridor.rehearsal.programme import Programme, programme_of


def waits_of(index: Index, programme: Programme, lasts_s: int) -> Waits:
    """Return room to note the waits of a programme's loaded movements, hour by hour."""
    tables = index.tables
    places: set[int] = set()
    for movement, order in enumerate(programme.orders):
        if order[O.LOADED]:
            trips = slice(programme.first[movement], programme.first[movement + 1])
            to = set(programme.trips[trips, A.TO].tolist())
            columns = {int(order[O.COLUMN])}
            if programme.sources.number[tables.columns[order[O.COLUMN], C.ORIGIN]] != NONE:
                columns |= set(programme.sources.loaded[:, list(to)].ravel().tolist()) - {NONE}
            for column in tables.columns[sorted(columns)]:
                steps = slice(column[C.STEP], column[C.STEP] + column[C.STEPS])
                places |= {int(column[C.ORIGIN]), *tables.ends[steps].tolist(), *to}
    checkpoints = [place for place in sorted(places) if tables.places[place, P.CHECKPOINT]]
    return Waits(
        row=_numbered(len(tables.places), sorted(places)),
        person_s=np.zeros((len(places), lasts_s // HOUR_S + 2), dtype=np.int64),
        checkpoint=_numbered(len(tables.places), checkpoints),
        longest_s=np.zeros(len(checkpoints), dtype=np.int64),
    )


def room_of(index: Index, unloads: int) -> Room:
    """Return room to note who comes and goes where there is room for so many, for at most so many unloadings."""
    places = np.flatnonzero(index.tables.places[:, P.ROOM] != NONE)
    entries = 1 + 2 * unloads  # everybody who goes on has been unloaded there
    return Room(
        row=_numbered(len(index.tables.places), places.tolist()),
        place=places.astype(np.int64),
        entries=np.zeros(len(places), dtype=np.int64),
        moment_s=np.zeros((len(places), entries), dtype=np.int64),
        change=np.zeros((len(places), entries), dtype=np.int64),
        beyond=np.zeros(len(places), dtype=np.int64),
    )


class NotedAt(NamedTuple):
    """The names of what is noted, in the order of its columns and rows."""

    checkpoints: tuple[str, ...]
    rooms: tuple[str, ...]
    places: tuple[str, ...]


def noted_at(operation: Operation, movements: tuple[Movement, ...]) -> NotedAt:
    """Return where the waits of a plan's people are noted, and which places have room for so many."""
    index = index_of(operation, orders_of(movements))
    waits = waits_of(index, programme_of(index, movements), 0)
    return NotedAt(
        _names(index, waits.checkpoint), _names(index, room_of(index, 0).row), _names(index, waits.row)
    )


def _names(index: Index, numbers: Ints) -> tuple[str, ...]:
    named = [place for place in np.argsort(numbers, kind="stable").tolist() if numbers[place] != NONE]
    return tuple(index.place_names[place] for place in named)


def _numbered(places: int, wanted: list[int]) -> Ints:
    numbers = np.full(places, NONE, dtype=np.int64)
    numbers[wanted] = np.arange(len(wanted))
    return numbers
