"""What a column has to keep on its way: distance to the one ahead, opposing traffic, the truce."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from korridor.events.movement import Movement, Passage
from korridor.operation.operation import Operation


@dataclass(frozen=True)
class Headway:
    """A stretch on which the column keeps a time behind the head of the one ahead (C4); ``None``: nobody is ahead."""

    begins: str
    ends: str
    headway_s: int
    ahead: Movement | None


@dataclass(frozen=True)
class Alternate:
    """A road that is entered only when no opposing column is on it (C4)."""

    begins: str
    ends: str


@dataclass(frozen=True)
class TruceStretch:
    """An unbroken run of truce roads, and the window that the plan passes it in (O8, C4).

    Attributes
    ----------
    enters_s, off_s : int
        When the head comes to it and the tail leaves it, as planned.
    opens_s, closes_s : int
        The window; ``closes_s`` is cut at the horizon.
    off_by_s : int
        The end of the window less the margin.
    """

    begins: str
    ends: str
    enters_s: int
    off_s: int
    opens_s: int
    closes_s: int
    off_by_s: int


class RoadRules:
    """The rules of the road for each movement of a plan."""

    def __init__(self, operation: Operation, movements: Sequence[Movement]) -> None:
        self._operation = operation
        self._on: dict[tuple[int, bool], list[Movement]] = {}
        for movement in movements:
            for passage in movement.passages:
                self._on.setdefault((passage.road, passage.forth), []).append(movement)

    def headways(self, movement: Movement) -> tuple[Headway, ...]:
        """Return the stretches with a headway; roads on end with equal ones behind one column are joined."""
        found: list[Headway] = []
        for passage in movement.passages:
            headway_s = self._operation.roads[passage.road].headway_s
            if headway_s is None:
                continue
            begins, ends = self._ends(passage)
            line = Headway(begins, ends, headway_s, self._ahead(passage, movement))
            joined = found and replace(found[-1], begins=begins, ends=ends) == line
            if joined and found[-1].ends == begins:
                found[-1] = replace(found[-1], ends=ends)
            else:
                found.append(line)
        return tuple(found)

    def alternates(self, movement: Movement) -> tuple[Alternate, ...]:
        """Return the roads that have traffic one way at a time."""
        roads = self._operation.roads
        return tuple(Alternate(*self._ends(p)) for p in movement.passages if roads[p.road].alternate)

    def truce_stretches(self, movement: Movement) -> Iterator[TruceStretch]:
        """Yield the truce stretches, in the order of the road."""
        run: list[Passage] = []
        for passage in movement.passages:
            if self._operation.roads[passage.road].truce:
                run.append(passage)
            elif run:
                yield self._stretch(run)
                run = []
        if run:
            yield self._stretch(run)

    def _stretch(self, run: list[Passage]) -> TruceStretch:
        enters_s, off_s = run[0].head_in_s, run[-1].tail_out_s
        window = next(w for w in self._operation.windows if w.opens_s <= enters_s < w.closes_s)
        return TruceStretch(
            begins=self._ends(run[0])[0],
            ends=self._ends(run[-1])[1],
            enters_s=enters_s,
            off_s=off_s,
            opens_s=window.opens_s,
            closes_s=window.closes_s,
            off_by_s=window.closes_s - self._operation.margin_s,
        )

    def _ahead(self, passage: Passage, movement: Movement) -> Movement | None:
        before = [m for m in self._on[passage.road, passage.forth] if m.rank < movement.rank]
        return before[-1] if before else None

    def _ends(self, passage: Passage) -> tuple[str, str]:
        here, there = self._operation.roads[passage.road].between[:: 1 if passage.forth else -1]
        return here, there
