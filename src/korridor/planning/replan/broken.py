"""P5: promises that are not kept, each with the reason that can be shown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.planning.replan.kept import Passed
from korridor.planning.replan.promises import TOLERANCE_S, Promise


class Reason(StrEnum):
    """Why a promise is not kept."""

    WINDOW = "its window has closed"
    GATE = "a gate holds it"
    FEWER_VEHICLES = "its vehicles are gone"
    NO_VEHICLES = "its vehicles are not there in time"
    NOBODY = "nobody is there to be taken"
    MORE_URGENT = "more urgent people board first"
    ABOARD = "its people would sit aboard too long"
    RULE = "a rule holds it"
    CHOICE = "no rule forces it"


@dataclass(frozen=True)
class BrokenPromise:
    """A promise that is not kept.

    Attributes
    ----------
    detail : str
        What the clockwork says to it, or who boards instead; empty where there is nothing to add.
    soonest_s : int or None
        When the column could leave, where it could only leave later.
    """

    promise: Promise
    reason: Reason
    detail: str = ""
    soonest_s: int | None = None


_BY_WORDS = {"C4": Reason.WINDOW, "O9": Reason.GATE, "O6": Reason.NO_VEHICLES, "O5": Reason.NOBODY}


def broken_promises(
    promises: Sequence[Promise],
    operation: Operation,
    passed: Sequence[Passed],
    made: Sequence[Movement],
    fewer: Mapping[str, int],
) -> Iterator[BrokenPromise]:
    """Yield each promise with its reason.

    Parameters
    ----------
    promises : sequence of Promise
        Those that are not kept.
    operation : Operation
        Whole, as it is now believed to be.
    passed : sequence of Passed
        The movements that cannot go as promised, even if all others that can do.
    made : sequence of Movement
        The new plan.
    fewer : dict of str to int
        How many vehicles of each type are there no more.
    """
    by_rank = {each.movement.rank: each for each in passed}
    for promise in promises:
        each = by_rank.get(promise.rank)
        if each is not None:
            yield _forced(promise, each, operation, fewer)
            continue
        instead = _who_boards(promise, operation, made)
        if instead:
            yield BrokenPromise(promise, Reason.MORE_URGENT, instead)
        else:
            yield BrokenPromise(promise, Reason.CHOICE)


def _forced(
    promise: Promise, passed: Passed, operation: Operation, fewer: Mapping[str, int]
) -> BrokenPromise:
    """Say what holds a movement: first what it would meet on its roads, then what it lacks."""
    movement, detail = passed.movement, f"{passed.why} ({passed.rule})" if passed.why else ""
    if not _in_a_window(operation, movement):
        return BrokenPromise(promise, Reason.WINDOW, "", passed.soonest_s)
    gone = [name for name in sorted({trip.vehicle_type for trip in movement.trips}) if fewer.get(name)]
    if passed.rule in ("O6", "O7", "") and gone:
        detail = ", ".join(f"{name}: {fewer[name]} fewer" for name in gone)
        return BrokenPromise(promise, Reason.FEWER_VEHICLES, detail, passed.soonest_s)
    if passed.rule == "O5" and "aboard" in passed.why:
        return BrokenPromise(promise, Reason.ABOARD, "", passed.soonest_s)
    reason = _BY_WORDS.get(passed.rule, Reason.RULE)
    if not passed.rule:
        reason = Reason.NO_VEHICLES
    return BrokenPromise(promise, reason, detail, passed.soonest_s)


def _in_a_window(operation: Operation, movement: Movement) -> bool:
    """Whether windows, less the margin, still hold a movement's time on truce roads."""
    spans = [(w.opens_s, w.closes_s - operation.margin_s) for w in operation.windows]
    return all(
        any(opens <= each.head_in_s and each.tail_out_s <= closes for opens, closes in spans)
        for each in movement.passages
        if operation.roads[each.road].truce
    )


def _who_boards(promise: Promise, operation: Operation, made: Sequence[Movement]) -> str:
    """Return the more urgent groups that a column leaves with at the promised time, without the promised one."""
    urgency = operation.urgency(operation.people[promise.group]) if promise.group in operation.people else 0
    for movement in made:
        near = abs(movement.departs_s - promise.departs_s) <= TOLERANCE_S
        if movement.origin != promise.origin or not near or not movement.loaded:
            continue
        aboard = {load.group for trip in movement.trips for load in trip.loads}
        people = operation.people
        sooner = sorted(g for g in aboard if g in people and operation.urgency(people[g]) < urgency)
        if promise.group not in aboard and sooner:
            return ", ".join(sooner)
    return ""
