"""The column part of a leg as one type drives it: least seconds to every point of it."""

from collections.abc import Callable
from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.operation.place import Kind, Release
from korridor.planning.verify.routes import Column
from korridor.planning.verify.seconds import travel_s


@dataclass(frozen=True)
class Service:
    """Least seconds at a checkpoint: of the vehicle itself, and of its column's head."""

    own_s: int
    head_s: int


@dataclass(frozen=True)
class Walk:
    """Least seconds after the head's entry into the first road of a column part.

    Attributes
    ----------
    enters_s, leaves_s, served_s : tuple of int
        By step: the head enters the road, comes to its end, and is through whatever service is there. At the
        last step it is the vehicle itself that is served.
    own_s : tuple of int
        By step: the vehicle's own service at its end; 0 where none is.
    reference : int
        The first step whose road keeps a headway of at least 1 s, else the first.
    has_headway : bool
        Whether the reference keeps one.
    stretches : tuple of tuple of int
        First and last step of every unbroken run of truce roads.
    queue : int or None
        The first step that ends at a checkpoint which lets columns go on whole.
    """

    column: Column
    enters_s: tuple[int, ...]
    leaves_s: tuple[int, ...]
    served_s: tuple[int, ...]
    own_s: tuple[int, ...]
    ends: tuple[str, ...]
    reference: int
    has_headway: bool
    stretches: tuple[tuple[int, int], ...]
    queue: int | None

    @property
    def queue_service_s(self) -> int:
        """The vehicle's own service at its queue; 0 where there is none."""
        return 0 if self.queue is None else self.own_s[self.queue]

    @property
    def to_reference_s(self) -> int:
        """From the first road to the reference."""
        return self.enters_s[self.reference]

    @property
    def from_reference_s(self) -> int:
        """From the reference on, the service at the release point included."""
        return self.served_s[-1] - self.to_reference_s

    def around_reference(self) -> tuple[int, int] | None:
        """Return the truce stretch that the reference lies in."""
        return next((s for s in self.stretches if s[0] <= self.reference <= s[1]), None)

    def screened_at(self, checkpoint: str) -> int | None:
        """Return the first step that ends there."""
        return self.ends.index(checkpoint) if checkpoint in self.ends else None


def walk(
    operation: Operation,
    column: Column,
    fastest_m_per_h: int | None,
    service: Callable[[str], Service],
    held_s: int = 0,
) -> Walk:
    """Time a column part: roads, halts between them, services where they end; at its queue at least ``held_s``."""
    steps = column.steps
    roads = [operation.roads[index] for index, _ in steps]
    ends = tuple(road.between[1 if forth else 0] for road, (_, forth) in zip(roads, steps, strict=True))
    enters_s, leaves_s, served_s, own_s = [0], [], [], []
    stops = (at for at, name in enumerate(ends) if _is_queue(operation, name))
    queue = next(stops, None)
    for at, (road, (_, forth)) in enumerate(zip(roads, steps, strict=True)):
        leaves_s.append(enters_s[-1] + travel_s(road, forth, fastest_m_per_h))
        served = Service(0, 0)
        if operation.places[ends[at]].kind is Kind.CHECKPOINT:
            served = service(ends[at])
        own_s.append(served.own_s)
        waits_s = served.own_s if at == len(steps) - 1 else served.head_s
        served_s.append(leaves_s[-1] + max(waits_s, held_s if at == queue else 0))
        if at < len(steps) - 1:
            halts_s = sum(halt.lasts_s for halt in operation.convoy.halts if halt.place == ends[at])
            enters_s.append(served_s[-1] + halts_s)
    keeps = [at for at, road in enumerate(roads) if road.headway_s]
    return Walk(
        column=column,
        enters_s=tuple(enters_s),
        leaves_s=tuple(leaves_s),
        served_s=tuple(served_s),
        own_s=tuple(own_s),
        ends=ends,
        reference=keeps[0] if keeps else 0,
        has_headway=bool(keeps),
        stretches=_stretches([road.truce for road in roads]),
        queue=queue,
    )


def _is_queue(operation: Operation, name: str) -> bool:
    place = operation.places[name]
    return place.kind is Kind.CHECKPOINT and place.release is Release.COLUMN


def _stretches(truce: list[bool]) -> tuple[tuple[int, int], ...]:
    """Return first and last place of every unbroken run."""
    found: list[tuple[int, int]] = []
    for at, needs in enumerate(truce):
        if needs and at and truce[at - 1]:
            found[-1] = (found[-1][0], at)
        elif needs:
            found.append((at, at))
    return tuple(found)
