"""What a list is judged by: one number that the search makes small."""

from typing import NamedTuple

import numpy as np

from korridor.clockwork.state import State, T
from korridor.clockwork.tables import G, Tables
from korridor.compiled import compiled
from korridor.planning.laps.dispatch.desk import Desk, N


class Aim(NamedTuple):
    """What a list is judged by.

    Attributes
    ----------
    sought : int
        ``MOST_OUT`` (for *exposure*, too; ``SAFETY`` once all are out), ``CLEARANCE`` or ``WAITING``.
    total : int
        Weight of all people.
    span_s : int
        Usable seconds in all windows; scales moments.
    until_s : int
        How long people wait who are not out.
    risk_s : int
        What a person runs at about, in seconds by weight of risk; scales time at risk.
    """

    sought: int
    total: int
    span_s: int
    until_s: int
    risk_s: int


MOST_OUT, CLEARANCE, WAITING, SAFETY = range(4)


EARLINESS = 0.03
"""How much of a person's weight being out at once, not at the very end, counts in the search: it tells equal lists apart."""

WORSE_FIRST = 0.02
"""How much of a person's weight each rank of urgency adds to being out: among lists alike, who is worst off goes first."""

LEFT, SOONER = 10.0, 0.1
"""Where time at risk is made small: what somebody left counts beside somebody's risk, and what being out at once counts."""


@compiled
def energy(desk: Desk, aim: Aim) -> float:
    """Return what the search makes small, in persons (most out) or seconds (clearance, waiting)."""
    count = desk.counts
    if aim.sought == WAITING:
        waited = count[N.WAITED] + (aim.total - count[N.OUT]) * aim.until_s
        return waited / max(1, aim.total)
    if aim.sought == CLEARANCE:
        left = aim.total - count[N.OUT_SOFT] / 1000.0
        if left > 0.0:
            return 2.0 * max(aim.span_s, aim.until_s) + left * 10.0  # whoever is left is worse than any delay
        return count[N.LAST] + 0.1 * count[N.SUM_FREE] / max(1, aim.total)
    early = count[N.SUM_FREE] / max(1, aim.span_s)
    if aim.sought == SAFETY:
        return LEFT * (aim.total - count[N.OUT]) + desk.state.tally[T.RISK] / aim.risk_s + SOONER * early
    worst = WORSE_FIRST * count[N.WORST]
    return EARLINESS * early - count[N.OUT_SOFT] / 1000.0 * (1.0 + EARLINESS) - worst


def weight_of(tables: Tables) -> int:
    """Return the weight of all people."""
    return int(np.dot(tables.groups[:, G.PARTIES], tables.groups[:, G.WEIGHT]))


def weight_left(tables: Tables, state: State) -> int:
    """Return the weight of the people who still stand where they stood at the start."""
    return int(np.dot(state.left, tables.groups[:, G.WEIGHT]))
