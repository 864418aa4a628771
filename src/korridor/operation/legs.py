"""Where a group can be taken, leg by leg; for what is asked of an operation before it is planned."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.place import ROOMS, Kind, Side
from korridor.operation.ways import ColumnPart, Step, ways_of

MOST_REACHED = 10_000_000
"""Places times depots up to which it is looked for where vehicles can get to, with roads driven one way."""


@dataclass(frozen=True)
class Leg:
    """A loaded way from one place to another: in column (O3), and alone from the release point on."""

    origin: str
    destination: str
    column: ColumnPart
    alone: tuple[Step, ...]


class Legs:
    """The loaded legs of one operation.

    Attributes
    ----------
    steps : int
        Steps of the legs that were counted as they were found.
    """

    def __init__(self, operation: Operation) -> None:
        self.operation = operation
        self.ways = ways_of(operation)
        self.steps = 0
        self._found: dict[tuple[str, tuple[str, ...] | None], tuple[Leg, ...]] = {}
        self._reached: dict[str, set[str]] = {}
        self._looked = 0
        self._after: dict[str, set[str]] = {name: set() for name in operation.places}
        for road in operation.roads:
            here, there = road.between
            self._after[here].add(there)
            if not road.one_way:
                self._after[there].add(here)

    def rooms_for(self, group: Group) -> tuple[str, ...]:
        """O5: the places where a group may be taken."""
        if group.to is not None:
            return group.to
        return tuple(name for name, place in self.operation.places.items() if place.kind in ROOMS)

    def of(self, group: Group) -> tuple[Leg, ...]:
        """Every leg of a group's way: from where it stands, and on from each transfer that it comes to."""
        key = group.place, group.to
        if key not in self._found:
            self._found[key] = tuple(self._all(group))
        return self._found[key]

    def few(self, group: Group, most_steps: int) -> bool:
        """Whether the steps of a group's legs, with all those found before, are no more than so many."""
        key = group.place, group.to
        if key in self._found:
            return True
        found = []
        for leg in self._all(group):
            found.append(leg)
            self.steps += len(leg.column.steps) + len(leg.alone) + 1
            if self.steps > most_steps:
                return False
        self._found[key] = tuple(found)
        return True

    def _all(self, group: Group) -> Iterator[Leg]:
        waiting, seen = [group.place], {group.place}
        while waiting:
            here = waiting.pop(0)
            for room in self.rooms_for(group):
                leg = self._leg(here, room)
                if leg is None:
                    continue
                yield leg
                if room not in seen and self.operation.places[room].kind is Kind.TRANSFER:
                    seen.add(room)
                    waiting.append(room)

    def _leg(self, origin: str, destination: str) -> Leg | None:
        column = self.ways.column(origin, destination, loaded=True) if origin != destination else None
        alone = self.ways.alone(column.release, destination) if column else None
        return None if column is None or alone is None else Leg(origin, destination, column, alone)

    def safe(self, place: str) -> bool:
        """C7: whether people unloaded there are out."""
        return self.operation.places[place].side is Side.SAFE

    def leads_out(self, start: str, legs: Iterable[Leg]) -> bool:
        """Whether people who stand at ``start`` come to a safe place by these legs."""
        by_origin: dict[str, set[str]] = {}
        for leg in legs:
            by_origin.setdefault(leg.origin, set()).add(leg.destination)
        waiting, seen = [start], {start}
        while waiting:
            for there in by_origin.get(waiting.pop(), set()) - seen:
                if self.safe(there):
                    return True
                seen.add(there)
                waiting.append(there)
        return False

    def reached_from(self, depot: str) -> set[str]:
        """Where an empty vehicle can get to, by however many movements."""
        if depot not in self._reached:
            self._reach(depot)
        return self._reached[depot]

    def _reach(self, depot: str) -> None:
        if self._looked * len(self._after) > MOST_REACHED:
            self._reached[depot] = set(self._after)  # not looked for any more; nothing is said against it
            return
        self._looked += 1
        seen, waiting = {depot}, [depot]
        while waiting:
            for there in self._after[waiting.pop()] - seen:
                seen.add(there)
                waiting.append(there)
        both_ways = not any(road.one_way for road in self.operation.roads)
        self._reached.update(dict.fromkeys(seen if both_ways else [depot], seen))
