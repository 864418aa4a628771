"""Slots of time, each clock with its phase (docs/bounds.md, Clocks and slots)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from korridor.planning.bound.trip import TripKind

if TYPE_CHECKING:
    from korridor.planning.bound.kinds import Kinds

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

OPENING = "opening"
"""Stands for the moment of phase 0; no clock of a program."""


@dataclass(frozen=True)
class Grid:
    """Slots of ``slot_s`` seconds, and the phase of each clock; 0 where not named.

    With ``lap_s`` the slots begin anew after every lap, the last one before that shorter than the others if need be:
    what is a lap apart lies in slots that are a lap apart, and nothing is lost by rounding.
    """

    slot_s: int
    phases: dict[str, int] = field(default_factory=dict)
    lap_s: int | None = None

    @property
    def round_s(self) -> int:
        """After how long the slots begin anew: the lap, or else every slot."""
        return self.lap_s or self.slot_s

    @property
    def round_slots(self) -> int:
        """How many slots that are."""
        return -(-self.round_s // self.slot_s)

    def slot(self, clock: str, moment_s: Ints | int) -> Ints:
        """Return the slot of a moment."""
        rounds, within_s = np.divmod(moment_s - self.phases.get(clock, 0) + self.round_s, self.round_s)
        return np.asarray(rounds * self.round_slots + within_s // self.slot_s)

    def first_s(self, clock: str, slot: Ints) -> Ints:
        """Return a slot's first moment."""
        return np.maximum(0, self._begins_s(clock, slot))

    def last_s(self, clock: str, slot: Ints) -> Ints:
        """Return a slot's last moment."""
        return self._begins_s(clock, slot + 1) - 1

    def _begins_s(self, clock: str, slot: Ints) -> Ints:
        rounds, within = np.divmod(slot, self.round_slots)
        return np.asarray(
            self.phases.get(clock, 0) + (rounds - 1) * self.round_s + within * self.slot_s, dtype=np.int64
        )


def stock(vehicle_type: str, place: str) -> str:
    """Name the clock of vehicles that stand at a place."""
    return f"stock/{vehicle_type}/{place}"


def grid_of(kinds: "Kinds", slot_s: int) -> Grid:
    """Return slots of a length, with the phases of all clocks; where they are shorter than a lap, rounds of a lap."""
    lap_s = kinds.lap_s if slot_s < kinds.lap_s else None
    round_s = lap_s or slot_s
    return Grid(slot_s, {clock: after_s % round_s for clock, after_s in kinds.after_opening_s.items()}, lap_s)


def lap_s(loaded: Sequence[TripKind], empty: Sequence[TripKind]) -> int:
    """Return the largest vehicles' least lap, out and back; 0 if there is no way back."""
    back = quickest_back([kind for kind in empty if kind.usual])
    laps = [
        (-kind.many, kind.a_s + kind.b_s + home.a_s + home.b_s)
        for kind in loaded
        if kind.few == kind.many and kind.usual and (home := back.get(way_back(kind))) is not None
    ]
    return min(laps)[1] if laps else 0


def after_opening_s(loaded: Sequence[TripKind], empty: Sequence[TripKind]) -> dict[str, int]:
    """Return the time of every clock after a common beginning, so that whole laps are rounded once.

    The time of each clock is that of the clock before it plus the time between, along a spanning tree; the largest
    vehicles' laps come first. It depends on times and layouts alone, not on how many vehicles, lanes, bays or
    windows there are: at one slot length, more of these only adds to what a program allows.
    """
    tree = Offsets()
    heaviest = sorted(
        (kind for kind in loaded if kind.few == kind.many and kind.usual), key=lambda kind: -kind.many
    )
    for kind in heaviest[:1]:  # windows open at round times: the first column enters the stretch at one
        tree.link(OPENING, kind.clock, kind.windowed.holds[0] if kind.windowed.holds else 0)
    empty = [kind for kind in empty if kind.usual]
    back = quickest_back(empty)
    ways_back = [back[lap] for kind in heaviest if (lap := way_back(kind)) in back]
    for kind in (*heaviest, *ways_back, *empty):
        tree.link(stock(kind.vehicle_type, kind.origin), kind.clock, kind.a_s)
        tree.link(kind.clock, stock(kind.vehicle_type, kind.destination), kind.b_s)
    return dict(tree.after_s(OPENING))


def way_back(kind: TripKind) -> tuple[str, str, str]:
    """Name the way back of a loaded kind: type, from, to."""
    return kind.vehicle_type, kind.destination, kind.origin


def quickest_back(empty: Sequence[TripKind]) -> dict[tuple[str, str, str], TripKind]:
    """Return the quickest empty kind by type, from and to."""
    found: dict[tuple[str, str, str], TripKind] = {}
    for kind in sorted(empty, key=lambda kind: kind.a_s + kind.b_s):
        found.setdefault((kind.vehicle_type, kind.origin, kind.destination), kind)
    return found


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
