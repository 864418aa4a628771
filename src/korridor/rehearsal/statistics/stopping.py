"""When enough has been run: after whole blocks, at looks that are fixed beforehand (R4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from korridor.rehearsal.block import BLOCK_RUNS
from korridor.rehearsal.outcome import Outcome
from korridor.rehearsal.runs import MOST_RUNS
from korridor.rehearsal.statistics.precision import Kind, Precision

FIRST_RUNS = 16 * BLOCK_RUNS
"""Before so many runs nothing is decided: an early look stops where the spread is small by luck."""

_GROWTH = (3, 2)
"""Each look has half as many runs again: few looks, each with much that is new."""


class Why(StrEnum):
    """Why no more was run."""

    PRECISION = "precision reached"
    RUNS = "runs done"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True)
class Stopped:
    """How a rehearsal ended.

    Attributes
    ----------
    why : Why
    precision : Precision or None
        What was asked for.
    reached : bool or None
        ``None`` where nothing was asked for.
    most_runs : int
        The cap.
    """

    why: Why
    precision: Precision | None
    reached: bool | None
    most_runs: int


@dataclass(frozen=True)
class Stopping:
    """A rule that says, of what a whole prefix of blocks came to, whether it is enough.

    The first look is after 1,024 runs, each next one after half as many again, the last at the cap. At each look the
    rule is: the half-width of the 95 % interval is what was asked for, or less; the measure had a meaning in at
    least 1,024 runs; and there are 25 runs for each unit of its squared skewness.

    The first is the rule of Chow and Robbins, "On the asymptotic theory of fixed-width sequential confidence intervals
    for the mean", 1965, doi 10.1214/aoms/1177700156 (for relative widths Glynn and Whitt 1992,
    doi 10.1214/aoap/1177005777). Its coverage is right only for many runs; the other two keep it from stopping
    sooner. docs/rehearsal-statistics.md has what was measured.

    Attributes
    ----------
    precision : Precision or None
        Without one, exactly ``most_runs`` are run.
    most_runs : int
        The cap; ``ValueError`` below 1.

    Examples
    --------
    >>> Stopping(Precision.read("1 %"), 5000).look_runs
    (1024, 1536, 2304, 3456, 5000)
    >>> Stopping(most_runs=100).look_runs
    (100,)
    """

    precision: Precision | None = None
    most_runs: int = MOST_RUNS

    def __post_init__(self) -> None:
        if self.most_runs < 1:
            raise ValueError(f"{self.most_runs} runs are none; at least 1 is needed")

    @cached_property
    def look_runs(self) -> tuple[int, ...]:
        """After how many runs each look is taken; whole blocks, but for the cap."""
        blocks, looks = FIRST_RUNS // BLOCK_RUNS, []
        while self.precision is not None and blocks * BLOCK_RUNS < self.most_runs:
            looks.append(blocks * BLOCK_RUNS)
            blocks = -(-blocks * _GROWTH[0] // _GROWTH[1])
        return (*looks, self.most_runs)

    @property
    def blocks(self) -> int:
        """How many blocks there are, at most."""
        return -(-self.most_runs // BLOCK_RUNS)

    def runs_of(self, block: int) -> int:
        """How many runs a block has: 64, fewer in the last, none beyond."""
        return max(0, min(BLOCK_RUNS, self.most_runs - block * BLOCK_RUNS))

    def is_enough(self, outcome: Outcome) -> bool:
        """Whether the precision asked for is reached by these runs."""
        if self.precision is None or not self.precision.is_kept(self.precision.seen(outcome)):
            return False
        counted = (
            outcome.runs
            if self.precision.kind is Kind.CHANCE
            else outcome.samples[self.precision.measure].runs
        )
        return counted >= min(FIRST_RUNS, self.most_runs)
