"""Korridor: plan evacuations by convoy, and prove how good the plan is.

Everything that a notebook needs is here; what is heavy is read when it is first used. ``docs/python.md`` says what each
thing is for.

Examples
--------
>>> import korridor
>>> operation = korridor.read_operation("examples/aleppo-2016/operation.yaml")  # doctest: +SKIP
>>> korridor.plan(operation, seconds=50).levels  # doctest: +SKIP
"""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from korridor.version import __version__

if TYPE_CHECKING:
    from korridor.answers.ask import ask
    from korridor.answers.asked import Asked
    from korridor.answers.compare import compare
    from korridor.answers.hindcast import hindcast
    from korridor.claims.agreement.agree import Agreement, agree
    from korridor.claims.agreement.books import Booked, Bookkeeper
    from korridor.claims.claim import Claim
    from korridor.claims.fact_file import read_facts
    from korridor.claims.read import read_claims
    from korridor.events.event import Event
    from korridor.events.movement import Movement
    from korridor.events.order import Order
    from korridor.events.saved_state import SavedState
    from korridor.events.state_file import read_state, write_state
    from korridor.ledger.account import Account
    from korridor.ledger.ledger import Ledger
    from korridor.ledger.released.release import Release, read_release
    from korridor.operation.changes import Change, changes_for
    from korridor.operation.fault import Fault, Faults
    from korridor.operation.finding import Finding, Findings, Severity
    from korridor.operation.horizon import until
    from korridor.operation.operation import Operation
    from korridor.operation.read import read_operation
    from korridor.operation.write import write_operation
    from korridor.papers.books.release_page import write_release
    from korridor.papers.books.written import write_account
    from korridor.papers.changes_page import write_changes
    from korridor.papers.hindcast.written import write_hindcast
    from korridor.papers.orders import Paper, Printed, write_orders
    from korridor.papers.plan_file import read_plan
    from korridor.papers.rehearsal.rehearsal_file import Rehearsal, read_rehearsal
    from korridor.papers.rehearsal.run_page import write_run
    from korridor.papers.rehearsal.written import write_rehearsal
    from korridor.papers.report import write_report
    from korridor.papers.why.written import write_why
    from korridor.planning.clash import Clash, check, clashes
    from korridor.planning.plan import Level, Objective, Plan, Status
    from korridor.planning.progress import Watch
    from korridor.planning.replan.changes import Changes, changes_of
    from korridor.planning.replan.going_on import going_on
    from korridor.planning.replan.state_at import state_at
    from korridor.planning.verify import Broken, verify
    from korridor.planning.why.asked import why
    from korridor.planning.why.why import Why
    from korridor.rehearsal.given import Break
    from korridor.rehearsal.hindcast.held import Hindcast
    from korridor.rehearsal.one_run import OneRun
    from korridor.rehearsal.setting import Setting
    from korridor.rehearsal.statistics.compared import Compared
    from korridor.rehearsal.statistics.precision import Precision
    from korridor.rehearsal.statistics.progress import Progress
    from korridor.rehearsal.statistics.ranked import Ranked
    from korridor.rehearsal.statistics.rehearsed import Rehearsed
    from korridor.rehearsal.task import Task

__all__ = [
    "Account",
    "Agreement",
    "Asked",
    "Booked",
    "Bookkeeper",
    "Break",
    "Broken",
    "Change",
    "Changes",
    "Claim",
    "Clash",
    "Compared",
    "Event",
    "Fault",
    "Faults",
    "Finding",
    "Findings",
    "Hindcast",
    "Ledger",
    "Level",
    "Objective",
    "OneRun",
    "Operation",
    "Paper",
    "Plan",
    "Precision",
    "Printed",
    "Ranked",
    "Rehearsal",
    "Rehearsed",
    "Release",
    "SavedState",
    "Setting",
    "Severity",
    "Status",
    "Why",
    "__version__",
    "agree",
    "ask",
    "changes_for",
    "changes_of",
    "check",
    "clashes",
    "compare",
    "costs",
    "events_of",
    "going_on",
    "hindcast",
    "one_run",
    "plan",
    "read_claims",
    "read_facts",
    "read_operation",
    "read_plan",
    "read_rehearsal",
    "read_release",
    "read_state",
    "rehearse",
    "state_at",
    "until",
    "verify",
    "why",
    "write_account",
    "write_changes",
    "write_hindcast",
    "write_operation",
    "write_orders",
    "write_rehearsal",
    "write_release",
    "write_report",
    "write_run",
    "write_state",
    "write_why",
]

