"""Which resource binds when: waits, cut into hours and added up."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.papers.wait import Resource, Wait
from korridor.pictures.axis import step_s
from korridor.pictures.clock import HOUR_S, Clock
from korridor.pictures.waiting_chart import Held, WaitingRows
from korridor.pictures.windows import edges, spans

MOST_HOURS = 300
"""More cells than this cannot be told apart on a page."""


@dataclass(frozen=True)
class Hour:
    """A stretch of time, and the persons held in it on average by each resource."""

    begins_s: int
    ends_s: int
    persons: dict[Resource, float]

    @property
    def binding(self) -> Resource:
        """The resource that held most people."""
        return max(self.persons, key=lambda resource: self.persons[resource])


def hours(found: Sequence[Wait], length_s: int, face_s: int) -> tuple[Hour, ...]:
    """Cut waits into hours of the clock.

    Parameters
    ----------
    found : sequence of Wait
    length_s : int
        How long an hour is; 3600, unless the operation lasts minutes or weeks.
    face_s : int
        What the clock shows at second 0, in seconds; hours begin where it shows a whole one.

    Returns
    -------
    tuple of Hour
        In order of time, only those in which somebody was held.
    """
    held: dict[int, dict[Resource, int]] = defaultdict(lambda: defaultdict(int))
    for wait in found:
        first = (wait.begins_s + face_s) // length_s
        last = (wait.ends_s - 1 + face_s) // length_s
        for hour in range(first, last + 1):
            begins_s = hour * length_s - face_s
            inside_s = min(wait.ends_s, begins_s + length_s) - max(wait.begins_s, begins_s)
            held[hour][wait.resource] += inside_s * wait.persons
    return tuple(
        Hour(
            begins_s=hour * length_s - face_s,
            ends_s=(hour + 1) * length_s - face_s,
            persons={
                resource: held[hour][resource] / length_s for resource in Resource if held[hour][resource]
            },
        )
        for hour in sorted(held)
    )


def person_seconds(found: Sequence[Wait]) -> dict[Resource, int]:
    """Return the persons × seconds held by each resource, the most first."""
    held: Counter[Resource] = Counter()
    for wait in found:
        held[wait.resource] += wait.person_s
    return dict(held.most_common())


@dataclass(frozen=True)
class Run:
    """Hours on end in which the same resource held most people."""

    begins_s: int
    ends_s: int
    binding: Resource
    persons: float


def runs(found: Sequence[Hour]) -> tuple[Run, ...]:
    """Join hours on end that have the same binding resource; ``persons`` is their average."""
    joined: list[list[Hour]] = []
    for hour in found:
        if joined and joined[-1][-1].ends_s == hour.begins_s and joined[-1][-1].binding is hour.binding:
            joined[-1].append(hour)
        else:
            joined.append([hour])
    return tuple(
        Run(
            begins_s=some[0].begins_s,
            ends_s=some[-1].ends_s,
            binding=some[0].binding,
            persons=sum(hour.persons[hour.binding] for hour in some) / len(some),
        )
        for some in joined
    )


def hour_s(found: Sequence[Wait]) -> int:
    """Return how long an "hour" is: an hour, unless that makes too few of them or too many."""
    length_s = max(wait.ends_s for wait in found) - min(wait.begins_s for wait in found)
    if length_s < 6 * HOUR_S:
        return step_s(length_s, 24)
    return max(HOUR_S, step_s(length_s, MOST_HOURS))


def waiting_rows(operation: Operation, found: Sequence[Wait]) -> WaitingRows:
    """Return the rows of the waiting chart; at least one wait."""
    clock = Clock(operation.start)
    cut = hours(found, hour_s(found), clock.face_s)
    begins_s, ends_s = max(0, cut[0].begins_s), cut[-1].ends_s
    return WaitingRows(
        clock=clock,
        begins_s=begins_s,
        ends_s=ends_s,
        things=tuple(person_seconds(found)),
        held=tuple(
            Held(
                thing=resource,
                begins_s=hour.begins_s,
                ends_s=hour.ends_s,
                persons=persons,
                when=f"{clock.moment(max(0, hour.begins_s))} to {clock.moment(hour.ends_s)}",
            )
            for hour in cut
            for resource, persons in hour.persons.items()
        ),
        truce=spans(operation, begins_s, ends_s),
        edges=edges(operation, begins_s, ends_s),
    )
