"""How a lap leaves: as soon as it can, with another, or after another.

Who leaves as soon as it can is best as a rule, but not where empty vehicles that come one by one need not form up, where a
column on a road of one lane lets those that come in pass, or where of two columns that are ready the one with the shorter way
should be ahead. No rule of dispatch knows when that is so: it is the search's to say, lap by lap.
"""

import numpy as np

from korridor.clockwork.tables import Ints

MANNER = -1
"""Last column of a lap: one of the following."""

AT_ONCE, JOINS, LETS_IN, LETS_OUT = range(4)
"""Whether a lap that stands leaves when it can; in one column with the next lap of its service; when the next lap of the
list has been sent in; when that has left. Who waits for a lap that cannot come waits no longer."""


def with_manners(laps: Ints, types: int) -> Ints:
    """Return a list that says how each lap leaves: at once, where it did not say so."""
    if laps.shape[1] == 2 + 3 * types:
        return laps
    return np.hstack([laps, np.full((len(laps), 1), AT_ONCE, dtype=np.int64)])
