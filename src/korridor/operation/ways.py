"""O3: which way a leg goes, and how much of it is driven in column."""

import heapq
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
    """A route as the one before it and a step more: routes that begin alike share their beginning."""

    __slots__ = ("before", "step")

    def __init__(self, before: "Trail | None" = None, step: Step | None = None) -> None:
        self.before, self.step = before, step

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
        self._tree = lru_cache(maxsize=1 + _KEPT // (1 + len(operation.places)))(self._grow)

    def _grow(self, origin: str, alone: bool) -> dict[str, Trail]:
        """Quickest routes out of ``origin``: by time, then roads, then the order of the file."""
        roads = self.operation.roads
        reached: dict[str, Trail] = {}
        queue: list[tuple[int, int, Trail, str]] = [(0, 0, Trail(), origin)]
        while queue:
            time_s, count, trail, here = heapq.heappop(queue)
            if here in reached:
                continue
            reached[here] = trail
            if count and (self.operation.routes is Routes.DIRECT or (alone and here in self._checkpoints)):
                continue
            for there, index, forth in self._from[here]:
                if there not in reached and not (alone and roads[index].controlled):
                    longer = Trail(trail, (index, forth))
                    heapq.heappush(queue, (time_s + roads[index].travel_s(forth), count + 1, longer, there))
        return reached

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
        steps = self.route(origin, destination)
        if steps is None:
            return None
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
