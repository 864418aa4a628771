"""The longest time aboard in words, and what limiting it costs where that is known."""

from korridor.operation.units import MOST
from korridor.papers.aboard import longest_aboard
from korridor.pictures.clock import Clock, lasting
from korridor.pictures.people_out import last_out_s, out_by_group
from korridor.planning.plan import Objective, Plan, WithoutLimit


def limit_text(limit_s: int) -> str:
    """Return a limit in words; ``none`` where the file sets one that nothing reaches."""
    return "none" if limit_s >= MOST else lasting(limit_s)


def aboard_words(plan: Plan) -> tuple[str, ...]:
    """Return how long people sit aboard at most, and what the limit costs where the plan says so."""
    lines = longest_aboard(plan.operation, plan.movements)
    if not lines:
        return ("Nobody is carried.",)
    longest = max(lines, key=lambda line: line.aboard_s)
    words = [
        f"Nobody sits aboard longer than {lasting(longest.aboard_s, up=True)} ({longest.movement}), from the "
        "beginning of a vehicle's boarding until its last person is off. At a transfer the time begins anew."
    ]
    if any(line.limit_s < MOST for line in lines):
        words.append(_cost(plan, plan.without_limit))
    return tuple(words)


def _cost(plan: Plan, other: WithoutLimit | None) -> str:
    if other is None:
        return "What limiting the time aboard costs has not been worked out here."
    out, last_s = (
        sum(out_by_group(plan.operation, plan.movements).values()),
        last_out_s(plan.operation, plan.movements),
    )
    if (other.out_persons, other.last_out_s) == (out, last_s):
        return (
            "Limiting the time aboard seems to cost nothing: without the limit no better plan was found in a "
            "shorter search. That is no proof that there is none."
        )
    limits_s = [line.limit_s for line in longest_aboard(plan.operation, plan.movements)]
    if other.aboard_s <= min(limits_s):
        return (
            "Limiting the time aboard seems to cost nothing: a plan that was searched for without the limit keeps "
            "it all the same."
        )
    if plan.objective is Objective.MOST_OUT:
        costs = f"{other.out_persons:,} people out against {out:,} here"
    else:
        costs = f"{_end(plan, other.out_persons, other.last_out_s)}, against {_end(plan, out, last_s)} here"
    return (
        f"Without a limit on the time aboard, the plan that was found has {costs}; in it somebody sits "
        f"aboard for {lasting(other.aboard_s, up=True)}. Part of the difference may be the search's."
    )


def _end(plan: Plan, out: int, last_s: int | None) -> str:
    left = plan.operation.persons - out
    behind = f" and {left:,} people left behind" if left else ""
    when = (
        "nobody out"
        if last_s is None
        else f"the last person out by {Clock(plan.operation.start).full(last_s, up=True)}"
    )
    return when + behind
