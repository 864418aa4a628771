"""Rows ``emptied``: how many places can be emptied, as people come whole (docs/bounds.md, Emptied places).

Whoever leaves with room for another party leaves nobody behind. Where so many places as that cannot be emptied, so many
such trips cannot be: rounded down, as in Gomory, "Outline of an algorithm for integer solutions to linear programs",
1958, https://doi.org/10.1090/S0002-9904-1958-10224-4.
"""

from itertools import accumulate

from korridor.planning.bound.draft import Draft
from korridor.planning.bound.lines import Sums, at_most
from korridor.planning.bound.trip import TripKind


def add_emptied(draft: Draft) -> None:
    """O5: of each type, no more trips leave with room for a party than there are legs from places that can be emptied."""
    gone = _gone_at_most(draft)
    for name in draft.operation.fleet:
        limited = [kind for kind in draft.kinds.loaded if kind.vehicle_type == name and _limited(draft, kind)]
        legs = {kind.leg: kind for kind in limited}
        most = _legs_emptied(draft, list(legs.values()), gone)
        if most < len(legs):
            for run in draft.runs:
                if draft.kind(run) in limited:
                    draft.family(f"emptied/{name}", Sums.AT, at_most(most)).take(run.columns, 0, 1)


def _limited(draft: Draft, kind: TripKind) -> bool:
    """Whether a trip leaves nobody of its groups behind."""
    return kind.loaded and kind.many <= draft.kinds.fills_up(kind)


def _legs_emptied(draft: Draft, legs: list[TripKind], gone: int) -> int:
    """Return how many of these legs begin where nobody may be left, once so many have gone."""
    stood: dict[str, int] = {}
    number: dict[str, int] = {}
    for leg in legs:
        persons = sum(draft.operation.people[group].persons for group in leg.groups)
        stood[leg.origin] = min(stood.get(leg.origin, persons), persons)
        number[leg.origin] = number.get(leg.origin, 0) + 1
    places = sum(persons <= gone for persons in accumulate(sorted(stood.values())))
    return sum(sorted(number.values(), reverse=True)[:places])


def _gone_at_most(draft: Draft) -> int:
    """Return how many people can have left by the horizon: those who are out, and a load for each vehicle on its way."""
    people, fleet = draft.operation.people.values(), draft.operation.fleet
    everybody = sum(group.persons for group in people)
    out = on_the_way = 0
    for name in fleet:
        mine = [kind for kind in draft.kinds.loaded if kind.vehicle_type == name]
        if not mine:
            continue
        many = max(kind.many for kind in mine)
        counted = {road: each for (road, by), each in draft.kinds.entries.items() if by == name}
        known = {kind for each in counted.values() for kind in each.kinds}
        if any(kind not in known and not _limited(draft, kind) for kind in mine):
            return everybody
        out += many * sum(int(each.by(draft.horizon_s)) for each in counted.values())
        rooms = {kind.leg: draft.kinds.fills_up(kind) for kind in mine if _limited(draft, kind)}
        out += sum(rooms.values())
        on_the_way += many * fleet[name].number
    return min(everybody, out + on_the_way)
