"""The moment: what every later movement must know of the earlier ones, in plain arrays.

A state can be copied, saved as ``state.json`` and restored; going on from it equals never having stopped.
"""

from enum import IntEnum
from typing import NamedTuple

import numpy as np

from korridor.clockwork.copied import copy
from korridor.clockwork.tables import NEVER, G, Ints, K, P, Tables, V, X
from korridor.compiled import compiled


class T(IntEnum):
    """Entries of ``tally``."""

    LAST_DEPARTURE = 0
    OUT_WEIGHT = 1  # by the horizon
    OUT_PERSONS = 2
    LAST_OUT = 3  # when the last of them was out
    RISK = 4  # person-seconds by weight
    WAITING = 5  # person-seconds by weight until out, of those who are
    LONGEST_ABOARD = 6
    OVER_LIMIT = 7  # person-seconds aboard beyond the limit
    DEPARTED = 8  # movements
    NOW = 9  # the moment that all began from: no vehicle leaves a place before it
    EXPOSURE = 10  # C8: person-seconds; this and what follows only where things happen
    STRANDED = 11  # persons aboard for whom no way on is left
    OVERFULL = 12  # person-seconds beyond what places hold, when all is done
    SCREENING_WAIT = 13  # person-seconds before checkpoints
    EXPECTED = 14  # the last departure as it was expected, where little is to be foreseen


IDLE, LOADS, FORMS = 0, 1, 2
"""P5: what a vehicle did at the moment that all began from: it stood in its bay to load, or for its empty column to form up."""


class State(NamedTuple):
    """Arrays of one moment.

    The queues are amounts with the moments from which they are there, in the order of moments: parties unloaded
    at each transfer (by transfer and group), then persons out for each gate that waits for places.
    """

    vehicles: Ints  # [vehicle]: free from, place, what it does there (below)
    bays: Ints  # [bay]: free from
    lanes: Ints
    escorts: Ints
    roads: Ints  # [road, direction]: head in, tail in, head out, tail out of the last column
    left: Ints  # [group] parties still where they stood at the start
    present: Ints  # [place] persons unloaded there who have not gone on
    departed: Ints  # [gate] persons
    queue_s: Ints  # [queue, entry]
    queue_n: Ints
    queued: Ints  # [queue] entries
    tally: Ints
    whole: Ints  # all of these, one after another


def beginning(tables: Tables, depots: list[list[int]], unloads: int) -> State:
    """Return the state at the start.

    Parameters
    ----------
    tables : Tables
    depots : list of list of int
        For each vehicle type the place number of each vehicle.
    unloads : int
        The most vehicles that will unload from now on; sizes the queues.
    """
    places, rule = tables.places, tables.rule
    pools = (int(places[:, P.TRANSFER].max(initial=-1)) + 1) * len(tables.groups) * int(rule[X.ONWARD])
    queues = max(pools, 1 + int(tables.gates[:, K.QUEUE].max(initial=-1)))
    vehicles = [
        (int(tables.types[kind, V.FROM]), place, IDLE)
        for kind, stands in enumerate(depots)
        for place in stands
    ]
    return _together(
        vehicles=np.array(vehicles, dtype=np.int64).reshape(len(vehicles), 3),
        bays=np.zeros(int(np.maximum(places[:, P.BAYS], 0).sum()), dtype=np.int64),
        lanes=np.zeros(int((places[:, P.LANES_OUT] + places[:, P.LANES_IN]).sum()), dtype=np.int64),
        escorts=np.zeros(max(0, int(rule[X.ESCORTS])), dtype=np.int64),
        roads=np.full((len(tables.roads), 2, 4), -NEVER, dtype=np.int64),
        left=tables.groups[:, G.PARTIES],
        present=np.zeros(len(places), dtype=np.int64),
        departed=np.zeros(len(tables.gates), dtype=np.int64),
        queue_s=np.zeros((queues, unloads if queues else 0), dtype=np.int64),
        queue_n=np.zeros((queues, unloads if queues else 0), dtype=np.int64),
        queued=np.zeros(queues, dtype=np.int64),
        tally=np.zeros(len(T), dtype=np.int64),
    )


