"""What is rehearsed, as a value that can be sent to a worker."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from korridor.clockwork.tables import Ints
from korridor.events.movement import Movement
from korridor.events.saved_state import SavedState
from korridor.operation.operation import Operation
from korridor.rehearsal.block import BLOCK_RUNS, Block
from korridor.rehearsal.given import Break
from korridor.rehearsal.loop import M
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.on_the_road import OnTheRoad, on_the_road
from korridor.rehearsal.stage import Stage, stage_of

READY_FIRST = 8
"""Among so many of the next movements a dispatcher who re-orders sends the one that is ready first."""


@dataclass(frozen=True)
class Task:
    """A plan, from where it begins, how it is dispatched, and the seed of what it meets.

    Attributes
    ----------
    operation : Operation
        From a state on, what remained of it.
    movements : tuple of Movement
    seed : int
    start : SavedState or None
    reorders : bool
        Whether the dispatcher sends the movement that is ready first; else the rank order is kept.
    breaks : tuple of Break
        Breaks of the truce that come in every run, beside those that are drawn.
    before : tuple of Movement
        What of the plan departed before ``start``: where people are left after the plan, it goes on as the whole of it ended.
    """

    operation: Operation
    movements: tuple[Movement, ...]
    seed: int
    start: SavedState | None = None
    reorders: bool = False
    breaks: tuple[Break, ...] = ()
    before: tuple[Movement, ...] = ()

    def stage(self) -> Stage:
        """Set the stage."""
        ahead = READY_FIRST if self.reorders else 1
        given = [(each.begins_s, each.ends_s) for each in self.breaks]
        return stage_of(self.operation, self.movements, self.seed, self.start, ahead, given, self.before)

    @cached_property
    def under_way(self) -> OnTheRoad:
        """What columns that are on the road at the start add to every run."""
        return on_the_road(self.operation, self.start, self.breaks)

    @cached_property
    def measures(self) -> dict[Measure, int]:
        """What is measured, and the column of a run's results; only what the operation can come to."""
        found = {
            Measure.OUT: M.OUT,
            Measure.LEFT: M.LEFT,
            Measure.CLEARANCE: M.CLEARANCE_S,
            Measure.EXPOSURE: M.EXPOSURE_PERSON_S,
            Measure.ABOARD: M.LONGEST_ABOARD_S,
        }
        if self.operation.windows:
            found[Measure.STRANDED] = M.STRANDED
        if self.operation.uncertainty.on_their_own:
            found[Measure.OWN_WAY] = M.OWN_WAY
        return {measure: int(column) for measure, column in found.items()}

    def block(self, stage: Stage, number: int, runs: int) -> Block:
        """Carry out the runs of a block."""
        results, out_by_hour = stage.run(number * BLOCK_RUNS, runs)
        self.under_way.add_to(results, out_by_hour)
        return Block(
            measures={measure: results[:, column] for measure, column in self.measures.items()},
            out_by_hour=_up_to(out_by_hour),
        )


def _up_to(by_hour: Ints) -> Ints:
    """Return persons out up to the end of each hour."""
    summed: Ints = np.cumsum(by_hour, axis=1)
    return summed
