"""R6, A9: a plan, or one run of it, as events."""

from collections.abc import Sequence

from korridor.answers.one_run import one_run
from korridor.events.event import Event
from korridor.events.movement_events import events_of as written
from korridor.planning.plan import Plan
from korridor.rehearsal.given import Break
from korridor.rehearsal.happened import Ending


def events_of(
    plan: Plan, *, run: int | None = None, seed: int = 0, breaks: Sequence[Break] = ()
) -> tuple[Event, ...]:
    """Write a plan, or one run of its rehearsal, as the events of which books are made (R6, A9).

    Parameters
    ----------
    plan : Plan
        Of an operation with a start.
    run : int, optional
        Which run of the rehearsal, from 0; the plan itself if not given.
    seed : int
        Of the rehearsal.
    breaks : sequence of Break
        Breaks of the truce that come in every run of it.

    Returns
    -------
    tuple of Event

    Raises
    ------
    ValueError
        If the operation has no start.

    Examples
    --------
    >>> import korridor
    >>> plan = korridor.read_plan("build/aleppo/plan.json")  # doctest: +SKIP
    >>> korridor.events_of(plan, run=3, seed=7)[-1].kind  # doctest: +SKIP
    'arrived'
    """
    if run is None:
        return written(plan.operation, plan.movements)
    happened = one_run(plan, run, seed=seed, breaks=breaks).happened
    ended = {ending: {each.movement.rank for each in happened if each.ending is ending} for ending in Ending}
    return written(
        plan.operation,
        tuple(each.movement for each in happened),
        turned_back=ended[Ending.TURNED_BACK],
        stranded=ended[Ending.STRANDED],
        device="REHEARSAL",
        organisation="REHEARSAL",
    )
