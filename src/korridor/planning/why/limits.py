"""Which limits on the time aboard are worth trying."""

from korridor.operation.changes import LongestAboard
from korridor.operation.operation import Operation
from korridor.operation.units import MOST
from korridor.planning.bound.kinds import Kinds

MINUTES = (
    5,
    10,
    15,
    20,
    30,
    45,
    60,
    90,
    120,
    150,
    180,
    210,
    240,
    300,
    360,
    480,
    600,
    720,
    960,
    1440,
    2160,
    2880,
)
RUNGS_S = tuple(60 * minutes for minutes in MINUTES)
"""Limits that people at a table name."""

MOST_LIMITS = 8


def limits_for(operation: Operation, longest_s: int) -> tuple[int, ...]:
    """Choose limits, the tightest first: from one below which nobody can be taken anywhere to one that nothing reaches.

    Parameters
    ----------
    operation : Operation
    longest_s : int
        The longest that anybody sits aboard in the plan that is known without a limit.

    Returns
    -------
    tuple of int
        With those of the file's limits that lie between; none where nobody can be carried at all.
    """
    least_s = shortest_aboard_s(operation)
    if least_s is None:
        return ()
    below = [rung for rung in RUNGS_S if rung < least_s][-1:]
    above = [rung for rung in RUNGS_S if rung >= max(least_s, longest_s)][:1]
    own = {operation.aboard_limit_s(group.person_class) for group in operation.people.values()}
    kept = {*below, *above, *(each for each in own if each < MOST)}
    between = [rung for rung in RUNGS_S if least_s <= rung <= max([longest_s, *kept])]
    limits = sorted({*kept, *between})
    while len(limits) > MOST_LIMITS and len(limits) > len(kept):
        limits.remove(_least_missed(limits, kept))
    return tuple(limits)


def shortest_aboard_s(operation: Operation) -> int | None:
    """Return the least time that anybody must sit aboard, on any trip; ``None`` where there is none."""
    unlimited = LongestAboard(limit_s=MOST).made_in(operation)
    fleet = operation.fleet
    return min(
        (each.a_s + each.b_s - fleet[each.vehicle_type].turn_round_s for each in Kinds(unlimited).loaded),
        default=None,
    )


def _least_missed(limits: list[int], kept: set[int]) -> int:
    """The one whose neighbours are nearest to each other, as a ratio."""
    inner = [at for at in range(1, len(limits) - 1) if limits[at] not in kept]
    return limits[min(inner, key=lambda at: limits[at + 1] / limits[at - 1])]