def _together(**arrays: Ints) -> State:
    """Lay copies of a state's arrays one after another in one piece of memory."""
    whole = np.concatenate([array.ravel() for array in arrays.values()])
    ends = np.cumsum([array.size for array in arrays.values()])
    views = {
        name: whole[end - array.size : end].reshape(array.shape)
        for (name, array), end in zip(arrays.items(), ends.tolist(), strict=True)
    }
    return State(whole=whole, **views)


def copy_of(state: State, **changed: Ints) -> State:
    """Return a state of its own memory, with some arrays changed."""
    return _together(
        **{name: array for name, array in {**state._asdict(), **changed}.items() if name != "whole"}
    )


def resized(state: State, unloads: int) -> State:
    """Return a copy whose queues have room for as many more vehicles that unload."""
    entries = int(state.queued.max(initial=0))
    width = entries + unloads if len(state.queued) else 0
    queue_s, queue_n = (np.zeros((len(state.queued), width), dtype=np.int64) for _ in range(2))
    queue_s[:, :entries] = state.queue_s[:, :entries]
    queue_n[:, :entries] = state.queue_n[:, :entries]
    return copy_of(state, queue_s=queue_s, queue_n=queue_n)


@compiled
def begin_again(state: State, start: State) -> None:
    """Make a state equal to another one of the same sizes; of the queues only what is in them."""
    copy(state.vehicles.reshape(-1), start.vehicles.reshape(-1))
    copy(state.bays, start.bays)
    copy(state.lanes, start.lanes)
    copy(state.escorts, start.escorts)
    copy(state.roads.reshape(-1), start.roads.reshape(-1))
    copy(state.left, start.left)
    copy(state.present, start.present)
    copy(state.departed, start.departed)
    copy(state.tally, start.tally)
    copy(state.queued, start.queued)
    for queue in range(len(start.queued)):
        for at in range(start.queued[queue]):
            state.queue_s[queue, at] = start.queue_s[queue, at]
            state.queue_n[queue, at] = start.queue_n[queue, at]


@compiled
def push(state: State, queue: int, moment_s: int, amount: int) -> None:
    """Add an amount that is there from a moment on, keeping the order of moments; one entry a moment.

    Raises ``IndexError`` when the queue is full: compiled code would write beyond it without a word.
    """
    entries = state.queued[queue]
    at = entries
    while at > 0 and state.queue_s[queue, at - 1] > moment_s:
        at -= 1
    if at > 0 and state.queue_s[queue, at - 1] == moment_s:
        state.queue_n[queue, at - 1] += amount
        return
    if entries == state.queue_s.shape[1]:
        raise IndexError("more vehicles unload than the state has been sized for")
    for later in range(entries, at, -1):
        state.queue_s[queue, later] = state.queue_s[queue, later - 1]
        state.queue_n[queue, later] = state.queue_n[queue, later - 1]
    state.queue_s[queue, at] = moment_s
    state.queue_n[queue, at] = amount
    state.queued[queue] = entries + 1


@compiled
def when_there(state: State, queue: int, amount: int) -> int:
    """Return the moment from which ``amount`` is there: 0 for nothing, ``NEVER`` if it is not coming."""
    if amount <= 0:
        return 0
    total = 0
    for at in range(state.queued[queue]):
        total += state.queue_n[queue, at]
        if total >= amount:
            moment_s: int = state.queue_s[queue, at]
            return moment_s
    return NEVER


@compiled
def take(state: State, queue: int, amount: int) -> None:
    """Take an amount, which must be in the queue, the earliest first."""
    gone = 0
    while amount > 0:
        n = min(amount, state.queue_n[queue, gone])
        state.queue_n[queue, gone] -= n
        amount -= n
        gone += 1 if state.queue_n[queue, gone] == 0 else 0
    kept = state.queued[queue] - gone
    for at in range(kept):
        state.queue_s[queue, at] = state.queue_s[queue, at + gone]
        state.queue_n[queue, at] = state.queue_n[queue, at + gone]
    state.queued[queue] = kept
