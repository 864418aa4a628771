"""R5: two plans or settings under the same draws, until enough is known of their difference."""

from collections.abc import Callable
from dataclasses import dataclass

from korridor.rehearsal.measure import Measure
from korridor.rehearsal.side_by_side import side_by_side
from korridor.rehearsal.statistics.compared import ALL_OUT, Compared
from korridor.rehearsal.statistics.compared_words import difference_words
from korridor.rehearsal.statistics.mean import Mean, mean_of
from korridor.rehearsal.statistics.pairs import Pair, Pairs
from korridor.rehearsal.statistics.precision import Kind, Precision
from korridor.rehearsal.statistics.stopping import FIRST_RUNS, Stopping
from korridor.rehearsal.task import Task

_EVERY_RUNS = 256
"""How often whoever waits is told."""


@dataclass(frozen=True)
class Progress:
    """How far a comparison has come.

    Attributes
    ----------
    runs, most_runs : int
        Done of each, and the cap.
    words : str
        The first difference so far, in a sentence.
    """

    runs: int
    most_runs: int
    words: str


Watch = Callable[[Progress], None]


def compared(
    first: Task,
    second: Task,
    names: tuple[str, str],
    stopping: Stopping,
    measure: Measure,
    watch: Watch | None = None,
    workers: int | None = None,
) -> Compared:
    """Carry both out under the same draws.

    Parameters
    ----------
    first, second : Task
        Of the same seed.
    names : tuple of str
    stopping : Stopping
        How many runs of each; its precision is that of the difference, a relative one a part of the first's mean.
    measure : Measure
        Whose difference is told while it runs.
    watch : callable, optional
    workers : int, optional
        Threads; the answer does not depend on them.

    Returns
    -------
    Compared
        Ctrl-C ends the runs, and what came before it is the answer.
    """
    pairs: Pairs | None = None
    looks, told = list(stopping.look_runs), 0
    blocks = side_by_side((first, second), stopping, workers)
    try:
        for one, other in blocks:
            pairs = Pairs.of(one, other) if pairs is None else pairs + Pairs.of(one, other)
            if watch is not None and pairs.runs >= told + _EVERY_RUNS:
                told = pairs.runs
                watch(Progress(pairs.runs, stopping.most_runs, _now(pairs, names, measure)))
            if pairs.runs == looks[0]:
                looks.pop(0)
                if is_known(pairs, stopping):
                    break
    except KeyboardInterrupt:
        if pairs is None:
            raise
    finally:
        blocks.close()
    assert pairs is not None  # a rehearsal has one run at least
    reached = None if stopping.precision is None else is_known(pairs, stopping)
    asked = None if stopping.precision is None else stopping.precision.written
    return Compared.of(pairs, names).model_copy(update={"precision": asked, "reached": reached})


def is_known(pairs: Pairs, stopping: Stopping) -> bool:
    """Whether the interval of the difference is as narrow as was asked for, after as many runs as it takes to trust it."""
    precision = stopping.precision
    if precision is None:
        return False
    pair = _asked_of(pairs, precision)
    if pair is None or pair.difference.runs < min(FIRST_RUNS, stopping.most_runs):
        return False
    mean = mean_of(pair.difference)
    return precision.is_kept(_beside(mean, pair.first.mean) if precision.kind is Kind.RELATIVE else mean)


def _beside(mean: Mean, value: float) -> Mean:
    """The same interval around another value: what a relative width is held against."""
    return Mean(value, mean.low, mean.high, mean.rough)


def _asked_of(pairs: Pairs, precision: Precision) -> Pair | None:
    return pairs.all_out if precision.kind is Kind.CHANCE else pairs.measures.get(precision.measure)


def _now(pairs: Pairs, names: tuple[str, str], measure: Measure) -> str:
    so_far = Compared.of(pairs, names)
    found = {row.measure: row for row in so_far.differences}
    return difference_words(found.get(measure.value, found[ALL_OUT]), names)
