"""The longest time aboard in words, and what limiting it costs where that is known."""

from korridor.operation.units import MOST
from korridor.papers.aboard import longest_aboard
from korridor.pictures.clock import Clock, lasting
from korridor.pictures.people_out import last_out_s, out_by_group
from korridor.planning.plan import Objective, Plan


def limit_text(limit_s: int) -> str:
    """Return a limit in words; ``none`` where the file sets one that nothing reaches."""
    return "none" if limit_s >= MOST else lasting(limit_s)


def aboard_words(plan: Plan, without_limit: Plan | None = None) -> tuple[str, ...]:
    """Return how long people sit aboard at most, and what the limit costs.

    Parameters
    ----------
    plan : Plan
    without_limit : Plan, optional
        A plan for the same objective with nothing but the limit on time aboard taken away.
    """
    lines = longest_aboard(plan.operation, plan.movements)
    if not lines:
        return ("Nobody is carried.",)
    longest = max(lines, key=lambda line: line.aboard_s)
    words = [
        f"Nobody sits aboard longer than {lasting(longest.aboard_s, up=True)} ({longest.movement}), from the "
        "beginning of a vehicle's boarding until its last person is off. At a transfer the time begins anew."
    ]
    if any(line.limit_s < MOST for line in lines):
        words.append(_cost(plan, without_limit))
    return tuple(words)


def _cost(plan: Plan, other: Plan | None) -> str:
    if other is None:
        return "What limiting the time aboard costs has not been worked out here."
    lines = longest_aboard(other.operation, other.movements)
    longest = lasting(max((line.aboard_s for line in lines), default=0), up=True)
    if plan.objective is Objective.MOST_OUT:
        costs = f"{_out(other):,} people out against {_out(plan):,} here"
    else:
        costs = f"{_end(other)}, against {_end(plan)} here"
    return (
        f"Without a limit on the time aboard, the plan that was found has {costs}; in it somebody sits "
        f"aboard for {longest}. Part of the difference may be the search's."
    )


def _out(plan: Plan) -> int:
    return sum(out_by_group(plan.operation, plan.movements).values())


def _end(plan: Plan) -> str:
    last_s = last_out_s(plan.operation, plan.movements)
    left = plan.operation.persons - _out(plan)
    behind = f" and {left:,} people left behind" if left else ""
    when = (
        "nobody out"
        if last_s is None
        else f"the last person out by {Clock(plan.operation.start).full(last_s, up=True)}"
    )
    return when + behind