_HOMES = {
    "Account": "korridor.ledger.account",
    "Agreement": "korridor.claims.agreement.agree",
    "Asked": "korridor.answers.asked",
    "Booked": "korridor.claims.agreement.books",
    "Bookkeeper": "korridor.claims.agreement.books",
    "Break": "korridor.rehearsal.given",
    "Broken": "korridor.planning.verify",
    "Change": "korridor.operation.changes",
    "Changes": "korridor.planning.replan.changes",
    "Claim": "korridor.claims.claim",
    "Clash": "korridor.planning.clash",
    "Compared": "korridor.rehearsal.statistics.compared",
    "Event": "korridor.events.event",
    "Fault": "korridor.operation.fault",
    "Faults": "korridor.operation.fault",
    "Finding": "korridor.operation.finding",
    "Findings": "korridor.operation.finding",
    "Hindcast": "korridor.rehearsal.hindcast.held",
    "Ledger": "korridor.ledger.ledger",
    "Level": "korridor.planning.plan",
    "Objective": "korridor.planning.plan",
    "OneRun": "korridor.rehearsal.one_run",
    "Operation": "korridor.operation.operation",
    "Paper": "korridor.papers.orders",
    "Plan": "korridor.planning.plan",
    "Precision": "korridor.rehearsal.statistics.precision",
    "Printed": "korridor.papers.orders",
    "Ranked": "korridor.rehearsal.statistics.ranked",
    "Rehearsal": "korridor.papers.rehearsal.rehearsal_file",
    "Rehearsed": "korridor.rehearsal.statistics.rehearsed",
    "Release": "korridor.ledger.released.release",
    "SavedState": "korridor.events.saved_state",
    "Setting": "korridor.rehearsal.setting",
    "Severity": "korridor.operation.finding",
    "Status": "korridor.planning.plan",
    "Why": "korridor.planning.why.why",
    "agree": "korridor.claims.agreement.agree",
    "ask": "korridor.answers.ask",
    "changes_for": "korridor.operation.changes",
    "changes_of": "korridor.planning.replan.changes",
    "check": "korridor.planning.clash",
    "clashes": "korridor.planning.clash",
    "compare": "korridor.answers.compare",
    "going_on": "korridor.planning.replan.going_on",
    "hindcast": "korridor.answers.hindcast",
    "read_claims": "korridor.claims.read",
    "read_facts": "korridor.claims.fact_file",
    "read_operation": "korridor.operation.read",
    "read_plan": "korridor.papers.plan_file",
    "read_rehearsal": "korridor.papers.rehearsal.rehearsal_file",
    "read_release": "korridor.ledger.released.release",
    "read_state": "korridor.events.state_file",
    "state_at": "korridor.planning.replan.state_at",
    "until": "korridor.operation.horizon",
    "verify": "korridor.planning.verify",
    "why": "korridor.planning.why.asked",
    "write_account": "korridor.papers.books.written",
    "write_changes": "korridor.papers.changes_page",
    "write_hindcast": "korridor.papers.hindcast.written",
    "write_operation": "korridor.operation.write",
    "write_orders": "korridor.papers.orders",
    "write_release": "korridor.papers.books.release_page",
    "write_rehearsal": "korridor.papers.rehearsal.written",
    "write_report": "korridor.papers.report",
    "write_run": "korridor.papers.rehearsal.run_page",
    "write_state": "korridor.events.state_file",
    "write_why": "korridor.papers.why.written",
}


