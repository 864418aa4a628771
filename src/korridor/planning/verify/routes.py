"""O3: routes and column parts, found anew by a search of its own, so that a fault in the other one shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from korridor.operation.operation import Operation, Routes
from korridor.operation.place import Kind
from korridor.operation.road import Road
from korridor.planning.verify.seconds import travel_s

Step = tuple[int, bool]
"""A road by its place in the file, and whether it is driven forth."""

Label = tuple[int, int, tuple[Step, ...]]
"""How good a way is, the best first: seconds, roads, then the roads in the order of the file."""


@dataclass(frozen=True)
class Column:
    """The part of a leg that is driven in column."""

    origin: str
    release: str
    steps: tuple[Step, ...]


class RouteSearch:
    """Routes of one operation, each origin's searched once."""

    def __init__(self, operation: Operation) -> None:
        self._operation = operation
        self._roads = operation.roads
        self._checkpoints = {
            name for name, place in operation.places.items() if place.kind is Kind.CHECKPOINT
        }
        self._found: dict[tuple[str, bool], dict[str, Label]] = {}
        self._joining: dict[tuple[str, str], list[Step]] = {}
        self._out_of: dict[str, list[Step]] = {name: [] for name in operation.places}
        for step in self._steps():
            self._joining.setdefault(self._ends(step), []).append(step)
            self._out_of[self._ends(step)[0]].append(step)

    def leg(self, origin: str, destination: str) -> tuple[Step, ...] | None:
        """Return the route that the file fixes, else the quickest; ``None`` where there is none."""
        for via in self._operation.via:
            if (via.through[0], via.through[-1]) == (origin, destination):
                legs = zip(via.through, via.through[1:], strict=False)
                joined = [self._one_road(here, there, alone=False) for here, there in legs]
                return tuple(step for label in joined if label for step in label[2])
        return self._way(origin, destination, alone=False)

    def alone(self, origin: str, destination: str) -> tuple[Step, ...] | None:
        """Return a single vehicle's way: uncontrolled roads, past no checkpoint (ends are not passed)."""
        return self._way(origin, destination, alone=True)

    def column(self, origin: str, destination: str, loaded: bool) -> Column | None:
        """Return the column part of a leg; ``None`` where there is no route or no column part."""
        steps = self.leg(origin, destination)
        if steps is None:
            return None
        last = len(steps) - 1
        binding = [
            at
            for at, step in enumerate(steps)
            if _controlled(self._roads[step[0]]) or (at < last and self._ends(step)[1] in self._checkpoints)
        ]
        if not binding:
            return None
        first = 0 if loaded else binding[0]
        part = steps[first : binding[-1] + 1]
        return Column(self._ends(part[0])[0], self._ends(part[-1])[1], part)

    def _way(self, origin: str, destination: str, alone: bool) -> tuple[Step, ...] | None:
        if origin == destination:
            return ()
        if self._operation.routes is Routes.DIRECT:
            label = self._one_road(origin, destination, alone)
        else:
            if (origin, alone) not in self._found:
                self._found[origin, alone] = self._quickest(origin, alone)
            label = self._found[origin, alone].get(destination)
        return label[2] if label else None

    def _one_road(self, here: str, there: str, alone: bool) -> Label | None:
        """Return the quickest of the roads that join two places; ties by the order of the file."""
        ways = [
            self._longer((0, 0, ()), step)
            for step in self._joining.get((here, there), ())
            if not (alone and _controlled(self._roads[step[0]]))
        ]
        return min(ways, default=None)

    def _quickest(self, origin: str, alone: bool) -> dict[str, Label]:
        """Settle the place with the best way that is left, and better its neighbours' (Dijkstra 1959, doi:10.1007/BF01386390)."""
        best: dict[str, Label] = {origin: (0, 0, ())}
        settled: set[str] = set()
        waiting = [(best[origin], origin)]
        while waiting:
            label, here = heappop(waiting)
            if here in settled:
                continue
            settled.add(here)
            if alone and here in self._checkpoints and here != origin:
                continue
            for step in self._out_of[here]:
                if alone and _controlled(self._roads[step[0]]):
                    continue
                there = self._ends(step)[1]
                longer = self._longer(label, step)
                if there not in settled and (there not in best or longer < best[there]):
                    best[there] = longer
                    heappush(waiting, (longer, there))
        return best

    def _longer(self, label: Label, step: Step) -> Label:
        time_s, roads, steps = label
        return time_s + travel_s(self._roads[step[0]], step[1]), roads + 1, (*steps, step)

    def _steps(self) -> Iterator[Step]:
        for index, road in enumerate(self._roads):
            yield index, True
            if not road.one_way:
                yield index, False

    def _ends(self, step: Step) -> tuple[str, str]:
        here, there = self._roads[step[0]].between
        return (here, there) if step[1] else (there, here)


def _controlled(road: Road) -> bool:
    """O3: it needs a truce, keeps a headway or is alternate."""
    return road.truce or road.alternate or road.headway_s is not None
