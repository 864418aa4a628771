"""A plan; a robust one takes a planner and rehearsals."""

from functools import partial

from korridor.events.order import Order
from korridor.events.saved_state import SavedState
from korridor.operation.operation import Operation
from korridor.planning import planner
from korridor.planning.plan import Objective, Plan
from korridor.planning.progress import Watch


def plan(
    operation: Operation,
    *,
    objective: Objective | str = "most-out",
    seconds: float = 50.0,
    seed: int = 0,
    work: int | None = None,
    progress: Watch | None = None,
    bounded: bool = True,
    start_from: tuple[Order, ...] = (),
    start: SavedState | None = None,
    earlier: Plan | None = None,
    robust: bool = False,
) -> Plan:
    """Plan an operation, bound it, and verify both; an interrupt (Ctrl-C) returns the best plan so far.

    Parameters
    ----------
    operation : Operation
    objective : Objective
        Or its name: ``most-out``, ``clearance``, ``priority`` or ``exposure``.
    seconds : float
        Time limit of the search, from its first plan on; it only decides how much work is done (P4).
    seed : int
    work : int, optional
        Iterations to do instead, rounded up to whole rounds; same input, seed and work: same plan.
    progress : callable, optional
        Called with a ``Progress`` now and then; in a notebook a line shows it where nothing is given.
    bounded : bool
        Whether to work out bounds, too.
    start_from : tuple of Order
        The orders of a plan to go on from. What comes out may be another plan, and worse where the orders cannot go as
        they are; a plain shuttle for *clearance* and a large operation begin anew.
    start : SavedState, optional
        A moment to plan on from (P5), by :func:`korridor.state_at` or from a ``state.json``; the operation's start if
        not given. ``operation`` is then the whole of it, as it is now believed to be.
    earlier : Plan, optional
        The plan in force at that moment: of plans within 1 % of the best the one that keeps most of what it has
        promised is taken, and the search begins with what is left of it.
    robust : bool
        Whether to look for a plan with fewer people left or exposed in the worst tenth of futures; ``plan.robust`` says
        what it gains, and its price. It takes about twice as long again.

    Returns
    -------
    Plan
        ``none-found`` without movements where the search finds none.

    Raises
    ------
    ValueError
        Where there is no such objective, the state is none of the operation, or a plan from a state is to be robust.
    NotVerifiedError
        When the checker finds a rule broken, which is a fault of ours.

    Examples
    --------
    >>> import korridor
    >>> operation = korridor.read_operation("examples/aleppo-2016/operation.yaml")  # doctest: +SKIP
    >>> korridor.plan(operation, objective="clearance", seconds=20)  # doctest: +SKIP
    """
    if robust and start is not None:
        raise ValueError("a plan from a saved state cannot be made robust yet; plan from the start")
    planned = partial(
        planner.plan,
        operation,
        objective=objective,
        seconds=seconds,
        seed=seed,
        work=work,
        bounded=bounded,
        start_from=start_from,
        start=start,
        earlier=earlier,
    )
    if not robust:
        return planned(progress=progress)
    from korridor.planning.robust.robust_plan import planned_robustly
    from korridor.rehearsal.futures import Futures

    return planned_robustly(planned, Futures(operation, seed), progress)
