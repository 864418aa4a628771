"""Rows of one family, as one line (docs/bounds.md, Rows)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

import numpy as np

from korridor.planning.bound.clocks import Ints


class Sums(Enum):
    """Over which places a family's row q adds up what columns take."""

    AT = "q"
    UP_TO = "0 to q"
    FROM = "q on"
    RUN = "q to q + length - 1"


@dataclass
class Family:
    """Rows of one name: what columns take at places 0, 1, 2, … of a line, added up as ``sums`` says, is at most ``most``."""

    name: str
    sums: Sums
    most: Callable[[Ints], Ints]
    length: int = 1
    taken: list[tuple[Ints, Ints, Ints]] = field(default_factory=list)

    def take(self, columns: Ints, places: Ints | int, amounts: Ints | int) -> None:
        """Let columns take amounts at places."""
        shape = columns.shape
        self.taken.append((columns, np.broadcast_to(places, shape), np.broadcast_to(amounts, shape)))


@dataclass(frozen=True)
class Line:
    """A family whose places are numbered through with those of all others."""

    name: str
    sums: Sums
    length: int
    first: int
    most: Ints

    @property
    def places(self) -> slice:
        """Its places among all."""
        return slice(self.first, self.first + len(self.most))


def at_most(number: int) -> Callable[[Ints], Ints]:
    """The same right side at every place."""
    return lambda places: np.full(len(places), number, dtype=np.int64)


def numbered(families: Iterable[Family]) -> tuple[tuple[Line, ...], Ints, Ints, Ints]:
    """Number the places of all families through, family after family.

    Returns
    -------
    tuple of Line
    array of int, three times
        What each column takes: parallel arrays of columns, places among all, and amounts.
    """
    lines: list[Line] = []
    taken: list[tuple[Ints, Ints, Ints]] = []
    first = 0
    for family in families:
        size = 1 + max(int(places.max(initial=0)) for _, places, _ in family.taken)
        lines.append(Line(family.name, family.sums, family.length, first, family.most(np.arange(size))))
        taken += [(columns, places + first, amounts) for columns, places, amounts in family.taken]
        first += size
    column, place, amount = (joined([each[part] for each in taken]) for part in range(3))
    return tuple(lines), column, place, amount


def joined(arrays: Sequence[Ints]) -> Ints:
    """Return arrays one behind the other; an empty one where there is none."""
    return np.concatenate([np.empty(0, dtype=np.int64), *arrays])
