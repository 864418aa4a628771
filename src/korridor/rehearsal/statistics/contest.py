"""Many alternatives in the same runs, each against each (R5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from korridor.rehearsal.measure import Measure
from korridor.rehearsal.statistics.moments import Moments


@dataclass(frozen=True)
class Contest:
    """What each alternative came to by one measure, and each pair's difference; added up exactly in any order.

    Attributes
    ----------
    measure : Measure
    names : tuple of str
    each : mapping of str to Moments
    differences : mapping of (str, str) to Moments
        The later name less the earlier, for each pair of names in their order.
    """

    measure: Measure
    names: tuple[str, ...]
    each: Mapping[str, Moments]
    differences: Mapping[tuple[str, str], Moments]

    @classmethod
    def of(cls, results: Mapping[str, NDArray[np.int64]], measure: Measure) -> Contest:
        """Compare arrays [run] of the same runs by name; ``ValueError`` where their numbers differ.

        Clearance is no measure for this where some run may leave people behind.
        """
        if len({len(result) for result in results.values()}) > 1:
            raise ValueError("alternatives are compared run by run: each needs the same runs")
        names = tuple(results)
        return cls(
            measure,
            names,
            {name: Moments.of(result) for name, result in results.items()},
            {(a, b): Moments.of(results[b] - results[a]) for a, b in combinations(names, 2)},
        )

    @classmethod
    def total(cls, parts: Iterable[Contest]) -> Contest:
        """Add up what was compared apart; ``ValueError`` where there is nothing, or the names differ."""
        several = list(parts)
        if len({(part.measure, part.names) for part in several}) != 1:
            raise ValueError("only runs of the same alternatives add up, and at least one")
        first = several[0]
        return cls(
            first.measure,
            first.names,
            {name: Moments.total(part.each[name] for part in several) for name in first.each},
            {pair: Moments.total(part.differences[pair] for part in several) for pair in first.differences},
        )

    def without(self, names: Collection[str]) -> Contest:
        """Return the same without some of the alternatives."""
        kept = tuple(name for name in self.names if name not in names)
        return Contest(
            self.measure,
            kept,
            {name: self.each[name] for name in kept},
            {pair: moments for pair, moments in self.differences.items() if not set(pair) & set(names)},
        )

    @property
    def runs(self) -> int:
        """How many runs each alternative had."""
        return next(iter(self.each.values())).runs

    def gain(self, name: str, over: str) -> Moments:
        """What one alternative has more than another, run by run."""
        found = self.differences.get((over, name))
        if found is not None:
            return found
        back = self.differences[name, over]
        return Moments(back.runs, -back.sum, back.squares, -back.cubes)
