"""C1: rank is the order of departure."""

from collections.abc import Iterator
from itertools import pairwise

from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named


def c1_listed_in_rank_order(plan: Plan) -> Iterator[Broken]:
    """C1: a plan lists its movements by rank, from 0."""
    for place, movement in enumerate(plan.movements):
        if movement.rank != place:
            yield Broken("C1", named(movement), f"stands at place {place} of the plan")


def c1_rank_is_the_order_of_departure(plan: Plan) -> Iterator[Broken]:
    """C1: no movement departs before one of lower rank."""
    for earlier, later in pairwise(plan.movements):
        if later.departs_s < earlier.departs_s:
            what = f"departs at {later.departs_s} s, before movement {earlier.rank} at {earlier.departs_s} s"
            yield Broken("C1", named(later), what)
