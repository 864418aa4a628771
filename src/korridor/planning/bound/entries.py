"""The soonest that so many trips can have entered a road: whole columns, counted in order, in whole seconds.

The slot program lets columns be split in parts, and a part of each go in every slot. But who enters first comes back
first, and of the columns of one road no two enter within a headway. So the moment when the n-th trip can have entered
follows from the one when the (n - N)-th can be back, of N vehicles, and that from the one when it had entered: a longest path
with a choice of column sizes, in which all that is remembered of a plan is how many have passed. It is a relaxation of
the state space (Christofides, Mingozzi and Toth, https://doi.org/10.1002/net.3230110207); docs/bounds.md, Entries.
"""

from typing import NamedTuple

import numpy as np

from korridor.planning.bound.clocks import Ints
from korridor.planning.bound.crossing import Crossing
from korridor.planning.bound.hops import NEVER

UNKNOWN = -NEVER
"""No moment is ruled out."""


class Bays(NamedTuple):
    """Bays where vehicles load: how many at a place at most, and for how long a trip takes one at least."""

    number: int
    taken_s: int


class Passed(NamedTuple):
    """Least moments by number of trips, 0 to all of them.

    Attributes
    ----------
    heads_s : array of int
        When the column enters after which so many have.
    ends_s : array of int
        When so many can have come to their end.
    """

    heads_s: Ints
    ends_s: Ints


def soonest_entries_s(
    out: Crossing, home: Crossing | int, vehicles: int, trips: int, bays: Bays | None = None
) -> Ints:
    """Return, for n = 0 to ``trips``, the soonest that a column can enter after which n trips have entered.

    Parameters
    ----------
    out : Crossing
        Of the trips counted.
    home : Crossing or int
        Of what brings a vehicle back for its next trip; or the least seconds that takes.
    vehicles : int
    trips : int
        More trips than that are never made.
    bays : Bays, optional
        Where they are few.

    Returns
    -------
    array of int
        Seconds; ``NEVER`` for as many as can never have entered.

    Examples
    --------
    Two vehicles that go singly, 60 s apart, come to the end after 100 s, and are back 200 s later:

    >>> one = np.zeros(1, dtype=np.int64)
    >>> out = Crossing(60, 0, 0, True, one, one + 100, one, np.array([[0, 700]]))
    >>> soonest_entries_s(out, 200, vehicles=2, trips=5)[1:].tolist()
    [0, 60, 300, 360, 600]
    """
    back_s = np.full(trips + 1, UNKNOWN)
    for _ in range(rounds(vehicles, trips)):
        entered = _passed(out, _out_needs_s(out, vehicles, bays, back_s))
        again_s = entered.ends_s + home if isinstance(home, int) else _home(home, entered.ends_s)
        if np.array_equal(again_s, back_s):
            break
        back_s = again_s
    return entered.heads_s


def rounds(vehicles: int, trips: int) -> int:
    """How often to go through all trips at most: each time it is known of a lap more who can be back; no time says too much."""
    return trips // max(1, vehicles) + 3


def _out_needs_s(out: Crossing, vehicles: int, bays: Bays | None, back_s: Ints) -> Ints:
    """Return when a head can enter for the vehicles' sake, by trips before it and trips in its column.

    All trips but the vehicles' first follow upon one back. Of a column's own, some may load later than the rest, a wave
    of its bays or more.
    """
    before_s, sizes = out.before_s, np.arange(1, out.size + 1)
    needs_s = _shifted(back_s, vehicles, before_s)
    if bays is None or not bays.taken_s:
        return needs_s
    sooner_s = out.headway_s + out.gathers_s + int(out.to_s[0]) + (0 if out.singly else out.marshal_s)
    for waves in range(1, (out.size - 1) // bays.number + 1):
        loads_s = np.minimum(out.gathers_s + out.marshal_s + out.to_s + waves * bays.taken_s, sooner_s)
        late = _shifted(back_s, vehicles + waves * bays.number, loads_s)
        late[:, sizes <= waves * bays.number] = UNKNOWN
        needs_s = np.maximum(needs_s, late)
    return needs_s


def _shifted(moments_s: Ints, less: int, more_s: Ints) -> Ints:
    """Return, by trips before a column and trips in it, the moment of the last of them less so many, and the time from it on."""
    trips, size = len(moments_s) - 1, len(more_s)
    known = np.concatenate([np.full(less + 1, UNKNOWN), moments_s[1:], np.full(size, NEVER)])
    last = np.add.outer(np.arange(trips), np.arange(1, size + 1))
    return np.asarray(np.where(known[last] == UNKNOWN, UNKNOWN, known[last] + more_s))


def _home(home: Crossing, ends_s: Ints) -> Ints:
    """Return when so many vehicles can be back."""
    return _passed(home, _shifted(ends_s, 0, home.before_s)).ends_s


def _passed(crossing: Crossing, needs_s: Ints) -> Passed:
    """Let columns enter one after the other, each of the size that is best for the number that is asked for.

    Parameters
    ----------
    crossing : Crossing
    needs_s : array of int, (trips, size)
        When a head can enter at the soonest, by trips before it and trips in its column.
    """
    trips, size = needs_s.shape
    heads_s = np.full(trips + size + 1, NEVER)
    heads_s[0] = -crossing.headway_s
    entered_s = np.full((trips, size), NEVER)
    for before in range(trips):
        free_s = max(0, int(heads_s[before]) + crossing.headway_s)
        entered_s[before] = crossing.fitted(np.maximum(free_s, needs_s[before]))
        after = heads_s[before + 1 : before + size + 1]
        np.minimum(after, entered_s[before], out=after)
    last = np.add.outer(np.arange(trips), np.arange(1, size + 1))
    entered_s[last > trips] = NEVER
    return Passed(np.minimum(heads_s[: trips + 1], NEVER), _ends_s(crossing, entered_s))


def _ends_s(crossing: Crossing, entered_s: Ints) -> Ints:
    """Return when so many can have come to their end: the one counted last, or one of a column behind its own."""
    trips, size = entered_s.shape
    ends_s = np.full(trips + size + 1, NEVER)
    mine_s = _least_from(entered_s + crossing.on_s)
    next_s = _least_from(entered_s) + crossing.headway_s + int(crossing.on_s[0])
    for place in range(size):
        there = ends_s[place + 1 : place + 1 + trips]
        np.minimum(there, mine_s[:, place] + int(crossing.behind_s[place]), out=there)
        np.minimum(there, next_s[:, place], out=there)
    return np.minimum(ends_s[: trips + 1], NEVER)


def _least_from(by_size: Ints) -> Ints:
    """Return the least over columns of this size or larger."""
    return np.asarray(np.minimum.accumulate(by_size[:, ::-1], axis=1)[:, ::-1])
