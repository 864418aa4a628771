"""How long trips take, before anybody waits for anybody: one row for each way that a type may carry people."""

from dataclasses import dataclass

import numpy as np

from korridor.clockwork.tables import NONE, C, G, Index, Ints, P, R, V

MOST_ENDS = 30
"""Destinations that are looked at for each place, the nearest ones; more of them where rooms are small."""


Full = dict[tuple[int, int, bytes, tuple[int, ...]], tuple[int, int, int]]


@dataclass(frozen=True)
class Legs:
    """Trips that can be made, as parallel arrays: a type, a layout, from where, to where, by which column part.

    Attributes
    ----------
    kind, layout, origin, destination, column : array of int
    inward : array of int
        The column part by which an empty vehicle comes back from the destination to the origin; ``NONE`` is alone.
    lap_s : array of int
        Seconds from bay to bay with a full load, nobody waiting.
    bay_s, unload_s : array of int
        Seconds in the bays with a full load.
    """

    kind: Ints
    layout: Ints
    origin: Ints
    destination: Ints
    column: Ints
    inward: Ints
    lap_s: Ints
    bay_s: Ints
    unload_s: Ints


def legs_of(index: Index) -> Legs:
    """List the legs of an operation: from each place to the nearest that have room for whoever stands there."""
    tables, names = index.tables, index.place_names
    along = along_s(index)
    origins = sorted(set(tables.groups[:, G.PLACE].tolist()))
    wanted = _parties_a_room(index)
    full: Full = {}
    rows: list[tuple[int, ...]] = []
    for origin in origins:
        here = np.flatnonzero(tables.groups[:, G.PLACE] == origin)
        for kind in range(len(index.type_names)):
            for layout in range(int(tables.types[kind, V.LAYOUTS])):
                found = []
                for destination in np.flatnonzero(tables.goes[here].any(axis=0)).tolist():
                    if destination == origin:
                        continue
                    row = _leg(index, along, full, kind, layout, here, origin, destination)
                    if row is not None:
                        found.append(row)
                found.sort(key=lambda row: row[6])
                rows += found[: max(MOST_ENDS, wanted)]
    table = np.array(rows, dtype=np.int64).reshape(len(rows), 9)
    assert len(names)
    return Legs(*(table[:, i] for i in range(9)))


