"""O2, C7: whether there is room for everybody, by capacities alone."""

from collections.abc import Iterator

from korridor.operation.finding import Finding, impossible
from korridor.operation.legs import Legs
from korridor.operation.operation import Operation

_SOURCE, _SINK = ("", "people"), ("", "room")
_Node = tuple[str, str]


def room_enough(operation: Operation, legs: Legs) -> Iterator[Finding]:
    """Yield the people who can only go where there is no room for all of them.

    Whoever has come to a safe place is out, at a transfer too (C7), and may stay there. People are shared out
    among the places as a flow; where it falls short, the cut tells which groups and places clash.
    """
    flow = _Flow()
    for name, group in operation.people.items():
        ends = {leg.destination for leg in legs.of(group)}
        safe = [end for end in ends if legs.safe(end)]
        if safe:  # a group with no way out has a finding of its own
            flow.add(_SOURCE, ("group", name), group.persons)
        for end in safe:
            flow.add(("group", name), ("place", end), group.persons)
    for name, place in operation.places.items():
        room = operation.persons if place.capacity_persons is None else place.capacity_persons
        flow.add(("place", name), _SINK, room)
    near = flow.cut()
    groups = [name for name in operation.people if ("group", name) in near]
    if not groups:
        return
    places = [name for name in operation.places if ("place", name) in near]
    people = sum(operation.people[name].persons for name in groups)
    room = sum(operation.places[name].capacity_persons or 0 for name in places)
    yield impossible(
        "places",
        f"room for {room} people at {', '.join(places)}, but {people} can go nowhere else "
        f"({', '.join(groups)}): {people - room} cannot be received, so not everybody can be brought out",
        clearance_only=True,
    )


class _Flow:
    """The greatest flow by shortest augmenting paths (Edmonds and Karp, 1972, doi:10.1145/321694.321699)."""

    def __init__(self) -> None:
        self._left: dict[_Node, dict[_Node, int]] = {}

    def add(self, here: _Node, there: _Node, amount: int) -> None:
        self._left.setdefault(here, {})[there] = amount
        self._left.setdefault(there, {}).setdefault(here, 0)

    def cut(self) -> set[_Node]:
        """Fill the flow; return what the people left over can still reach, where there are any."""
        while _SINK in (came_from := self._reach()):
            path = [_SINK]
            while path[-1] != _SOURCE:
                path.append(came_from[path[-1]])
            steps = [(path[i + 1], path[i]) for i in range(len(path) - 1)]
            amount = min(self._left[here][there] for here, there in steps)
            for here, there in steps:
                self._left[here][there] -= amount
                self._left[there][here] += amount
        return set(came_from)

    def _reach(self) -> dict[_Node, _Node]:
        came_from = {_SOURCE: _SOURCE}
        waiting = [_SOURCE]
        for here in waiting:
            for there, left in self._left.get(here, {}).items():
                if left and there not in came_from:
                    came_from[there] = here
                    waiting.append(there)
        return came_from
