"""A linear program in whole numbers, and a bound on it that needs no solver to be believed."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import highspy
import numpy as np

FINEST = 10**9
"""Prices are rounded to this part of one."""


@dataclass
class Sums:
    """Maximise worth × x, where every row's sum is at most its limit and 0 ≤ x ≤ upper.

    Attributes
    ----------
    worth, upper : list of int
        By column.
    limits : list of int
        By row.
    entries : list of dict of int to int
        By row: amounts by column.
    """

    worth: list[int] = field(default_factory=list)
    upper: list[int] = field(default_factory=list)
    limits: list[int] = field(default_factory=list)
    entries: list[dict[int, int]] = field(default_factory=list)

    def column(self, worth: int, upper: int) -> int:
        """Add a variable."""
        self.worth.append(worth)
        self.upper.append(upper)
        return len(self.worth) - 1

    def at_most(self, limit: int, amounts: Iterable[tuple[int, int]]) -> None:
        """Add a row; amounts of one column add up."""
        row: dict[int, int] = {}
        for column, amount in amounts:
            row[column] = row.get(column, 0) + amount
        if row:
            self.limits.append(limit)
            self.entries.append(row)

    def bound(self) -> int:
        """Return a whole number that no x is worth more than.

        For any prices y ≥ 0 of the rows, worth × x ≤ Σ limit × y + Σ upper × max(0, worth − price). HiGHS says
        which prices are good; they are rounded, and the sum is taken exactly, so nothing hangs on the solver.
        """
        prices = [max(0, round(price * FINEST)) for price in self._prices()]
        left = [worth * FINEST for worth in self.worth]
        total = 0
        for price, limit, row in zip(prices, self.limits, self.entries, strict=True):
            total += price * limit
            for column, amount in row.items():
                left[column] -= price * amount
        total += sum(upper * max(0, gain) for upper, gain in zip(self.upper, left, strict=True))
        return total // FINEST

    def _prices(self) -> list[float]:
        if not self.entries or not any(self.worth):
            return [0.0] * len(self.entries)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self.worth), len(self.entries)
        model.sense_ = highspy.ObjSense.kMaximize
        model.col_cost_ = np.array(self.worth, dtype=float)
        model.col_lower_ = np.zeros(len(self.worth))
        model.col_upper_ = np.array(self.upper, dtype=float)
        model.row_lower_ = np.full(len(self.entries), -highspy.kHighsInf)
        model.row_upper_ = np.array(self.limits, dtype=float)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.cumsum([0, *map(len, self.entries)])
        model.a_matrix_.index_ = np.array([c for row in self.entries for c in row])
        model.a_matrix_.value_ = np.array([a for row in self.entries for a in row.values()], dtype=float)
        solver = highspy.Highs()  # type: ignore[no-untyped-call]
        solver.silent()
        solver.setOptionValue("threads", 1)
        solver.passModel(model)
        solver.run()
        return [float(price) for price in solver.getSolution().row_dual]
