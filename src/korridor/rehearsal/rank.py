"""R5: many plans under the same draws, each against each, by one measure."""

from collections.abc import Callable, Mapping

import numpy as np

from korridor.rehearsal.block import Block
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.side_by_side import side_by_side
from korridor.rehearsal.statistics.contest import Contest
from korridor.rehearsal.statistics.stopping import Stopping
from korridor.rehearsal.task import Task

_EVERY_RUNS = 64


def contested(
    tasks: Mapping[str, Task],
    measure: Measure,
    runs: int,
    watch: Callable[[int], None] | None = None,
    workers: int | None = None,
) -> Mapping[Measure, Contest]:
    """Carry all of them out, run by run; Ctrl-C ends the runs, and what came before it is the answer.

    Parameters
    ----------
    tasks : mapping of str to Task
        By name; of one seed.
    measure : Measure
        For clearance every run of each must have everybody out; where one does not, people out are counted instead.
    runs : int
        Of each.
    watch : callable, optional
        Called now and then with the number of runs done.
    workers : int, optional
        Threads; the answer does not depend on them.

    Returns
    -------
    mapping of Measure to Contest
        ``measure`` or people out, whichever they are compared by, first; then exposure.
    """
    names, by = tuple(tasks), {measure, Measure.OUT, Measure.EXPOSURE}
    found: dict[Measure, Contest] = {}
    done, cleared = 0, True
    blocks = side_by_side(tuple(tasks.values()), Stopping(None, runs), workers)
    try:
        for several in blocks:
            for each in by:
                more = Contest.of(
                    dict(zip(names, (block.measures[each] for block in several), strict=True)), each
                )
                found[each] = Contest.total((found[each], more)) if each in found else more
            cleared = cleared and all(map(_everybody_out, several))
            done += several[0].runs
            if watch is not None and done % _EVERY_RUNS == 0:
                watch(done)
    except KeyboardInterrupt:
        if not done:
            raise
    finally:
        blocks.close()
    first = measure if cleared or measure is not Measure.CLEARANCE else Measure.OUT
    return {first: found[first], Measure.EXPOSURE: found[Measure.EXPOSURE]}


def _everybody_out(block: Block) -> bool:
    return not np.any(block.measures[Measure.LEFT])
