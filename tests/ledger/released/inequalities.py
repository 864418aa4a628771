"""What somebody knows of whole numbers, as inequalities, and what he can work out from it with a solver."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

MOST = 10_000
Term = TypeVar("Term", bound=Hashable)


@dataclass(frozen=True)
class Pinned:
    """How narrowly a number is known."""

    low: float
    high: float


class Inequalities(Generic[Term]):
    """Sums of numbers from nobody up, each between two ends."""

    def __init__(self) -> None:
        self._at: dict[Term, int] = {}
        self._rows: list[dict[int, float]] = []
        self._ends: list[tuple[float, float]] = []

    def column(self, term: Term) -> None:
        self._at.setdefault(term, len(self._at))

    def row(self, terms: Sequence[tuple[int, Term]], low: float, high: float) -> None:
        found: dict[int, float] = {}
        for sign, term in terms:
            found[self._at[term]] = found.get(self._at[term], 0) + sign
        self._rows.append(found)
        self._ends.append((low, high))

    def range_of(self, *terms: tuple[int, Term]) -> Pinned:
        """Return the least and the most that a sum of numbers can be, in whole heads."""
        aim = np.zeros(len(self._at))
        for sign, term in terms:
            aim[self._at[term]] += sign
        matrix = np.zeros((len(self._rows), len(self._at)))
        for row, found in enumerate(self._rows):
            for column, sign in found.items():
                matrix[row, column] = sign
        low, high = zip(*self._ends, strict=True)
        ends = []
        for sense in (1, -1):
            done = milp(
                sense * aim,
                constraints=LinearConstraint(matrix, np.array(low), np.array(high)),
                bounds=Bounds(0, MOST),
                integrality=np.ones(len(self._at)),
            )
            assert done.success, "the truth itself must be possible"
            ends.append(round(sense * done.fun))
        return Pinned(*ends)
