"""R4: how far each run fell short of the best that perfect foresight could have done."""

import numpy as np
from numpy.typing import NDArray

from korridor.rehearsal.measure import Measure


def regret(reached: NDArray[np.int64], bound: NDArray[np.int64] | int, measure: Measure) -> NDArray[np.int64]:
    """How much of ``measure`` each run is short of its bound; at most this much could have been gained.

    Parameters
    ----------
    reached : array [run]
        People out, or the clearance in seconds.
    bound : array [run] or int
        What nobody could have beaten, knowing the run's draws beforehand: one for each run, or one for all.
    measure : Measure
        Whether more is better, or less.

    Raises
    ------
    ValueError
        If a run beats its bound: then one of the two is wrong.

    Examples
    --------
    >>> regret(np.array([4000, 3900]), 4100, Measure.OUT).tolist()
    [100, 200]
    """
    short = bound - reached if measure.more_is_better else reached - bound
    if short.size and int(short.min()) < 0:
        run = int(short.argmin())
        limit = int(np.broadcast_to(bound, reached.shape)[run])
        what = f"{measure.said} in run {run} of its block"
        raise ValueError(f"{what}: {int(reached[run])} beats the bound {limit}; one of the two is wrong")
    return np.asarray(short, dtype=np.int64)
