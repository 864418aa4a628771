"""The linear program behind the prices: as many loads as possible by tours of a limited length, by HiGHS."""

from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from korridor.planning.shuttle.lots import Lots
from korridor.planning.shuttle.shuttle import Whole

SCALE = 100_000_000
"""What it costs to leave a load; prices are whole numbers of this."""


@dataclass(frozen=True)
class Tour:
    """What one vehicle can do: trips as pairs of lot and reception, in order."""

    fleet: int
    trips: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Solved:
    """How much is left of all loads, and the prices."""

    left: float
    load_prices: Whole
    room_prices: Whole
    fleet_prices: NDArray[np.float64]


class Master:
    """Least loads left, if vehicles may share their time among tours.

    Parameters
    ----------
    lots : Lots
    """

    def __init__(self, lots: Lots) -> None:
        self._lots = lots
        self._lots_count, self._rooms_count = len(lots.loads), len(lots.room_persons)
        self._tours: dict[Tour, None] = {}
        self._highs = highspy.Highs()  # type: ignore[no-untyped-call]
        self._highs.silent()
        self._highs.setOptionValue("threads", 1)
        for loads in lots.loads:
            self._highs.addRow(float(loads), float(loads), 0, [], [])
        for most in (*lots.room_persons, *(number for _, _, number in lots.fleets)):
            self._highs.addRow(-highspy.kHighsInf, float(most), 0, [], [])
        for lot in range(self._lots_count):
            self._highs.addCol(1.0, 0.0, highspy.kHighsInf, 1, [lot], [1.0])
        self.iterations = 0

    def add(self, tour: Tour) -> bool:
        """Put a tour in; ``False`` if it was in already."""
        if tour in self._tours:
            return False
        self._tours[tour] = None
        column = np.zeros(self._lots_count + self._rooms_count + len(self._lots.fleets))
        column[self._lots_count + self._rooms_count + tour.fleet] = 1
        for lot, room in tour.trips:
            column[lot] += 1
            column[self._lots_count + room] += self._lots.persons[lot]
        rows = np.flatnonzero(column)
        self._highs.addCol(0.0, 0.0, highspy.kHighsInf, len(rows), rows.astype(np.int32), column[rows])
        return True

    def allow(self, seconds: int) -> None:
        """Let in tours that end in time, and no others."""
        for column, tour in enumerate(self._tours, start=self._lots_count):
            inside = _length_s(self._lots, tour) <= seconds
            self._highs.changeColBounds(column, 0.0, highspy.kHighsInf if inside else 0.0)

    def solve(self) -> Solved:
        """The optimum, with whole prices; none of room is negative."""
        self._highs.run()
        self.iterations += max(0, self._highs.getInfo().simplex_iteration_count)
        duals = np.array(self._highs.getSolution().row_dual)
        scaled = duals * SCALE
        rooms = slice(self._lots_count, self._lots_count + self._rooms_count)
        return Solved(
            left=float(self._highs.getInfo().objective_function_value),
            load_prices=np.rint(scaled[: self._lots_count]).astype(np.int64),
            room_prices=np.ceil(np.maximum(-scaled[rooms] - 1e-6, 0)).astype(np.int64),
            fleet_prices=-scaled[rooms.stop :],
        )


def _length_s(lots: Lots, tour: Tour) -> int:
    """When a tour ends at least."""
    kind, stand, _ = lots.fleets[tour.fleet]
    length_s = 0
    for lot, room in tour.trips:
        length_s += int(lots.approach_s[kind, stand, lot] + lots.deliver_s[kind, lot, room])
        stand = room
    return length_s
