"""R7: the runs of a hindcast, added up by hour and by reported figure."""

from collections.abc import Callable
from dataclasses import dataclass

from korridor.rehearsal.hindcast.held import HIGH, LOW, Held, Hour
from korridor.rehearsal.hindcast.reported import Reported
from korridor.rehearsal.hindcast.spans import cumulated, in_spans
from korridor.rehearsal.side_by_side import side_by_side
from korridor.rehearsal.statistics.histogram import Histogram
from korridor.rehearsal.statistics.stopping import Stopping
from korridor.rehearsal.task import Task

_EVERY_RUNS = 512


@dataclass(frozen=True)
class Ran:
    """What the runs came to."""

    runs: int
    held: tuple[Held, ...]
    by_hour: tuple[Hour, ...]


def ran(
    task: Task, figures: tuple[Reported, ...], runs: int, watch: Callable[[int], None] | None = None
) -> Ran:
    """Carry out the runs; Ctrl-C ends them, and what came before it is the answer.

    Parameters
    ----------
    task : Task
    figures : tuple of Reported
    runs : int
    watch : callable, optional
        Called now and then with the number of runs done.
    """
    ends_s = task.operation.horizon_s
    assert ends_s is not None  # windows that happened have an end
    hours: Histogram | None = None
    spans: Histogram | None = None
    done, told = 0, 0
    blocks = side_by_side((task,), Stopping(None, runs))
    try:
        for (block,) in blocks:
            cumulative = cumulated(block, ends_s)
            hours = _with(hours, Histogram.of(cumulative))
            if figures:
                spans = _with(spans, Histogram.of(in_spans(cumulative, figures)))
            done += block.runs
            if watch is not None and done >= told + _EVERY_RUNS:
                told = done
                watch(done)
    except KeyboardInterrupt:
        if not done:
            raise
    finally:
        blocks.close()
    assert hours is not None  # one run at least
    return Ran(
        runs=done,
        held=tuple(
            Held.of(each, *_band(spans, done, at)) for at, each in enumerate(figures) if spans is not None
        ),
        by_hour=tuple(
            Hour(hour=hour, p5=p5, p50=p50, p95=p95)
            for hour in range(hours.columns)
            for p5, p50, p95 in (_band(hours, done, hour),)
        ),
    )


def _with(before: Histogram | None, more: Histogram) -> Histogram:
    return more if before is None else Histogram.total((before, more))


def _band(histogram: Histogram, runs: int, column: int) -> tuple[int, int, int]:
    """Return what 5, 50 and 95 of 100 runs do not exceed."""
    ranks = [-(-runs * percent // 100) for percent in (LOW, 50, HIGH)]
    low, middle, high = histogram.ranked(ranks, column)
    return low, middle, high
