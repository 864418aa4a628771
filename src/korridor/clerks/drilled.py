"""What a drill came to: how long until the books noticed, and how often they called for nothing."""

from __future__ import annotations

from korridor.clerks.faults import ClerkFaults
from korridor.operation.frozen import Frozen


class Estimate(Frozen):
    """A figure out of runs, and its 95 % interval; an end is ``None`` where the runs are too few to say."""

    value: float
    low: float | None
    high: float | None


class Kept(Frozen):
    """What comes of acting on one threshold.

    Attributes
    ----------
    persons, age_s : int
        What is acted on: an unexplained that is certainly so many, for so long.
    noticed : Estimate
        The share of lost vehicles that are noticed at all.
    delay_s : dict of str to Estimate or None
        ``p10``, ``p50``, ``p90``: after it was due, by when so many in a hundred of *all* lost vehicles are noticed; ``None``
        where fewer are.
    false_alarms_a_day : Estimate
        Where nothing was lost.
    """

    persons: int
    age_s: int
    noticed: Estimate
    delay_s: dict[str, Estimate | None]
    false_alarms_a_day: Estimate


class Unnoticed(Frozen):
    """Why vehicles were not noticed, and how many of them."""

    why: str
    vehicles: int


class Drilled(Frozen):
    """A drill (R6, A4).

    Attributes
    ----------
    operation : str
    runs : int
        Each with a day of its own, clerks of its own, and one lost vehicle.
    as_planned : bool
        Whether each day went as planned; else each is one run of the rehearsal.
    faults : ClerkFaults
    legs, events : float
        A run on average: movements with people aboard, and things that clerks saw.
    days : float
        From the first departure to the last arrival of a run, on average.
    kept : Kept
        At the threshold that was asked about.
    trade_off : tuple of Kept
        At others, by age and number of persons.
    delays_s : tuple of int
        At the threshold asked about, of each vehicle that was noticed.
    soonest_s : tuple of int
        The same, acting on one person at once: when the books say for certain that anybody is missing.
    unnoticed : tuple of Unnoticed
        Of those that were not.
    seed : int
    seconds : float
    """

    operation: str
    runs: int
    as_planned: bool
    faults: ClerkFaults
    legs: float
    events: float
    days: float
    kept: Kept
    trade_off: tuple[Kept, ...]
    delays_s: tuple[int, ...]
    soonest_s: tuple[int, ...]
    unnoticed: tuple[Unnoticed, ...]
    seed: int
    seconds: float
