"""Parts of the map that can be entered in column only (docs/bounds-streams.md, Marshalling on the way in)."""

from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.operation.place import ROOMS
from korridor.operation.units import MOST


def gated(operation: Operation) -> dict[str, str]:
    """Name the part that each place lies in, where it holds no room: by its first place in the order of the file."""
    beside: dict[str, list[str]] = {name: [] for name in operation.places}
    for road in operation.roads:
        if not road.headway_s:
            here, there = road.between
            beside[here].append(there)
            beside[there].append(here)
    part: dict[str, str] = {}
    for first in operation.places:
        waiting = [] if first in part else [first]
        while waiting:
            here = waiting.pop()
            if here not in part:
                part[here] = first
                waiting += beside[here]
    rooms = {part[name] for name, place in operation.places.items() if place.kind in ROOMS}
    return {name: first for name, first in part.items() if first not in rooms}


@dataclass(frozen=True)
class Entries:
    """Columns that can have entered a part of the map: roads into it, with when the first column can be inside.

    Attributes
    ----------
    spans : tuple of (int, int, int)
        Headway, and from when to when heads may enter the road.
    """

    spans: tuple[tuple[int, int, int], ...]

    def by(self, moment_s: int) -> int:
        """How many heads at most have entered these roads by a moment."""
        return sum(
            (min(moment_s, to_s) - from_s) // headway_s + 1
            for headway_s, from_s, to_s in self.spans
            if min(moment_s, to_s) >= from_s
        )


def entries_of(operation: Operation, part: dict[str, str], first: str) -> Entries:
    """List the spans in which columns may enter a part; without a truce, always."""
    spans = []
    for road in operation.roads:
        if not road.headway_s:
            continue
        open_s = [(0, MOST)]
        if road.truce:
            open_s = [(w.opens_s, w.closes_s - operation.margin_s) for w in operation.windows]
        ends = road.between[1:] if road.one_way else road.between
        for end in ends:
            if part.get(end) == first:
                spans += [(road.headway_s, from_s, to_s) for from_s, to_s in open_s if from_s <= to_s]
    return Entries(tuple(spans))


def least_entry_s(operation: Operation, part: dict[str, str], first: str) -> int:
    """The shortest drive over any road into a part, by the fastest vehicles."""
    speeds = [kind.speed_m_per_h for kind in operation.fleet.values()]
    fastest = None if None in speeds else max(each for each in speeds if each is not None)
    found = [
        road.travel_s(forth, fastest)
        for road in operation.roads
        if road.headway_s
        for forth, end in ((True, road.between[1]), (False, road.between[0]))
        if part.get(end) == first and (forth or not road.one_way)
    ]
    return min(found, default=0)
