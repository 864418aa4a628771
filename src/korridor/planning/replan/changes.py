"""P5: what changes between a plan and the one made in its place, and why: plain values, words are for papers."""

from collections import Counter
from dataclasses import dataclass

from korridor.clockwork.run import run
from korridor.clockwork.saved import arrays_of
from korridor.clockwork.tables import Index
from korridor.events.saved_state import SavedState
from korridor.operation.operation import Operation
from korridor.operation.place import Side
from korridor.planning.levels import counted_out
from korridor.planning.plan import Plan
from korridor.planning.replan.broken import BrokenPromise, broken_promises
from korridor.planning.replan.columns import Column, columns_of
from korridor.planning.replan.exposed import Exposed, exposed
from korridor.planning.replan.facts import Counted, Fact, changed_facts, counted_otherwise
from korridor.planning.replan.kept import Kept, Passed, tried_orders
from korridor.planning.replan.promises import Promise, matched, promises_of
from korridor.planning.replan.state_at import orders_of_the_rest, rest_of, state_at

MOST_MOMENTS = 8
HOUR_S = 3600


@dataclass(frozen=True)
class OutBy:
    """How many people are out by a moment, of those who were not at the state's; then and now."""

    moment_s: int
    then: int
    now: int


@dataclass(frozen=True)
class Changes:
    """What changes.

    Attributes
    ----------
    operation : Operation
        Whole, as it is now believed to be.
    state : SavedState
        As it was read.
    made : Plan
    earlier : Plan or None
        The plan in force until then; without one there are no promises and nothing to compare.
    facts, counted
        What was changed in the operation, and what was counted otherwise on the spot.
    kept, broken
        Promises.
    columns : tuple of Column
    exposed : tuple of Exposed
    out : tuple of OutBy
    out_if_kept : int or None
        People whom the new plan's movements would get out if every promise were kept that can be.
    """

    operation: Operation
    state: SavedState
    made: Plan
    earlier: Plan | None
    facts: tuple[Fact, ...]
    counted: tuple[Counted, ...]
    kept: tuple[Promise, ...]
    broken: tuple[BrokenPromise, ...]
    columns: tuple[Column, ...]
    exposed: tuple[Exposed, ...]
    out: tuple[OutBy, ...]
    out_if_kept: int | None

    @property
    def out_now(self) -> int:
        """People whom the new plan's movements get out."""
        return sum(load.persons for _, load in counted_out(self.made.operation, self.made.movements))


def changes_of(operation: Operation, state: SavedState, made: Plan, earlier: Plan | None) -> Changes:
    """Compare a plan with the one in force before.

    Parameters
    ----------
    operation : Operation
        Whole, as it is now believed to be.
    state : SavedState
        As it was read, or taken of the earlier plan.
    made : Plan
        The new one, from that state.
    earlier : Plan or None
    """
    assert made.start is not None
    then = earlier.operation if earlier else None
    chained = earlier is not None and earlier.start is not None
    rest = rest_of(earlier, state.at_s) if earlier else ()
    promises = promises_of(rest)
    kept = matched(promises, promises_of(made.movements))
    passed: tuple[Passed, ...] = ()
    out_if_kept = None
    if earlier is not None:
        passed, out_if_kept = _if_kept(made, earlier)
    broken = [each for each in promises if each not in kept]
    planned = state_at(earlier, state.at_s) if earlier else None
    return Changes(
        operation=operation,
        state=state,
        made=made,
        earlier=earlier,
        facts=tuple(changed_facts(then, operation, state, chained)),
        counted=tuple(counted_otherwise(planned, state)) if planned else (),
        kept=tuple(kept),
        broken=tuple(
            broken_promises(broken, operation, passed, made.movements, _fewer(planned, made.start))
            if planned
            else ()
        ),
        columns=columns_of(rest, made.movements) if earlier else (),
        exposed=tuple(exposed(operation, made.start)),
        out=_out_over_time(made, earlier, state),
        out_if_kept=out_if_kept,
    )


def _if_kept(made: Plan, earlier: Plan) -> tuple[tuple[Passed, ...], int]:
    """Return what cannot go as promised, and how many people all that can go would bring out."""
    assert made.start is not None
    operation, moment_s = made.operation, made.start.at_s
    start = arrays_of(Index(operation), made.start)
    orders = orders_of_the_rest(earlier, moment_s)
    tried = tuple(tried_orders(operation, start, orders, rest_of(earlier, moment_s)))
    movements = run(operation, tuple(each.order for each in tried if isinstance(each, Kept)), start)
    out = sum(load.persons for _, load in counted_out(operation, movements))
    return tuple(each for each in tried if isinstance(each, Passed)), out


def _fewer(planned: SavedState, start: SavedState) -> Counter[str]:
    """How many vehicles of each type are there no more."""
    there: Counter[str] = Counter()
    for sign, state in ((1, planned), (-1, start)):
        for row in state.vehicles:
            there[row.kind] += sign * row.number
    return Counter({kind: number for kind, number in there.items() if number > 0})


def _out_over_time(made: Plan, earlier: Plan | None, state: SavedState) -> tuple[OutBy, ...]:
    """Compare how many are out by the hour, from the state on, those on the road included."""
    if earlier is None:
        return ()
    then = [
        (trip.free_s, load.persons)
        for trip, load in counted_out(earlier.operation, earlier.movements)
        if trip.free_s > state.at_s
    ]
    places = made.operation.places
    coming = [
        (row.there_s, row.persons)
        for row in state.aboard
        if not row.counted_out and places[row.to].side is Side.SAFE
    ]
    if earlier.start is not None:
        then += [(there_s, n) for there_s, n in _coming(earlier) if there_s > state.at_s]
    now = coming + [(trip.free_s, load.persons) for trip, load in counted_out(made.operation, made.movements)]
    last_s = max((moment_s for moment_s, _ in (*then, *now)), default=state.at_s)
    return tuple(
        OutBy(moment_s, *(sum(n for out_s, n in rows if out_s <= moment_s) for rows in (then, now)))
        for moment_s in _moments(state.at_s, last_s)
    )


def _coming(plan: Plan) -> list[tuple[int, int]]:
    assert plan.start is not None
    places = plan.operation.places
    return [
        (row.there_s, row.persons)
        for row in plan.start.aboard
        if not row.counted_out and places[row.to].side is Side.SAFE
    ]


def _moments(from_s: int, until_s: int) -> list[int]:
    """A few moments up to the last, whole hours apart."""
    step_s = max(1, -(-(until_s - from_s) // (MOST_MOMENTS * HOUR_S))) * HOUR_S
    return [*range(from_s + step_s, until_s, step_s), until_s]
