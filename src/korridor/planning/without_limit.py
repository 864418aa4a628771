"""O5: what limiting the time aboard costs: the plan is searched for once more without the limit."""

from korridor.operation.units import MOST
from korridor.planning.levels import counted_out
from korridor.planning.plan import Level, Plan, WithoutLimit
from korridor.planning.planner import plan
from korridor.planning.progress import Watch

SHARE = 4
"""The search without the limit has this part of the time or work of the one with it."""


def with_cost_of_limit(
    made: Plan, *, seconds: float, work: int | None = None, progress: Watch | None = None
) -> Plan:
    """Return a plan that says what it would come to without the limit on the time aboard.

    Parameters
    ----------
    made : Plan
        It stands for the plan without the limit where the shorter search finds no better one: it is one, too.
    seconds, work, progress
        As for :func:`korridor.planning.planner.plan`, of the search for ``made``.
    """
    operation = made.operation.model_copy(update={"time_aboard_s": {"default": MOST}})
    other = plan(
        operation,
        objective=made.objective,
        seconds=seconds / SHARE,
        seed=made.seed,
        work=None if work is None else work // SHARE,
        progress=progress,
        bounded=False,
    )
    best = other if _is_better(other, made) else made
    return made.model_copy(update={"without_limit": _figures(best)})


def _is_better(other: Plan, made: Plan) -> bool:
    """Whether the first level that differs is better; fewer left, or a sooner end, is."""
    if not other.movements:
        return False
    mine, its = (_known(each) for each in (made.levels, other.levels))
    if ("left" in its) != ("left" in mine):
        return "left" in mine
    first = made.levels[0].name
    return its[first] > mine[first] if first == "out" else its[first] < mine[first]


def _known(levels: tuple[Level, ...]) -> dict[str, int]:
    return {level.name: level.value for level in levels if level.value is not None}


def _figures(best: Plan) -> WithoutLimit:
    out = counted_out(best.operation, best.movements)
    trips = [trip for movement in best.movements for trip in movement.trips]
    return WithoutLimit(
        out_persons=sum(load.persons for _, load in out),
        last_out_s=max((trip.free_s for trip, _ in out), default=None),
        aboard_s=max((t.free_s - t.boards_s for t in trips if t.loads and t.boards_s is not None), default=0),
    )
