"""What many runs came to, added up: whole numbers only, so that nothing depends on who ran what, or when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from korridor.rehearsal.block import Block
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.statistics.histogram import Histogram
from korridor.rehearsal.statistics.sample import Sample


@dataclass(frozen=True, eq=False)
class Outcome:
    """The results of runs, in memory that does not grow with their number (R4).

    Any blocks, added up in any order and grouping, give an equal outcome, bit for bit.

    Attributes
    ----------
    runs : int
    all_out : int
        In how many of them nobody was left.
    most_persons : int
        Most people that a run had to get out: out and left together.
    samples : mapping of Measure to Sample
        ``clearance_s`` over the runs in which nobody was left; the others over all.
    out_by_hour, out_in_hour, waits_s, beyond_persons : Histogram or None
        People out up to the end of each hour, and within it; by checkpoint; by place.
    waiting_person_s : array [place, hour] or None
        Added up over all runs.
    """

    runs: int
    all_out: int
    most_persons: int
    samples: Mapping[Measure, Sample]
    out_by_hour: Histogram | None = None
    out_in_hour: Histogram | None = None
    waits_s: Histogram | None = None
    beyond_persons: Histogram | None = None
    waiting_person_s: NDArray[np.int64] | None = None

    @classmethod
    def of(cls, block: Block) -> Outcome:
        """Add up one block, where it was run."""
        measures = block.measures
        cleared = measures[Measure.LEFT] == 0
        persons = measures[Measure.OUT] + measures[Measure.LEFT]
        return cls(
            runs=block.runs,
            all_out=int(np.count_nonzero(cleared)),
            most_persons=int(persons.max(initial=0)),
            samples={
                measure: Sample.of(values[cleared] if measure is Measure.CLEARANCE else values)
                for measure, values in measures.items()
            },
            out_by_hour=_histogram(block.out_by_hour),
            out_in_hour=_histogram(_within(block.out_by_hour)),
            waits_s=_histogram(block.waits_s),
            beyond_persons=_histogram(block.beyond_persons),
            waiting_person_s=block.waiting_person_s,
        )

    @classmethod
    def total(cls, parts: Iterable[Outcome]) -> Outcome:
        """Add up outcomes of one rehearsal.

        Raises
        ------
        ValueError
            If there is none, or they tell of different things.
        """
        several = tuple(parts)
        if not several:
            raise ValueError("there is no run to add up")
        if len({_told(part) for part in several}) > 1:
            raise ValueError(
                "blocks of one rehearsal tell of different things; add up those of one plan only"
            )
        if len(several) == 1:
            return several[0]
        first = several[0]
        waiting = [part.waiting_person_s for part in several if part.waiting_person_s is not None]
        return cls(
            runs=sum(part.runs for part in several),
            all_out=sum(part.all_out for part in several),
            most_persons=max(part.most_persons for part in several),
            samples={m: Sample.total(part.samples[m] for part in several) for m in first.samples},
            out_by_hour=_histograms(part.out_by_hour for part in several),
            out_in_hour=_histograms(part.out_in_hour for part in several),
            waits_s=_histograms(part.waits_s for part in several),
            beyond_persons=_histograms(part.beyond_persons for part in several),
            waiting_person_s=np.sum(waiting, axis=0, dtype=np.int64) if waiting else None,
        )

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome.total((self, other))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Outcome)
            and (self.runs, self.all_out, self.most_persons)
            == (other.runs, other.all_out, other.most_persons)
            and self.samples == other.samples
            and self.out_by_hour == other.out_by_hour
            and self.out_in_hour == other.out_in_hour
            and self.waits_s == other.waits_s
            and self.beyond_persons == other.beyond_persons
            and _told(self) == _told(other)
            and bool(np.all(self.waiting_person_s == other.waiting_person_s))
        )

    __hash__ = None  # type: ignore[assignment]


def _histogram(table: NDArray[np.int64] | None) -> Histogram | None:
    return None if table is None else Histogram.of(table)


def _within(up_to: NDArray[np.int64] | None) -> NDArray[np.int64] | None:
    """What came within each hour, of what had come up to its end."""
    return None if up_to is None else np.diff(up_to, axis=1, prepend=0)


def _histograms(several: Iterable[Histogram | None]) -> Histogram | None:
    there = [histogram for histogram in several if histogram is not None]
    return Histogram.total(there) if there else None


def _told(outcome: Outcome) -> tuple[object, ...]:
    """What an outcome tells of."""
    waiting = outcome.waiting_person_s
    return (
        frozenset(outcome.samples),
        outcome.out_by_hour and outcome.out_by_hour.columns,
        outcome.waits_s and outcome.waits_s.columns,
        outcome.beyond_persons and outcome.beyond_persons.columns,
        None if waiting is None else waiting.shape,
    )
