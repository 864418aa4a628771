"""Where a column's vehicles come from, and where they go next."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from korridor.events.movement import Movement, Trip


@dataclass(frozen=True)
class WayIn:
    """An empty movement that brings vehicles of a column.

    Attributes
    ----------
    vehicles : dict of str to int
        How many of the column's, by type.
    leads : bool
        Whether the column's leader leads it in: most of its vehicles load in this column, and none before.
    """

    movement: Movement
    vehicles: dict[str, int]
    leads: bool


@dataclass(frozen=True)
class Onward:
    """What vehicles of a column do next, by type; no movement where they are asked for no more."""

    movement: Movement | None
    vehicles: dict[str, int]


class Turns:
    """Which movements each vehicle goes in, one after the other."""

    def __init__(self, movements: Sequence[Movement]) -> None:
        self._movements = {movement.rank: movement for movement in movements}
        self._ranks: dict[tuple[str, int], list[int]] = {}
        for movement in movements:
            for trip in movement.trips:
                self._ranks.setdefault((trip.vehicle_type, trip.vehicle), []).append(movement.rank)

    def ways_in(self, movement: Movement) -> tuple[WayIn, ...]:
        """Return the empty movements since its vehicles last carried people, in rank order."""
        found: dict[int, Counter[str]] = {}
        for trip in movement.trips:
            for rank in self._empty_before(trip, movement.rank):
                found.setdefault(rank, Counter())[trip.vehicle_type] += 1
        return tuple(
            WayIn(self._movements[rank], dict(found[rank]), self._leader(rank) == movement.rank)
            for rank in sorted(found)
        )

    def onward(self, movement: Movement) -> tuple[Onward, ...]:
        """Return the movements that its vehicles go in next, in rank order; those with none come last."""
        found: dict[int | None, Counter[str]] = {}
        for trip in movement.trips:
            ranks = self._ranks[trip.vehicle_type, trip.vehicle]
            after = next((rank for rank in ranks if rank > movement.rank), None)
            found.setdefault(after, Counter())[trip.vehicle_type] += 1
        return tuple(
            Onward(None if rank is None else self._movements[rank], dict(found[rank]))
            for rank in sorted(found, key=lambda rank: (rank is None, rank or 0))
        )

    def _empty_before(self, trip: Trip, rank: int) -> list[int]:
        found: list[int] = []
        for before in reversed([r for r in self._ranks[trip.vehicle_type, trip.vehicle] if r < rank]):
            if self._movements[before].loaded:
                break
            found.append(before)
        return found

    def _leader(self, empty: int) -> int | None:
        """Return the loaded movement that most of an empty one's vehicles go in next; the first of equals."""
        found: Counter[int] = Counter()
        for trip in self._movements[empty].trips:
            later = [r for r in self._ranks[trip.vehicle_type, trip.vehicle] if r > empty]
            loaded = next((rank for rank in later if self._movements[rank].loaded), None)
            if loaded is not None:
                found[loaded] += 1
        return min(found, key=lambda rank: (-found[rank], rank), default=None)
