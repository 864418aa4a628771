"""P3 in words that a negotiator understands: what no plan can beat, and how far this plan is from it."""

import math
from dataclasses import dataclass

from korridor.pictures.clock import HOUR_S, MINUTE_S, Clock, lasting
from korridor.pictures.curve_rows import Limit
from korridor.planning.plan import Level, Plan, Status

NAMES = {
    "out": "people out by the horizon",
    "left": "people left behind",
    "clearance": "last person out",
    "risk": "time at risk (person-minutes)",
    "waiting": "waiting until out (person-hours)",
}
_NOT_WORKED_OUT = (
    "What no plan can beat has not been worked out here; how much better another plan could be is not known."
)
_ARGUMENTS = {
    "slot-program": "docs/bounds.md",
    "shuttle-tours": "docs/bounds-shuttle.md",
    "shuttle-tree": "docs/bounds-shuttle.md",
    "streams": "docs/bounds-streams.md",
}
"""Where each kind of certificate is argued for."""
_OPEN = "Whether any of that can be gained is not known."
_GIVEN_UP = (
    "The plain plan has some of that: this one gives it up so as to hold up better when things go badly."
)


@dataclass(frozen=True)
class LevelLine:
    """One level of the objective in a table; all in words."""

    name: str
    value: str
    bound: str
    gap: str


def level_lines(plan: Plan) -> tuple[LevelLine, ...]:
    """Return a line for each level; one without a value is not compared (P2).

    What a plan does is rounded to its disadvantage and what no plan can beat the other way, so that no
    rounding closes a gap.
    """
    lines = []
    for level in plan.levels:
        name = NAMES.get(level.name, level.name)
        if _weighted(plan) and level.name in ("out", "waiting"):
            name += ", weighted as the file says"
        if level.value is None:
            lines.append(LevelLine(name, "not compared", "", ""))
            continue
        bound = "not worked out" if level.bound is None else _said(plan, level.name, level.bound, bound=True)
        value = _said(plan, level.name, level.value, bound=False)
        lines.append(LevelLine(name, value, bound, gap_words(level)))
    return tuple(lines)


def gap_words(level: Level) -> str:
    """Return a gap in percent, rounded up; ``none`` where value and bound are equal."""
    if _closed(level):
        return "none"
    if level.gap is None:
        return "not known"
    return f"{math.ceil(round(level.gap * 1000, 6)) / 10:.1f} %"


def limit_words(plan: Plan) -> tuple[str, ...]:
    """Return what is certain, level by level, up to the first level that is still open."""
    sentences = []
    for index, level in enumerate(plan.levels):
        if level.bound is not None:
            # P3: a later level's bound holds for plans that attain the bounds of the levels before it.
            nobody = "No plan" if index == 0 else "Of plans that reach the limits before, none"
            sentences.append(_limit(plan, nobody, level, level.bound))
        elif level.value is not None:
            sentences.append(_NOT_WORKED_OUT)
        if not _closed(level):
            break
    if not plan.levels:
        sentences.append(_NOT_WORKED_OUT)
    if plan.status is Status.PROVED:
        sentences.append(
            "It is proved that no plan can do better than this one, for the operation as the file states it."
        )
    elif plan.levels and plan.levels[0].bound is not None:
        sentences.append(
            "What no plan can beat is a limit and not a forecast: it follows from the vehicles, roads, hours "
            "and agreements in the file, and holds for every plan, found or not. With other facts it would "
            "be another one."
        )
    if plan.certificate is not None:
        sentences.append(
            "The limit comes with a certificate in plan.json: whole numbers from which anyone can check it "
            f"without trusting the program that found it ({_ARGUMENTS[plan.certificate.kind]})."
        )
    return tuple(sentences)


