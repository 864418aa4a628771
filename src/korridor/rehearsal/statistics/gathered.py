"""Blocks come in whatever order; what is decided rests on whole prefixes of them."""

from __future__ import annotations

from time import monotonic

from korridor.rehearsal.block import BLOCK_RUNS
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.outcome import Outcome
from korridor.rehearsal.statistics.progress import Progress, Watch
from korridor.rehearsal.statistics.stopping import Stopped, Stopping, Why

_HELD = 64
"""Blocks are added up so many at a time: adding one by one would sort the same buckets again each time."""

_EVERY_S = 0.2
"""How often whoever watches is told; nobody reads faster."""


class Gathered:
    """Takes in blocks as workers finish them, and says when enough has been run.

    Blocks of which an earlier one is still missing wait; the rule sees the outcome after exactly the runs of each
    look. So the answer is the same whichever worker was faster, and a block that comes twice (its worker was
    believed dead) counts once.

    Parameters
    ----------
    stopping : Stopping
    first : Measure
        What the progress line shows, where no precision is asked for.
    watch : Watch, optional
        Called now and then, and after each look.
    """

    def __init__(self, stopping: Stopping, first: Measure = Measure.OUT, watch: Watch | None = None) -> None:
        self.stopping = stopping
        self._first = first
        self._watch = watch
        self._told_s = monotonic()
        self._looks = stopping.look_runs
        self._early: dict[int, Outcome] = {}
        self._held: list[Outcome] = []
        self._runs = 0
        self._next = 0
        self._stopped: Stopped | None = None

    @property
    def done(self) -> bool:
        """Whether no more runs are wanted."""
        return self._stopped is not None

    @property
    def wanted(self) -> tuple[int, ...]:
        """The blocks up to the next look that have not come yet; what is run beyond it may be for nothing."""
        if self.done:
            return ()
        upto = -(-self._looks[0] // BLOCK_RUNS)
        return tuple(block for block in range(self._next, upto) if block not in self._early)

    @property
    def runs(self) -> int:
        """How many runs the prefix has so far."""
        return self._runs

    @property
    def outcome(self) -> Outcome:
        """What the prefix came to; ``ValueError`` before its first block."""
        if len(self._held) != 1:
            self._held = [Outcome.total(self._held)]
        return self._held[0]

    @property
    def stopped(self) -> Stopped:
        """How it ended; ``ValueError`` before it has."""
        if self._stopped is None:
            raise ValueError("the rehearsal is still running")
        return self._stopped

    def add(self, block: int, outcome: Outcome) -> None:
        """Take in a block that was run; ``ValueError`` if its number of runs is not the block's."""
        if outcome.runs != self.stopping.runs_of(block):
            raise ValueError(f"block {block} has {outcome.runs} runs, not {self.stopping.runs_of(block)}")
        if block >= self._next and not self.done:
            self._early[block] = outcome
        while not self.done and self._next in self._early:
            self._lengthen(self._early.pop(self._next))

    def interrupt(self) -> None:
        """Stop here: what came as a whole prefix is the answer."""
        if not self.done:
            self._end(Why.INTERRUPTED)

    def _lengthen(self, outcome: Outcome) -> None:
        self._held.append(outcome)
        self._runs += outcome.runs
        self._next += 1
        at_look = self._runs == self._looks[0]
        if at_look or len(self._held) > _HELD:
            self._held = [self.outcome]
        if self._watch is not None and (at_look or monotonic() - self._told_s > _EVERY_S):
            self._told_s = monotonic()
            self._watch(Progress.of(self.outcome, self.stopping, self._first))
        if at_look:
            self._looks = self._looks[1:]
            if self.stopping.is_enough(self.outcome):
                self._end(Why.PRECISION)
            elif not self._looks:
                self._end(Why.RUNS)

    def _end(self, why: Why) -> None:
        asked = self.stopping.precision
        reached = None if asked is None else why is Why.PRECISION
        self._stopped = Stopped(why, asked, reached, self.stopping.most_runs)
        self._early.clear()