def plan(
    operation: "Operation",
    *,
    objective: "Objective | str" = "most-out",
    seconds: float = 50.0,
    seed: int = 0,
    work: int | None = None,
    progress: "Watch | None" = None,
    bounded: bool = True,
    start_from: "tuple[Order, ...]" = (),
    start: "SavedState | None" = None,
    earlier: "Plan | None" = None,
    robust: bool = False,
) -> "Plan":
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
    _wire()
    from korridor.planning import planner

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


def rehearse(
    plan: "Plan",
    *,
    runs: int | None = None,
    precision: "Precision | str | None" = None,
    seed: int = 0,
    reorders: bool = False,
    breaks: "Sequence[Break]" = (),
    at: int | str | None = None,
    engine: str = "local",
    cluster: str | None = None,
    watch: "Callable[[Progress], None] | None" = None,
) -> "Rehearsed":
    """Carry a plan out many times, under what nobody knows beforehand (R1 to R4).

    Parameters
    ----------
    plan : Plan
        With movements; from a saved state on if it begins with one.
    runs : int, optional
        How many; 1,000 if not given. With a precision the most there may be, 100,000 if not given.
    precision : Precision or str, optional
        How narrow the interval of the first measure is to be: ``"1 %"``, ``"20 persons"``, ``"10 min"``, ``"2 points"``.
    seed : int
        What the runs meet is drawn by it: the same for every plan and engine.
    reorders : bool
        Whether the dispatcher sends the column that is ready first; else the plan's order is kept.
    breaks : sequence of Break
        Breaks of the truce that come in every run, beside those that are drawn.
    at : int or str, optional
        The moment to begin from, if all goes as planned until then: seconds from the operation's start, an instant, or ``+6 h``.
        What is counted is what comes out from then on, those on the road included; the plan's rest goes on unchanged.
    engine : str
        ``"local"``, this machine; ``"ray"``, a Ray cluster: the same numbers.
    cluster : str, optional
        Address of the Ray cluster; ``RAY_ADDRESS``, or one that is started and stopped again, if not given.
    watch : callable, optional
        Called now and then with a ``Progress``.

    Returns
    -------
    Rehearsed

    Raises
    ------
    ValueError
        Where the plan has no movements, a value is not allowed, or the engine fails; in words for a person.

    Examples
    --------
    >>> import korridor
    >>> plan = korridor.read_plan("build/aleppo/plan.json")  # doctest: +SKIP
    >>> korridor.rehearse(plan, runs=10_000, seed=7).out.p10  # doctest: +SKIP
    """
    _wire()
    from korridor.rehearsal.engines.named import engine_of
    from korridor.rehearsal.measure import first_measure
    from korridor.rehearsal.rehearse import rehearsed
    from korridor.rehearsal.runs import MOST_RUNS, RUNS
    from korridor.rehearsal.statistics.precision import Precision
    from korridor.rehearsal.statistics.stopping import Stopping

    whole = plan
    before: tuple[Movement, ...] = ()
    if at is not None:
        from korridor.planning.replan.going_on import departed_by, going_on

        _task(whole, seed, reorders, breaks)  # a plan without movements has no rest either
        plan = going_on(whole, at)
        before = departed_by(whole, plan)
    task = _task(plan, seed, reorders, breaks, before)
    if isinstance(precision, str):
        precision = Precision.read(precision, first_measure(plan.operation))
    most = runs if runs is not None else RUNS if precision is None else MOST_RUNS
    return rehearsed(task, Stopping(precision, most), engine_of(engine, cluster), watch)


