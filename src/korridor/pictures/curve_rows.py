"""The tidy rows of a clearance curve, made from movements: a plan's, a rehearsal's or a ledger's."""

from collections.abc import Sequence
from dataclasses import dataclass

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.pictures.clock import Clock
from korridor.pictures.people_out import unloadings
from korridor.pictures.windows import Edge, Span, edges, spans


@dataclass(frozen=True)
class Limit:
    """A bound as the one point that it is: it says nothing of the hours before.

    Attributes
    ----------
    moment_s : int
        The horizon, for a bound on people; the bound itself, for a bound on time.
    persons : int
        The bound itself, for a bound on people; all people, for a bound on time.
    says : str
        What is certain, in words.
    """

    moment_s: int
    persons: int
    says: str


@dataclass(frozen=True)
class Step:
    """So many persons are out from this moment on."""

    moment_s: int
    persons: int
    when: str


@dataclass(frozen=True)
class CurveRows:
    """The tidy rows of one clearance curve; ``people`` is how many the operation's file counts."""

    clock: Clock
    begins_s: int
    ends_s: int
    people: int
    steps: tuple[Step, ...]
    limit: Limit | None
    truce: tuple[Span, ...]
    edges: tuple[Edge, ...]


def curve_rows(operation: Operation, movements: Sequence[Movement], limit: Limit | None = None) -> CurveRows:
    """Return the rows of a clearance curve.

    Parameters
    ----------
    operation : Operation
    movements : sequence of Movement
        Planned, rehearsed or recorded; at least one.
    limit : Limit, optional
        What no plan can pass.
    """
    clock = Clock(operation.start)
    limits_s = [limit.moment_s] if limit else []
    begins_s = min([*limits_s, *(movement.departs_s for movement in movements)])
    ends_s = max([*limits_s, *(trip.free_s for movement in movements for trip in movement.trips)])
    ends_s += max(1, (ends_s - begins_s) // 50)  # so that the last step is seen
    return CurveRows(
        clock=clock,
        begins_s=begins_s,
        ends_s=ends_s,
        people=operation.persons,
        steps=steps_of(operation, movements, begins_s, ends_s),
        limit=limit,
        truce=spans(operation, begins_s, ends_s),
        edges=edges(operation, begins_s, ends_s),
    )


def steps_of(
    operation: Operation, movements: Sequence[Movement], begins_s: int, ends_s: int
) -> tuple[Step, ...]:
    """Return the steps of people out, from nobody at one moment to all who get out at another."""
    clock = Clock(operation.start)
    steps, persons = {begins_s: 0}, 0
    for unloading in sorted(unloadings(operation, movements), key=lambda unloading: unloading.moment_s):
        persons += unloading.persons
        steps[unloading.moment_s] = persons
    steps[ends_s] = persons
    return tuple(Step(moment_s, out, clock.moment(moment_s, up=True)) for moment_s, out in steps.items())
