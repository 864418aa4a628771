"""A "why" as a document for programs; its figures are those of the page."""

from typing import Any

from korridor.operation.units import MOST
from korridor.planning.why.why import Outcome, Point, Why


def why_document(why: Why, seconds: float | None = None, files: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return what ``korridor why --json`` prints.

    ``gain`` and ``moved`` count in the measure's own unit (people, seconds, person-seconds), larger is better; ``limit_s`` is
    null for no limit.
    """
    return {
        "operation": why.plan.operation.name,
        "objective": why.plan.objective.value,
        "measure": why.measure.value,
        "today": {
            "value": why.value,
            "bound": why.bound,
            "own_bound": why.plan.levels[0].bound,
            "given": why.given,
        },
        "search": {"work": why.work, "unchanged": list(why.unchanged), "noise": why.noise},
        "changes": [_outcome(why, each) for each in why.outcomes],
        "frontier": [_point(each) for each in why.frontier],
        "parts": [each.model_dump(mode="json") for each in why.parts],
        "stopped": why.stopped,
        "seconds": None if seconds is None else round(seconds, 3),
        "files": list(files),
    }


def _outcome(why: Why, outcome: Outcome) -> dict[str, Any]:
    return {
        "words": outcome.words,
        "change": outcome.change.model_dump(mode="json"),
        "value": outcome.value,
        "gain": why.gain(outcome.value),
        "noise": why.is_noise(outcome.value),
        "bound": outcome.bound,
        "moved": why.moved(outcome.bound),
        "at_prices": outcome.at_prices,
        "people_out": outcome.out_persons,
        "last_out_s": outcome.last_out_s,
        "kept": outcome.kept,
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "limit_s": None if point.limit_s >= MOST else point.limit_s,
        "value": point.value,
        "bound": point.bound,
        "people_out": point.out_persons,
        "aboard_s": point.aboard_s,
    }
