"""Which part of a place's people is taken where: a linear program that spreads the work as if it flowed.

What is made small is the time that the busiest of all means needs: the fleet, the headway of a road, a checkpoint's lanes, a
place's bays. It knows no moment and no column, so a plan takes longer; and no type, so that all types go to a place alike.
"""

import highspy
import numpy as np

from korridor.clockwork.tables import NONE, C, G, Index, Ints, P, R, V, X
from korridor.planning.bound.certify import Floats
from korridor.planning.mass.legs import Legs

NOT_TAKEN = 1e7
"""What people cost that are not taken anywhere, in seconds of the busiest for all of them."""

FILLED = 0.5
"""Of the vehicles that a column may have, so many has one on average: small places make small columns."""

ROOM = 0.98
"""A little less than there is: loads come whole."""


def allot(index: Index, legs: Legs) -> Floats:
    """Share everybody out over the ways from place to place; return persons by [place, destination]."""
    tables = index.tables
    persons = tables.groups[:, G.PARTIES] * tables.groups[:, G.PERSONS]
    places = len(tables.places)
    pairs, of_leg = np.unique(legs.origin * places + legs.destination, return_inverse=True)
    origin, destination = np.divmod(pairs, places)
    first = np.zeros(len(pairs), dtype=np.int64)
    first[of_leg.reshape(-1)[::-1]] = np.arange(len(legs.kind))[::-1]
    # People who may be taken to the same places are alike here.
    alike: dict[tuple[int, bytes], int] = {}
    for group in range(len(tables.groups)):
        key = int(tables.groups[group, G.PLACE]), tables.goes[group].tobytes()
        alike[key] = alike.get(key, 0) + int(persons[group])
    rows, flows, ends = _Rows(), [], 0
    for (place, goes), number in alike.items():
        here = np.flatnonzero((origin == place) & (np.frombuffer(goes, dtype=np.int64)[destination] == 1))
        flows += here.tolist()
        rows.add(np.arange(ends, ends + len(here)), 1.0, float(number), float(number), rest=True)
        ends += len(here)
    pair = np.array(flows, dtype=np.int64)
    _add_means(rows, index, legs, pair, origin, destination, first)
    for place in np.unique(destination).tolist():
        capacity = int(tables.places[place, P.CAPACITY])
        if capacity != NONE and tables.places[place, P.TRANSFER] == NONE:
            rows.add(np.flatnonzero(destination[pair] == place), 1.0, -np.inf, ROOM * capacity)
    level = rows.solved(len(pair), 1e-9 * legs.lap_s[first[pair]])
    found = np.zeros((places, places))
    np.add.at(found, (origin[pair], destination[pair]), level)
    return found


class _Rows:
    """Rows of a linear program, entry by entry; the last column but those for the rest is how busy the busiest is."""

    def __init__(self) -> None:
        self.lower: list[float] = []
        self.upper: list[float] = []
        self.row: list[Ints] = []
        self.column: list[Ints] = []
        self.value: list[Floats] = []
        self.with_rest: list[int] = []
        self.with_busiest: list[int] = []

    def add(
        self, columns: Ints, values: Floats | float, lower: float, upper: float, rest: bool = False
    ) -> None:
        """Add a row; with a rest, what is missing to it is taken by a column of its own."""
        if rest:
            self.with_rest.append(len(self.lower))
        self.row.append(np.full(len(columns), len(self.lower)))
        self.column.append(columns)
        self.value.append(np.broadcast_to(np.asarray(values, dtype=np.float64), columns.shape))
        self.lower.append(lower)
        self.upper.append(upper)

    def busy(self, columns: Ints, seconds: Floats, means: int) -> None:
        """So many means are no longer busy than the busiest."""
        if len(columns) and means > 0:
            self.with_busiest.append(len(self.lower))
            self.add(columns, seconds / means, -np.inf, 0.0)

    def solved(self, columns: int, cost: Floats) -> Floats:
        """Make the busiest, and the rest, small."""
        rest = len(self.with_rest)
        row = np.concatenate([*self.row, self.with_busiest, self.with_rest]).astype(np.int64)
        column = np.concatenate(
            [*self.column, np.full(len(self.with_busiest), columns), columns + 1 + np.arange(rest)]
        ).astype(np.int64)
        value = np.concatenate([*self.value, np.full(len(self.with_busiest), -1.0), np.ones(rest)])
        order = np.lexsort((row, column))
        size = columns + 1 + rest
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = size, len(self.lower)
        lp.col_cost_ = np.concatenate([cost, [1.0], np.full(rest, NOT_TAKEN)])
        lp.col_lower_, lp.col_upper_ = np.zeros(size), np.full(size, np.inf)
        lp.row_lower_, lp.row_upper_ = np.array(self.lower), np.array(self.upper)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_ = np.searchsorted(column[order], np.arange(size + 1)).astype(np.int32)
        lp.a_matrix_.index_, lp.a_matrix_.value_ = row[order].astype(np.int32), value[order]
        highs = highspy.Highs()  # type: ignore[no-untyped-call]
        highs.silent()
        highs.setOptionValue("threads", 1)
        highs.passModel(lp)
        highs.run()
        found = np.array(highs.getSolution().col_value)
        return found[:columns] if len(found) == size else np.zeros(columns)


def _add_means(
    rows: _Rows, index: Index, legs: Legs, pair: Ints, origin: Ints, destination: Ints, first: Ints
) -> None:
    """Fleet, bays, headways and lanes; a person takes the part of a load that the fleet's vehicles have on average."""
    tables = index.tables
    number = tables.types[:, V.NUMBER]
    layouts = np.array([tables.layouts[row[V.LAYOUT]].sum() for row in tables.types])
    load = max(1.0, float((number * layouts).sum() / max(1, number.sum())))
    leg = first[pair]
    rows.busy(np.arange(len(pair)), legs.lap_s[leg] / load, int(number.sum()))
    for place in np.unique(origin).tolist():
        here = np.flatnonzero(origin[pair] == place)
        rows.busy(here, legs.bay_s[leg[here]] / load, int(tables.places[place, P.BAYS]))
    for place in np.unique(destination).tolist():
        here = np.flatnonzero(destination[pair] == place)
        rows.busy(here, legs.unload_s[leg[here]] / load, int(tables.places[place, P.BAYS]))
    most = max(1.0, FILLED * int(tables.rule[X.MOST]))
    used: dict[int, list[int]] = {}
    passed: dict[int, list[int]] = {}
    for at, column in enumerate(legs.column[leg].tolist()):
        steps = slice(
            tables.columns[column, C.STEP], tables.columns[column, C.STEP] + tables.columns[column, C.STEPS]
        )
        for road, back in tables.steps[steps].tolist():
            if tables.roads[road, R.HEADWAY] > 0:
                used.setdefault(2 * road + back, []).append(at)
        for node in tables.ends[steps].tolist():
            if tables.places[node, P.CHECKPOINT]:
                passed.setdefault(node, []).append(at)
    for key, which in used.items():
        headway_s = int(tables.roads[key // 2, R.HEADWAY])
        rows.busy(np.array(which), np.full(len(which), headway_s / (most * load)), 1)
    for node, which in passed.items():
        a_person = float((tables.screen[node] / np.maximum(1, tables.groups[:, G.PERSONS])).mean())
        seconds = a_person + float(tables.places[node, P.PER_VEHICLE]) / load
        rows.busy(np.array(which), np.full(len(which), seconds), int(tables.places[node, P.LANES_OUT]))
