"""A plan carried over to a changed operation: its movements as they stand, or its orders timed anew; verified there."""

from collections.abc import Iterator

from korridor.clockwork.run import Stuck, run
from korridor.events.movement import Movement
from korridor.events.orders_of import orders_of
from korridor.operation.operation import Operation
from korridor.planning.certificate import AnyCertificate
from korridor.planning.levels import level, values_of
from korridor.planning.plan import Objective, Plan, Status
from korridor.planning.verify import verify
from korridor.planning.why.measure import Measure, value_of


def carried(made: Plan, operation: Operation, measure: Measure) -> Plan | None:
    """Return a plan as it is for another operation, the better of two ways to keep it.

    Parameters
    ----------
    made : Plan
    operation : Operation
        Its operation, changed.
    measure : Measure

    Returns
    -------
    Plan or None
        Verified, without bounds; ``None`` where neither way keeps every rule.
    """
    found = [plan for plan in _ways(made, operation) if not verify(plan)]
    valued = [(value, plan) for plan in found if (value := value_of(plan, measure)) is not None]
    if not valued:
        return None
    best = measure.best(*(value for value, _ in valued))
    return next(plan for value, plan in valued if value == best)


def stated(operation: Operation, objective: Objective, movements: tuple[Movement, ...]) -> Plan:
    """State a plan with the values of its levels, and no bound."""
    levels = tuple(
        level(operation, name, value, None)
        for name, value in values_of(operation, objective, movements).items()
    )
    status = Status.FEASIBLE if movements else Status.NONE_FOUND
    return Plan(operation=operation, objective=objective, status=status, levels=levels, movements=movements)


def bounded_by(plan: Plan, bound: int | None, certificate: AnyCertificate | None) -> Plan:
    """Return a plan with a bound of its first level, proved elsewhere, and no other."""
    first, *later = plan.levels
    levels = (
        level(plan.operation, first.name, first.value, bound),
        *(level(plan.operation, each.name, each.value, None) for each in later),
    )
    return plan.model_copy(update={"levels": levels, "certificate": certificate})


def _ways(made: Plan, operation: Operation) -> Iterator[Plan]:
    yield stated(operation, made.objective, made.movements)
    try:
        again = run(operation, orders_of(made.movements))
    except Stuck:
        return
    if again != made.movements:
        yield stated(operation, made.objective, again)
