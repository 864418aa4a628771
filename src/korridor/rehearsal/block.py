"""What a block of consecutive runs came to: arrays, a number a run, before anything is added up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from korridor.rehearsal.measure import NEEDED, Measure

BLOCK_RUNS = 64
"""Runs in a block: the unit of work. Blocks, not workers, are what a rehearsal's answer depends on."""

Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Block:
    """The raw results of consecutive runs.

    Attributes
    ----------
    measures : mapping of Measure to array [run]
        ``out``, ``left``, ``clearance_s``, ``exposure_person_s`` and ``longest_aboard_s`` at least.
    out_by_hour : array [run, hour] or None
        Persons out up to the end of each hour from the start.
    waits_s : array [run, checkpoint] or None
        The longest wait at each checkpoint.
    beyond_persons : array [run, place] or None
        The most persons at once beyond the room of each place that has room for so many.
    waiting_person_s : array [place, hour] or None
        How long people sat in vehicles that stood, at each place in each hour, added up over the runs of the block.

    Raises
    ------
    ValueError
        If a measure is missing, an array has another shape, holds other than ``int64``, or a number below zero.

    Examples
    --------
    >>> ten = np.full(2, 10)
    >>> Block({measure: ten for measure in NEEDED}).runs
    2
    """

    measures: Mapping[Measure, Whole]
    out_by_hour: Whole | None = None
    waits_s: Whole | None = None
    beyond_persons: Whole | None = None
    waiting_person_s: Whole | None = None

    def __post_init__(self) -> None:
        for fault in self._faults():
            raise ValueError(fault)

    @property
    def runs(self) -> int:
        """How many runs."""
        return len(self.measures[Measure.LEFT])

    def _faults(self) -> Iterator[str]:
        missing = [measure for measure in NEEDED if measure not in self.measures]
        if missing:
            yield f"a block of runs has no {', '.join(missing)}"
        for name, array, axes in self._arrays():
            if array.dtype != np.int64:
                yield f"{name} holds {array.dtype}; only int64 adds up the same everywhere"
            if array.ndim != axes:
                yield f"{name} has {array.ndim} axes, not {axes}"
            if name != "waiting_person_s" and len(array) != self.runs:
                yield f"{name} has {len(array)} runs, left has {self.runs}"
            if array.size and name != Measure.CLEARANCE and int(array.min()) < 0:
                yield f"{name} is {int(array.min())} in a run; nothing that is counted is below zero"
        if bool(((self.measures[Measure.LEFT] == 0) & (self.measures[Measure.CLEARANCE] < 0)).any()):
            yield "clearance_s is below zero in a run in which everybody is out"

    def _arrays(self) -> Iterator[tuple[str, NDArray[Any], int]]:
        for measure, array in self.measures.items():
            yield str(measure), array, 1
        for name in ("out_by_hour", "waits_s", "beyond_persons", "waiting_person_s"):
            array = getattr(self, name)
            if array is not None:
                yield name, array, 2
