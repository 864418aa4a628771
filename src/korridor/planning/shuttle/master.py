"""The linear program behind the prices: as many loads as possible by tours of a limited length, by HiGHS."""

from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from korridor.planning.shuttle.lots import Lots
from korridor.planning.shuttle.prices import Prices
from korridor.planning.shuttle.split import Path
from korridor.planning.shuttle.tour import Tour
from korridor.planning.shuttle.trace import Left

SCALE = 1_000_000
"""What it costs to leave a load; prices are whole numbers of this."""

Fractions = NDArray[np.float64]


@dataclass(frozen=True)
class Solved:
    """How much is left of all loads, and of what cases ask for, and the prices."""

    left: float
    prices: Prices
    fleet_prices: Fractions


class Master:
    """Least loads left, if vehicles may share their time among tours.

    Parameters
    ----------
    lots : Lots
    """

    def __init__(self, lots: Lots) -> None:
        self._lots = lots
        self._lots_count, self._rooms_count = len(lots.loads), lots.rooms
        self._base = self._lots_count + self._rooms_count + len(lots.fleets)
        self._column: dict[Tour, int] = {}
        self._length_s: list[int] = []
        self._asks: list[Fractions] = []
        self._seconds = 0
        self._path: Path = ()
        self._slack: list[int] = []
        self._columns = 0
        self._highs = highspy.Highs()  # type: ignore[no-untyped-call]
        self._highs.silent()
        self._highs.setOptionValue("threads", 1)
        for loads in lots.loads:
            self._highs.addRow(float(loads), float(loads), 0, [], [])
        for most in (*lots.room_persons, *(number for _, _, number in lots.fleets)):
            self._highs.addRow(-highspy.kHighsInf, float(most), 0, [], [])
        for lot in range(self._lots_count):
            self._add_column(1.0, np.array([lot]), np.array([1.0]))
        self.iterations = 0

    @property
    def tours(self) -> tuple[Tour, ...]:
        """Those that are in."""
        return tuple(self._column)

    def add(self, tour: Tour) -> bool:
        """Put a tour in; ``False`` if it was in already."""
        if tour in self._column:
            return False
        column = np.zeros(self._base + len(self._path))
        column[self._lots_count + self._rooms_count + tour.fleet] = 1
        for lot, room in tour.trips:
            column[lot] += 1
            column[self._lots_count + room] += self._lots.persons[lot]
        for row, case in enumerate(self._path, start=self._base):
            column[row] = case.counted.number(self._lots, tour)
        self._asks.append(column[: self._base])
        rows = np.flatnonzero(column)
        self._length_s.append(tour.length_s(self._lots))
        self._column[tour] = self._add_column(0.0, rows, column[rows], self._upper(self._length_s[-1]))
        return True

    def allow(self, seconds: int) -> None:
        """Let in tours that end in time, and no others."""
        self._seconds = seconds
        for column, length_s in zip(self._column.values(), self._length_s, strict=True):
            self._highs.changeColBounds(column, 0.0, self._upper(length_s))

    def leave(self, left: Left, vehicles: NDArray[np.int64]) -> None:
        """Ask only for what is left, by what vehicles are left of each fleet, with tours that still fit."""
        most = (*left.rooms.tolist(), *vehicles.tolist())
        for row, loads in enumerate(left.loads.tolist()):
            self._highs.changeRowBounds(row, float(loads), float(loads))
        for row, upper in enumerate(most, start=self._lots_count):
            self._highs.changeRowBounds(row, -highspy.kHighsInf, float(upper))
        room = np.array([*left.loads, *left.rooms, *(vehicles > 0)])
        upper = np.where((np.array(self._asks) <= room).all(axis=1), highspy.kHighsInf, 0.0)
        upper[np.array(self._length_s) > self._seconds] = 0.0
        columns = np.array(list(self._column.values()), dtype=np.int32)
        self._highs.changeColsBounds(len(columns), columns, np.zeros(len(columns)), upper)

    def suppose(self, path: Path) -> None:
        """Let these cases hold, and no others; what a case asks for may be left at the price of a load."""
        common = 0
        while common < min(len(path), len(self._path)) and path[common] == self._path[common]:
            common += 1
        gone = np.arange(self._base + common, self._base + len(self._path), dtype=np.int32)
        if len(gone):
            self._highs.deleteRows(len(gone), gone)
        for depth in range(common, len(path)):
            case = path[depth]
            if depth == len(self._slack):
                self._slack.append(self._add_column(1.0, np.array([]), np.array([])))
            entries = {
                column: float(number)
                for tour, column in self._column.items()
                if (number := case.counted.number(self._lots, tour))
            }
            entries[self._slack[depth]] = float(case.sign)
            lower, upper = (
                (float(case.trips), highspy.kHighsInf)
                if case.more
                else (-highspy.kHighsInf, float(case.trips))
            )
            self._highs.addRow(lower, upper, len(entries), list(entries), list(entries.values()))
        self._path = path

    def solve(self) -> Solved:
        """The optimum, with whole prices; none of room or of a case is negative."""
        self._highs.run()
        self.iterations += max(0, self._highs.getInfo().simplex_iteration_count)
        scaled = np.array(self._highs.getSolution().row_dual) * SCALE
        rooms = slice(self._lots_count, self._lots_count + self._rooms_count)
        signs = np.array([case.sign for case in self._path], dtype=np.int64)
        return Solved(
            left=float(self._highs.getInfo().objective_function_value),
            prices=Prices(
                loads=np.rint(scaled[: self._lots_count]).astype(np.int64),
                rooms=_whole_above(-scaled[rooms]),
                cases=np.maximum(np.rint(signs * scaled[self._base :]), 0).astype(np.int64),
            ),
            fleet_prices=-scaled[rooms.stop : self._base],
        )

    def parts(self) -> dict[Tour, float]:
        """Of the optimum, the tours that are made, and how many times."""
        values = self._highs.getSolution().col_value
        return {tour: values[column] for tour, column in self._column.items() if values[column] > NONE_MADE}

    def _upper(self, length_s: int) -> float:
        return highspy.kHighsInf if length_s <= self._seconds else 0.0

    def _add_column(
        self, cost: float, rows: NDArray[np.int64], values: Fractions, upper: float = highspy.kHighsInf
    ) -> int:
        self._highs.addCol(cost, 0.0, upper, len(rows), rows.astype(np.int32), values)
        self._columns += 1
        return self._columns - 1


NONE_MADE = 1e-7
"""So small a part of a tour is none."""


def fits(lots: Lots, tour: Tour, left: Left) -> bool:
    """Whether what is left has all loads of a tour, and room for them."""
    lot, room = np.array(tour.trips).T
    loads = np.bincount(lot, minlength=len(left.loads))
    persons = np.bincount(room, weights=lots.persons[lot], minlength=len(left.rooms))
    return bool((loads <= left.loads).all() and (persons <= left.rooms).all())


def _whole_above(prices: Fractions) -> NDArray[np.int64]:
    """Whole prices that are no less, but for what is less than a thousandth of one; never negative."""
    return np.ceil(np.maximum(prices - 1e-3, 0)).astype(np.int64)
