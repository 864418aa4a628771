"""O8: the windows a plan must keep and its horizon, recomputed from the truce as it was given."""

from korridor.operation.operation import Operation
from korridor.operation.truce import PlanOn


def windows_s(operation: Operation) -> tuple[tuple[int, int], ...]:
    """Return the windows that planning uses, cut at ``until_s``; none without a truce."""
    if operation.truce is None:
        return ()
    truce = operation.truce
    windows = truce.announced if truce.plan_on is PlanOn.ANNOUNCED else truce.happened
    until_s = operation.until_s
    if until_s is None:
        return tuple((window.opens_s, window.closes_s) for window in windows)
    return tuple((w.opens_s, min(w.closes_s, until_s)) for w in windows if w.opens_s < until_s)


def horizon_s(operation: Operation) -> int | None:
    """Return the end of the last window or ``until_s``, the sooner of both; ``None`` without either."""
    ends = [] if operation.until_s is None else [operation.until_s]
    if operation.truce is not None:
        truce = operation.truce
        windows = truce.announced if truce.plan_on is PlanOn.ANNOUNCED else truce.happened
        ends.append(windows[-1].closes_s)
    return min(ends) if ends else None


def usable_s(operation: Operation, moment_s: int) -> int:
    """P3: the open seconds before a moment; all of them without a truce."""
    if operation.truce is None:
        return moment_s
    return sum(max(0, min(moment_s, closes_s) - opens_s) for opens_s, closes_s in windows_s(operation))
