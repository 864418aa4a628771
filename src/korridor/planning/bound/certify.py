"""From multipliers to a bound in whole numbers (docs/bounds.md, The sum that makes a bound)."""

from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from korridor.planning.bound.clocks import Ints
from korridor.planning.bound.lines import Line, Sums
from korridor.planning.bound.program import Program
from korridor.planning.certificate import Certificate

Floats = NDArray[np.float64]


class Linear(Protocol):
    """A linear program here: maximise ``worth`` x, where what columns take keeps every line's ``most``."""

    @property
    def worth(self) -> Ints:
        """By column: objective."""

    @property
    def upper(self) -> Ints:
        """By column: the most that it holds."""

    @property
    def column(self) -> Ints:
        """Of each entry: its column."""

    @property
    def place(self) -> Ints:
        """Of each entry: its place, numbered through all lines."""

    @property
    def amount(self) -> Ints:
        """Of each entry: how much the column takes there."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines."""

    @property
    def trips(self) -> int:
        """How many columns are trips; they come first."""

    @property
    def places(self) -> int:
        """How many places all lines have."""


FINEST = 10**12
"""Multipliers are rounded to this part of one, if their sums stay within 64 bits."""
ROOM = float(1 << 61)


class Proof(NamedTuple):
    """Multipliers by line, divided by ``scale``, what they prove, and what each column still gains.

    Attributes
    ----------
    multipliers : tuple of array of int
        By the order of the lines.
    scale : int
    bound : int
        No x is worth more.
    gains : array of int
        By column: worth less prices, times ``scale``.
    trip_gains : float
        How much of the bound comes from trips that gain: little, if all that matter were in the program solved.
    """

    multipliers: tuple[Ints, ...]
    scale: int
    bound: int
    gains: Ints
    trip_gains: float


def prove(program: Linear, prices: Floats) -> Proof:
    """Round prices by place to multipliers, and add up exactly what they prove.

    Parameters
    ----------
    program : Linear
    prices : array of float, by place
        What one unit taken there costs; any numbers will do.
    """
    scale = _scale(program, prices)
    multipliers = tuple(_multipliers(line, prices[line.places], scale) for line in program.lines)
    return proof_of(program, multipliers, scale)


def proof_of(program: Linear, multipliers: tuple[Ints, ...], scale: int) -> Proof:
    """Add up exactly what multipliers by line, divided by ``scale``, prove."""
    exact = np.concatenate([np.empty(0, np.int64), *map(_prices, program.lines, multipliers)])
    spent = np.zeros(len(program.worth), dtype=np.int64)
    np.add.at(spent, program.column, program.amount * exact[program.place])
    gains = program.worth * scale - spent
    rising = np.flatnonzero(gains > 0)
    gained = [int(u) * int(g) for u, g in zip(program.upper[rising], gains[rising], strict=True)]
    by_trips = sum(gained[: int(np.searchsorted(rising, program.trips))])
    total = sum(gained) + sum(
        int(most) * int(y)
        for line, each in zip(program.lines, multipliers, strict=True)
        for most, y in zip(line.most[each > 0], each[each > 0], strict=True)
    )
    return Proof(multipliers, scale, total // scale, gains, by_trips / scale)


def multipliers_of(certificate: Certificate, program: Program) -> tuple[Ints, ...]:
    """Return a certificate's multipliers by the lines of a program: its own, or that of a changed operation."""
    found = []
    for line in program.lines:
        named = certificate.multipliers.get(line.name, ())[: len(line.most)]
        found.append(np.array([*named, *[0] * (len(line.most) - len(named))], dtype=np.int64))
    return tuple(found)


def certificate_of(program: Program, proof: Proof) -> Certificate:
    """Write a proof down."""
    return Certificate(
        horizon_s=program.horizon_s,
        slot_s=program.grid.slot_s,
        scale=proof.scale,
        phases={clock: phase for clock, phase in sorted(program.grid.phases.items()) if phase},
        multipliers={
            line.name: tuple(int(y) for y in np.trim_zeros(each, "b"))
            for line, each in zip(program.lines, proof.multipliers, strict=True)
            if each.any()
        },
        unweighted=not program.weighted,
        period_s=program.period_s,
        lap_s=program.grid.lap_s,
        bound_weight=proof.bound,
    )


def _scale(program: Linear, prices: Floats) -> int:
    """Return the finest scale at which no sum leaves 64 bits: twice over, for what making prices monotone adds."""
    spent = np.zeros(len(program.worth))
    np.add.at(spent, program.column, np.abs(program.amount) * (np.abs(prices[program.place]) + 1e-9))
    largest = max(
        1.0, float((spent + program.worth).max(initial=0.0)), float(np.abs(prices).max(initial=0.0))
    )
    scale = FINEST
    while scale > 1 and 4.0 * largest * scale > ROOM:
        scale //= 10
    return scale


def _multipliers(line: Line, prices: Floats, scale: int) -> Ints:
    """Return the multipliers that give these prices, or the next ones above that multipliers can give."""
    rounded = np.maximum(0, np.rint(prices * scale)).astype(np.int64)
    if line.sums is Sums.UP_TO:  # a price is the sum of all multipliers from there on: never rising
        falling = np.maximum.accumulate(rounded[::-1])[::-1]
        return falling - np.append(falling[1:], 0)
    if line.sums is Sums.FROM:
        rising = np.maximum.accumulate(rounded)
        return np.diff(rising, prepend=0)
    return rounded


def _prices(line: Line, multipliers: Ints) -> Ints:
    """Return what one unit taken at each place costs."""
    if line.sums is Sums.UP_TO:
        return np.cumsum(multipliers[::-1])[::-1]
    sums = np.cumsum(multipliers)
    if line.sums is Sums.RUN:
        before = np.concatenate([np.zeros(line.length, np.int64), sums])[: len(sums)]
        return np.asarray(sums - before)
    return sums if line.sums is Sums.FROM else multipliers
