"""Where a group can be taken, leg by leg; for what is asked of an operation before it is planned."""

from collections.abc import Iterable
from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.place import ROOMS, Kind, Side
from korridor.operation.ways import ColumnPart, Step, Ways


@dataclass(frozen=True)
class Leg:
    """A loaded way from one place to another: in column (O3), and alone from the release point on."""

    origin: str
    destination: str
    column: ColumnPart
    alone: tuple[Step, ...]


class Legs:
    """The loaded legs of one operation."""

    def __init__(self, operation: Operation) -> None:
        self.operation = operation
        self.ways = Ways(operation)
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
        found: list[Leg] = []
        waiting, seen = [group.place], {group.place}
        while waiting:
            here = waiting.pop(0)
            for room in self.rooms_for(group):
                leg = self._leg(here, room)
                if leg is None:
                    continue
                found.append(leg)
                if room not in seen and self.operation.places[room].kind is Kind.TRANSFER:
                    seen.add(room)
                    waiting.append(room)
        return tuple(found)

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
        seen, waiting = {depot}, [depot]
        while waiting:
            for there in self._after[waiting.pop()] - seen:
                seen.add(there)
                waiting.append(there)
        return seen
