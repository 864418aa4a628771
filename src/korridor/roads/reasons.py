"""Why one place cannot be reached from another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from korridor.roads.network import Whole
from korridor.roads.parting import Parted
from korridor.roads.quickest import Graph
from korridor.roads.request import Request
from korridor.roads.stretch import Stretch
from korridor.roads.travellers import Traveller, seconds, seconds_together


@dataclass(frozen=True)
class Unreachable:
    """A place that cannot be reached from another, and why."""

    origin: str
    destination: str
    why: str


def unreachable(
    request: Request, travellers: Sequence[Traveller], parted: Parted, stretches: Sequence[Stretch]
) -> Iterator[Unreachable]:
    """Each pair of places, of one stretch, that its pieces do not join, one way at least."""
    why: _Reasons | None = None
    for stretch in stretches:
        reached = _reached(stretch)
        for origin in stretch.places:
            for destination in stretch.places:
                pair = parted.vertex[origin], parted.vertex[destination]
                if pair[0] == pair[1] or pair[1] in reached.get(pair[0], set()):
                    continue
                why = why or _Reasons(request, travellers, parted)
                yield Unreachable(origin, destination, why.of(*pair, stretch))


def _reached(stretch: Stretch) -> dict[int, set[int]]:
    """By vertex, the vertices that its pieces lead to."""
    after: dict[int, set[int]] = {}
    for piece in stretch.pieces:
        if piece.forth:
            after.setdefault(piece.tail, set()).add(piece.head)
        if piece.back:
            after.setdefault(piece.head, set()).add(piece.tail)
    reached: dict[int, set[int]] = {}
    for start in after:
        waiting, seen = [start], {start}
        while waiting:
            for there in after.get(waiting.pop(), set()) - seen:
                seen.add(there)
                waiting.append(there)
        reached[start] = seen
    return reached


class _Reasons:
    """Parts of the network under easier rules: what joins two places there is what keeps them apart here."""

    def __init__(self, request: Request, travellers: Sequence[Traveller], parted: Parted) -> None:
        network = parted.network
        together = seconds_together(network, travellers)
        self._without_closures: Whole = Graph(network, together).parts()
        self._open: Whole = Graph(network, together, ~network.closed).parts()
        self._alone = {t.name: Graph(network, seconds(network, t)).parts() for t in travellers}
        anybody = np.where(network.speeds_m_per_h.max(axis=(1, 2)) > 0, 1.0, np.inf)
        self._anybody: Whole = Graph(network, np.stack((anybody, anybody))).parts()
        self._closures = ", ".join(repr(closure.name) for closure in request.closures)

    def of(self, origin: int, destination: int, stretch: Stretch) -> str:
        """Why there is no route."""

        def joined(part: Whole) -> bool:
            return bool(part[origin] == part[destination])

        if joined(self._open):
            if stretch.truce:
                return "no way along the line in this direction"
            return "the only road is the corridor's own, which is for crossing; do both lie on the side that the file says?"
        if joined(self._without_closures):
            return f"cut off by the closures ({self._closures})"
        alone = [name for name, part in self._alone.items() if joined(part)]
        if alone:
            return f"only {' or '.join(alone)} can get there and back; signs or sizes keep the other vehicles out"
        if joined(self._anybody):
            return "one-way roads or signs keep the vehicles out"
        return "no roads of the extract join them"
