"""The ways along parts, from a thing to what it is part of or to what is part of it."""

from collections import deque
from collections.abc import Iterable

from korridor.claims.agreement.part import Part
from korridor.claims.agreement.thing import Thing


class Ways:
    """The shortest ways along parts from a thing to each that it is part of, or to each of its parts; itself included."""

    def __init__(self, parts: Iterable[Part], upwards: bool) -> None:
        self._upwards = upwards
        self._next: dict[Thing, list[tuple[Thing, Part]]] = {}
        self._known: dict[Thing, dict[Thing, tuple[Part, ...]]] = {}
        for part in parts:
            here, there = (part.part, part.whole) if upwards else (part.whole, part.part)
            self._next.setdefault(here, []).append((there, part))

    def of(self, thing: Thing) -> Iterable[tuple[Thing, tuple[Part, ...]]]:
        """Each thing that is reached, with the parts from the lower thing to the upper one."""
        if thing not in self._known:
            self._known[thing] = self._search(thing)
        return self._known[thing].items()

    def _search(self, thing: Thing) -> dict[Thing, tuple[Part, ...]]:
        ways: dict[Thing, tuple[Part, ...]] = {thing: ()}
        queue = deque([thing])
        while queue:
            here = queue.popleft()
            for there, part in self._next.get(here, ()):
                if there not in ways:
                    ways[there] = (*ways[here], part) if self._upwards else (part, *ways[here])
                    queue.append(there)
        return ways
