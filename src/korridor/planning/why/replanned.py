"""A changed operation planned again: from today's plan, with so much work."""

from korridor.events.orders_of import orders_of
from korridor.operation.operation import Operation
from korridor.planning.plan import Plan
from korridor.planning.planner import plan
from korridor.planning.progress import Watch
from korridor.planning.why.carried import carried
from korridor.planning.why.measure import Measure, value_of


def replanned(
    today: Plan,
    operation: Operation,
    measure: Measure,
    *,
    work: int | None = None,
    seconds: float = 0.0,
    seed: int = 0,
    watch: Watch | None = None,
) -> Plan:
    """Plan a changed operation from a plan on; never worse than that plan where it can be carried over.

    Parameters
    ----------
    today : Plan
    operation : Operation
        The one of ``today``, changed.
    measure : Measure
    work : int, optional
        Iterations of the search; ``seconds`` counts where it is not given.

    Returns
    -------
    Plan
        Verified, without bounds; with no movements where nothing was found.
    """
    kept = carried(today, operation, measure)
    begun = kept or today
    found = plan(
        operation,
        objective=today.objective,
        seconds=seconds,
        seed=seed,
        work=work,
        progress=watch or _nobody,
        bounded=False,
        start_from=orders_of(begun.movements),
    )
    value, floor = value_of(found, measure), value_of(kept, measure) if kept else None
    if kept is None or (value is not None and (floor is None or measure.gain(floor, value) >= 0)):
        return found
    return kept.model_copy(update={"work": found.work})


def _nobody(progress: object) -> None:
    """Show nothing: several searches go on at once."""
    del progress
