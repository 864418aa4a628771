"""More of what there is a number of: vehicles, lanes, bays, escorts."""

from enum import StrEnum
from typing import Literal

from korridor.operation.changes.base import BaseChange, changed, more_words, with_named
from korridor.operation.operation import Operation
from korridor.operation.place import Lanes
from korridor.operation.units import Positive


class Way(StrEnum):
    """Which of a checkpoint's lanes: for loaded columns, or for empty ones on their way in."""

    OUTWARD = "outward"
    INWARD = "inward"


class MoreVehicles(BaseChange):
    """More vehicles of a type, at one of its depots."""

    change: Literal["vehicles"] = "vehicles"
    vehicle_type: str
    depot: str
    more: Positive = 1

    def made_in(self, operation: Operation) -> Operation:
        """Return the operation with more vehicles; they stand at the depot from the start."""
        vehicles = operation.fleet.get(self.vehicle_type)
        depots = {} if vehicles is None else vehicles.depots
        if vehicles is not None and self.depot not in depots:
            raise ValueError(f"{self.depot!r} is no depot of {self.vehicle_type}; one of {', '.join(depots)}")
        more = {**depots, self.depot: depots.get(self.depot, 0) + self.more}
        return with_named(operation, "fleet", self.vehicle_type, depots=more)

    def words(self, operation: Operation) -> str:
        """``one more bus at North depot (61 instead of 60)``."""
        now = operation.fleet[self.vehicle_type].depots[self.depot]
        many = f"vehicles of type {self.vehicle_type}"
        return (
            f"{more_words(self.more, self.vehicle_type, many)} at {self.depot} "
            f"({now + self.more:,} instead of {now:,})"
        )


class MoreLanes(BaseChange):
    """More lanes at a checkpoint, one way."""

    change: Literal["lanes"] = "lanes"
    checkpoint: str
    way: Way
    more: Positive = 1

    def made_in(self, operation: Operation) -> Operation:
        """Return the operation with more lanes."""
        lanes = self._lanes(operation)
        more = changed(lanes, **{self.way.value: getattr(lanes, self.way) + self.more})
        return with_named(operation, "places", self.checkpoint, lanes=more)

    def words(self, operation: Operation) -> str:
        """``one more lane out at Bridge (5 instead of 4)``."""
        now = getattr(self._lanes(operation), self.way)
        way = "out" if self.way is Way.OUTWARD else "in"
        lanes = more_words(self.more, f"lane {way}", f"lanes {way}")
        return f"{lanes} at {self.checkpoint} ({now + self.more:,} instead of {now:,})"

    def _lanes(self, operation: Operation) -> Lanes:
        place = operation.places.get(self.checkpoint)
        if place is None or place.lanes is None:
            raise ValueError(f"{self.checkpoint!r} is no checkpoint")
        return place.lanes


class MoreBays(BaseChange):
    """More bays at a place, to load or to unload in."""

    change: Literal["bays"] = "bays"
    place: str
    more: Positive = 1

    def made_in(self, operation: Operation) -> Operation:
        """Return the operation with more bays."""
        return with_named(operation, "places", self.place, bays=self._now(operation) + self.more)

    def words(self, operation: Operation) -> str:
        """``one more bay at School (9 instead of 8)``."""
        now = self._now(operation)
        return (
            f"{more_words(self.more, 'bay', 'bays')} at {self.place} ({now + self.more:,} instead of {now:,})"
        )

    def _now(self, operation: Operation) -> int:
        place = operation.places.get(self.place)
        if place is None or place.bays is None:
            raise ValueError(f"{self.place!r} has no number of bays")
        return place.bays


class MoreEscorts(BaseChange):
    """More escorts in the pool."""

    change: Literal["escorts"] = "escorts"
    more: Positive = 1

    def made_in(self, operation: Operation) -> Operation:
        """Return the operation with more escorts."""
        rule = changed(operation.convoy, escorts=self._now(operation) + self.more)
        return operation.model_copy(update={"convoy": rule})

    def words(self, operation: Operation) -> str:
        """``one more escort (11 instead of 10)``."""
        now = self._now(operation)
        return f"{more_words(self.more, 'escort', 'escorts')} ({now + self.more:,} instead of {now:,})"

    def _now(self, operation: Operation) -> int:
        if operation.convoy.escorts is None:
            raise ValueError("columns need no escort here")
        return operation.convoy.escorts
