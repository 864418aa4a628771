"""Sums of numbers, their squares and their cubes, as whole numbers of any size: they add up the same in any order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf, sqrt

import numpy as np
from numpy.typing import NDArray

_SAFE = 2**62
"""Sums below this are taken in machine integers."""


@dataclass(frozen=True)
class Moments:
    """How many numbers, and the sums of their first three powers.

    Python's integers have no largest, and true division of two of them is rounded once: mean and variance are the
    same bit for bit whatever the blocks, their order and the workers.

    Examples
    --------
    >>> halves = Moments.of(np.array([1, 2])) + Moments.of(np.array([3, 6]))
    >>> halves.mean, halves.variance
    (3.0, 4.666666666666667)
    """

    runs: int = 0
    sum: int = 0
    squares: int = 0
    cubes: int = 0

    @classmethod
    def of(cls, values: NDArray[np.int64]) -> Moments:
        """Add up an array of any shape."""
        if not values.size:
            return cls()
        most = max(abs(int(values.min())), abs(int(values.max())))
        if most**3 * values.size < _SAFE:
            squares = values * values
            return cls(values.size, int(values.sum()), int(squares.sum()), int((squares * values).sum()))
        whole = values.ravel().tolist()
        return cls(len(whole), sum(whole), sum(x * x for x in whole), sum(x**3 for x in whole))

    @classmethod
    def total(cls, parts: Iterable[Moments]) -> Moments:
        """Add up what has been added up apart."""
        whole = cls()
        for part in parts:
            whole = whole + part
        return whole

    def __add__(self, other: Moments) -> Moments:
        return Moments(
            self.runs + other.runs,
            self.sum + other.sum,
            self.squares + other.squares,
            self.cubes + other.cubes,
        )

    @property
    def mean(self) -> float:
        """The mean; of nothing, ``ZeroDivisionError``."""
        return self.sum / self.runs

    @property
    def same(self) -> bool:
        """Whether all the numbers are one and the same."""
        return self._spread == 0

    @property
    def variance(self) -> float:
        """The variance as one estimates it from a sample, over ``runs − 1``; of one number, infinite."""
        return self._spread / (self.runs * (self.runs - 1)) if self.runs > 1 else inf

    @property
    def skewness(self) -> float:
        """Fisher's G₁, the third moment about the mean over the second's power of 3/2; 0 where nothing varies."""
        if self.same:
            return 0.0
        n, s1 = self.runs, self.sum
        third = n * n * self.cubes - 3 * n * s1 * self.squares + 2 * s1**3
        return third / (self._spread * sqrt(self._spread))

    @property
    def _spread(self) -> int:
        return self.runs * self.squares - self.sum**2
