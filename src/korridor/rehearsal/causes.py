"""What costs most: the same runs again, each time with one thing certain that is uncertain."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from korridor.operation.belonging import names_of
from korridor.operation.operation import Operation
from korridor.operation.quantity import KNOWN, Of, Quantity
from korridor.operation.uncertainty import DEFAULT, Uncertainty
from korridor.rehearsal.measure import Measure, first_measure
from korridor.rehearsal.statistics.contest import Contest
from korridor.rehearsal.statistics.ranked import Ranked
from korridor.rehearsal.task import Task

MOST_RUNS = 1024
"""More runs than these tell causes apart no better than a person needs."""

AS_IT_IS = "as the file says"


class Cause(StrEnum):
    """What may go otherwise than planned, by what would be said if it did not."""

    TRUCE = "if the truce surely held"
    GATES = "if the other side kept its times"
    ROADS = "if roads took the planned time and stayed open"
    BREAKDOWNS = "if no vehicle broke down"
    LATE = "if columns left, and vehicles came, on time"
    BOARDING = "if getting on and off took the planned time"
    SCREENING = "if checkpoints took the planned time"
    PEOPLE = "if as many came as the file counts"


_ALL, _NOUGHT, _SOON = "100 %", "0 %", "0 s"

CERTAIN: Mapping[Cause, Mapping[Quantity, str | int]] = {
    Cause.TRUCE: {Quantity.TRUCE_BREAK: _NOUGHT},
    Cause.GATES: {Quantity.GATE_LATE: _SOON, Quantity.GATE_BREAK: _NOUGHT},
    Cause.ROADS: {
        Quantity.ROAD_TIME: _ALL,
        Quantity.DRIVING: _ALL,
        Quantity.CLOSURE_PER_DAY: _NOUGHT,
    },
    Cause.BREAKDOWNS: {Quantity.BREAKDOWN_PER_1000_KM: 0, Quantity.BREAKDOWN_PER_LEG: _NOUGHT},
    Cause.LATE: {Quantity.LATE_DEPARTURE: _SOON, Quantity.MOBILISATION: _SOON},
    Cause.BOARDING: {Quantity.BOARDING: _ALL, Quantity.ALIGHTING: _ALL},
    Cause.SCREENING: {Quantity.SCREENING_PERSON: _ALL, Quantity.SCREENING_VEHICLE: _ALL},
    Cause.PEOPLE: {
        Quantity.COUNT_EXACT: _ALL,
        Quantity.COUNT_AROUND: _ALL,
        Quantity.COUNT_BETWEEN: "49.9999 %",  # the middle, rounded down (O4)
        Quantity.COUNT_AT_LEAST: _NOUGHT,
        Quantity.COUNT_UP_TO: _ALL,
        Quantity.NO_SHOWS: _NOUGHT,
        Quantity.UNEXPECTED: _NOUGHT,
        Quantity.ON_THEIR_OWN: _NOUGHT,
    },
}
"""What is planned on, of each quantity."""


def possible(operation: Operation) -> tuple[Cause, ...]:
    """Return the causes that an operation can have at all."""

    def can(cause: Cause) -> bool:
        owners = {KNOWN[quantity].of for quantity in CERTAIN[cause]}
        return any(of is Of.ALL or names_of(operation, of) for of in owners)

    return tuple(cause for cause in Cause if can(cause))


def without(operation: Operation, cause: Cause) -> Operation:
    """Return the operation with a cause's quantities as they are planned on."""
    certain = Uncertainty.model_validate(
        {str(quantity): {DEFAULT: value} for quantity, value in CERTAIN[cause].items()}
    )
    fields = {name: said for name in certain.model_fields_set if (said := getattr(certain, name))}
    changed: dict[str, object] = {"uncertainty": operation.uncertainty.model_copy(update=fields)}
    if cause is Cause.BREAKDOWNS:
        changed["fleet"] = {
            name: kind.model_copy(update={"breakdown_per_1000_km": 0.0})
            for name, kind in operation.fleet.items()
        }
    return operation.model_copy(update=changed)


def causes(task: Task, runs: int, workers: int = 2) -> Ranked | None:
    """Rehearse a task again without each cause, under the same draws, and rank what each costs (R5).

    Parameters
    ----------
    task : Task
    runs : int
        Of each; at most ``MOST_RUNS``.
    workers : int
        How many of them at once.

    Returns
    -------
    Ranked or None
        By the first measure; by people left where that is clearance and somebody is left in a run. ``None`` for fewer than two
        runs.
    """
    runs = min(runs, MOST_RUNS)
    if runs < 2:
        return None
    tasks = {AS_IT_IS: task} | {
        str(cause): replace(task, operation=without(task.operation, cause))
        for cause in possible(task.operation)
    }
    with ThreadPoolExecutor(workers) as pool:
        found = dict(zip(tasks, pool.map(lambda each: _results(each, runs), tasks.values()), strict=True))
    measure = first_measure(task.operation)
    if measure is Measure.CLEARANCE and any(result[Measure.LEFT].any() for result in found.values()):
        measure = Measure.LEFT
    return Ranked.of(Contest.of({name: result[measure] for name, result in found.items()}, measure), AS_IT_IS)


def _results(task: Task, runs: int) -> dict[Measure, NDArray[np.int64]]:
    results, _ = task.stage().run(0, runs)
    return {measure: results[:, column].copy() for measure, column in task.measures.items()}
