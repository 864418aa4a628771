"""How soon anybody could get from place to place: over all roads, waiting for nothing (docs/bounds-streams.md, Times)."""

import heapq

from korridor.operation.operation import Operation

NEVER = 1 << 50


class Nearest:
    """Least seconds from some places to all others, by how fast a vehicle may drive."""

    def __init__(self, operation: Operation) -> None:
        self._operation = operation
        self._found: dict[tuple[str, int | None], dict[str, int]] = {}
        self._from: dict[int | None, dict[str, list[tuple[str, int]]]] = {}

    def of(self, origin: str, speed_m_per_h: int | None) -> dict[str, int]:
        """Least seconds to every place that can be reached (Dijkstra 1959, doi:10.1007/BF01386390)."""
        key = origin, speed_m_per_h
        if key not in self._found:
            self._found[key] = self._grow(origin, self._roads(speed_m_per_h))
        return self._found[key]

    def first_in_s(self, origin: str, speed_m_per_h: int | None, leaves_s: int) -> dict[str, int]:
        """When anybody could be where at the soonest, leaving at a moment: no truce road is entered before it opens."""
        windows = self._operation.windows
        opens_s = windows[0].opens_s if windows else NEVER
        least: dict[str, int] = {}
        queue = [(leaves_s, origin)]
        roads, truced = self._roads(speed_m_per_h), self._truced()
        while queue:
            time_s, here = heapq.heappop(queue)
            if here in least:
                continue
            least[here] = time_s
            for (there, drive_s), truce in zip(roads[here], truced[here], strict=True):
                if there not in least:
                    heapq.heappush(queue, ((max(time_s, opens_s) if truce else time_s) + drive_s, there))
        return least

    def _truced(self) -> dict[str, list[bool]]:
        """Of the roads out of each place, in the same order, which need a truce."""
        found: dict[str, list[bool]] = {name: [] for name in self._operation.places}
        for road in self._operation.roads:
            found[road.between[0]].append(road.truce)
            if not road.one_way:
                found[road.between[1]].append(road.truce)
        return found

    def _roads(self, speed_m_per_h: int | None) -> dict[str, list[tuple[str, int]]]:
        if speed_m_per_h not in self._from:
            roads: dict[str, list[tuple[str, int]]] = {name: [] for name in self._operation.places}
            for road in self._operation.roads:
                here, there = road.between
                roads[here].append((there, road.travel_s(True, speed_m_per_h)))
                if not road.one_way:
                    roads[there].append((here, road.travel_s(False, speed_m_per_h)))
            self._from[speed_m_per_h] = roads
        return self._from[speed_m_per_h]

    @staticmethod
    def _grow(origin: str, roads: dict[str, list[tuple[str, int]]]) -> dict[str, int]:
        least: dict[str, int] = {}
        queue = [(0, origin)]
        while queue:
            time_s, here = heapq.heappop(queue)
            if here in least:
                continue
            least[here] = time_s
            for there, drive_s in roads[here]:
                if there not in least:
                    heapq.heappush(queue, (time_s + drive_s, there))
        return least
