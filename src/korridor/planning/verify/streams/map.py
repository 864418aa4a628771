"""How soon anybody could be where, and which parts of the map are entered in column only (docs/bounds-streams.md)."""

from heapq import heappop, heappush

from korridor.operation.operation import Operation
from korridor.operation.place import ROOMS
from korridor.planning.verify.seconds import travel_s
from korridor.planning.verify.windows import windows_s

FOR_EVER = 10**15


class Map:
    """Times over all roads, controlled or not, waiting for nothing but the first window."""

    def __init__(self, operation: Operation) -> None:
        self.operation = operation
        self.windows = windows_s(operation)
        self.margin_s = operation.truce.margin_s if operation.truce else 0
        self._out: dict[int | None, dict[str, list[tuple[str, int, bool]]]] = {}
        self._soonest: dict[tuple[str, int | None, int | None], dict[str, int]] = {}
        self.part = self._parts()

    def soonest(self, origin: str, fastest: int | None, leaves_s: int | None = None) -> dict[str, int]:
        """Least seconds to each place; or, leaving at a moment, when, with truce roads shut until they first open."""
        key = origin, fastest, leaves_s
        if key in self._soonest:
            return self._soonest[key]
        opens_s = 0
        if leaves_s is not None:
            opens_s = self.windows[0][0] if self.windows else FOR_EVER
        settled: dict[str, int] = {}
        waiting = [(leaves_s or 0, origin)]
        roads = self._roads_out(fastest)
        while waiting:
            moment_s, here = heappop(waiting)
            if here not in settled:
                settled[here] = moment_s
                for there, drive_s, truce in roads[here]:
                    enters_s = max(moment_s, opens_s) if truce else moment_s
                    if there not in settled:
                        heappush(waiting, (enters_s + drive_s, there))
        self._soonest[key] = settled
        return settled

    def _roads_out(self, fastest: int | None) -> dict[str, list[tuple[str, int, bool]]]:
        if fastest not in self._out:
            found: dict[str, list[tuple[str, int, bool]]] = {name: [] for name in self.operation.places}
            for road in self.operation.roads:
                one, other = road.between
                found[one].append((other, travel_s(road, True, fastest), road.truce))
                if not road.one_way:
                    found[other].append((one, travel_s(road, False, fastest), road.truce))
            self._out[fastest] = found
        return self._out[fastest]

    def _parts(self) -> dict[str, str]:
        """Places that hang together over roads without a headway, where none of them holds a room; by the first of them."""
        if self.operation.convoy.most == 1:
            return {}
        name_of = {name: name for name in self.operation.places}

        def root(name: str) -> str:
            while name_of[name] != name:
                name_of[name] = name_of[name_of[name]]
                name = name_of[name]
            return name

        order = {name: at for at, name in enumerate(self.operation.places)}
        for road in self.operation.roads:
            if not road.headway_s:
                first, second = sorted(map(root, road.between), key=order.__getitem__)
                name_of[second] = first
        rooms = {root(name) for name, place in self.operation.places.items() if place.kind in ROOMS}
        return {name: root(name) for name in self.operation.places if root(name) not in rooms}

    def into(self, part: str) -> list[tuple[int, bool]]:
        """The roads with a headway that lead into a part, each in its direction."""
        found = []
        for index, road in enumerate(self.operation.roads):
            if road.headway_s:
                found += [(index, True)] if self.part.get(road.between[1]) == part else []
                if not road.one_way and self.part.get(road.between[0]) == part:
                    found.append((index, False))
        return found

    def heads_into(self, part: str, moment_s: int) -> int:
        """How many heads can have entered these roads by a moment."""
        heads = 0
        for index, _ in self.into(part):
            road = self.operation.roads[index]
            spans = [(0, moment_s)]
            if road.truce:
                spans = [
                    (opens_s, min(moment_s, closes_s - self.margin_s)) for opens_s, closes_s in self.windows
                ]
            heads += sum(
                (to_s - from_s) // (road.headway_s or 1) + 1 for from_s, to_s in spans if to_s >= from_s
            )
        return heads

    def drive_into_s(self, part: str) -> int:
        """The shortest drive over any of these roads, by the fastest vehicles."""
        speeds = [kind.speed_m_per_h for kind in self.operation.fleet.values()]
        fastest = max((each for each in speeds if each is not None), default=None)
        if None in speeds:
            fastest = None
        drives = [travel_s(self.operation.roads[index], forth, fastest) for index, forth in self.into(part)]
        return min(drives, default=0)
