"""Which things are one thing: joined two by two, in any order."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Joined(Generic[Thing]):
    """Disjoint sets (Galler and Fischer 1964, doi 10.1145/364099.364331).

    Examples
    --------
    >>> movements = Joined(["M1", "M2", "M3"])
    >>> movements.join(["M1", "M3"])
    >>> sorted(map(sorted, movements.groups()))
    [['M1', 'M3'], ['M2']]
    """

    def __init__(self, things: Iterable[Thing]) -> None:
        self._up: dict[Thing, Thing] = {thing: thing for thing in things}

    def root(self, thing: Thing) -> Thing:
        """Return what stands for a thing's whole group; of an unknown thing, itself."""
        while (up := self._up.setdefault(thing, thing)) != thing:
            self._up[thing] = self._up[up]
            thing = self._up[thing]
        return thing

    def join(self, several: Iterable[Thing]) -> None:
        """Say that things are one."""
        roots = [self.root(thing) for thing in several]
        for other in roots[1:]:
            self._up[self.root(other)] = self.root(roots[0])

    def group(self, thing: Thing) -> list[Thing]:
        """Return everything that is one with a thing, itself among it."""
        root = self.root(thing)
        return [other for other in list(self._up) if self.root(other) == root]

    def groups(self) -> list[list[Thing]]:
        """Return the groups."""
        found: dict[Thing, list[Thing]] = defaultdict(list)
        for thing in list(self._up):
            found[self.root(thing)].append(thing)
        return list(found.values())
