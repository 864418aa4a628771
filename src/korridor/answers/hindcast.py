"""R7: an operation that happened, planned and rehearsed with the windows as they happened."""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from korridor.operation.happened import as_happened
from korridor.operation.operation import Operation
from korridor.planning.plan import Objective
from korridor.planning.planner import plan as planned
from korridor.planning.progress import Watch
from korridor.planning.why.measure import out_persons
from korridor.rehearsal.hindcast.held import Hindcast, Score, Unused
from korridor.rehearsal.hindcast.read_reported import read_reported
from korridor.rehearsal.hindcast.run import ran
from korridor.rehearsal.task import Task

RUNS = 2000
"""How many runs where nobody says: the fifth and the 95th of a hundred are then known to within a few."""

WORK = 20_000
"""Iterations of the search for the plan: the same plan on every machine."""


def hindcast(
    operation: Operation,
    claims: str | Path,
    *,
    runs: int = RUNS,
    seed: int = 0,
    work: int = WORK,
    progress: Watch | None = None,
    watch: Callable[[int], None] | None = None,
) -> Hindcast:
    """Hold the clockwork against an operation that happened.

    Nothing is fitted: vehicles, roads and windows are what the file says, and no reported total moves any of them.
    A figure that a value of the file was taken from is shown, and not scored.

    Parameters
    ----------
    operation : Operation
        With ``truce.happened``, and a start.
    claims : str or Path
        The list of reported figures (CSV): ``claim_id, date, metric, value_low, value_high, unit, source``.
    runs : int
    seed : int
    work : int
        Iterations of the search for the plan that is rehearsed.
    progress, watch : callable, optional
        Told how far planning, and how many runs, have come.

    Returns
    -------
    Hindcast

    Raises
    ------
    ValueError
        Where the operation has no windows that happened, or no start.
    korridor.operation.fault.Faults
        Where the list is at fault.

    Examples
    --------
    >>> import korridor
    >>> operation = korridor.read_operation("examples/aleppo-2016/happened.yaml")  # doctest: +SKIP
    >>> korridor.hindcast(operation, "examples/aleppo-2016/claims.csv").score  # doctest: +SKIP
    """
    happened = as_happened(operation)
    if happened.start is None:
        raise ValueError(
            "the operation has no start, so no reported day can be told on its clock; write start"
        )
    figures, unheld = read_reported(claims, happened)
    made = planned(
        happened,
        objective=Objective.PRIORITY,
        work=work,
        seconds=1e9,
        seed=seed,
        bounded=False,
        progress=progress,
    )
    if not made.movements:
        raise ValueError(
            "no plan was found, so there is nothing to hold against the reports; korridor check may know why"
        )
    began = perf_counter()
    found = ran(Task(happened, made.movements, seed), figures, runs, watch)
    return Hindcast(
        operation=happened.name,
        runs=found.runs,
        planned_out=out_persons(made),
        held=found.held,
        score=Score.of(found.held),
        by_hour=found.by_hour,
        assumed=tuple(_assumed(happened)),
        unused=tuple(Unused(claim=each.claim, metric=each.metric, why=each.why) for each in unheld),
        seed=seed,
        seconds=perf_counter() - began,
    )


def _assumed(operation: Operation) -> list[str]:
    """Say what stands behind the figures."""
    choices = sum(said.assumed for said in operation.sources)
    fleet = ", ".join(f"{kind.number} {name}" for name, kind in operation.fleet.items())
    said = [
        f"the fleet: {fleet}; the {len(operation.windows)} windows as the file has them, none breaks by chance",
        f"{operation.persons:,} people in all, as the file counts them, so figures of the whole say little",
        "one plan, by which people wait as little as was found (objective: priority), made by somebody who knew the windows; "
        "those who were there did not",
        "a figure of a day without an hour counts to the end of that day, and hours are whole",
        f"{choices} values of the file are choices of its authors and nobody's figure; each says so where it stands",
    ]
    if operation.uncertainty.on_their_own:
        said.append("those who leave on their own count as out from the hour in which the last window closes")
    return said
