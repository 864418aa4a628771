"""P5, R6: a plan from a moment on, unchanged: what has not departed by then, from where everything stands."""

from korridor.clockwork.run import Stuck, run
from korridor.clockwork.saved import arrays_of
from korridor.clockwork.tables import Index
from korridor.events.movement import Movement
from korridor.planning.levels import level, values_of
from korridor.planning.plan import Plan, Status
from korridor.planning.replan.remaining import remaining
from korridor.planning.replan.state_at import orders_of_the_rest, state_at


def going_on(plan: Plan, moment: int | str) -> Plan:
    """Return the rest of a plan, as a plan from the state at a moment if all goes as planned until then.

    Nothing is planned anew: its columns leave in the order and with the vehicles that the plan gave them. A rehearsal of
    it says what becomes of the plan from here.

    Parameters
    ----------
    plan : Plan
    moment : int or str
        Seconds from the operation's start, or ``2016-12-15T14:20+02:00``, or ``+6 h``.

    Returns
    -------
    Plan
        Without bounds; with no movements where all have departed.

    Raises
    ------
    ValueError
        Where it is no moment, or the plan itself begins later.

    Examples
    --------
    >>> rest = korridor.going_on(plan, "2016-12-15T14:20+02:00")  # doctest: +SKIP
    >>> korridor.rehearse(rest, breaks=[korridor.Break(22_800)])  # doctest: +SKIP
    """
    state = state_at(plan, moment)
    operation = remaining(plan.operation, state)
    orders = orders_of_the_rest(plan, state.at_s)
    try:
        movements = run(operation, orders, arrays_of(Index(operation), state))
    except Stuck as stuck:
        what = f"the rest of the plan cannot go on from there as it is: {stuck}"
        raise ValueError(f"{what}; plan on from there instead: korridor plan --from") from None
    levels = tuple(
        level(operation, name, value, None)
        for name, value in values_of(operation, plan.objective, movements).items()
    )
    return Plan(
        operation=operation,
        start=state,
        objective=plan.objective,
        status=Status.FEASIBLE if movements else Status.NONE_FOUND,
        levels=levels,
        movements=movements,
        seed=plan.seed,
        work=plan.work,
    )


def departed_by(plan: Plan, rest: Plan) -> tuple[Movement, ...]:
    """Return the movements of a plan that departed before its rest begins."""
    assert rest.start is not None  # a rest has a moment
    return tuple(each for each in plan.movements if each.departs_s < rest.start.at_s)