def costs(
    plan: "Plan", *, runs: int = 1000, seed: int = 0, reorders: bool = False, breaks: "Sequence[Break]" = ()
) -> "Ranked | None":
    """Find out what each uncertain thing costs: the same runs again, each time with that one thing as planned.

    Parameters
    ----------
    plan : Plan
        With movements.
    runs : int
        Of each; at most 1,024, at least two.
    seed, reorders, breaks
        As for :func:`rehearse`.

    Returns
    -------
    Ranked or None
        The most costly first, each gain with its interval; ``None`` for a single run.

    Raises
    ------
    ValueError
        Where the plan has no movements.

    Examples
    --------
    >>> import korridor
    >>> plan = korridor.read_plan("build/aleppo/plan.json")  # doctest: +SKIP
    >>> korridor.costs(plan).alternatives[0].name  # doctest: +SKIP
    'if the truce surely held'
    """
    from korridor.rehearsal.causes import causes

    return causes(_task(plan, seed, reorders, breaks), runs)


def one_run(
    plan: "Plan", run: int, *, seed: int = 0, reorders: bool = False, breaks: "Sequence[Break]" = ()
) -> "OneRun":
    """Carry out one run of a rehearsal, and return what happened in it, movement by movement (R6).

    Parameters
    ----------
    plan : Plan
        With movements.
    run : int
        Its number, from 0; the same whether it is carried out alone or among thousands.
    seed, reorders, breaks
        As for :func:`rehearse`.

    Raises
    ------
    ValueError
        Where the plan has no movements.

    Examples
    --------
    >>> import korridor
    >>> plan = korridor.read_plan("build/aleppo/plan.json")  # doctest: +SKIP
    >>> korridor.one_run(plan, 17).out_persons  # doctest: +SKIP
    """
    from korridor.rehearsal.one_run import one_run

    return one_run(_task(plan, seed, reorders, breaks), run)


def _task(
    plan: "Plan", seed: int, reorders: bool, breaks: "Sequence[Break]", before: "tuple[Movement, ...]" = ()
) -> "Task":
    """Return what is rehearsed."""
    from korridor.rehearsal.task import Task

    if not plan.movements:
        raise ValueError("the plan has no movements, so there is nothing to rehearse")
    return Task(plan.operation, plan.movements, seed, plan.start, reorders, tuple(breaks), before)


def events_of(plan: "Plan", *, run: int | None = None, seed: int = 0) -> "tuple[Event, ...]":
    """Write a plan, or one run of its rehearsal, as the events of which books are made (R6, A9).

    Parameters
    ----------
    plan : Plan
        Of an operation with a start.
    run : int, optional
        Which run of the rehearsal, from 0; the plan itself if not given.
    seed : int
        Of the rehearsal.

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
    _wire()
    from korridor.events.movement_events import events_of as written

    if run is None:
        return written(plan.operation, plan.movements)
    from korridor.rehearsal.happened import Ending
    from korridor.rehearsal.task import Task

    happened = Task(plan.operation, plan.movements, seed, plan.start).stage().once(run)
    ended = {ending: {each.movement.rank for each in happened if each.ending is ending} for ending in Ending}
    return written(
        plan.operation,
        tuple(each.movement for each in happened),
        turned_back=ended[Ending.TURNED_BACK],
        stranded=ended[Ending.STRANDED],
        device="REHEARSAL",
        organisation="REHEARSAL",
    )


def __getattr__(name: str) -> object:
    """Read a room when one of its things is first asked for (PEP 562); ``korridor --help`` needs none."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    _wire()
    found = getattr(import_module(_HOMES[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Name what is here, read already or not, for whoever presses Tab."""
    return sorted({*globals(), *__all__})


def _wire() -> None:
    """Tell the rooms below how values and progress show themselves in a notebook; the papers know it."""
    import_module("korridor.operation.rich").show_with(
        lambda value: import_module("korridor.papers.shown").shown(value)
    )
    import_module("korridor.planning.progress").show_progress_with(
        lambda: import_module("korridor.papers.notebook").notebook_progress()
    )
