"""O3: which way a leg goes, and how much of it is driven in column."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from korridor.operation.operation import Operation, Routes
from korridor.operation.place import Kind

Step = tuple[int, bool]
"""A road by its index, and whether it is driven forth."""

_KEPT = 1_000_000
"""Ends of routes that are kept, so that ten thousand places do not take a gigabyte."""


class Trail:
    """A route as the one before it and a step more: routes that begin alike share their beginning.

    Attributes
    ----------
    before : Trail or None
        The route without the last step; ``None`` for the route of no step.
    step : tuple or None
        The last step.
    first, last : Trail or None
        The route up to its first, and to its last step that is driven in column, were it driven on from here (O3).
    """

    __slots__ = ("before", "first", "last", "parts", "step")

    def __init__(self, before: "Trail | None" = None, step: Step | None = None) -> None:
        self.before, self.step = before, step
        self.first: Trail | None = None
        self.last: Trail | None = None
        self.parts: dict[
            bool, ColumnPart
        ] = {}  # of legs, empty and loaded, whose last step in column is this one's

    @property
    def steps(self) -> tuple[Step, ...]:
        """The whole route."""
        found: list[Step] = []
        here: Trail | None = self
        while here is not None and here.step is not None:
            found.append(here.step)
            here = here.before
        return tuple(reversed(found))

    def __lt__(self, other: "Trail") -> bool:
        return self.steps < other.steps


@dataclass(frozen=True)
class ColumnPart:
    """The part of a leg that is driven in column; without steps, origin and release are one."""

    origin: str
    release: str
    steps: tuple[Step, ...]


class Ways:
    r"""The routes of one operation.

    Examples
    --------
    >>> from korridor.operation.bep import read_bep
    >>> operation = read_bep("1 30\n1 1\n1 30 30\n1 30 30\n1 7\n1 9\n", name="tiny")
    >>> Ways(operation).route("assembly 1", "shelter 1")
    ((1, True),)
    """

    def __init__(self, operation: Operation) -> None:
        self.operation = operation
        self._from: dict[str, list[tuple[str, int, bool]]] = {name: [] for name in operation.places}
        for index, road in enumerate(operation.roads):
            here, there = road.between
            self._from[here].append((there, index, True))
            if not road.one_way:
                self._from[there].append((here, index, False))
        self._fixed = {(via.through[0], via.through[-1]): via.through for via in operation.via}
        self._checkpoints = {n for n, p in operation.places.items() if p.kind is Kind.CHECKPOINT}
        self._controlled = [road.controlled for road in operation.roads]
        self._seconds = [(road.travel_s(False), road.travel_s(True)) for road in operation.roads]
        self._tree = lru_cache(maxsize=1 + _KEPT // (1 + len(operation.places)))(self._grow)

    def _grow(self, origin: str, alone: bool) -> dict[str, Trail]:
        """Quickest routes out of ``origin``, by end: by time, then roads, then the order of the file; the quickest first."""
        seconds, controlled = self._seconds, self._controlled
        direct = self.operation.routes is Routes.DIRECT
        reached: dict[str, Trail] = {}
        quickest: dict[str, tuple[int, int]] = {}
        queue: list[tuple[int, int, Trail, str]] = [(0, 0, Trail(), origin)]
        while queue:
            time_s, count, trail, here = heapq.heappop(queue)
            if here in reached:
                continue
            reached[here] = trail
            passed = bool(count) and here in self._checkpoints
            if count and (direct or (alone and passed)):
                continue
            first, last = trail.first, trail.last
            if passed:  # the way to a checkpoint that is passed is driven in column
                first, last = first or trail, trail
            for there, index, forth in self._from[here]:
                if there in reached or (alone and controlled[index]):
                    continue
                key = time_s + seconds[index][forth], count + 1
                if there in quickest and quickest[there] < key:
                    continue
                quickest[there] = key
                longer = Trail(trail, (index, forth))
                longer.first, longer.last = (first or longer, longer) if controlled[index] else (first, last)
                heapq.heappush(queue, (*key, longer, there))
        return reached

    def totals(self, origin: str, alone: bool, of_step: Callable[[Step], int]) -> dict[str, int]:
        """What the steps of each route out of a place come to, by its end; in one go for all ends."""
        sums: dict[Trail, int] = {}
        found = {}
        for end, trail in self._tree(origin, alone).items():  # each after the one that it goes on from
            if trail.before is None or trail.step is None:
                found[end] = sums[trail] = 0
            else:
                found[end] = sums[trail] = sums[trail.before] + of_step(trail.step)
        return found

    def _along(self, through: tuple[str, ...]) -> tuple[Step, ...]:
        """Return the quickest road of each leg of a fixed route."""
        steps = []
        for here, there in pairwise(through):
            joining = [(i, f) for end, i, f in self._from[here] if end == there]
            steps.append(min(joining, key=lambda step: (self.travel_s((step,)), step[0])))
        return tuple(steps)

    def route(self, origin: str, destination: str) -> tuple[Step, ...] | None:
        """The quickest route, or the one the file fixes; ``None`` where there is none."""
        if (origin, destination) in self._fixed:
            return self._along(self._fixed[origin, destination])
        found = self._tree(origin, False).get(destination)
        return found.steps if found else None

    def alone(self, origin: str, destination: str) -> tuple[Step, ...] | None:
        """The quickest route for a single vehicle, over uncontrolled roads past no checkpoint."""
        found = self._tree(origin, True).get(destination)
        return found.steps if found else None

    def alone_s(self, origin: str, destination: str, fastest_m_per_h: int | None) -> int | None:
        """Seconds that a single vehicle needs; ``None`` where it cannot go alone."""
        steps = self.alone(origin, destination)
        return None if steps is None else self.travel_s(steps, fastest_m_per_h)

    def travel_s(self, steps: tuple[Step, ...], fastest_m_per_h: int | None = None) -> int:
        """Seconds that the roads need, each rounded up."""
        return sum(self.operation.roads[index].travel_s(forth, fastest_m_per_h) for index, forth in steps)

    def end(self, step: Step) -> str:
        """The place to which a step leads."""
        return self.operation.roads[step[0]].between[1 if step[1] else 0]

    def column(self, origin: str, destination: str, loaded: bool) -> ColumnPart | None:
        """The column part of a leg; ``None`` where there is no route."""
        if (origin, destination) in self._fixed:
            return self._column_of(self._along(self._fixed[origin, destination]), origin, destination, loaded)
        trail = self._tree(origin, False).get(destination)
        if trail is None:
            return None
        if trail.first is None or trail.last is None:
            return ColumnPart(origin, origin, ()) if loaded else ColumnPart(destination, destination, ())
        kept = trail.last.parts
        if loaded not in kept:
            steps = trail.last.steps
            first = 0 if loaded else len(trail.first.steps) - 1
            start = origin if first == 0 else self.end(steps[first - 1])
            kept[loaded] = ColumnPart(start, self.end(steps[-1]), steps[first:])
        return kept[loaded]

    def _column_of(
        self, steps: tuple[Step, ...], origin: str, destination: str, loaded: bool
    ) -> ColumnPart | None:
        """The column part of a route that the file fixes."""
        if not steps:
            return ColumnPart(origin, origin, ())
        needs_column = self._needs_column(steps)
        if not any(needs_column):
            return ColumnPart(origin, origin, ()) if loaded else ColumnPart(destination, destination, ())
        first = 0 if loaded else needs_column.index(True)
        last = len(steps) - 1 - needs_column[::-1].index(True)
        start = origin if first == 0 else self.end(steps[first - 1])
        return ColumnPart(start, self.end(steps[last]), steps[first : last + 1])

    def _needs_column(self, steps: tuple[Step, ...]) -> list[bool]:
        """Per step, whether it is controlled or leads to a checkpoint that the route passes."""
        passed = [self.end(step) in self._checkpoints for step in steps[:-1]] + [False]
        controlled = [self.operation.roads[index].controlled for index, _ in steps]
        return [either or other for either, other in zip(controlled, passed, strict=True)]


_AT_HAND = 4
_at_hand: list[Ways] = []


def ways_of(operation: Operation) -> Ways:
    """Return the ways of an operation; those of the last few are at hand, since finding them takes seconds for a large one."""
    for ways in tuple(_at_hand):
        if ways.operation is operation:
            return ways
    found = Ways(operation)
    _at_hand.append(found)
    del _at_hand[:-_AT_HAND]
    return found
