"""O7: the convoy rule, which binds column parts only."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from korridor.events.movement import Movement
from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named
from korridor.planning.verify.c5_road import end_of
from korridor.planning.verify.c6_checkpoint import goes_on_s
from korridor.planning.verify.from_state import escorts_free_s
from korridor.planning.verify.seconds import travel_s


def o7_columns_have_their_size(plan: Plan) -> Iterator[Broken]:
    """O7, C1: no column has more than the most; no loaded one has less than the least."""
    rule = plan.operation.convoy
    for movement in plan.movements:
        vehicles = len(movement.trips)
        if movement.passages and vehicles > rule.most:
            yield Broken("O7", named(movement), f"{vehicles} vehicles, at most {rule.most} are allowed")
        if movement.passages and movement.loaded and vehicles < rule.least:
            yield Broken(
                "O7",
                named(movement),
                f"{vehicles} vehicles, at least {rule.least} are needed",
            )


def o7_columns_contain_what_they_must(plan: Plan) -> Iterator[Broken]:
    """O7, C1: a loaded column contains so many vehicles of each type that it must have."""
    for movement in plan.movements:
        if movement.passages and movement.loaded:
            has = Counter(trip.vehicle_type for trip in movement.trips)
            for name, number in plan.operation.convoy.must_have.items():
                if has[name] < number:
                    what = f"{has[name]} of {name}, {number} must be in it"
                    yield Broken("O7", named(movement), what)


def o7_escorts(plan: Plan) -> Iterator[Broken]:
    """O7, C1: a loaded column has an escort of the pool; it is free again only after its own way back."""
    pool = plan.operation.convoy.escorts
    free_s = escorts_free_s(plan)
    for movement in plan.movements:
        where = named(movement)
        if movement.escort is None:
            if pool is not None and movement.passages and movement.loaded:
                yield Broken("O7", where, "a loaded column without an escort")
            continue
        if pool is None or not 0 <= movement.escort < pool:
            yield Broken(
                "O7",
                where,
                f"escort {movement.escort} is not one of the {pool or 0} in the pool",
            )
        since_s = free_s.get(movement.escort, 0)
        if movement.departs_s < since_s:
            what = f"departs at {movement.departs_s} s, its escort is free at {since_s} s"
            yield Broken("O7", where, what)
        back_s = _escort_back_s(plan, movement)
        if movement.escort_free_s is None or movement.escort_free_s < back_s:
            what = f"its escort is free at {movement.escort_free_s} s, but cannot be back before {back_s} s"
            yield Broken("O7", where, what)
        free_s[movement.escort] = max(since_s, back_s, movement.escort_free_s or 0)


def _escort_back_s(plan: Plan, movement: Movement) -> int:
    """C1: the tail at the release point, plus the roads' own times the other way."""
    if not movement.passages:
        return movement.departs_s
    way_back_s = sum(travel_s(plan.operation.roads[p.road], not p.forth) for p in movement.passages)
    return movement.passages[-1].tail_out_s + way_back_s


def o7_halts(plan: Plan) -> Iterator[Broken]:
    """O7: a column on its way through a place of halt stands there, once it could go on, for so long."""
    for movement in plan.movements:
        for behind, ahead in pairwise(movement.passages):
            place = end_of(plan, behind)
            stands_s = ahead.head_in_s - goes_on_s(plan, movement, behind)
            due_s = halts_s(plan, place)
            if stands_s < due_s:
                what = f"halts {stands_s} s at {place}, {due_s} s are due"
                yield Broken("O7", named(movement), what)


def halts_s(plan: Plan, place: str) -> int:
    """Return how long a column halts on its way through a place."""
    return sum(halt.lasts_s for halt in plan.operation.convoy.halts if halt.place == place)
