"""Slots of time, each clock with its phase (docs/bounds.md, Clocks and slots)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from korridor.planning.bound.kinds import Kinds, TripKind

Ints = NDArray[np.int64]

OPENING = "opening"
"""Stands for the moment of phase 0; no clock of a program."""


@dataclass(frozen=True)
class Grid:
    """Slots of ``slot_s`` seconds, and the phase of each clock; 0 where not named."""

    slot_s: int
    phases: dict[str, int] = field(default_factory=dict)

    def slot(self, clock: str, moment_s: Ints | int) -> Ints:
        """Return the slot of a moment."""
        return np.asarray((moment_s - self.phases.get(clock, 0)) // self.slot_s + 1)

    def first_s(self, clock: str, slot: Ints) -> Ints:
        """Return a slot's first moment."""
        return np.maximum(0, self.phases.get(clock, 0) + (slot - 1) * self.slot_s)

    def last_s(self, clock: str, slot: Ints) -> Ints:
        """Return a slot's last moment."""
        return np.asarray(self.phases.get(clock, 0) + slot * self.slot_s - 1)


def stock(vehicle_type: str, place: str) -> str:
    """Name the clock of vehicles that stand at a place."""
    return f"stock/{vehicle_type}/{place}"


def grid_of(kinds: Kinds, slot_s: int) -> Grid:
    """Choose phases so that whole laps are rounded once.

    The phase of each clock is that of the clock before it plus the time between, along a spanning tree; the largest
    vehicles' laps come first. Phases depend on times and layouts alone, not on how many vehicles, lanes, bays or
    windows there are: at one slot length, more of these only adds to what a program allows.
    """
    tree = Offsets()
    for early, later, after_s in _links(kinds):
        tree.link(early, later, after_s)
    return Grid(slot_s, {clock: after_s % slot_s for clock, after_s in tree.after_s(OPENING)})


def _links(kinds: Kinds) -> Iterator[tuple[str, str, int]]:
    """Yield pairs of clocks with the time between, the most weighty first."""
    full = [kind for kind in kinds.loaded if kind.few == kind.many]
    heaviest = sorted(full, key=lambda kind: -kind.many)  # stable: ties in the order of the file
    for kind in heaviest[:1]:  # windows open at round times: the first column enters the stretch at one
        yield OPENING, kind.clock, kind.windowed.holds[0] if kind.windowed.holds else 0
    for kind in heaviest:
        yield stock(kind.vehicle_type, kind.origin), kind.clock, kind.a_s
        yield kind.clock, stock(kind.vehicle_type, kind.destination), kind.b_s
    for empties in (_from_rooms(kinds, heaviest), kinds.empty):
        for kind in empties:
            yield stock(kind.vehicle_type, kind.origin), kind.clock, kind.a_s
            yield kind.clock, stock(kind.vehicle_type, kind.destination), kind.b_s


def _from_rooms(kinds: Kinds, heaviest: Iterable[TripKind]) -> Iterator[TripKind]:
    """Yield the quickest way back of each lap, the largest vehicles' first."""
    for lap in heaviest:
        ways = [
            kind
            for kind in kinds.empty
            if (kind.vehicle_type, kind.origin, kind.destination)
            == (lap.vehicle_type, lap.destination, lap.origin)
        ]
        yield from sorted(ways, key=lambda kind: kind.a_s + kind.b_s)[:1]


class Offsets:
    """Clocks joined by the times between them: a forest that remembers each clock's time after its root's."""

    def __init__(self) -> None:
        self._above: dict[str, tuple[str, int] | None] = {}

    def root(self, clock: str) -> tuple[str, int]:
        """Return a clock's root and its time after it."""
        after_s = 0
        while (above := self._above.setdefault(clock, None)) is not None:
            clock, after_s = above[0], after_s + above[1]
        return clock, after_s

    def link(self, early: str, later: str, after_s: int) -> None:
        """Put ``later`` so many seconds after ``early``, unless they are joined already."""
        (root, early_s), (other, later_s) = self.root(early), self.root(later)
        if root != other:
            self._above[other] = root, early_s + after_s - later_s

    def after_s(self, origin: str) -> Iterator[tuple[str, int]]:
        """Yield every other clock with its time after ``origin``; after its own root where they are not joined."""
        mine, mine_s = self.root(origin)
        for clock in tuple(self._above):
            root, after_s = self.root(clock)
            if clock != origin:
                yield clock, after_s - (mine_s if root == mine else 0)
