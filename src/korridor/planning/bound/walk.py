"""The least times of one vehicle along one column part (docs/bounds.md, Times)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from korridor.operation.operation import Operation
from korridor.operation.place import Kind, Place, Release
from korridor.operation.ways import ColumnPart, Step, Ways


@dataclass(frozen=True)
class Screened:
    """A checkpoint at the end of one step: seconds from the column part's beginning.

    Attributes
    ----------
    name : str
    step : int
        Index of the step at whose end it lies.
    own_s : int
        Least service of the vehicle itself.
    arrives_s, served_s : int
        Least time to the arrival there, and to the end of the service.
    """

    name: str
    step: int
    own_s: int
    arrives_s: int
    served_s: int


class Walk:
    """Least times along a column part with at least one road.

    Parameters
    ----------
    ways : Ways
    part : ColumnPart
    speed_m_per_h : int or None
        The vehicle's.
    screening_s : dict of str to int
        Least seconds of the persons aboard at each checkpoint; none for an empty vehicle.
    held_s : int
        How long its column is held at the queue at least.

    Attributes
    ----------
    queue : Screened or None
        The first checkpoint that releases columns whole.
    """

    def __init__(
        self,
        ways: Ways,
        part: ColumnPart,
        speed_m_per_h: int | None,
        screening_s: dict[str, int] | None = None,
        held_s: int = 0,
    ) -> None:
        self.operation: Operation = ways.operation
        self.part = part
        self._ways = ways
        roads = self.operation.roads
        persons_s = screening_s or {}
        self.enters_s: list[int] = []
        self.leaves_s: list[int] = []
        self.screened: list[Screened] = []
        self.queue: Screened | None = None
        at_s = 0
        for i, (index, forth) in enumerate(part.steps):
            self.enters_s.append(at_s)
            at_s += roads[index].travel_s(forth, speed_m_per_h)
            self.leaves_s.append(at_s)
            name = ways.end((index, forth))
            place = self.operation.places[name]
            released = i == len(part.steps) - 1
            if place.kind is Kind.CHECKPOINT:
                by_column = place.release is Release.COLUMN
                own_s = place.per_vehicle_s + persons_s.get(name, 0)
                head_s = own_s if released or by_column else place.per_vehicle_s
                is_queue = by_column and self.queue is None
                if is_queue:
                    head_s = max(head_s, held_s)
                self.screened.append(Screened(name, i, own_s, at_s, at_s + head_s))
                if is_queue:
                    self.queue = self.screened[-1]
                at_s += head_s
            if not released:
                at_s += sum(halt.lasts_s for halt in self.operation.convoy.halts if halt.place == name)
        self.total_s = at_s

    @cached_property
    def reference(self) -> int:
        """Index of the first road with a headway; 0 where there is none."""
        kept = [i for i, step in enumerate(self.part.steps) if self._headway_s(step)]
        return kept[0] if kept else 0

    @property
    def headway_road(self) -> Step | None:
        """The reference, if it has a headway."""
        step = self.part.steps[self.reference]
        return step if self._headway_s(step) else None

    @property
    def before_s(self) -> int:
        """Least time of the steps before the reference."""
        return self.enters_s[self.reference]

    @property
    def after_s(self) -> int:
        """Least time of the steps from the reference on."""
        return self.total_s - self.before_s

    @property
    def to_last_end_s(self) -> int:
        """Least time from the reference to the head's end of the last road."""
        return self.leaves_s[-1] - self.before_s

    def _headway_s(self, step: Step) -> int:
        return self.operation.roads[step[0]].headway_s or 0

    def stretches(self) -> Iterator[tuple[int, int]]:
        """Yield the first and last step of every truce stretch."""
        roads, steps = self.operation.roads, self.part.steps
        first = None
        for i, (index, _) in enumerate(steps):
            if roads[index].truce and first is None:
                first = i
            if first is not None and (i + 1 == len(steps) or not roads[steps[i + 1][0]].truce):
                yield first, i
                first = None

    def place_of(self, screened: Screened) -> Place:
        """The checkpoint itself."""
        return self.operation.places[screened.name]
