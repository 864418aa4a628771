"""Two plans in the same runs: what one came to less what the other did, run by run (R5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from korridor.rehearsal.block import Block
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.statistics.moments import Moments


@dataclass(frozen=True)
class Pair:
    """One measure of two plans in the same runs.

    Attributes
    ----------
    first, second : Moments
    difference : Moments
        Second less first.
    more, less : int
        In how many runs the second has more of it, and less.
    """

    first: Moments
    second: Moments
    difference: Moments
    more: int
    less: int

    @classmethod
    def of(cls, first: NDArray[np.int64], second: NDArray[np.int64]) -> Pair:
        """Compare arrays [run] of the same runs."""
        change = second - first
        return cls(
            Moments.of(first),
            Moments.of(second),
            Moments.of(change),
            int(np.count_nonzero(change > 0)),
            int(np.count_nonzero(change < 0)),
        )

    def __add__(self, other: Pair) -> Pair:
        return Pair(
            self.first + other.first,
            self.second + other.second,
            self.difference + other.difference,
            self.more + other.more,
            self.less + other.less,
        )


@dataclass(frozen=True)
class Pairs:
    """Two plans in the same runs, by each measure that both have; added up exactly in any order.

    Attributes
    ----------
    runs : int
    measures : mapping of Measure to Pair
        ``clearance_s`` over the runs in which both have everybody out.
    all_out : Pair
        1 where everybody is out, 0 where not.
    """

    runs: int
    measures: Mapping[Measure, Pair]
    all_out: Pair

    @classmethod
    def of(cls, first: Block, second: Block) -> Pairs:
        """Compare two blocks of the same runs; ``ValueError`` where their numbers differ."""
        if first.runs != second.runs:
            raise ValueError(f"{first.runs} runs cannot be compared with {second.runs} run by run")
        cleared = [block.measures[Measure.LEFT] == 0 for block in (first, second)]
        both = cleared[0] & cleared[1]
        return cls(
            first.runs,
            {
                measure: _pair(measure, first.measures[measure], second.measures[measure], both)
                for measure in first.measures
                if measure in second.measures
            },
            Pair.of(cleared[0].astype(np.int64), cleared[1].astype(np.int64)),
        )

    @classmethod
    def total(cls, parts: Iterable[Pairs]) -> Pairs:
        """Add up what was compared apart; ``ValueError`` where there is nothing."""
        several = list(parts)
        if not several:
            raise ValueError("there is no run to add up")
        whole = several[0]
        for part in several[1:]:
            whole = whole + part
        return whole

    def __add__(self, other: Pairs) -> Pairs:
        return Pairs(
            self.runs + other.runs,
            {measure: pair + other.measures[measure] for measure, pair in self.measures.items()},
            self.all_out + other.all_out,
        )


def _pair(
    measure: Measure, first: NDArray[np.int64], second: NDArray[np.int64], both: NDArray[np.bool_]
) -> Pair:
    return Pair.of(first[both], second[both]) if measure is Measure.CLEARANCE else Pair.of(first, second)