def _parties_a_room(index: Index) -> int:
    """How many destinations it takes to have room for twice as many as there are, the smallest first."""
    tables = index.tables
    rooms = np.sort(tables.places[tables.goes.any(axis=0), P.CAPACITY])
    if not len(rooms) or rooms[0] == NONE:
        return 1
    persons = int((tables.groups[:, G.PARTIES] * tables.groups[:, G.PERSONS]).sum())
    return int(
        np.searchsorted(np.cumsum(rooms), 2 * persons // max(1, len(set(tables.groups[:, G.PLACE].tolist()))))
        + 1
    )


def along_s(index: Index) -> Ints:
    """Seconds along each column part by type, without waiting: roads and halts, not services."""
    tables = index.tables
    found = np.zeros((len(tables.columns), len(tables.types)), dtype=np.int64)
    for kind in range(len(tables.types)):
        drives_s = road_s(index, int(tables.types[kind, V.SPEED]))
        each = (
            drives_s[tables.steps[:, 0], tables.steps[:, 1]] if len(tables.steps) else np.zeros(0, np.int64)
        )
        each = each + tables.places[tables.ends, P.HALT]
        sums = np.concatenate([[0], np.cumsum(each)])
        first = tables.columns[:, C.STEP]
        last = first + tables.columns[:, C.STEPS]
        found[:, kind] = sums[last] - sums[first]
    return found


def road_s(index: Index, speed: int) -> Ints:
    """Seconds on each road, forth and back, at a speed, or at the road's own if that is less."""
    roads = index.tables.roads
    drives = -(
        -np.maximum(0, roads[:, R.LENGTH]) * 3600 // np.maximum(1, np.minimum(roads[:, R.SPEED], speed))
    )
    forth = np.where(roads[:, R.FORTH] != NONE, roads[:, R.FORTH], drives)
    back = np.where(roads[:, R.BACK] != NONE, roads[:, R.BACK], drives)
    return np.stack([forth, back], axis=1)


def _leg(
    index: Index, along: Ints, full: Full, kind: int, layout: int, here: Ints, origin: int, destination: int
) -> tuple[int, ...] | None:
    """Work out one row; ``None`` where the type cannot carry anybody so, or not come back."""
    tables, names = index.tables, index.place_names
    if not (tables.serves[kind, origin] and tables.serves[kind, destination]):
        return None
    column = index.column(names[origin], names[destination], True)
    if column == NONE:
        return None
    release = tables.columns[column, C.RELEASE]
    alone = int(tables.alone[kind, release, destination])
    if alone == NONE:
        return None
    going = here[tables.goes[here, destination] == 1]
    places = tables.layouts[tables.types[kind, V.LAYOUT] + layout]
    fits = (tables.groups[going, G.SEATS :] <= places).all(axis=1)
    if not fits.any():
        return None
    back, inward = way_back(index, along, kind, destination, origin)
    if back == NONE:
        return None
    key = kind, layout, going[fits].tobytes(), _passed(index, column)
    if key not in full:
        full[key] = _full(index, kind, places, going[fits], key[3])
    board, alight, screen = full[key]
    bay_s = int(tables.types[kind, V.TURN]) + board
    marshalling = int(tables.rule[4]) if tables.columns[column, C.STEPS] and tables.rule[1] > 1 else 0
    lap_s = bay_s + marshalling + int(along[column, kind]) + screen + alone + alight + back
    return (kind, layout, origin, destination, column, inward, lap_s, bay_s, alight)


def way_back(index: Index, along: Ints, kind: int, here: int, there: int) -> tuple[int, int]:
    """Return how long an empty vehicle takes, and by which column part; ``NONE`` twice where it cannot."""
    tables, names = index.tables, index.place_names
    if tables.alone[kind, here, there] != NONE:
        return int(tables.alone[kind, here, there]), NONE
    inward = index.column(names[here], names[there], False)
    if inward == NONE:
        return NONE, NONE
    origin, release = tables.columns[inward, C.ORIGIN], tables.columns[inward, C.RELEASE]
    comes, goes = tables.alone[kind, here, origin], tables.alone[kind, release, there]
    if comes == NONE or goes == NONE:
        return NONE, NONE
    return int(comes + along[inward, kind] + goes), inward


def _passed(index: Index, column: int) -> tuple[int, ...]:
    """The checkpoints along a column part."""
    tables = index.tables
    first, steps = tables.columns[column, C.STEP], tables.columns[column, C.STEPS]
    return tuple(n for n in tables.ends[first : first + steps].tolist() if tables.places[n, P.CHECKPOINT])


def _full(
    index: Index, kind: int, places: Ints, groups: Ints, nodes: tuple[int, ...]
) -> tuple[int, int, int]:
    """Seconds to board, alight and be screened with every place taken, as the groups are mixed."""
    tables = index.tables
    rows = tables.groups[groups]
    board = alight = screen = 0
    screen = sum(int(tables.places[n, P.PER_VEHICLE]) for n in nodes)
    left = places.copy()
    for row in np.argsort(-rows[:, G.PARTIES] * rows[:, G.PERSONS], kind="stable").tolist():
        needs = rows[row, G.SEATS :]
        parties = min((int(left[i] // needs[i]) for i in range(3) if needs[i]), default=0)
        left = left - parties * needs
        board += parties * int(tables.board[kind, groups[row]])
        alight += parties * int(tables.alight[kind, groups[row]])
        screen += parties * sum(int(tables.screen[n, groups[row]]) for n in nodes)
    return board, alight, screen