def limit_point(plan: Plan) -> Limit | None:
    """Return the first level's bound as a point of the clearance curve.

    ``None`` where there is no bound, or where it counts weights and not people.
    """
    operation, clock = plan.operation, Clock(plan.operation.start)
    level = plan.levels[0] if plan.levels else None
    if level is None or level.bound is None:
        return None
    if level.name == "clearance":
        return Limit(
            level.bound,
            operation.persons,
            f"no plan can have the last person out before {clock.moment(level.bound)}",
        )
    horizon_s = operation.horizon_s
    if level.name not in ("out", "left") or horizon_s is None or _weighted(plan):
        return None
    persons = level.bound if level.name == "out" else operation.persons - level.bound
    return Limit(
        horizon_s, persons, f"no plan can have more than {persons:,} out by {clock.moment(horizon_s)}"
    )


def _closed(level: Level) -> bool:
    return level.value is not None and level.value == level.bound


def _weighted(plan: Plan) -> bool:
    return any(group.weight != 1 for group in plan.operation.people.values())


def _said(plan: Plan, name: str, number: int, bound: bool) -> str:
    if name == "clearance":
        return Clock(plan.operation.start).full(number, up=not bound)
    unit = {"risk": MINUTE_S, "waiting": HOUR_S}.get(name, 1)
    return f"{(number // unit if bound else -(-number // unit)):,}"


def _limit(plan: Plan, nobody: str, level: Level, bound: int) -> str:
    """Return one level's limit, and how far this plan is from it."""
    best, does, could = {"out": _out, "left": _left, "clearance": _clearance}.get(level.name, _other)(
        plan, level, bound
    )
    if level.value is None:
        return f"{nobody} can {best}."
    if level.value == bound:
        return f"{nobody} can {best}. This plan reaches that."
    part = "" if level.gap is None else f" ({gap_words(level)})"
    return f"{nobody} can {best}. This plan {does}: another one could {could}{part}. {_open(plan)}"


def _open(plan: Plan) -> str:
    """Return what is known of the gap: a robust plan has its price."""
    if plan.robust is None:
        return _OPEN
    plain, robust = plan.robust.plain, plan.robust.robust
    if plain.planned_out_persons != robust.planned_out_persons:
        gives_up = plain.planned_out_persons > robust.planned_out_persons
    else:
        gives_up = (plain.planned_last_out_s or 0) < (robust.planned_last_out_s or 0)
    return _GIVEN_UP if gives_up else _OPEN


Words = tuple[str, str, str]
"""What none can do, what this plan does, and what another one could do at most."""


def _out(plan: Plan, level: Level, bound: int) -> Words:
    horizon_s, value = plan.operation.horizon_s, level.value or 0
    by = "" if horizon_s is None else f" by {Clock(plan.operation.start).full(horizon_s)}"
    people = "people, weighted as the file says," if _weighted(plan) else "people"
    best = f"get more than {bound:,} {people} out{by}"
    return best, f"gets {value:,} out", f"get at most {bound - value:,} more"


def _left(plan: Plan, level: Level, bound: int) -> Words:
    del plan
    value = level.value or 0
    return (
        f"leave fewer than {bound:,} people behind",
        f"leaves {value:,}",
        f"leave at most {value - bound:,} fewer",
    )


def _clearance(plan: Plan, level: Level, bound: int) -> Words:
    clock, value = Clock(plan.operation.start), level.value or 0
    if value == bound:  # one moment, not two that rounding pulls apart
        return f"have the last person out before {clock.full(bound, up=True)}", "", ""
    usable_s = plan.operation.usable_s(value) - plan.operation.usable_s(bound)
    of_truce = " of open truce time" if plan.operation.truce else ""
    return (
        f"have the last person out before {clock.full(bound)}",
        f"does it by {clock.full(value, up=True)}",
        f"be at most {lasting(max(0, usable_s), up=True)}{of_truce} sooner",
    )


def _other(plan: Plan, level: Level, bound: int) -> Words:
    name, value = NAMES.get(level.name, level.name), level.value or 0
    return (
        f"have less {name} than {_said(plan, level.name, bound, bound=True)}",
        f"has {_said(plan, level.name, value, bound=False)}",
        f"save at most {_said(plan, level.name, max(0, value - bound), bound=False)}",
    )
